//! What a template of a theme must define, since others rely on it.

use std::sync::Arc;

use super::defaults::default_file;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, SourceFile};

/// The blocks by which a page fills the frame that it extends. Others it may leave out.
const FILLED: [&str; 2] = ["main", "content"];

/// Reports the blocks and components of our template `name` that the one in `file` lacks: blocks that pages fill, or by
/// which a page fills its frame, and components that others draw with.
pub(super) fn require_parts(name: &str, file: &Arc<SourceFile>, findings: &mut Diagnostics) {
    let is_template = name.starts_with("site/") && name.rsplit_once('.').is_some_and(|(_, ending)| ending == "html");
    let Some(default) = default_file(name).filter(|_| is_template) else { return };
    let is_page = default.contains("{% extends");
    let blocks = defined(default, "block").into_iter().filter(|block| !is_page || FILLED.contains(&block.as_str()));
    let lacking = |kind: &'static str, wanted: Vec<String>| {
        let there = defined(&file.text, kind);
        wanted.into_iter().filter(move |one| !there.contains(one)).map(move |one| (kind, one))
    };
    let blocks: Vec<_> = lacking("block", blocks.collect()).collect();
    // Those of a page are its own.
    let drawn = if is_page { Vec::new() } else { defined(default, "component") };
    let components: Vec<_> = lacking("component", drawn).collect();
    for (kind, lacks) in blocks.into_iter().chain(components) {
        let diagnostic = Diagnostic::new(Code::J0622).at(&Place::new(file, 0..file.text.len().min(1)));
        findings.push(diagnostic.arg("kind", kind).arg("name", lacks));
    }
}

/// The names that `source` defines by tags of this word: `{% block main %}`.
fn defined(source: &str, word: &str) -> Vec<String> {
    let tags = source.split("{%").skip(1);
    let name = |tag: &str| {
        let rest = tag.trim_start_matches('-').trim_start().strip_prefix(word)?.strip_prefix(char::is_whitespace)?;
        let rest = rest.trim_start();
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        Some(rest[..end].to_owned())
    };
    tags.filter_map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_and_components_are_found_by_their_tags() {
        let source = "{% block a %}{%- block b -%}{% endblock b %}{% component c(x: string) -%}{# block d #}";
        assert_eq!(defined(source, "block"), ["a", "b"]);
        assert_eq!(defined(source, "component"), ["c"]);
    }
}
