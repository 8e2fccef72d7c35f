//! What authors write of a region and the baseline: which provision meets what, who does what, and which deviations
//! are acknowledged.

use super::decode::{Decode, Located, Text, mismatch};
use super::requirement::Actor;
use super::schema::{Bilingual, Id, Standing};
use super::yaml::{Node, Value};
use crate::diagnostics::Diagnostics;
use crate::{keyword, record};

record! {
    /// A provision meets a requirement.
    pub struct Mapping {
        /// The requirement's id.
        requirement: Text,
        /// The claim.
        extent: Located<Extent>,
        /// How firmly, where not as the provision.
        modality: Option<Modality>,
        /// The role that does it.
        by: Option<Text>,
        /// What the text says of the requirement's parameters.
        parameters: Parameters,
        /// The same, where the provision leaves a choice.
        alternatives: Vec<Parameters>,
        /// Provisions and forms of the set that are read together with this provision.
        with: Vec<Text>,
        /// Why.
        note: Option<Bilingual>,
    }

    /// `conformance.yaml` of a region.
    pub struct Conformance {
        /// Whether the council itself mapped its provisions.
        standing: Located<Standing>,
        /// Who does what the baseline gives to its actors.
        roles: Vec<LocalRole>,
        /// What would stand in a document that could not be had.
        elsewhere: Vec<Elsewhere>,
        /// What departs from the baseline, and why.
        deviations: Vec<Deviation>,
    }

    /// A role of a region.
    pub struct LocalRole {
        /// Its id.
        id: Id,
        /// Its name.
        name: Bilingual,
        /// In whose place.
        takes: Vec<Actor>,
        /// Where the region sets it up.
        provision: Option<Text>,
    }

    /// A requirement that would be met in a document that could not be had.
    pub struct Elsewhere {
        /// The requirement.
        requirement: Text,
        /// The document, as `unavailable` lists it.
        document: Text,
        /// Why it is looked for there, in Japanese.
        ja: Text,
        /// The same in English.
        en: Option<Text>,
    }

    /// A departure from the baseline that is acknowledged.
    pub struct Deviation {
        /// The requirement.
        requirement: Text,
        /// What departs and why, in Japanese.
        ja: Text,
        /// The same in English.
        en: Option<Text>,
    }
}

keyword! {
    /// How much of a requirement is met; the best first.
    pub enum Extent {
        /// More is asked.
        Stricter = "stricter",
        /// The same is asked.
        Equal = "equal",
        /// Part of it is asked.
        Partial = "partial",
        /// Less is asked, or less firmly.
        Weaker = "weaker",
        /// Something else is asked in the same matter.
        Different = "different",
    }

    /// How firmly a provision binds; the firmest first.
    pub enum Modality {
        /// しなければならない, する, こと
        Must = "must",
        /// 努める, 推奨する, 留意する
        Should = "should",
        /// 検討する
        Consider = "consider",
        /// できる, 任意とする
        May = "may",
    }
}

/// What a text says of a requirement's parameters, by the parameters' ids.
#[derive(Debug, Clone, Default)]
pub struct Parameters(pub Vec<(Text, GivenValue)>);

/// A value as it is written in a mapping.
#[derive(Debug, Clone)]
pub enum GivenValue {
    /// A number with its unit, or a choice.
    Word(Text),
    /// The members of a set.
    List(Vec<Text>),
}

impl Decode for Parameters {
    fn decode(node: &Node, findings: &mut Diagnostics) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            return mismatch(node, "map", findings);
        };
        let pairs = entries.iter().filter_map(|(key, place, value)| {
            let value = GivenValue::decode(value, findings)?;
            Some((Located { value: key.clone(), place: place.clone() }, value))
        });
        Some(Self(pairs.collect()))
    }

    fn absent(_: &crate::diagnostics::Place, _: &'static str, _: &mut Diagnostics) -> Option<Self> {
        Some(Self::default())
    }
}

impl Decode for GivenValue {
    fn decode(node: &Node, findings: &mut Diagnostics) -> Option<Self> {
        match &node.value {
            Value::List(_) => Vec::decode(node, findings).map(Self::List),
            Value::Null | Value::Scalar(_) | Value::Map(_) => Text::decode(node, findings).map(Self::Word),
        }
    }
}
