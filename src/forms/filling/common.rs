//! Answers that are the same in every form, put into records that do not give them.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::data::from_json;
use super::record::FormRecord;
use super::sheet::AskedSheet;
use super::validated::placed;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};

/// Adds `answers`, which one record holds, to `records`; `None` after reporting what is wrong with them.
pub(super) fn add_answers(
    records: &mut [FormRecord],
    answers: &[FormRecord],
    sheet: &AskedSheet,
    findings: &mut Diagnostics,
) -> Option<()> {
    let mut sound = true;
    for answer in answers {
        // What they leave out the records give.
        let missing = [Code::J0705, Code::J0707, Code::J0737];
        for fault in from_json(sheet, &answer.data).err().unwrap_or_default() {
            if !missing.contains(&fault.diagnostic.code) {
                findings.push(placed(answer, fault));
                sound = false;
            }
        }
    }
    if !sound {
        return None;
    }
    for record in records {
        let passed_over = answers.iter().flat_map(|answer| complete(record, &answer.data)).collect::<Vec<_>>();
        let heads: Vec<_> = passed_over.iter().filter_map(|path| record.heading_of(path)).collect();
        if let Some((_, place)) = heads.first() {
            let headings: Vec<&str> = heads.iter().map(|(heading, _)| heading.as_str()).collect();
            findings.push(Diagnostic::new(Code::J0744).at(place).arg("columns", headings.join(", ")));
        }
    }
    Some(())
}

/// Puts into the data of `record` what `answers` has and it has not, block by block and field by field. Lines of a table are given by one of
/// them. Returns the places of which a list said something else in a column that was only assumed to be about them: 住所 beside the names of
/// staff is as likely to be their own.
fn complete(record: &mut FormRecord, answers: &Json) -> Vec<String> {
    let assumed: BTreeSet<String> = record.assumed().map(|(path, _)| path.to_owned()).collect();
    let (mut known, mut passed_over) = (Vec::new(), Vec::new());
    let (Json::Object(data), Json::Object(answers)) = (&mut record.data, answers) else { return passed_over };
    for (block, answer) in answers {
        match (data.get_mut(block), answer) {
            (None, answer) => {
                data.insert(block.clone(), answer.clone());
            }
            (Some(Json::Object(own)), Json::Object(answer)) => {
                for (field, value) in answer {
                    let path = format!("{block}.{field}");
                    let is_assumed = assumed.contains(&path) && !matches!(value.as_str(), Some(""));
                    let said = own.get(field);
                    if is_assumed && said.is_some_and(|said| said != value) {
                        passed_over.push(path.clone());
                    }
                    if is_assumed || said.is_none() {
                        own.insert(field.clone(), value.clone());
                        known.push(path);
                    }
                }
            }
            (Some(_), _) => {}
        }
    }
    for path in &known {
        record.take_over(path);
    }
    passed_over
}
