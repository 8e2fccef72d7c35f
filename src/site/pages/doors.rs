//! The doors of the home page: ways in for those who come with a question, before the list of what is there.

use serde::Serialize;

use super::forms::{TaskLink, has_forms, task_links};
use super::{ComparisonPage, ConformancePage, FormsPage, TopicPage, is_compared};
use crate::site::links::{LinkView, link_to};
use crate::site::provisions::PageScope;
use crate::site::sources::SiteSources;

/// The doors; each is left out where it would lead nowhere.
#[derive(Debug, Serialize)]
pub(super) struct DoorsView {
    /// “I need a form”: by task.
    tasks: Vec<TaskLink>,
    /// All forms.
    forms: Option<String>,
    /// “What does my region say about …”: questions, each with the pages on which the answer stands.
    questions: Vec<QuestionView>,
    /// All topics.
    topics: Option<String>,
    /// “How do the regions differ”.
    differences: Option<String>,
    /// “How do they stand to the baseline”, or while nobody has compared them the pairs to read beside each other.
    baseline: Option<String>,
}

/// A question with the topics under which its answer stands.
#[derive(Debug, Serialize)]
struct QuestionView {
    link: LinkView,
    also: Vec<LinkView>,
}

impl DoorsView {
    /// Returns the doors of `site`.
    pub(super) fn of(site: &SiteSources<'_>, scope: &PageScope<'_>) -> Self {
        let corpus = site.corpus;
        let compared = is_compared(corpus);
        let comparison = compared.then(|| scope.links.to(&ComparisonPage));
        Self {
            tasks: task_links(corpus, scope),
            forms: has_forms(corpus).then(|| scope.links.to(&FormsPage)),
            questions: if compared { questions(site, scope) } else { Vec::new() },
            topics: comparison.clone().filter(|_| !corpus.topics.is_empty()).map(|page| format!("{page}#_all-topics")),
            // One region has no other to differ from.
            differences: comparison.clone().filter(|_| site.regions().nth(1).is_some()),
            baseline: match (corpus.groups.is_empty(), site.verdicts.is_empty()) {
                (true, _) => None,
                (false, true) => comparison.map(|page| format!("{page}#_pairs")),
                (false, false) => Some(scope.links.to(&ConformancePage)),
            },
        }
    }
}

/// Returns the questions of which some set says anything.
fn questions(site: &SiteSources<'_>, scope: &PageScope<'_>) -> Vec<QuestionView> {
    let topic = |id: &String| {
        let topic = site.corpus.topics.iter().find(|topic| topic.id == *id)?;
        let said = site.comparison.is_said(id);
        said.then(|| link_to(scope.word(&topic.title), scope.links.to(&TopicPage(&topic.id))))
    };
    let view = |question: &crate::corpus::Question| {
        let mut topics = question.topics.iter().filter_map(topic);
        let first = topics.next()?;
        Some(QuestionView { link: link_to(scope.word(&question.words), first.href), also: topics.collect() })
    };
    site.corpus.questions.iter().filter_map(view).collect()
}
