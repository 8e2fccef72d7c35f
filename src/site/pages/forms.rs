//! The page of all forms of all sets: by what people need one for, then by region. A region without such a form is told, with
//! whom to ask. It is whole without a script; with one it can be narrowed down.

use serde::Serialize;

use super::part_index::PartIndex;
use super::procedure::procedure_link;
use super::{FormPage, HomePage, SetPage, labelled_title};
use crate::content::{FormTask, SetKey};
use crate::corpus::{Corpus, Form, PartKey, Set};
use crate::pdf;
use crate::site::links::{LinkView, link_to};
use crate::site::page::{PageView, SitePage};
use crate::site::provisions::PageScope;
use crate::site::sources::{PdfView, SiteSources};
use crate::site::templates::{PageTemplate, page_template};

/// The tasks in the order of the page.
const TASKS: [FormTask; 6] =
    [FormTask::Join, FormTask::Change, FormTask::Leave, FormTask::Consent, FormTask::Pledge, FormTask::Notice];

/// The page of all forms.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct FormsPage;

/// The page of the forms of the regions of a part.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct FormsPartPage(pub(in crate::site) PartKey);

#[derive(Debug, Serialize)]
struct FormsView {
    /// The name of the part of which the page shows the forms.
    part: Option<String>,
    /// The ways to the parts, where the page shows the forms of no region.
    index: Option<PartIndex>,
    tasks: Vec<TaskView>,
    /// The sets by which the page can be narrowed down.
    sets: Vec<SetChoice>,
    /// Forms that name no task.
    others: Vec<SetForms>,
}

/// A task with the forms of each set for it.
#[derive(Debug, Serialize)]
struct TaskView {
    task: &'static str,
    /// Whether the office issues the forms.
    of_office: bool,
    /// How many regions have a form for it, where the page does not show them.
    provided: Option<usize>,
    sets: Vec<SetForms>,
}

#[derive(Debug, Serialize)]
struct SetChoice {
    id: String,
    name: String,
}

/// The forms of a set for a task.
#[derive(Debug, Serialize)]
struct SetForms {
    set: String,
    name: String,
    href: String,
    /// The page of the task in the set.
    procedure: Option<String>,
    is_baseline: bool,
    forms: Vec<ListedForm>,
    /// Whom to ask where there is none.
    ask: Vec<LinkView>,
}

#[derive(Debug, Serialize)]
struct ListedForm {
    link: LinkView,
    purpose: Option<String>,
    origin: String,
    pdf: Option<PdfView>,
}

/// A way of the home page to forms.
#[derive(Debug, Serialize)]
pub(super) struct TaskLink {
    task: &'static str,
    href: String,
}

impl SitePage for FormsPage {
    fn folder(&self) -> String {
        "forms/".to_owned()
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        Some(site.messages.text("forms-title"))
    }

    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>> {
        vec![Box::new(HomePage)]
    }

    fn series(&self) -> Option<String> {
        None
    }

    fn set(&self) -> Option<&SetKey> {
        None
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/forms.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        let few = site.parts.is_empty();
        let shown = site.corpus.sets.values().filter(|set| few || set.key == SetKey::Baseline);
        Some(PageView::of(&FormsView::of(&shown.collect::<Vec<_>>(), None, site, scope)))
    }
}

impl SitePage for FormsPartPage {
    fn folder(&self) -> String {
        format!("forms/{}/", self.0.folder())
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        Some(site.messages.with("forms-of-part", &[("name", &self.0.name(site.messages))]))
    }

    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>> {
        vec![Box::new(HomePage), Box::new(FormsPage)]
    }

    fn series(&self) -> Option<String> {
        Some("forms".to_owned())
    }

    fn set(&self) -> Option<&SetKey> {
        None
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/forms.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        let part = site.parts.part(self.0)?;
        Some(PageView::of(&FormsView::of(&part.sets, Some(self.0.name(scope.messages)), site, scope)))
    }
}

