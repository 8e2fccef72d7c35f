//! Content as authors write it of the baseline's requirements: what is asked, how bindingly, and what can be compared.

use super::basics::{Bilingual, Id, is_id, kebab_id, malformed_id, unheld_name};
use super::declare::{keyword, record};
use super::decode::{Decode, Located, Text};
use super::shape::{Shape, Shaped};
use super::value::{Encode, YamlValue};
use super::yaml::YamlNode;
use crate::base::diagnostics::Diagnostics;

/// A requirement's id: ids joined by dots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequirementId(pub Text);

impl Decode for RequirementId {
    fn decode(node: &YamlNode, findings: &mut Diagnostics) -> Option<Self> {
        let text = Text::decode(node, findings)?;
        if text.value.split('.').all(is_id) {
            // Pages are named by the whole id, and `con.access` is a device for Windows whatever follows the dot.
            let Some(unheld) = unheld_name(&text.value) else { return Some(Self(text)) };
            findings.push(unheld.at(&text.place));
            return None;
        }
        let parts: Option<Vec<String>> = text.value.split(['.', '．', '。']).map(kebab_id).collect();
        findings.push(malformed_id(&text, parts.map(|parts| parts.join("."))));
        None
    }
}

impl Encode for RequirementId {
    fn encode(&self) -> Option<YamlValue> {
        self.0.encode()
    }
}

impl Shaped for RequirementId {
    fn shape() -> Shape {
        Shape::RequirementId
    }
}

record! {
    /// A file of `baseline/requirements/`.
    pub struct WrittenRequirementGroup (Open) => "`baseline/requirements/`のファイル：準則の対応事項" {
        /// The subject of its requirements.
        title: Bilingual => "対応事項のまとまりの題名",
        /// The requirements.
        requirements: Vec<WrittenRequirement> => "対応事項",
    }

    /// A requirement.
    pub struct WrittenRequirement (Open) => "準則の対応事項" {
        /// Its id.
        id: RequirementId => "対応事項のid",
        /// Ids that it had before: whoever follows a link there is led here.
        formerly: Vec<Text> => "以前のid。そのページからここに移れる",
        /// The binding force of the baseline's text.
        level: RequirementLevel => "準則での位置づけ",
        /// The scope; `mcs` where left out.
        scope: Option<Scope> => "MCSについての対応事項かどうか。ないときは`mcs`",
        /// The actor that the baseline gives it to.
        actor: Actor => "準則が誰に求めるか",
        /// The provisions of the baseline that it comes from, the main one first.
        provisions: Vec<Text> => "対応事項の基となる準則の条項。最初のものが主なもの",
        /// The requirement in a few words.
        title: Bilingual => "求める内容（短く）",
        /// Its Japanese text, where not that of its first provision.
        ja: Option<Text> => "日本語の文章（最初の条項の文章と異なるとき）",
        /// Its English text.
        en: Option<Text> => "英語の文章",
        /// The values that can be compared.
        parameters: Vec<WrittenParameter> => "比べることのできる項目",
        // An example: thirteen characters of three classes are enough, or eight and a change at most every two
        // months.
        /// The conditions on its parameters; one alternative is enough.
        any_of: Vec<Alternative> => "項目が満たすべき条件。どれか一つの組を満たせばよい",
    }

    /// Something that can be compared.
    pub struct WrittenParameter => "比べることのできる項目" {
        /// Its id.
        id: Id => "項目のid",
        /// The type of its values.
        r#type: ParameterType => "値の種類",
        /// The unit of a number.
        unit: Option<Located<Unit>> => "数値の単位",
        /// The name of the parameter.
        label: Bilingual => "項目の名称",
        /// The values of a set or choice.
        values: Vec<Value> => "集合や選択の値",
    }

    /// A value of a set or choice.
    pub struct Value => "集合や選択の値" {
        /// Its id.
        id: Id => "値のid",
        /// Japanese.
        ja: Text => "日本語",
        /// English.
        en: Option<Text> => "英語",
    }

    /// Conditions that must hold together.
    pub struct Alternative => "すべて満たすべき条件の組" {
        /// The conditions.
        conditions: Vec<WrittenCondition> => "条件",
    }

    /// A condition that a parameter must meet.
    pub struct WrittenCondition => "項目が満たすべき条件" {
        /// The parameter.
        parameter: Text => "項目のid",
        /// A number, or a greater one.
        at_least: Option<Located<u32>> => "この数以上",
        /// A number, or a smaller one.
        at_most: Option<Located<u32>> => "この数以下",
        /// All of these values, and perhaps others.
        includes_all: Vec<Text> => "これらの値をすべて含む",
        /// One of these values.
        one_of: Vec<Text> => "これらの値のどれか",
    }
}

keyword! {
    /// The binding force that the baseline gives to a requirement.
    pub enum RequirementLevel => "準則での対応事項の位置づけ" {
        /// A required item (必要事項).
        Required = "required" => "必要事項",
        /// Asked by the baseline's text (本文).
        Instructed = "instructed" => "本文が施設に求めること",
        /// A recommended item (推奨事項).
        Recommended = "recommended" => "推奨事項",
        /// Advised (留意事項).
        Advised = "advised" => "留意事項",
        /// Optional (任意).
        Optional = "optional" => "任意",
    }

    /// The scope of a requirement: the MCS service, or something else.
    pub enum Scope => "MCSについての対応事項かどうか" {
        /// About the MCS service.
        Mcs = "mcs" => "MCSについての対応事項",
        /// Outside MCS (MCS外): devices, networks, other services.
        Outside = "outside" => "MCS外（端末、ネットワーク、ほかのサービス）",
    }

    /// The actor that the baseline gives a requirement to.
    pub enum Actor => "対応事項を求められる者" {
        /// The facility (施設).
        Facility = "facility" => "施設",
        /// The MCS administrator (ＭＣＳ管理者).
        Administrator = "administrator" => "ＭＣＳ管理者",
        /// The user (利用者).
        User = "user" => "利用者",
    }

    /// The type of a parameter's values.
    pub enum ParameterType => "項目の値の種類" {
        /// A number with a unit.
        Number = "number" => "単位の付く数値",
        /// Any of its values.
        Set = "set" => "値のうちいくつでも",
        /// One of its values.
        Choice = "choice" => "値のうち一つ",
    }

    /// The unit of a number.
    pub enum Unit => "数値の単位" {
        /// Characters (文字).
        Characters = "characters" => "文字",
        /// Minutes (分).
        Minutes = "minutes" => "分",
        /// Days (日).
        Days = "days" => "日",
        /// Months (か月).
        Months = "months" => "か月",
        /// Years (年).
        Years = "years" => "年",
        /// Times (回).
        Times = "times" => "回",
    }
}
