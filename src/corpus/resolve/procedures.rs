//! Resolving the procedures of a set.

use super::references::{Dangling, References};
use super::words::resolve_words;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content::{self, Bilingual, SetKey, Text};
use crate::corpus::model::{AnswerPlace, Form, Procedure, ProcedureStep, SharedAnswer};

/// The procedures as written, with contacts that there are; a second one of a task is reported.
pub(super) fn resolve_procedures(
    key: &SetKey,
    written: &[content::WrittenProcedure],
    references: &References<'_>,
    findings: &mut Diagnostics,
) -> Vec<Procedure> {
    let mut procedures: Vec<Procedure> = Vec::new();
    for one in written {
        if procedures.iter().any(|known| known.task == one.task) {
            findings.push(Diagnostic::new(Code::J0301).at(&one.place).arg("id", one.task.word()));
            continue;
        }
        procedures.push(resolved_procedure(key, one, references, findings));
    }
    procedures
}

fn resolved_procedure(
    key: &SetKey,
    written: &content::WrittenProcedure,
    references: &References<'_>,
    findings: &mut Diagnostics,
) -> Procedure {
    let words = |said: &Option<Bilingual>| said.as_ref().map(resolve_words);
    let send_to = written.send_to.as_ref().filter(|id| match references.find_contact(&id.value, key) {
        Ok(_) => true,
        Err(dangling) => {
            findings.push(dangling.finding(&format!("contact:{}", id.value), &id.place));
            false
        }
    });
    let step = |step: &content::WrittenStep| ProcedureStep {
        form: step.form.value.clone(),
        keeper: words(&step.keeper),
        note: words(&step.note),
        place: step.form.place.clone(),
    };
    let mut answer = |answer: &content::WrittenAnswer| SharedAnswer {
        fields: answer.fields.iter().filter_map(|field| answer_place(field, findings)).collect(),
    };
    Procedure {
        task: written.task,
        about: words(&written.about),
        deadline: words(&written.deadline),
        send_to: send_to.map(|id| id.value.clone()),
        answers: written.answers.iter().map(&mut answer).collect(),
        steps: written.forms.iter().map(step).collect(),
    }
}

fn answer_place(written: &Text, findings: &mut Diagnostics) -> Option<AnswerPlace> {
    let Some((form, path)) = written.value.split_once(':') else {
        findings.push(Dangling::nothing().finding(&written.value, &written.place));
        return None;
    };
    Some(AnswerPlace { form: form.to_owned(), path: path.to_owned(), place: written.place.clone() })
}

/// Leaves of `procedures` what leads to forms that are there; what does not is reported, once the forms are known.
/// A form whose file had errors is not judged.
pub(super) fn settle_procedures(
    procedures: &mut [Procedure],
    forms: &[Form],
    is_broken: &impl Fn(&str) -> bool,
    findings: &mut Diagnostics,
) {
    let known = || forms.iter().map(|form| form.id.as_str());
    for procedure in procedures {
        procedure.steps.retain(|step| {
            let is_there = known().any(|id| id == step.form);
            if !is_there && !is_broken(&step.form) {
                findings.push(Dangling::among("", &step.form, known()).finding(&step.form, &step.place));
            }
            is_there
        });
        for answer in &mut procedure.answers {
            answer.fields.retain(|field| {
                let form = forms.iter().find(|form| form.id == field.form);
                let is_there = form.is_some_and(|form| form.asks_for(&field.path));
                if !is_there && !is_broken(&field.form) {
                    let written = format!("{}:{}", field.form, field.path);
                    findings.push(Dangling::nothing().finding(&written, &field.place));
                }
                is_there
            });
        }
        procedure.answers.retain(|answer| !answer.fields.is_empty());
    }
}
