//! The resolved side of consistency: the baseline's requirements, and what a region's provisions claim to meet.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::words::{Target, Text, Words};
use crate::base::diagnostics::Place;
use crate::content::{
    Actor, Extent, Located, Modality, ParameterType, RequirementLevel, Scope, SetKey, Standing, Unit,
};

/// Requirements about one matter.
#[derive(Debug)]
pub struct RequirementGroup {
    /// Its id, the first part of its requirements' ids.
    pub id: String,
    /// The subject of the requirements.
    pub title: Words,
    /// The requirements, in the order in which they are written.
    pub requirements: Vec<Requirement>,
}

/// A requirement of the baseline.
#[derive(Debug)]
pub struct Requirement {
    /// Its id.
    pub id: String,
    /// Ids that it had before.
    pub formerly: Vec<String>,
    /// The binding force that the baseline gives to it.
    pub level: RequirementLevel,
    /// The scope: the MCS service, or something else.
    pub scope: Scope,
    /// The actor that the baseline gives it to.
    pub actor: Actor,
    /// The requirement in a few words.
    pub title: Words,
    /// Its text, where not that of its first provision.
    pub text: Option<Text>,
    /// The provisions of the baseline that it comes from, by document and anchor.
    pub provisions: Vec<(String, String)>,
    /// The values that can be compared.
    pub parameters: Vec<Parameter>,
    /// The conditions of each alternative.
    pub alternatives: Vec<Vec<Condition>>,
    /// Its place in the file.
    pub place: Place,
}

/// Something that can be compared.
#[derive(Debug)]
pub struct Parameter {
    /// Its id.
    pub id: String,
    /// The type of its values.
    pub kind: ParameterType,
    /// The unit of a number.
    pub unit: Option<Unit>,
    /// The name of the parameter.
    pub label: Words,
    /// The values of a set or choice.
    pub values: Vec<(String, Words)>,
}

/// A condition that a parameter must meet.
#[derive(Debug)]
pub struct Condition {
    // A place and no id: that there is such a parameter was found when this was resolved.
    /// The parameter's place among those of the requirement.
    pub parameter: usize,
    /// The test that its value must pass.
    pub test: Test,
}

/// A test of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// This number or a greater one.
    AtLeast(u32),
    /// This number or a smaller one.
    AtMost(u32),
    /// All of these members, and perhaps others.
    IncludesAll(BTreeSet<String>),
    /// One of these.
    OneOf(BTreeSet<String>),
}

/// A value that a text gives to a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// A number in the parameter's unit.
    Number(u32),
    /// The members of a set, or the one choice.
    Members(BTreeSet<String>),
}

/// The values that a text gives to a requirement's parameters, by their places among them.
pub type Givens = BTreeMap<usize, Located<Given>>;

/// The standing of a region to the baseline, as far as its authors say.
#[derive(Debug, Default)]
pub struct Conformance {
    /// Whether `region.yaml` says that its provisions are being held against the baseline.
    pub begun: bool,
    /// The standing of what is said here: the council's own, or another's reading; `None` without a `conformance.yaml`.
    pub standing: Option<Located<Standing>>,
    /// The region's roles that do what the baseline gives to its actors.
    pub roles: Vec<LocalRole>,
    /// The claims of its provisions to meet requirements, in the order of documents and provisions.
    pub mappings: Vec<Mapping>,
    /// The requirements that a document which could not be obtained would meet.
    pub elsewhere: Vec<Elsewhere>,
    /// The departures from the baseline that are acknowledged.
    pub deviations: Vec<Deviation>,
}

/// A role of a region.
#[derive(Debug)]
pub struct LocalRole {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Words,
    /// In whose place.
    pub takes: Vec<Actor>,
    /// The provision by which the region sets it up.
    pub provision: Option<Target>,
}

/// A provision's claim to meet a requirement.
#[derive(Debug)]
pub struct Mapping {
    /// The requirement.
    pub requirement: String,
    /// The document of the provision.
    pub document: String,
    /// The provision's anchor.
    pub anchor: String,
    /// The claim.
    pub extent: Located<Extent>,
    /// The binding force of the provision.
    pub modality: Modality,
    /// The role that does it; `None` where it is the baseline's own actor.
    pub by: Option<String>,
    /// The values that the text gives to the parameters; several where it leaves a choice.
    pub given: Vec<Givens>,
    /// Provisions and forms that are read together with the provision.
    pub with: Vec<Target>,
    /// Why.
    pub note: Option<Text>,
    /// Its place in the file.
    pub place: Place,
}

/// A review of a mapping: somebody held its provision against its requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MappingReview {
    /// The day, where the record says it.
    pub day: Option<Date>,
    /// The name of the person, where the record says it.
    pub by: Option<String>,
    /// Whether provision and requirement are as they were then.
    pub holds: bool,
}

/// A requirement that would be met in a document that could not be obtained.
#[derive(Debug)]
pub struct Elsewhere {
    /// The requirement.
    pub requirement: String,
    /// The document, by its id among those that could not be obtained.
    pub document: String,
    /// The reason for looking for it there.
    pub reason: Text,
    /// Its place in the file.
    pub place: Place,
}

/// A departure from the baseline that is acknowledged.
#[derive(Debug)]
pub struct Deviation {
    /// The requirement.
    pub requirement: String,
    /// The departure: what differs.
    pub differs: Text,
    /// The council's reason, where the council gives one.
    pub reason: Option<Text>,
    /// Its place in the file.
    pub place: Place,
}

impl Mapping {
    /// Returns the two that it holds together, as the record of reviews names them: `chuo/policy#consent consent.obtained`.
    #[must_use]
    pub fn review_name(&self, set: &SetKey) -> String {
        format!("{set}/{}#{} {}", self.document, self.anchor, self.requirement)
    }
}

impl Conformance {
    /// Returns the place where it is said; `other` where nothing is.
    #[must_use]
    pub fn place<'a>(&'a self, other: &'a Place) -> &'a Place {
        self.standing.as_ref().map_or(other, |standing| &standing.place)
    }
}
