//! Content as authors write it of the checks themselves: `junsoku.yaml`, and the words that rules about wording go by.

use super::basics::Bilingual;
use super::declare::{keyword, record};
use super::decode::{Decode, Located, Text, mismatch};
use super::set::AmendingWay;
use super::shape::{Shape, Shaped};
use super::site_settings::{
    ColourSetting, SiteLanguage, WrittenParts, WrittenPicture, WrittenRedirect, WrittenSheetStyle,
};
use super::value::{Encode, Layout, YamlValue};
use super::yaml::{Value, YamlNode};
use crate::base::diagnostics::{Diagnostics, Place};

record! {
    /// `junsoku.yaml`: what the site says of itself, how much findings weigh, and what of the output folder is kept.
    pub struct Settings (Open) => "`junsoku.yaml`：サイトの設定、指摘の重要度、出力先に残すもの" {
        /// The title of the site.
        title: Option<Bilingual> => "サイトの題名",
        /// A sentence or two below the title, which search engines show as well.
        description: Option<Bilingual> => "題名の下に示す一、二文の紹介。検索結果にも示される",
        /// The publisher of the site.
        organisation: Option<Bilingual> => "サイトの運営者",
        /// The words at the foot of every page, besides the publisher of the site.
        footer: Option<Bilingual> => "各ページの下に、運営者に加えて示す言葉",
        /// The office to which readers turn with questions, also at the foot of every page.
        contact: Option<Bilingual> => "問い合わせ先。各ページの下に示す",
        /// The languages of the site, Japanese among them; both if not given.
        languages: Option<Vec<Located<SiteLanguage>>> => "サイトの言語。日本語を含める。書かなければ日本語と英語",
        /// The address that the site will have: `https://www.example.jp/mcs/`. `--base-url` comes before it.
        base_url: Option<Text> => "公開する場所のアドレス（`https://www.example.jp/mcs/` など）。`--base-url` があれば、そちらを用いる",
        /// The logo beside the title of the site: an SVG or PNG in `pictures/`.
        logo: Option<WrittenPicture> => "サイトの題名の横に示すロゴ。`pictures/` に置いたSVGかPNG",
        /// The colour of links and buttons, as `"#rrggbb"`.
        colour: Option<ColourSetting> => "リンクとボタンの色（`\"#rrggbb\"`）",
        /// The parts of the site that are published.
        publish: Option<WrittenParts> => "公開する部分",
        /// The way in which councils amend their documents, where a region does not say it: by sentences if not given.
        amending: Option<AmendingWay> => "改正の方式。地域の `region.yaml` に書いたものがあれば、そちらによる。書かなければ改め文",
        /// The sheets of documents.
        pdf: Option<WrittenSheetStyle> => "規程の用紙（PDF）",
        /// Former addresses of pages.
        redirects: Vec<WrittenRedirect> => "以前のアドレス",
        /// The weights of findings that are not as usual.
        severity: Severities => "通常と異なる指摘の重要度",
        // None is not the empty list: without the key the usual names are kept, with `[]` nothing is.
        /// The paths in the output folder that a build leaves as they are; `.git`, `CNAME` and `.well-known` if not given.
        keep: Option<Vec<Text>> => "出力先のフォルダーで、作り直すときに残すもの。書かなければ `.git`、`CNAME`、`.well-known`",
    }

    /// `shared/wording.yaml`: words that rules go by.
    pub struct Wording (Open) => "`shared/wording.yaml`：用語についての決まり" {
        /// Names that are no longer borne.
        former_names: Vec<WrittenFormerName> => "現在は用いない名称",
        /// Spellings of which a document keeps to one.
        variants: Vec<WrittenVariants> => "一つの文書で統一する表記",
    }

    /// A name that is no longer borne.
    pub struct WrittenFormerName => "現在は用いない名称" {
        /// The former name, as Japanese texts write it.
        ja: Text => "以前の名称（日本語の文章での表記）",
        /// The present name.
        now: Bilingual => "現在の名称",
    }

    /// Spellings of one word.
    pub struct WrittenVariants => "一つの言葉のさまざまな表記" {
        /// The spellings.
        spellings: Vec<Text> => "表記",
    }
}

keyword! {
    /// The weight of a finding.
    pub enum Weight => "指摘の重要度" {
        /// Nothing is published.
        Error = "error" => "誤り（公開されない）",
        /// Someone should look.
        Warning = "warning" => "警告（確認が必要）",
        /// It is not looked for.
        Off = "off" => "調べない",
    }
}

impl Settings {
    /// Settings in which nothing is set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            title: None,
            description: None,
            organisation: None,
            footer: None,
            contact: None,
            languages: None,
            base_url: None,
            logo: None,
            colour: None,
            publish: None,
            amending: None,
            pdf: None,
            redirects: Vec::new(),
            severity: Severities::default(),
            keep: None,
            place: Place::nowhere(),
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self::new()
    }
}

/// Weights by code.
#[derive(Debug, Clone, Default)]
pub struct Severities(pub Vec<(Text, Weight)>);

impl Decode for Severities {
    fn decode(node: &YamlNode, findings: &mut Diagnostics) -> Option<Self> {
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

impl Encode for Severities {
    fn encode(&self) -> Option<YamlValue> {
        let pairs = self.0.iter().filter_map(|(code, weight)| Some((code.value.clone(), weight.encode()?)));
        (!self.0.is_empty()).then(|| YamlValue::Map(Layout::Line, pairs.collect()))
    }
}

impl Shaped for Severities {
    const REQUIRED: bool = false;

    fn shape() -> Shape {
        Shape::Named(Box::new(Weight::shape()))
    }
}
