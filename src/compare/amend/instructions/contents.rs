//! What is said of a document's own list of contents (目次): the lines that change, or all of it.

use super::block::BlockLine;
use super::sentences::Sentence;
use super::tree::{NodeForm, ROOT, VersionTree};
use crate::base::locale::Lang;
use crate::corpus::query::{ContentsLine, contents_words, heads_others};
use crate::corpus::{Document, Role};

/// The head of the list.
const HEAD: &str = "目次";

/// The sentence that makes the list of `new` of that of `old`; `None` where it stays.
pub(super) fn contents_sentence(old: &Document, new: &Document) -> Option<Sentence> {
    let (before, after) = (old.own_contents(Lang::Ja), new.own_contents(Lang::Ja));
    let whole = || {
        let line = |line: &ContentsLine| BlockLine { indent: 1 + line.depth, text: line.words.clone() };
        std::iter::once(BlockLine { indent: 0, text: HEAD.to_owned() }).chain(after.iter().map(line)).collect()
    };
    let said = |text: &str| Some(Sentence { text: text.to_owned(), block: whole() });
    match (before.is_empty(), after.is_empty()) {
        _ if before == after => None,
        (true, _) => said("題名の次に次の目次を付する。"),
        (_, true) => Some(Sentence { text: format!("{HEAD}を削る。"), block: Vec::new() }),
        _ => match changed_contents(&before, &after) {
            Some(changes) => {
                let changes: Vec<String> = changes.iter().map(|(old, new)| format!("「{old}」を「{new}」に")).collect();
                Some(Sentence { text: format!("{HEAD}中{}改める。", changes.join("、")), block: Vec::new() })
            }
            None => said(&format!("{HEAD}を次のように改める。")),
        },
    }
}

/// The lines that change, each by its articles alone where its name stays; `None` where lines come or go, which would have
/// to be quoted with a break of lines in them.
fn changed_contents(before: &[ContentsLine], after: &[ContentsLine]) -> Option<Vec<(String, String)>> {
    if before.len() != after.len() || before.iter().zip(after).any(|(old, new)| old.depth != new.depth) {
        return None;
    }
    let changed = before.iter().zip(after).filter(|(old, new)| old != new);
    let quoted = changed.map(|(old, new)| {
        let (old, new) = (old.words.as_str(), new.words.as_str());
        let at =
            old.rfind('（').filter(|at| *at > 0 && new.rfind('（') == Some(*at) && old.get(..*at) == new.get(..*at));
        match at {
            Some(at) => (old[at..].to_owned(), new[at..].to_owned()),
            None => (old.to_owned(), new.to_owned()),
        }
    });
    Some(quoted.collect())
}

/// The lines of the list that a document with the provisions of `tree` has, those of `gone` left out.
pub(in crate::compare::amend) fn contents_of_tree(tree: &VersionTree, gone: &dyn Fn(usize) -> bool) -> Vec<String> {
    let mut lines = Vec::new();
    let there = |at: usize| tree.nodes[at].children.iter().copied().filter(|child| !gone(*child)).collect::<Vec<_>>();
    let is_heading = |at: usize| matches!(tree.nodes[at].form, NodeForm::Provision(Some(kind)) if heads_others(kind));
    let divisions = there(ROOT);
    let is = |at: &usize, role| tree.nodes[*at].form == NodeForm::Division(role);
    let mut open: Vec<usize> = divisions.iter().copied().filter(|at| is(at, Role::Body)).flat_map(&there).collect();
    open.reverse();
    while let Some(at) = open.pop() {
        if !is_heading(at) {
            continue;
        }
        let below = there(at);
        let has_headings = below.iter().any(|child| is_heading(*child));
        let own = |at: &usize| tree.nodes[*at].own.clone().unwrap_or_default();
        let is_article = |at: &&usize| !has_headings && tree.nodes[**at].is_article();
        let articles: Vec<String> = below.iter().filter(is_article).map(own).collect();
        let parts = [own(&at), tree.nodes[at].caption.clone()];
        let name = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("　");
        lines.push(contents_words(&name, &articles, Lang::Ja));
        open.extend(below.into_iter().rev());
    }
    if divisions.iter().any(|at| is(at, Role::Supplementary)) {
        lines.push("附則".to_owned());
    }
    lines
}
