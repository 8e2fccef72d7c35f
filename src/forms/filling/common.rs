//! Answers that are the same in every form, put into records that do not give them.

use serde_json::{Map, Value as Json};

use super::data::from_json;
use super::record::FormRecord;
use super::sheet::AskedSheet;
use super::validated::placed;
use crate::base::diagnostics::{Code, Diagnostics};

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
        for answer in answers {
            if let (Json::Object(data), Json::Object(answers)) = (&mut record.data, &answer.data) {
                complete(data, answers);
            }
        }
    }
    Some(())
}

/// Puts into `data` what `answers` has and it has not, block by block and field by field. Lines of a table are given by one of them.
fn complete(data: &mut Map<String, Json>, answers: &Map<String, Json>) {
    for (block, answer) in answers {
        match (data.get_mut(block), answer) {
            (None, answer) => {
                data.insert(block.clone(), answer.clone());
            }
            (Some(Json::Object(own)), Json::Object(answer)) => {
                for (field, value) in answer {
                    if !own.contains_key(field) {
                        own.insert(field.clone(), value.clone());
                    }
                }
            }
            (Some(_), _) => {}
        }
    }
}
