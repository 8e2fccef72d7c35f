//! What of a page is not of the text: menus, heads and feet of the site, and what is hidden. All of it is told.

use super::tree::{HtmlKind, ROOT};
use super::walk::{HtmlWalker, UNSHOWN};
use crate::import::outline::source::Why;

impl HtmlWalker<'_> {
    /// Tells what of the page stands around `main`.
    pub(super) fn leave_around(&mut self, main: usize) {
        let mut open: Vec<usize> = vec![ROOT];
        while let Some(at) = open.pop() {
            // What holds the text is opened, and everything beside it is told once, with all that is in it.
            let holds = |at: usize| at == main || self.tree.below(at).any(|inner| inner == main);
            let Some(node) = self.tree.node(at) else { continue };
            if at == main || UNSHOWN.contains(&self.tree.name(at)) {
                continue;
            }
            if holds(at) {
                open.extend(node.children.iter().rev());
            } else {
                self.leave(at, Why::Around);
            }
        }
    }

    /// Whether a page calls an element by a name that menus, heads and feet of sites have, and it holds no article.
    pub(super) fn is_around(&self, at: usize) -> bool {
        const NAMES: [&str; 16] = [
            "header",
            "footer",
            "nav",
            "gnav",
            "globalnav",
            "menu",
            "sidemenu",
            "sidebar",
            "breadcrumb",
            "breadcrumbs",
            "topicpath",
            "pankuzu",
            "copyright",
            "pagetop",
            "localnav",
            "submenu",
        ];
        let named = ["id", "class"].iter().filter_map(|key| self.tree.attribute(at, key));
        let names = || named.clone().flat_map(str::split_whitespace);
        let plain = |name: &str| name.to_ascii_lowercase().replace(['-', '_'], "");
        let found = names().any(|name| NAMES.contains(&plain(name).as_str()));
        found && !self.tree.letters(at).contains("第１条") && !self.tree.letters(at).contains("第一条")
    }

    /// Tells the letters below `at`, which are left out, by their beginning.
    pub(super) fn leave(&mut self, at: usize, why: Why) {
        /// As much as shows what it is.
        const LONGEST: usize = 60;
        let letters: String = self.shown_letters(at).split_whitespace().collect::<Vec<_>>().join(" ");
        let cut: String = letters.chars().take(LONGEST).collect();
        let more = if cut.len() < letters.len() { "…" } else { "" };
        self.out.leave(self.line(at), &format!("{cut}{more}"), why);
    }

    fn shown_letters(&self, at: usize) -> String {
        let mut letters = String::new();
        let mut open = vec![at];
        while let Some(at) = open.pop() {
            let Some(node) = self.tree.node(at) else { continue };
            match &node.kind {
                HtmlKind::Text(text) => letters.push_str(text),
                HtmlKind::Element(name, _) if UNSHOWN.contains(&name.as_str()) => {}
                HtmlKind::Element(..) | HtmlKind::Other => {
                    letters.push(' ');
                    open.extend(node.children.iter().rev());
                }
            }
        }
        letters
    }
}
