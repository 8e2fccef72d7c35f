//! The words of a theme: messages in place of ours. A file holds only those that it changes.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, SourceFile};
use crate::base::locale::{Lang, Messages, message_arguments, message_fault, messages_in};

/// Returns the messages of each language of which `files` change some. Faults, unknown messages and arguments that ours
/// do not have are reported.
pub(super) fn changed_words(
    files: &BTreeMap<String, Arc<SourceFile>>,
    findings: &mut Diagnostics,
) -> BTreeMap<Lang, Arc<Messages>> {
    let mut words = BTreeMap::new();
    for lang in Lang::ALL {
        let beginning = format!("locales/{lang}/");
        let own: Vec<&Arc<SourceFile>> =
            files.iter().filter(|(name, _)| name.starts_with(&beginning)).map(|(_, file)| file).collect();
        for file in &own {
            check_words(lang, file, findings);
        }
        if !own.is_empty() {
            let texts = own.iter().map(|file| file.text.as_str());
            words.insert(lang, Arc::new(Messages::changed(lang, texts)));
        }
    }
    words
}

fn check_words(lang: Lang, file: &Arc<SourceFile>, findings: &mut Diagnostics) {
    if let Some((range, reason)) = message_fault(&file.text) {
        findings.push(Diagnostic::new(Code::J0625).at(&Place::new(file, range)).arg("reason", reason));
        return;
    }
    let ours = Messages::of(lang);
    for (id, range) in messages_in(&file.text) {
        let place = Place::new(file, range.start..range.start + id.len());
        if !ours.has(id) {
            findings.push(Diagnostic::new(Code::J0623).at(&place).arg("name", id));
            continue;
        }
        let known = ours.arguments(id);
        let unknown = message_arguments(&file.text[range]).into_iter().find(|name| !known.contains(name));
        if let Some(unknown) = unknown {
            let known: Vec<String> = known.iter().map(|name| format!("${name}")).collect();
            let diagnostic = Diagnostic::new(Code::J0624).at(&place).arg("id", id).arg("name", unknown);
            findings.push(diagnostic.arg("known", known.join(", ")));
        }
    }
}
