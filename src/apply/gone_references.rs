//! What refers to provisions that an amending text takes out: references that its own sentences amend are let go before their
//! target goes, and the others are told where they stand.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::text::rewritten_source;
use super::writing::{FileWriter, quoted_source, visit_nodes};
use crate::base::diagnostics::{Diagnostic, Place, SourceFile};
use crate::base::locale::Lang;
use crate::compare::amend::carry::{CarriedNode, NodeOrigin, tree_of};
use crate::content::EditError;

impl FileWriter<'_> {
    /// Writes the new words of texts that refer to what is not `kept`, so that those references are gone before it.
    pub(super) fn free_references(&mut self, tree: &CarriedNode, kept: &BTreeSet<usize>) -> Result<(), EditError> {
        let is_gone = |(at, item): (usize, &crate::compare::SideItem<'_>)| {
            (!kept.contains(&at) && item.provision.is_some()).then(|| item.anchor.to_owned())
        };
        let gone: Vec<String> = self.side.items.iter().enumerate().filter_map(is_gone).collect();
        if gone.is_empty() {
            return Ok(());
        }
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
            self.free_text(at, texts.get(&at).map_or("", String::as_str), &after, &gone)?;
        }
        Ok(())
    }

    fn free_text(&mut self, at: usize, before: &str, after: &str, gone: &[String]) -> Result<(), EditError> {
        let Some(path) = self.path(at) else { return Ok(()) };
        let (ja, en) = (path.clone().key("ja"), path.key("en"));
        let Some(source) = self.editor.scalar(&ja).ok().flatten().map(str::to_owned) else { return Ok(()) };
        let refers = |source: &str| gone.iter().any(|anchor| source.contains(&reference_to(anchor)));
        if !refers(&source) {
            return Ok(());
        }
        self.editor.set(&ja, &quoted_source(&rewritten_source(&source, before, after)))?;
        // The English still says what it said, in letters; it is told as not yet translated.
        if let Some(source) = self.editor.scalar(&en).ok().flatten().map(str::to_owned).filter(|source| refers(source))
        {
            let in_letters = gone.iter().fold(source, |source, anchor| {
                source.replace(&reference_to(anchor), &self.document.cite(anchor, Lang::En))
            });
            self.editor.set(&en, &quoted_source(&in_letters))?;
            self.untranslated.push(self.document.cite(self.side.items[at].anchor, Lang::Ja));
        }
        Ok(())
    }
}

fn reference_to(anchor: &str) -> String {
    format!("[](#{anchor})")
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
