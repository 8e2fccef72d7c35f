//! Topics: what provisions are about, so that those of several documents can be set side by side.

use super::duplicates::report_duplicates;
use super::words::resolve_words;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content::{self, Content, Id};
use crate::corpus::model::{Question, Topic};

/// The topics in the order in which they are written.
pub(super) fn resolve_topics(content: &Content, findings: &mut Diagnostics) -> Vec<Topic> {
    report_duplicates(content.topics.iter().map(|topic| &topic.id), findings);
    let topic = |written: &content::WrittenTopic| Topic {
        id: written.id.as_str().to_owned(),
        title: resolve_words(&written.title),
        about: written.about.as_ref().map(resolve_words),
        place: written.id.0.place.clone(),
    };
    content.topics.iter().map(topic).collect()
}

/// The questions in the order in which they are written.
pub(super) fn resolve_questions(content: &Content, findings: &mut Diagnostics) -> Vec<Question> {
    let mut question = |written: &content::WrittenQuestion| {
        let named = std::iter::once(&written.topic).chain(&written.also);
        let topics = named.filter_map(|id| named_topic(Some(id), content, findings)).collect();
        Question { words: resolve_words(&written.words), topics }
    };
    content.questions.iter().map(&mut question).collect()
}

/// The further topics that a provision or division names.
pub(super) fn named_topics(written: &[Id], content: &Content, findings: &mut Diagnostics) -> Vec<String> {
    written.iter().filter_map(|id| named_topic(Some(id), content, findings)).collect()
}

/// The topic that a provision or division names. One that is not listed is reported, unless the list could not be read.
pub(super) fn named_topic(written: Option<&Id>, content: &Content, findings: &mut Diagnostics) -> Option<String> {
    let id = written?;
    let known: Vec<&str> = content.topics.iter().map(|topic| topic.id.as_str()).collect();
    if !known.contains(&id.as_str()) && !content.broken_citations.contains("topic") {
        let unknown = Diagnostic::new(Code::J0336).at(&id.0.place).arg("name", id.as_str());
        findings.push(content::suggest(unknown, id.as_str(), &known));
    }
    // Kept even where it is unknown, so that one misspelt topic does not bring a second finding that there is
    // none.
    Some(id.as_str().to_owned())
}
