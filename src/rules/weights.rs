//! How much findings weigh: what `junsoku.yaml` says, and findings that are allowed at their place.
//!
//! A comment `# allow J0427: reason` in a content file allows findings of that code in what stands below it: the next
//! line and the lines that are indented deeper.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::check::{rule, rules};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, Severity, SourceFile};
use crate::content::{Content, Weight, unknown_name};

/// Weighs `findings` as `content` says, and takes away what is allowed.
pub fn weigh_findings(content: &Content, findings: &mut Diagnostics) {
    let mut faults = Diagnostics::default();
    let weights = weights(content, &mut faults);
    let mut allowances: Vec<Allowance> = content.files.iter().flat_map(|file| allowances(file, &mut faults)).collect();
    findings.revise(|mut finding| {
        match weights.get(finding.code.name()) {
            Some(Weight::Off) => return None,
            Some(Weight::Error) => finding.severity = Severity::Error,
            Some(Weight::Warning) => finding.severity = Severity::Warning,
            None => {}
        }
        let place = finding.place.as_ref();
        let allowed = place.and_then(|place| allowances.iter_mut().find(|one| one.covers(finding.code.name(), place)));
        match allowed {
            // One allowance takes all findings of its code below it; it is used as soon as it took one.
            Some(allowance) => {
                allowance.used = true;
                None
            }
            None => Some(finding),
        }
    });
    // Rules do not look at earlier editions, which keep the allowances that they had.
    let is_due = |one: &&Allowance| !one.used && !content.past.contains(&one.place.file.path);
    for unused in allowances.iter().filter(is_due).filter(|one| weights.get(one.code.as_str()) != Some(&Weight::Off)) {
        findings.push(Diagnostic::new(Code::J0430).at(&unused.place).arg("allowed", &unused.code));
    }
    // Faults of the settings themselves cannot be weighed away.
    findings.append(faults);
}

/// Returns the weights of `junsoku.yaml`, by code.
fn weights<'a>(content: &'a Content, faults: &mut Diagnostics) -> BTreeMap<&'a str, Weight> {
    let mut weights = BTreeMap::new();
    for (code, weight) in content.settings.iter().flat_map(|settings| &settings.severity.0) {
        // A rule whose finding would make a page say more than is known stays an error whatever a council sets.
        if rule(&code.value).is_some_and(|rule| rule.adjustable) {
            weights.insert(code.value.as_str(), *weight);
        } else {
            let adjustable = rules().iter().filter(|rule| rule.adjustable).map(|rule| rule.code.name());
            faults.push(unknown_name(Code::J0209, &code.value, &code.place, adjustable));
        }
    }
    weights
}

/// A comment that allows findings.
struct Allowance {
    code: String,
    /// The comment.
    place: Place,
    /// The place of the text that it is about.
    covered: Place,
    used: bool,
}

impl Allowance {
    fn covers(&self, code: &str, place: &Place) -> bool {
        self.code == code && place.file.path == self.place.file.path && self.covered.span.contains(&place.span.start)
    }
}

/// The allowances of a file; those without a code that can be allowed or without a reason are reported.
fn allowances(file: &Arc<SourceFile>, faults: &mut Diagnostics) -> Vec<Allowance> {
    const MARK: &str = "# allow ";
    let mut found = Vec::new();
    if !file.text.contains(MARK) {
        return found;
    }
    let mut offset = 0;
    for line in file.text.split_inclusive('\n') {
        // The place of the comment without its indentation, so that the mark in a message stands under it.
        let start = offset + (line.len() - line.trim_start().len());
        offset += line.len();
        let Some(rest) = line.trim().strip_prefix(MARK) else { continue };
        let place = Place::new(file, start..start + line.trim().len());
        let (code, reason) = rest.split_once(':').unwrap_or((rest, ""));
        // An allowance without a reason would leave whoever comes next to guess.
        if !rule(code).is_some_and(|rule| rule.adjustable) || reason.trim().is_empty() {
            faults.push(Diagnostic::new(Code::J0431).at(&place).arg("allowed", code));
            continue;
        }
        found.push(Allowance { code: code.to_owned(), place, covered: covered(file, offset), used: false });
    }
    found
}

/// The first line after `from` that is no comment, with the lines below it that are indented deeper.
fn covered(file: &Arc<SourceFile>, from: usize) -> Place {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let is_empty = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
    let mut first = None;
    let mut end = from;
    for line in file.text[from..].split_inclusive('\n') {
        if !is_empty(line) {
            match first {
                None => first = Some(indent(line)),
                // YAML says by indentation what belongs to what, also within a text that is folded over lines.
                Some(depth) if indent(line) <= depth => break,
                Some(_) => {}
            }
        }
        end += line.len();
    }
    Place::new(file, from..end)
}
