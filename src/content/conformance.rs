//! Content as authors write it of a region and the baseline: which provision meets what, who does what, and which
//! deviations are acknowledged.

use super::basics::{Bilingual, Id, Standing};
use super::declare::{keyword, record};
use super::decode::{Decode, Located, Text, mismatch};
use super::requirement::Actor;
use super::shape::{Shape, Shaped};
use super::value::{Encode, Layout, YamlValue};
use super::yaml::{Value, YamlNode};
use crate::base::diagnostics::Diagnostics;

record! {
    /// A requirement of the baseline that a provision meets.
    pub struct WrittenMapping => "条項が満たす準則の対応事項" {
        /// The requirement's id.
        requirement: Text => "対応事項のid",
        // Never left out: what a text claims to meet is said by a person, not taken from its parameters.
        /// The extent to which the provision meets the requirement.
        extent: Located<Extent> => "対応事項をどこまで満たすか",
        /// The binding force, where it is not the provision's.
        modality: Option<Modality> => "義務の程度（条項そのものと異なるとき）",
        // Left out where only one role of the region takes the actor's place.
        /// The role that does it, of `roles` in `conformance.yaml`.
        by: Option<Text> => "それを行う役割（`conformance.yaml`の`roles`）",
        /// The values that the text gives to the requirement's parameters.
        parameters: Parameters => "対応事項の項目について本文が述べる値",
        /// The same, where the provision leaves a choice.
        alternatives: Vec<Parameters> => "条項が選択を認めるときの、それぞれの値",
        /// Provisions and forms of the set that are read together with this provision.
        with: Vec<Text> => "この条項と併せて読む、同じ組の条項や様式",
        /// The reason for the claim.
        note: Option<Bilingual> => "そのように判断した理由",
    }

    /// `conformance.yaml` of a region.
    pub struct WrittenConformance (Open) => "`conformance.yaml`：地域と準則との対応" {
        /// The standing of the mapping: the council's own, or another's reading.
        standing: Located<Standing> => "対応付けを協議会自身が行ったかどうか",
        /// The region's roles that do what the baseline gives to its actors.
        roles: Vec<WrittenLocalRole> => "準則が定める役割を、地域で誰が担うか",
        /// Requirements that a document which could not be obtained would meet.
        elsewhere: Vec<WrittenElsewhere> => "入手できなかった文書に書かれているはずの対応事項",
        /// Departures from the baseline: what differs.
        deviations: Vec<WrittenDeviation> => "準則と異なる点",
    }

    /// A role of a region.
    pub struct WrittenLocalRole (Open) => "地域の役割" {
        /// Its id.
        id: Id => "役割のid",
        /// Its name.
        name: Bilingual => "役割の名称",
        /// The baseline's actors in whose place it stands.
        takes: Vec<Actor> => "準則のどの役割に代わるか",
        /// The provision by which the region sets it up.
        provision: Option<Text> => "その役割を設ける条項",
    }

    /// A requirement that would be met in a document that could not be obtained.
    pub struct WrittenElsewhere => "入手できなかった文書が満たすと見込まれる対応事項" {
        /// The requirement.
        requirement: Text => "対応事項のid",
        /// The document, as `unavailable` lists it.
        document: Text => "その文書（`unavailable`に挙げたもの）",
        /// The reason for looking for it there, in Japanese.
        ja: Text => "そこにあると考える理由（日本語）",
        /// The same in English.
        en: Option<Text> => "同じ内容の英語",
    }

    /// A departure from the baseline that is acknowledged.
    pub struct WrittenDeviation (Open) => "準則との相違で、承知の上のもの" {
        /// The requirement.
        requirement: Text => "対応事項のid",
        /// What differs, in Japanese.
        ja: Text => "何がどう異なるか（日本語）",
        /// The same in English.
        en: Option<Text> => "同じ内容の英語",
        // Whoever compares two texts sees what differs. Why, only the council knows.
        /// The council's own reason; only where the council itself says how it stands to the baseline.
        reason: Option<Bilingual> => "協議会自身が述べる理由（対応付けを協議会自身が行ったときだけ）",
    }
}

keyword! {
    /// The extent to which a requirement is met; the best first.
    pub enum Extent => "対応事項をどこまで満たすか。満たす程度の高い順" {
        /// More is asked.
        Stricter = "stricter" => "対応事項よりも厳しい",
        /// The same is asked.
        Equal = "equal" => "対応事項と同じ",
        /// Part of it is asked.
        Partial = "partial" => "対応事項の一部だけを定める",
        /// Less is asked, or less firmly.
        Weaker = "weaker" => "対応事項よりも緩い、又は義務付けが弱い",
        /// Something else is asked in the same matter.
        Different = "different" => "同じ事項について別のことを定める",
        /// The text contradicts itself, or its binding force cannot be told; wants a note.
        Unclear = "unclear" => "本文が矛盾している、又は義務の程度が読み取れない（`note`が必要）",
    }

    /// The binding force of a provision; the firmest first.
    pub enum Modality => "条項の義務の程度。強い順" {
        /// An obligation (しなければならない, する, こと).
        Must = "must" => "義務（しなければならない、する、こと）",
        /// An effort or a recommendation (努める, 推奨する, 留意する).
        Should = "should" => "努力義務、推奨（努める、推奨する、留意する）",
        /// Something to be considered (検討する).
        Consider = "consider" => "検討（検討する）",
        /// Something that is left open (できる, 任意とする).
        May = "may" => "任意（できる、任意とする）",
        /// A duty or a recommendation: the text says both (必ず～する under 推奨する).
        Unclear = "unclear" => "不明確（推奨する事項の中に「必ず」とあるなど、義務か推奨かが読み取れない）",
    }
}

/// The values that a text gives to a requirement's parameters, by the parameters' ids.
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
    fn decode(node: &YamlNode, findings: &mut Diagnostics) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            return mismatch(node, "map", findings);
        };
        let pairs = entries.iter().filter_map(|(key, place, value)| {
            let value = GivenValue::decode(value, findings)?;
            Some((Located { value: key.clone(), place: place.clone() }, value))
        });
        Some(Self(pairs.collect()))
    }

    fn absent(_: &crate::base::diagnostics::Place, _: &'static str, _: &mut Diagnostics) -> Option<Self> {
        Some(Self::default())
    }
}

impl Decode for GivenValue {
    fn decode(node: &YamlNode, findings: &mut Diagnostics) -> Option<Self> {
        match &node.value {
            Value::List(_) => Vec::decode(node, findings).map(Self::List),
            Value::Null | Value::Scalar(_) | Value::Map(_) => Text::decode(node, findings).map(Self::Word),
        }
    }
}

impl Encode for Parameters {
    fn encode(&self) -> Option<YamlValue> {
        let pairs = self.0.iter().filter_map(|(key, value)| Some((key.value.clone(), value.encode()?)));
        (!self.0.is_empty()).then(|| YamlValue::Map(Layout::Line, pairs.collect()))
    }
}

impl Shaped for Parameters {
    const REQUIRED: bool = false;

    fn shape() -> Shape {
        Shape::Named(Box::new(GivenValue::shape()))
    }
}

impl Encode for GivenValue {
    fn encode(&self) -> Option<YamlValue> {
        match self {
            Self::Word(text) => text.encode(),
            // A set that holds nothing is not the same as one that nothing is said of.
            Self::List(list) => Some(list.encode().unwrap_or_else(|| YamlValue::List(Vec::new()))),
        }
    }
}

impl Shaped for GivenValue {
    fn shape() -> Shape {
        Shape::Either(Box::new([Shape::Text, Shape::List(Box::new(Shape::Text))]))
    }
}
