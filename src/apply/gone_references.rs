//! What refers to provisions that an amending text takes out: references that its own sentences amend are let go before their
//! target goes, and the others are told where they stand.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::text::{SourceReference, rewritten_source, source_references};
use super::writing::{FileWriter, quoted_source, visit_nodes};
use crate::base::diagnostics::{Diagnostic, Place, SourceFile};
use crate::base::locale::Lang;
use crate::compare::amend::carry::{CarriedNode, NodeOrigin, tree_of};
use crate::content::{EditError, Kind};

impl FileWriter<'_> {
    /// Writes the new words of texts that refer to what is not `kept`, so that those references are gone before it.
    pub(super) fn free_references(&mut self, tree: &CarriedNode, kept: &BTreeSet<usize>) -> Result<(), EditError> {
        let is_gone =
            |(at, item): (usize, &crate::compare::SideItem<'_>)| (!kept.contains(&at)).then(|| item.anchor.to_owned());
        let gone: Vec<String> = self.side.items.iter().enumerate().filter_map(is_gone).collect();
        if gone.is_empty() {
            return Ok(());
        }
        let lost = LostTargets { gone, single: self.made_single(tree) };
        let mut texts: BTreeMap<usize, String> = BTreeMap::new();
        visit_nodes(&tree_of(self.side), &mut |node| {
            if let NodeOrigin::Item(at) = node.origin {
                texts.insert(at, node.text.clone());
            }
        });
        let mut changed: Vec<(usize, String)> = Vec::new();
        visit_nodes(tree, &mut |node| {
            if let NodeOrigin::Item(at) = node.origin
                && node.promoted.is_none()
                && texts.get(&at).is_some_and(|before| *before != node.text)
            {
                changed.push((at, node.text.clone()));
            }
        });
        for (at, after) in changed {
            self.free_text(at, texts.get(&at).map_or("", String::as_str), &after, &lost)?;
        }
        Ok(())
    }

    /// The anchors of articles that lose all paragraphs but the first, which is then cited as the article.
    fn made_single(&self, tree: &CarriedNode) -> Vec<String> {
        let has_paragraphs = |node: &CarriedNode| node.below.iter().any(|below| below.kind == Some(Kind::Paragraph));
        let mut several = BTreeSet::new();
        visit_nodes(&tree_of(self.side), &mut |node| {
            if let NodeOrigin::Item(at) = node.origin
                && has_paragraphs(node)
            {
                several.insert(at);
            }
        });
        let mut single = Vec::new();
        visit_nodes(tree, &mut |node| {
            if let NodeOrigin::Item(at) = node.origin
                && several.contains(&at)
                && !has_paragraphs(node)
            {
                single.push(self.side.items[at].anchor.to_owned());
            }
        });
        single
    }

    fn free_text(&mut self, at: usize, before: &str, after: &str, lost: &LostTargets) -> Result<(), EditError> {
        let Some(path) = self.path(at) else { return Ok(()) };
        let (ja, en) = (path.clone().key("ja"), path.key("en"));
        let Some(source) = self.editor.scalar(&ja).ok().flatten().map(str::to_owned) else { return Ok(()) };
        if lost.are_in(&source, false) {
            self.editor.set(&ja, &quoted_source(&rewritten_source(&source, before, after)))?;
        } else if lost.are_in(&source, true) {
            // 第三条第一項 becomes 第三条, which the reference says by itself.
            self.editor.set(&ja, &quoted_source(&lost.in_letters(&source, &|_| String::new())))?;
        } else {
            return Ok(());
        }
        // The English still says what it said, in letters; it is told as not yet translated.
        let english = self.editor.scalar(&en).ok().flatten().map(str::to_owned);
        if let Some(source) = english.filter(|source| lost.are_in(source, true)) {
            let in_letters = lost.in_letters(&source, &|anchor| self.document.cite(anchor, Lang::En));
            self.editor.set(&en, &quoted_source(&in_letters))?;
            self.untranslated.push(self.document.cite(self.side.items[at].anchor, Lang::Ja));
        }
        Ok(())
    }
}

