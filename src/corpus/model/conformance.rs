//! The resolved side of consistency: the baseline's requirements, and what a region's provisions claim to meet.

use std::collections::{BTreeMap, BTreeSet};

use super::words::{Target, Text, Words};
use crate::base::diagnostics::Place;
use crate::content::{Actor, Extent, Located, Modality, ParameterType, RequirementLevel, Scope, Standing, Unit};

/// Requirements about one matter.
#[derive(Debug)]
pub struct RequirementGroup {
    /// Its id, the first part of its requirements' ids.
    pub id: String,
    /// What they are about.
    pub title: Words,
    /// The requirements, in the order in which they are written.
    pub requirements: Vec<Requirement>,
}

/// A requirement of the baseline.
#[derive(Debug)]
pub struct Requirement {
    /// Its id.
    pub id: String,
    /// How binding the baseline makes it.
    pub level: RequirementLevel,
    /// Whether it is about the MCS service.
    pub scope: Scope,
    /// Whom the baseline gives it to.
    pub actor: Actor,
    /// What it asks, in a few words.
    pub title: Words,
    /// Its text, where not that of its first provision.
    pub text: Option<Text>,
    /// The provisions of the baseline that it comes from, by document and anchor.
    pub provisions: Vec<(String, String)>,
    /// What can be compared.
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
    /// What values it takes.
    pub kind: ParameterType,
    /// The unit of a number.
    pub unit: Option<Unit>,
    /// What it is.
    pub label: Words,
    /// The values of a set or choice.
    pub values: Vec<(String, Words)>,
}

/// What a parameter must be.
#[derive(Debug)]
pub struct Condition {
    /// The parameter's place among those of the requirement.
    pub parameter: usize,
    /// What it must be.
    pub test: Test,
}

/// What a value must be.
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

/// What a text says of a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// A number in the parameter's unit.
    Number(u32),
    /// The members of a set, or the one choice.
    Members(BTreeSet<String>),
}

/// What a text says of a requirement's parameters, by their places among them.
pub type Givens = BTreeMap<usize, Located<Given>>;

/// How a region stands to the baseline, as far as its authors say.
#[derive(Debug, Default)]
pub struct Conformance {
    /// Whether `region.yaml` says that its provisions are being held against the baseline.
    pub begun: bool,
    /// Whether the council itself says so; `None` without a `conformance.yaml`.
    pub standing: Option<Located<Standing>>,
    /// Who does what the baseline gives to its actors.
    pub roles: Vec<LocalRole>,
    /// What its provisions claim to meet, in the order of documents and provisions.
    pub mappings: Vec<Mapping>,
    /// What would stand in a document that could not be had.
    pub elsewhere: Vec<Elsewhere>,
    /// What departs from the baseline and is acknowledged.
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
    /// Where the region sets it up.
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
    /// How firmly the provision binds.
    pub modality: Modality,
    /// The role that does it; `None` where it is the baseline's own actor.
    pub by: Option<String>,
    /// What the text says of the parameters; several where it leaves a choice.
    pub given: Vec<Givens>,
    /// Provisions and forms that are read together with the provision.
    pub with: Vec<Target>,
    /// Why.
    pub note: Option<Text>,
    /// Its place in the file.
    pub place: Place,
}

/// A requirement that would be met in a document that could not be had.
#[derive(Debug)]
pub struct Elsewhere {
    /// The requirement.
    pub requirement: String,
    /// The document, by its id among those that could not be had.
    pub document: String,
    /// Why it is looked for there.
    pub reason: Text,
    /// Its place in the file.
    pub place: Place,
}

/// A departure from the baseline that is acknowledged.
#[derive(Debug)]
pub struct Deviation {
    /// The requirement.
    pub requirement: String,
    /// What departs and why.
    pub reason: Text,
    /// Its place in the file.
    pub place: Place,
}

impl Conformance {
    /// Where it is said; `other` where nothing is.
    #[must_use]
    pub fn place<'a>(&'a self, other: &'a Place) -> &'a Place {
        self.standing.as_ref().map_or(other, |standing| &standing.place)
    }
}
