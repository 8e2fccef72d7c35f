//! Procedures: what a task of a facility takes.

use super::words::Words;
use crate::base::diagnostics::Place;
use crate::content::FormTask;

/// The forms of a task in their order, and what else is to be known of it.
#[derive(Debug, Clone)]
pub struct Procedure {
    /// The task.
    pub task: FormTask,
    /// The procedure in a sentence or two.
    pub about: Option<Words>,
    /// The time by which it is done.
    pub deadline: Option<Words>,
    /// The contact to whom the forms are sent, by id.
    pub send_to: Option<String>,
    /// The forms.
    pub steps: Vec<ProcedureStep>,
    /// The answers that are asked for once.
    pub answers: Vec<SharedAnswer>,
}

/// A form of a procedure.
#[derive(Debug, Clone)]
pub struct ProcedureStep {
    /// The form, by id.
    pub form: String,
    /// The person or office that keeps it.
    pub keeper: Option<Words>,
    /// The condition under which it is needed, or what else is to be known.
    pub note: Option<Words>,
    /// The place where the form is named.
    pub place: Place,
}

/// An answer that goes into several places.
#[derive(Debug, Clone)]
pub struct SharedAnswer {
    /// The places, the first of which says what is asked.
    pub fields: Vec<AnswerPlace>,
}

/// A place of a form that an answer goes into.
#[derive(Debug, Clone)]
pub struct AnswerPlace {
    /// The form, by id.
    pub form: String,
    /// The path on it: `establishment.name`.
    pub path: String,
    /// The place where it is named.
    pub place: Place,
}

impl Procedure {
    /// All that is said of it in words.
    pub fn words(&self) -> impl Iterator<Item = &Words> {
        let steps = self.steps.iter().flat_map(|step| step.keeper.iter().chain(&step.note));
        self.about.iter().chain(&self.deadline).chain(steps)
    }
}