/// What references cannot lead to any more.
struct LostTargets {
    /// The anchors of provisions and divisions that are taken out.
    gone: Vec<String>,
    /// The anchors of articles that have no first paragraph any more but are one.
    single: Vec<String>,
}

impl LostTargets {
    fn is_gone(&self, reference: &SourceReference<'_>) -> bool {
        self.gone.iter().any(|anchor| anchor == reference.anchor)
    }

    fn is_single(&self, reference: &SourceReference<'_>) -> bool {
        reference.manner.contains("/first") && self.single.iter().any(|anchor| anchor == reference.anchor)
    }

    /// Whether references of `source` lead to what is gone, or `also` to the first paragraph of what is one.
    fn are_in(&self, source: &str, also: bool) -> bool {
        source_references(source).iter().any(|own| self.is_gone(own) || also && self.is_single(own))
    }

    /// `source` with what is gone as letters, as `cite` has it where a reference says none, and what is one cited whole.
    fn in_letters(&self, source: &str, cite: &dyn Fn(&str) -> String) -> String {
        let (mut out, mut at) = (String::new(), 0);
        for reference in source_references(source) {
            let written = &source[reference.range.clone()];
            out.push_str(&source[at..reference.range.start]);
            at = reference.range.end;
            if self.is_gone(&reference) {
                out.push_str(&if reference.words.is_empty() {
                    cite(reference.anchor)
                } else {
                    reference.words.to_owned()
                });
            } else if self.is_single(&reference) {
                out.push_str(&written.replace("/first", ""));
            } else {
                out.push_str(written);
            }
        }
        out + &source[at..]
    }
}

/// `finding`, which was made in `amended`, the text that would be written, at the same words in the `file` that a person
/// has; at the file as a whole where they are not in it.
#[must_use]
pub fn told_in_file(finding: Diagnostic, amended: &str, file: &Arc<SourceFile>) -> Diagnostic {
    let Some(place) = finding.place.clone().filter(|place| place.file.text == amended) else { return finding };
    let words = line_at(amended, place.span.start);
    let within = place.span.start - words.0;
    // Of lines that are the same the one of the same order.
    let order = amended[..words.0].lines().filter(|line| *line == words.1).count();
    let mut at = 0;
    let lines = file.text.split_inclusive('\n').map(|line| {
        at += line.len();
        (at - line.len(), line.trim_end_matches(['\n', '\r']))
    });
    let same = lines.filter(|(_, line)| *line == words.1).nth(order).map(|(start, _)| start + within);
    // The line changed around them.
    let only = || {
        let mut found = file.text.match_indices(place.text());
        found.next().filter(|_| found.next().is_none() && !place.text().is_empty()).map(|(at, _)| at)
    };
    match same.or_else(only) {
        Some(start) => finding.at(&Place::new(file, start..start + place.text().len())),
        None => finding.at(&Place::whole(file)),
    }
}

/// The beginning of the line of `text` in which `at` is, and the line.
fn line_at(text: &str, at: usize) -> (usize, &str) {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next().unwrap_or("");
    (start, line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::diagnostics::Code;

    #[test]
    fn a_finding_is_told_in_the_file_of_its_author() {
        let amended = "a: 1\nb: \"[](#key)\"\nb: \"[](#key)\"\n";
        let file = Arc::new(SourceFile::new("policy.yaml", "a: 1\nc: 2\nb: \"[](#key)\"\n# x\nb: \"[](#key)\"\n"));
        let drafted = Arc::new(SourceFile::new("amended.yaml", amended));
        let told = |start: usize| {
            let finding = Diagnostic::new(Code::J0302).at(&Place::new(&drafted, start..start + 8));
            let place = told_in_file(finding, amended, &file).place.expect("a place");
            (place.start().line, place.text().to_owned())
        };
        assert_eq!(told(9), (3, "[](#key)".to_owned()));
        assert_eq!(told(23), (5, "[](#key)".to_owned()));
    }
}
