//! Resolving what a public body says of its site.

use std::collections::BTreeMap;

use super::words::resolve_words;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content::{Content, WrittenAccessibilityTest};
use crate::corpus::model::{AccessibilityPolicy, AccessibilityTest, CRITERIA, CheckedCriterion, PublicBody};

/// Returns what a public body says of its site, if it has a file of its own.
pub(super) fn resolve_public_body(content: &Content, findings: &mut Diagnostics) -> Option<PublicBody> {
    let written = content.public_body.as_ref()?;
    let words = |said: &Option<crate::content::Bilingual>| said.as_ref().map(resolve_words);
    Some(PublicBody {
        updated: written.updated.as_ref().map(|day| day.value),
        accessibility: written.accessibility.as_ref().map(|policy| AccessibilityPolicy {
            scope: words(&policy.scope),
            by: policy.by.as_ref().map(|day| day.value),
            exceptions: words(&policy.exceptions),
            contact: words(&policy.contact),
        }),
        privacy: words(&written.privacy),
        test: content.accessibility_test.as_ref().map(|test| tested(test, findings)),
        place: written.place.clone(),
    })
}

fn tested(written: &WrittenAccessibilityTest, findings: &mut Diagnostics) -> AccessibilityTest {
    let texts = |list: &[crate::content::Text]| list.iter().map(|text| text.value.clone()).collect();
    let known: Vec<&str> = CRITERIA.iter().map(|(id, _)| *id).collect();
    let mut criteria = BTreeMap::new();
    for found in &written.criteria {
        if !known.contains(&found.id.value.as_str()) {
            findings.push(Diagnostic::new(Code::J0348).at(&found.id.place).arg("id", &found.id.value));
            continue;
        }
        let faults = found.faults.as_ref().map_or(0, |faults| faults.value);
        let counts = CheckedCriterion { rules: found.rules.value, faults };
        criteria.insert(found.id.value.clone(), counts);
    }
    AccessibilityTest {
        date: written.date.value,
        environment: written.environment.value.clone(),
        tools: texts(&written.tools),
        pages: texts(&written.pages),
        criteria,
    }
}
