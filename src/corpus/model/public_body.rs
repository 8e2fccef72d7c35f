//! What a public body says of its site, and what a test of accessibility found.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::words::Words;
use crate::base::diagnostics::Place;

/// The success criteria of levels A and AA of JIS X 8341-3:2016, which are those of WCAG 2.0 and ISO/IEC 40500, each with its level.
pub const CRITERIA: [(&str, &str); 38] = [
    ("1.1.1", "A"),
    ("1.2.1", "A"),
    ("1.2.2", "A"),
    ("1.2.3", "A"),
    ("1.2.4", "AA"),
    ("1.2.5", "AA"),
    ("1.3.1", "A"),
    ("1.3.2", "A"),
    ("1.3.3", "A"),
    ("1.4.1", "A"),
    ("1.4.2", "A"),
    ("1.4.3", "AA"),
    ("1.4.4", "AA"),
    ("1.4.5", "AA"),
    ("2.1.1", "A"),
    ("2.1.2", "A"),
    ("2.2.1", "A"),
    ("2.2.2", "A"),
    ("2.3.1", "A"),
    ("2.4.1", "A"),
    ("2.4.2", "A"),
    ("2.4.3", "A"),
    ("2.4.4", "A"),
    ("2.4.5", "AA"),
    ("2.4.6", "AA"),
    ("2.4.7", "AA"),
    ("3.1.1", "A"),
    ("3.1.2", "AA"),
    ("3.2.1", "A"),
    ("3.2.2", "A"),
    ("3.2.3", "AA"),
    ("3.2.4", "AA"),
    ("3.3.1", "A"),
    ("3.3.2", "A"),
    ("3.3.3", "AA"),
    ("3.3.4", "AA"),
    ("4.1.1", "A"),
    ("4.1.2", "A"),
];

/// What a public body says of its site.
#[derive(Debug)]
pub struct PublicBody {
    /// The day on which the site was last brought up to date.
    pub updated: Option<Date>,
    /// The policy on accessibility.
    pub accessibility: Option<AccessibilityPolicy>,
    /// What the server keeps of a visit.
    pub privacy: Option<Words>,
    /// The results of the last test.
    pub test: Option<AccessibilityTest>,
    /// The file that says it.
    pub place: Place,
}

/// A policy on accessibility.
#[derive(Debug)]
pub struct AccessibilityPolicy {
    /// The pages that it covers; none where that is the whole site.
    pub scope: Option<Words>,
    /// The day by which the level is to be reached.
    pub by: Option<Date>,
    /// What is left out, and why.
    pub exceptions: Option<Words>,
    /// Where to turn.
    pub contact: Option<Words>,
}

/// What a run of the checks of accessibility found.
#[derive(Debug)]
pub struct AccessibilityTest {
    /// Its day.
    pub date: Date,
    /// The browser and the sizes of its window.
    pub environment: String,
    /// The programs that checked.
    pub tools: Vec<String>,
    /// The pages that were checked.
    pub pages: Vec<String>,
    /// How many rules looked at a criterion and how many places break it, by its number.
    pub criteria: BTreeMap<String, CheckedCriterion>,
}

/// What the checks found of one success criterion.
#[derive(Debug, Clone, Copy)]
pub struct CheckedCriterion {
    /// The number of rules that looked.
    pub rules: u32,
    /// The number of places that break it.
    pub faults: u32,
}
