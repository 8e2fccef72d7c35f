//! The page of a procedure: what a task takes in a region, form by form, with the answers that go into several of them. Of a task
//! of which the region tells nothing, the page has the forms that are for it, or whom to ask.

use serde::Serialize;

use super::form::script_spec;
use super::{FormPage, FormsPage, HomePage, SetPage, labelled_title};
use crate::content::{FormTask, SetKey};
use crate::corpus::{Corpus, Form, Procedure, Set, Words};
use crate::forms::filling::AskedSheet;
use crate::forms::{self, ContactView, CopyView};
use crate::pdf;
use crate::site::links::{LinkView, link_to};
use crate::site::page::{PageView, SitePage};
use crate::site::provisions::PageScope;
use crate::site::sources::{PdfView, SiteSources};
use crate::site::templates::{PageTemplate, page_template};

/// The page of a task in a region.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct ProcedurePage<'a>(pub(in crate::site) &'a SetKey, pub(in crate::site) FormTask);

#[derive(Debug, Serialize)]
struct ProcedureView {
    /// Whether the region tells of the procedure; else the steps are its forms for the task.
    is_told: bool,
    introduction: Option<String>,
    deadline: Option<String>,
    send_to: Option<ContactView>,
    steps: Vec<StepView>,
    /// Whom to ask where there is no form.
    ask: Vec<LinkView>,
    region: LinkView,
    all_forms: String,
    answers: Vec<AnswerView>,
    /// Whether everything can be printed at once.
    prints: bool,
    /// The facts that the script knows of the procedure, those of each form that it fills in, and its words, as JSON.
    spec: String,
    form_specs: Vec<String>,
    words: String,
}

#[derive(Debug, Serialize)]
struct StepView {
    form: String,
    link: LinkView,
    pdf: Option<PdfView>,
    /// The folder of the form's page, where its replica stands.
    folder: String,
    keeper: Option<String>,
    note: Option<String>,
    purpose: Option<String>,
    origin: String,
    copies: Vec<CopyView>,
}

/// An answer that is asked for once.
#[derive(Debug, Serialize)]
struct AnswerView {
    label: String,
    kind: &'static str,
    options: Vec<(String, String)>,
    /// The forms that it goes into.
    forms: Vec<String>,
    /// Each place as the form's name and the path.
    places: Vec<(String, String)>,
}

#[derive(Debug, Serialize)]
struct ProcedureSpec<'a> {
    procedure: String,
    lang: &'static str,
    answers: &'a [AnswerView],
    /// The forms in their order, with whether what is filled in may be kept.
    forms: Vec<SpecForm>,
}

#[derive(Debug, Serialize)]
struct SpecForm {
    form: String,
    keeps: bool,
}

impl SitePage for ProcedurePage<'_> {
    fn folder(&self) -> String {
        format!("{}/procedures/{}/", self.0.folder(), self.1.word())
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        let set = site.corpus.set(self.0)?;
        let task = site.messages.text(&format!("task-{}", self.1.word()));
        Some(site.messages.with("procedure-title", &[("task", &task), ("region", set.name.get(site.lang()))]))
    }

    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>> {
        vec![Box::new(HomePage), Box::new(SetPage(self.0))]
    }

    fn series(&self) -> Option<String> {
        None
    }

    fn set(&self) -> Option<&SetKey> {
        Some(self.0)
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/procedure.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        let set = site.corpus.set(self.0)?;
        Some(PageView::of(&procedure_view(set, self.1, site, scope)))
    }
}

/// Returns the page of each task of each region that has forms.
pub(in crate::site) fn procedure_pages(corpus: &Corpus) -> impl Iterator<Item = ProcedurePage<'_>> {
    let sets = corpus.sets.values().filter(|set| set.key != SetKey::Baseline && !set.forms.is_empty());
    sets.flat_map(|set| FormTask::OF_FACILITY.map(|task| ProcedurePage(&set.key, task)))
}

/// Returns the address of the page of `task` in `set`, if it has one.
pub(super) fn procedure_link(set: &Set, task: FormTask, scope: &PageScope<'_>) -> Option<String> {
    let has_pages = matches!(set.key, SetKey::Region(_)) && !set.forms.is_empty();
    (has_pages && FormTask::OF_FACILITY.contains(&task)).then(|| scope.links.to(&ProcedurePage(&set.key, task)))
}

