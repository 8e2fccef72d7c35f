//! What changed in the requirements of a baseline.

use std::collections::BTreeSet;

use crate::base::notation::widths::folded;
use crate::corpus::{Corpus, Requirement};
use crate::rules::review::requirement_texts;

/// The fate of a requirement from one baseline to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RequirementFate {
    /// Only the newer baseline has it.
    New,
    /// Both have it, and it is not the same.
    Changed,
    /// Only the older baseline has it.
    Withdrawn,
}

impl RequirementFate {
    /// Returns the stable name: in data, in message ids.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// A property in which a requirement changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangedAspect {
    /// Its words: title, text, or the provisions that it comes from.
    Words,
    /// Its binding force.
    Level,
    /// Its scope.
    Scope,
    /// Its actor.
    Actor,
    /// The values that can be compared.
    Conditions,
}

impl ChangedAspect {
    /// Returns the stable name: in data, in message ids.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Level => "level",
            Self::Scope => "scope",
            Self::Actor => "actor",
            Self::Conditions => "conditions",
        }
    }
}

/// A requirement that is not the same in both baselines.
#[derive(Debug)]
pub struct RequirementChange<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its fate.
    pub fate: RequirementFate,
    /// The properties in which it changed.
    pub aspects: BTreeSet<ChangedAspect>,
    /// It as it was.
    pub old: Option<&'a Requirement>,
    /// It as it is.
    pub new: Option<&'a Requirement>,
}

/// Returns the requirements that are not the same in both corpora: the newer one's in their order, then those that are gone.
#[must_use]
pub fn requirement_changes<'a>(old: &'a Corpus, new: &'a Corpus) -> Vec<RequirementChange<'a>> {
    let (old_texts, new_texts) = (requirement_texts(old), requirement_texts(new));
    let before = |id: &str| old.requirement(id);
    let kept = new.requirements().filter_map(|requirement| {
        let id = requirement.id.as_str();
        let Some(former) = before(id) else {
            let fate = RequirementFate::New;
            return Some(RequirementChange { id, fate, aspects: BTreeSet::new(), old: None, new: Some(requirement) });
        };
        let words = old_texts.get(id).map(|text| folded(text)) == new_texts.get(id).map(|text| folded(text));
        let aspects = changed_aspects(former, requirement, words);
        (!aspects.is_empty()).then_some(RequirementChange {
            id,
            fate: RequirementFate::Changed,
            aspects,
            old: Some(former),
            new: Some(requirement),
        })
    });
    let gone = old.requirements().filter(|requirement| new.requirement(&requirement.id).is_none());
    let gone = gone.map(|requirement| RequirementChange {
        id: &requirement.id,
        fate: RequirementFate::Withdrawn,
        aspects: BTreeSet::new(),
        old: Some(requirement),
        new: None,
    });
    kept.chain(gone).collect()
}

fn changed_aspects(old: &Requirement, new: &Requirement, same_words: bool) -> BTreeSet<ChangedAspect> {
    let aspects = [
        (ChangedAspect::Words, same_words),
        (ChangedAspect::Level, old.level == new.level),
        (ChangedAspect::Scope, old.scope == new.scope),
        (ChangedAspect::Actor, old.actor == new.actor),
        (ChangedAspect::Conditions, named_conditions(old) == named_conditions(new)),
    ];
    aspects.into_iter().filter(|(_, same)| !same).map(|(aspect, _)| aspect).collect()
}

/// The conditions of each alternative, whose parameters are named, since their places may change.
fn named_conditions(requirement: &Requirement) -> Vec<Vec<(&str, String)>> {
    let of_alternative = |alternative: &Vec<crate::corpus::Condition>| {
        let told = alternative.iter().filter_map(|condition| {
            let parameter = requirement.parameters.get(condition.parameter)?;
            Some((parameter.id.as_str(), format!("{:?} {:?}", parameter.unit, condition.test)))
        });
        told.collect()
    };
    requirement.alternatives.iter().map(of_alternative).collect()
}