impl FormsView {
    /// Returns the forms of the sets `shown`: all of them, those of the part of this name, or the models alone.
    fn of(shown: &[&Set], part: Option<String>, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Self {
        let index = PartIndex::of(scope, FormsPartPage, None).filter(|_| part.is_none());
        let task = |task: FormTask| TaskView {
            task: task.word(),
            of_office: task == FormTask::Notice,
            provided: index.is_some().then(|| site.regions().filter(|set| has_form_for(set, task)).count()),
            sets: sets_for(task, shown, site, scope),
        };
        let others = |set: &&&Set| set.forms.iter().any(|form| form.tasks.is_empty());
        Self {
            tasks: tasks_of(site.corpus).map(task).collect(),
            sets: (shown.iter())
                .map(|set| SetChoice { id: set.key.to_string(), name: scope.word(&set.name) })
                .collect(),
            others: (shown.iter().filter(others))
                .map(|set| set_forms(set, None, |form| form.tasks.is_empty(), site, scope))
                .collect(),
            part,
            index,
        }
    }
}

fn has_form_for(set: &Set, task: FormTask) -> bool {
    set.forms.iter().any(|form| form.tasks.contains(&task))
}

/// Whether there is any form.
pub(super) fn has_forms(corpus: &Corpus) -> bool {
    corpus.sets.values().any(|set| !set.forms.is_empty())
}

/// Returns the ways from the home page to the forms for each task of a facility.
pub(super) fn task_links(corpus: &Corpus, scope: &PageScope<'_>) -> Vec<TaskLink> {
    let tasks = tasks_of(corpus).filter(|task| *task != FormTask::Notice);
    let page = || scope.links.to(&FormsPage);
    tasks.map(|task| TaskLink { task: task.word(), href: format!("{}#{}", page(), task.word()) }).collect()
}

/// The tasks for which some set has a form.
fn tasks_of(corpus: &Corpus) -> impl Iterator<Item = FormTask> {
    let has = |task: &FormTask| corpus.sets.values().flat_map(|set| &set.forms).any(|form| form.tasks.contains(task));
    TASKS.into_iter().filter(has)
}

/// Returns the regions of `shown` with their forms for `task`, and the baseline last, where it has any: its forms are models.
fn sets_for(task: FormTask, shown: &[&Set], site: &SiteSources<'_>, scope: &PageScope<'_>) -> Vec<SetForms> {
    let is_for = |form: &Form| form.tasks.contains(&task);
    let is_baseline = |set: &&&Set| set.key == SetKey::Baseline;
    let baseline = shown.iter().filter(is_baseline).filter(|set| has_form_for(set, task));
    // What the office issues is asked for by nobody, so that nothing is missing where there is none.
    let has_place = |set: &&&Set| task != FormTask::Notice || has_form_for(set, task);
    let regions = shown.iter().filter(|set| !is_baseline(set)).filter(has_place);
    regions.chain(baseline).map(|set| set_forms(set, Some(task), is_for, site, scope)).collect()
}

fn set_forms(
    set: &Set,
    task: Option<FormTask>,
    is_for: impl Fn(&Form) -> bool,
    site: &SiteSources<'_>,
    scope: &PageScope<'_>,
) -> SetForms {
    let page = scope.links.to(&SetPage(&set.key));
    let forms: Vec<ListedForm> =
        set.forms.iter().filter(|form| is_for(form)).map(|form| listed(set, form, site, scope)).collect();
    let contacts = set.contacts.iter().filter(|_| forms.is_empty());
    SetForms {
        set: set.key.to_string(),
        name: scope.word(&set.name),
        is_baseline: set.key == SetKey::Baseline,
        ask: contacts.map(|one| link_to(scope.word(&one.name), format!("{page}#contact-{}", one.id))).collect(),
        href: page,
        procedure: task.and_then(|task| procedure_link(set, task, scope)),
        forms,
    }
}

fn listed(set: &Set, form: &Form, site: &SiteSources<'_>, scope: &PageScope<'_>) -> ListedForm {
    let title = labelled_title(form.label.as_ref(), &form.title, scope.links.lang);
    ListedForm {
        link: link_to(title, scope.links.to(&FormPage(&set.key, &form.id))),
        purpose: scope.optional(form.purpose.as_ref()),
        origin: site.origin_mark(set, form),
        pdf: site.pdf(&pdf::form_path(site.lang(), &set.key, &form.id), scope),
    }
}