/// Returns the ways to the procedures of `set`.
pub(super) fn procedure_links(set: &Set, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Vec<LinkView> {
    let link = |task: FormTask| {
        let words = site.messages.text(&format!("task-{}", task.word()));
        Some(link_to(words, procedure_link(set, task, scope)?))
    };
    FormTask::OF_FACILITY.into_iter().filter_map(link).collect()
}

/// Returns the ways to the procedures of `set` that take `form`.
pub(super) fn procedures_with(set: &Set, form: &Form, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Vec<LinkView> {
    let links = procedure_links(set, site, scope);
    let takes = |task: FormTask| taken_forms(set, task).iter().any(|(step, _)| step.id == form.id);
    links.into_iter().zip(FormTask::OF_FACILITY).filter(|(_, task)| takes(*task)).map(|(link, _)| link).collect()
}

/// Returns the procedure of `set` for `task`, if it tells of one.
fn told_procedure(set: &Set, task: FormTask) -> Option<&Procedure> {
    set.procedures.iter().find(|procedure| procedure.task == task)
}

type Step<'a> = (&'a Form, Option<&'a crate::corpus::ProcedureStep>);

/// Returns the forms of `task` in their order, with what the procedure says of each.
fn taken_forms(set: &Set, task: FormTask) -> Vec<Step<'_>> {
    match told_procedure(set, task) {
        Some(procedure) => {
            procedure.steps.iter().filter_map(|step| Some((set.form(&step.form)?, Some(step)))).collect()
        }
        None => set.forms.iter().filter(|form| form.tasks.contains(&task)).map(|form| (form, None)).collect(),
    }
}

fn procedure_view(set: &Set, task: FormTask, site: &SiteSources<'_>, scope: &PageScope<'_>) -> ProcedureView {
    let (lang, messages) = (site.lang(), site.messages);
    let procedure = told_procedure(set, task);
    let taken = taken_forms(set, task);
    let answers = answers(set, procedure, site);
    let said = |words: Option<&Words>| scope.optional(words);
    let contact = procedure.and_then(|procedure| procedure.send_to.as_ref());
    let contact = contact.and_then(|id| set.contacts.iter().find(|contact| contact.id == *id));
    let page = scope.links.to(&SetPage(&set.key));
    let steps: Vec<StepView> = taken.iter().map(|step| step_view(set, *step, site, scope)).collect();
    let spec = ProcedureSpec {
        procedure: format!("{}/{}", set.key, task.word()),
        lang: lang.code(),
        answers: &answers,
        forms: taken
            .iter()
            .map(|(form, _)| SpecForm { form: format!("{}/{}", set.key, form.id), keeps: form.draft })
            .collect(),
    };
    ProcedureView {
        is_told: procedure.is_some(),
        introduction: said(procedure.and_then(|procedure| procedure.about.as_ref())),
        deadline: said(procedure.and_then(|procedure| procedure.deadline.as_ref())),
        send_to: contact.map(|contact| ContactView::of(contact, messages)),
        ask: (set.contacts.iter().filter(|_| taken.is_empty()))
            .map(|one| link_to(scope.word(&one.name), format!("{page}#contact-{}", one.id)))
            .collect(),
        region: link_to(scope.word(&set.name), page),
        all_forms: scope.links.to(&FormsPage),
        prints: !steps.is_empty() && steps.iter().all(|step| step.pdf.as_ref().is_some_and(PdfView::has_replica)),
        // Nothing in it can fail to be written.
        spec: serde_json::to_string(&spec).unwrap_or_default(),
        form_specs: taken.iter().map(|(form, _)| script_spec(form, &set.key, site.corpus, lang)).collect(),
        words: site.script_words.to_owned(),
        answers,
        steps,
    }
}

fn step_view(set: &Set, (form, step): Step<'_>, site: &SiteSources<'_>, scope: &PageScope<'_>) -> StepView {
    let page = scope.links.to(&FormPage(&set.key, &form.id));
    StepView {
        form: format!("{}/{}", set.key, form.id),
        link: link_to(labelled_title(form.label.as_ref(), &form.title, scope.links.lang), page.clone()),
        pdf: site.pdf(&pdf::form_path(site.lang(), &set.key, &form.id), scope),
        folder: page.trim_end_matches("index.html").to_owned(),
        keeper: scope.optional(step.and_then(|step| step.keeper.as_ref())),
        note: scope.optional(step.and_then(|step| step.note.as_ref())),
        purpose: scope.optional(form.purpose.as_ref()),
        origin: site.origin_mark(set, form),
        copies: forms::copies(form, site.messages),
    }
}

/// Returns the answers that the procedure asks for once.
fn answers(set: &Set, procedure: Option<&Procedure>, site: &SiteSources<'_>) -> Vec<AnswerView> {
    let view = |answer: &crate::corpus::SharedAnswer| {
        let first = answer.fields.first()?;
        let form = set.form(&first.form)?;
        let sheet = AskedSheet::of(site.corpus, set, form, site.messages);
        let (_, field) = sheet.at(&first.path)?;
        let titles = answer.fields.iter().filter_map(|place| set.form(&place.form));
        Some(AnswerView {
            label: field.label.clone(),
            kind: field.kind.word(),
            options: field.choices.clone(),
            forms: titles.map(|form| form.title.get(site.lang()).clone()).collect(),
            places: (answer.fields.iter())
                .map(|place| (format!("{}/{}", set.key, place.form), place.path.clone()))
                .collect(),
        })
    };
    procedure.iter().flat_map(|procedure| &procedure.answers).filter_map(view).collect()
}
