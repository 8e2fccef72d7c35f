//! What authors write of the checks themselves: `junsoku.yaml`, and the words that rules about wording go by.

use super::decode::{Decode, Located, Text, mismatch};
use super::schema::Bilingual;
use super::yaml::{Node, Value};
use crate::diagnostics::{Diagnostics, Place};
use crate::{keyword, record};

record! {
    /// `junsoku.yaml`: how much findings weigh.
    pub struct Settings {
        /// The weights of findings that are not as usual.
        severity: Severities,
    }

    /// `shared/wording.yaml`.
    pub struct Wording {
        /// Names that are no longer borne.
        former_names: Vec<FormerName>,
        /// Spellings of which a document keeps to one.
        variants: Vec<Variants>,
    }

    /// A name that is no longer borne.
    pub struct FormerName {
        /// The former name, as Japanese texts write it.
        ja: Text,
        /// The present name.
        now: Bilingual,
    }

    /// Spellings of one word.
    pub struct Variants {
        /// The spellings.
        spellings: Vec<Text>,
    }
}

keyword! {
    /// How much a finding is to weigh.
    pub enum Weight {
        /// Nothing is published.
        Error = "error",
        /// Someone should look.
        Warning = "warning",
        /// It is not looked for.
        Off = "off",
    }
}

/// Weights by code.
#[derive(Debug, Clone, Default)]
pub struct Severities(pub Vec<(Text, Weight)>);

impl Decode for Severities {
    fn decode(node: &Node, findings: &mut Diagnostics) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            return mismatch(node, "map", findings);
        };
        let pairs = entries.iter().filter_map(|(key, place, value)| {
            let code = Located { value: key.clone(), place: place.clone() };
            Some((code, Weight::decode(value, findings)?))
        });
        Some(Self(pairs.collect()))
    }

    fn absent(_: &Place, _: &'static str, _: &mut Diagnostics) -> Option<Self> {
        Some(Self::default())
    }
}
