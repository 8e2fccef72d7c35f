//! Findings, which junsoku has to tell about its input: a code, a place, a reason, a hint.
//!
//! A [`Diagnostic`] carries no words. Its message is `J0101` in `locales/{ja,en}/diagnostics.ftl`, its hint
//! `J0101-hint`; both take the diagnostic's arguments. Warnings and errors travel beside results in
//! [`Diagnostics`], so that one run reports everything it found.

mod bytes;
mod code;
mod grouped;
mod render;
mod sarif;
mod source;

pub use bytes::bad_byte;
pub use code::{Cause, Code};
pub(crate) use code::{Definition, codes};
pub use grouped::{Telling, told};
pub use render::{finding_records, human, summary_line};
pub use sarif::sarif;
pub use source::{Place, Position, SourceFile};

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::locale::Messages;

/// The weight of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The result would be wrong: nothing is published, exit status 1.
    Error,
    /// Someone should look; the build goes on.
    Warning,
}

impl Severity {
    /// The stable name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// The longest argument of a message, in bytes. A tag or a name in the content may have megabytes.
const LONGEST_ARGUMENT: usize = 4_000;

/// The arguments of the hints that several codes share, which a finding with such a hint may bear besides its own.
const OF_SHARED_HINTS: &[&str] = &["known", "name", "near"];

/// The arguments that every fault in data of a form bears, whether its message needs them or not.
const OF_DATA: &[&str] = &["heading", "path", "record", "row"];

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The code, whose name is also the id of the message.
    pub code: Code,
    /// The finding's weight: at first as its code says.
    pub severity: Severity,
    /// The place where it was found; `None` for findings about the environment.
    pub place: Option<Place>,
    args: Vec<(&'static str, String)>,
    hint: Option<&'static str>,
}

impl Diagnostic {
    /// A finding of this code, without a place yet.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self { code, severity: code.severity(), place: None, args: Vec::new(), hint: None }
    }

    /// The same finding at `place`.
    #[must_use]
    pub fn at(mut self, place: &Place) -> Self {
        self.place = Some(place.clone());
        self
    }

    /// The same finding with an argument for its message and hint. Of a long one the beginning is kept.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let mut value = value.into();
        if value.len() > LONGEST_ARGUMENT {
            value.truncate(value.floor_char_boundary(LONGEST_ARGUMENT));
            // A string that is cut keeps its memory: a thousand findings about one tag of a megabyte would hold a
            // gigabyte.
            value.shrink_to_fit();
            value.push('…');
        }
        self.args.push((name, value));
        self
    }

    /// The same finding with a hint of another message id than `<code>-hint`.
    #[must_use]
    pub fn hint_id(mut self, id: &'static str) -> Self {
        self.hint = Some(id);
        self
    }

    /// Returns the fault of its arguments, of which it must bear those that its code declares, each once, and no others.
    #[must_use]
    pub fn argument_fault(&self) -> Option<String> {
        let given: Vec<&'static str> = self.args.iter().map(|(name, _)| *name).collect();
        let once: BTreeSet<&'static str> = given.iter().copied().collect();
        let declared: BTreeSet<&'static str> = self.code.args().iter().copied().collect();
        let shared = self.hint.map_or(&[][..], |_| OF_SHARED_HINTS);
        let of_data = if self.code.name().starts_with("J07") { OF_DATA } else { &[] };
        let may_bear = |name: &&&'static str| shared.contains(*name) || of_data.contains(*name);
        let strange: Vec<_> = once.difference(&declared).filter(|name| !may_bear(name)).collect();
        let missing: Vec<_> = declared.difference(&once).collect();
        let sound = once.len() == given.len() && strange.is_empty() && missing.is_empty();
        (!sound).then(|| format!("{} bears {given:?}: strange {strange:?}, missing {missing:?}", self.code))
    }

    /// Returns the argument `name`, if it bears one.
    #[must_use]
    pub fn argument(&self, name: &str) -> Option<&str> {
        self.args.iter().find(|(bears, _)| *bears == name).map(|(_, value)| value.as_str())
    }

    /// The reason, in the language of `messages`.
    #[must_use]
    pub fn message(&self, messages: &Messages) -> String {
        debug_assert_eq!(self.argument_fault(), None, "a test that has a finding told holds its arguments");
        messages.with(self.code.name(), &self.borrowed_args())
    }

    /// Returns the advice on what to do about it, in the language of `messages`.
    #[must_use]
    pub fn hint(&self, messages: &Messages) -> Option<String> {
        let own = format!("{}-hint", self.code);
        let id = self.hint.unwrap_or(&own);
        messages.has(id).then(|| messages.with(id, &self.borrowed_args()))
    }

    /// The order in which findings are told; those without a place come first.
    fn order(&self, other: &Self) -> Ordering {
        let places = match (&self.place, &other.place) {
            (Some(one), Some(other)) => one.compare(other),
            (one, other) => one.is_some().cmp(&other.is_some()),
        };
        places.then_with(|| (self.code, &self.args).cmp(&(other.code, &other.args)))
    }

    fn borrowed_args(&self) -> Vec<(&str, &str)> {
        self.args.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }
}

/// The findings of a run, in the order of files and places once [sorted](Diagnostics::sorted).
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Adds a finding, if there is one.
    pub fn extend(&mut self, diagnostic: Option<Diagnostic>) {
        self.found.extend(diagnostic);
    }

    /// Adds the findings of another step.
    pub fn append(&mut self, other: Self) {
        self.found.extend(other.found);
    }

    /// Returns the findings one by one, in the order in which they were added.
    pub fn into_findings(self) -> impl Iterator<Item = Diagnostic> {
        self.found.into_iter()
    }

    /// Replaces each finding by what `revise` makes of it, if anything.
    pub fn revise(&mut self, revise: impl FnMut(Diagnostic) -> Option<Diagnostic>) {
        self.found = std::mem::take(&mut self.found).into_iter().filter_map(revise).collect();
    }

    /// Whether any finding is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|d| d.severity == Severity::Error)
    }

    /// Counts the findings of this severity, each once, as they are shown.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.sorted().iter().filter(|d| d.severity == severity).count()
    }

    /// All findings, by file and place, each once; those without a place come first.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut list: Vec<&Diagnostic> = self.found.iter().collect();
        list.sort_by(|one, other| one.order(other));
        list.dedup();
        list
    }
}
