//! Provisions and divisions that a sentence puts in, as YAML.

use super::paths::division_path;
use super::text::quoted;
use super::writing::{FileWriter, list_of, run_numbers};
use crate::compare::amend::carry::{CarriedNode, NodeOrigin};
use crate::corpus::Role;

impl FileWriter<'_> {
    /// A new provision or division as YAML, in lines.
    pub(super) fn yaml_of(&mut self, node: &CarriedNode, above: &CarriedNode, id: &str) -> String {
        let mut out = format!("id: {id}\n");
        let list = if let Some(role) = node.role {
            out.push_str(&format!("label: {{ja: {}}}\n", quoted(&node.label)));
            if !node.caption.is_empty() {
                out.push_str(&format!("title: {{ja: {}}}\n", quoted(&node.caption)));
            }
            if let Some(levels) =
                self.levels_like(role).filter(|_| node.below.iter().any(|below| !below.label.is_empty()))
            {
                out.push_str(&levels);
            }
            "body"
        } else {
            let branches = node.label.matches('の').count();
            if branches > 0 && node.label.starts_with('第') {
                out.push_str(&format!("branch: {branches}\n"));
            }
            if let Some((first, last)) = run_numbers(&node.own) {
                out.push_str(&format!("number: {first}\nto: {last}\n"));
            }
            let is_unnumbered = node.label.is_empty()
                && !above
                    .below
                    .iter()
                    .any(|own| own.origin != NodeOrigin::New && own.label.is_empty() && own.kind.is_some());
            if is_unnumbered {
                out.push_str("level: none\n");
            }
            if !node.caption.is_empty() {
                out.push_str(&format!("caption: {{ja: {}}}\n", quoted(&node.caption)));
            }
            if !node.text.is_empty() {
                out.push_str(&format!("ja: {}\n", quoted(&node.text)));
            }
            "items"
        };
        let (paragraphs, items): (Vec<&CarriedNode>, Vec<&CarriedNode>) = node
            .below
            .iter()
            .filter(|below| !below.is_row)
            .partition(|below| list == "items" && list_of(node, below) == "paragraphs");
        for (key, below) in [(list, items), ("paragraphs", paragraphs)] {
            if below.is_empty() {
                continue;
            }
            out.push_str(&format!("{key}:\n"));
            for below in below {
                let id = self.fresh_id();
                let yaml = self.yaml_of(below, node, &id);
                for (at, line) in yaml.lines().enumerate() {
                    out.push_str(&format!("{}{line}\n", if at == 0 { "  - " } else { "    " }));
                }
            }
        }
        out
    }

    /// The levels of another division of the same role, which a new one takes over.
    fn levels_like(&self, role: Role) -> Option<String> {
        let model = self.document.divisions.iter().find(|division| division.role == role)?;
        let path = division_path(role, &model.anchor).key("levels");
        let levels = self.editor.fragment(&path).ok()?;
        let lines: String = levels.lines().map(|line| format!("  {line}\n")).collect();
        Some(format!("levels:\n{lines}"))
    }
}
