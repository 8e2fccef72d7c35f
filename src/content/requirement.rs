//! What authors write of the baseline's requirements: what is asked, how bindingly, and what can be compared.

use super::decode::{Decode, Located, Text};
use super::schema::{Bilingual, Id, is_id, unheld_name};
use super::yaml::Node;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::{keyword, record};

/// A requirement's id: ids joined by dots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequirementId(pub Text);

impl Decode for RequirementId {
    fn decode(node: &Node, findings: &mut Diagnostics) -> Option<Self> {
        let text = Text::decode(node, findings)?;
        if text.value.split('.').all(is_id) {
            let Some(unheld) = unheld_name(&text.value) else { return Some(Self(text)) };
            findings.push(unheld.at(&text.place));
            return None;
        }
        findings.push(Diagnostic::new(Code::J0108).at(&text.place).arg("id", &text.value));
        None
    }
}

record! {
    /// A file of `baseline/requirements/`.
    pub struct RequirementGroup {
        /// What its requirements are about.
        title: Bilingual,
        /// The requirements.
        requirements: Vec<Requirement>,
    }

    /// A requirement.
    pub struct Requirement {
        /// Its id.
        id: RequirementId,
        /// How binding the baseline makes it.
        level: RequirementLevel,
        /// Whether it is about the MCS service; `mcs` where left out.
        scope: Option<Scope>,
        /// Whom the baseline gives it to.
        actor: Actor,
        /// The provisions of the baseline that it comes from.
        provisions: Vec<Text>,
        /// What it asks, in a few words.
        title: Bilingual,
        /// Its Japanese text, where not that of its first provision.
        ja: Option<Text>,
        /// Its English text.
        en: Option<Text>,
        /// What can be compared.
        parameters: Vec<Parameter>,
        /// What its parameters must be; one alternative is enough.
        any_of: Vec<Alternative>,
    }

    /// Something that can be compared.
    pub struct Parameter {
        /// Its id.
        id: Id,
        /// What values it takes.
        r#type: ParameterType,
        /// The unit of a number.
        unit: Option<Located<Unit>>,
        /// What it is.
        label: Bilingual,
        /// The values of a set or choice.
        values: Vec<Value>,
    }

    /// A value of a set or choice.
    pub struct Value {
        /// Its id.
        id: Id,
        /// Japanese.
        ja: Text,
        /// English.
        en: Option<Text>,
    }

    /// Conditions that must hold together.
    pub struct Alternative {
        /// The conditions.
        conditions: Vec<Condition>,
    }

    /// What a parameter must be.
    pub struct Condition {
        /// The parameter.
        parameter: Text,
        /// A number, or a greater one.
        at_least: Option<Located<u32>>,
        /// A number, or a smaller one.
        at_most: Option<Located<u32>>,
        /// All of these values, and perhaps others.
        includes_all: Vec<Text>,
        /// One of these values.
        one_of: Vec<Text>,
    }
}

keyword! {
    /// How binding the baseline makes a requirement.
    pub enum RequirementLevel {
        /// 必要事項
        Required = "required",
        /// 本文
        Instructed = "instructed",
        /// 推奨事項
        Recommended = "recommended",
        /// お勧め
        Advised = "advised",
        /// 任意
        Optional = "optional",
    }

    /// Whether a requirement is about the MCS service.
    pub enum Scope {
        /// It is.
        Mcs = "mcs",
        /// MCS外: devices, networks, other services.
        Outside = "outside",
    }

    /// Whom the baseline gives a requirement to.
    pub enum Actor {
        /// 施設
        Facility = "facility",
        /// ＭＣＳ管理者
        Administrator = "administrator",
        /// 利用者
        User = "user",
    }

    /// What values a parameter takes.
    pub enum ParameterType {
        /// A number with a unit.
        Number = "number",
        /// Any of its values.
        Set = "set",
        /// One of its values.
        Choice = "choice",
    }

    /// What a number counts.
    pub enum Unit {
        /// 文字
        Characters = "characters",
        /// 分
        Minutes = "minutes",
        /// 日
        Days = "days",
        /// か月
        Months = "months",
        /// 年
        Years = "years",
        /// 回
        Times = "times",
    }
}
