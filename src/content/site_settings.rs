//! What `junsoku.yaml` says of the look of the site and of the parts that it has.

use super::basics::Bilingual;
use super::declare::{keyword, record};
use super::decode::{Decode, Located, Text};
use super::shape::{Shape, Shaped};
use super::value::{Encode, YamlValue};
use super::yaml::{Value, YamlNode};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};

keyword! {
    /// A language of the site.
    pub enum SiteLanguage => "サイトの言語" {
        /// Japanese, in which everything stands.
        Japanese = "ja" => "日本語。必ず公開される",
        /// English.
        English = "en" => "英語",
    }
}

record! {
    /// A colour for each of the two grounds.
    pub struct WrittenColour => "明るい背景と暗い背景での色" {
        /// On a light ground, as `#rrggbb`.
        light: Text => "明るい背景での色（`#rrggbb`）",
        /// On a dark ground; a lighter one of the same hue if not given.
        dark: Option<Text> => "暗い背景での色。書かなければ、明るい背景での色から作る",
    }

    /// The parts of the site; one that is not named is published where there is anything to show.
    pub struct WrittenParts => "公開する部分。書かなければ、示すものがある限り公開する" {
        /// The pages that compare documents with each other.
        comparison: Option<bool> => "規程を比べるページ",
        /// How regions stand to the baseline: pages, reports, files to download.
        conformance: Option<bool> => "準則との対応：ページ、報告書、データ",
        /// The page of laws and guidelines.
        references: Option<bool> => "法令・ガイドラインのページ",
        /// The forms: pages, sheets, data.
        forms: Option<bool> => "様式：ページ、用紙、データ",
    }

    /// A former address of a page, from which readers are led on.
    pub struct WrittenRedirect => "以前のアドレスから今のページへの案内" {
        /// The former address, below that of the site: `rules/old.html`. One that ends in `/` stands for its `index.html`.
        from: Text => "以前のアドレス（サイトのアドレスより後の部分。`rules/old.html` など）。`/` で終わるものは、その `index.html`",
        /// The page now, likewise, or an address outside.
        to: Text => "今のページ（同じ書き方）。又は、外のアドレス",
    }

    /// A picture that stands in `pictures/`.
    pub struct WrittenPicture => "`pictures/` に置いた画像" {
        /// Its name there.
        file: Text => "その名前",
        /// Words that stand for it where it cannot be seen.
        alt: Bilingual => "画像を見られない人のための言葉",
    }

    /// The sheets of documents.
    pub struct WrittenSheetStyle (Open) => "規程の用紙（PDF）" {
        /// The margins; those of the program where one is not given.
        margins: Option<WrittenMargins> => "余白。書かない辺は通常のまま",
        /// The face of running text; gothic if not given.
        body: Option<SheetFace> => "本文の書体。書かなければゴシック体",
        /// The seal of the organisation, on the first page of its official documents: an SVG or PNG in `pictures/`.
        seal: Option<WrittenPicture> => "団体の印影。その団体の正式な文書の最初のページに置く。`pictures/` に置いたSVGかPNG",
        /// Whether long documents have a list of contents; they have if not said.
        contents: Option<bool> => "長い規程に目次を付けるか。書かなければ付ける",
    }

    /// The margins of a sheet, in millimetres.
    pub struct WrittenMargins => "用紙の余白（ミリメートル）" {
        /// Above, with the line at the head of the page.
        top: Option<Located<u32>> => "上（ページの頭の行を含む）",
        /// Below, with the number of the page.
        bottom: Option<Located<u32>> => "下（ページ番号を含む）",
        /// At the left, where sheets are filed.
        left: Option<Located<u32>> => "左（綴じる側）",
        /// At the right.
        right: Option<Located<u32>> => "右",
    }
}

/// The colour of links and buttons as the settings write it.
#[derive(Debug, Clone)]
pub enum ColourSetting {
    /// One, from which that on a dark ground is made.
    One(Text),
    /// One for each ground.
    Two(WrittenColour),
}

impl ColourSetting {
    /// Returns the colour on a light ground.
    #[must_use]
    pub fn light(&self) -> &Text {
        match self {
            Self::One(colour) => colour,
            Self::Two(colours) => &colours.light,
        }
    }

    /// Returns the colour on a dark ground, if one is given.
    #[must_use]
    pub fn dark(&self) -> Option<&Text> {
        match self {
            Self::One(_) => None,
            Self::Two(colours) => colours.dark.as_ref(),
        }
    }
}

impl Decode for ColourSetting {
    fn decode(node: &YamlNode, findings: &mut Diagnostics) -> Option<Self> {
        match &node.value {
            // Without quotes `#0f5c3c` is a comment of YAML, so that nothing is left of it.
            Value::Null => {
                findings.push(Diagnostic::new(Code::J0224).at(&node.place).arg("colour", ""));
                None
            }
            Value::Scalar(_) => Text::decode(node, findings).map(Self::One),
            Value::List(_) | Value::Map(_) => WrittenColour::decode(node, findings).map(Self::Two),
        }
    }
}

impl Encode for ColourSetting {
    fn encode(&self) -> Option<YamlValue> {
        match self {
            Self::One(colour) => colour.encode(),
            Self::Two(colours) => colours.encode(),
        }
    }
}

impl Shaped for ColourSetting {
    fn shape() -> Shape {
        Shape::Either(Box::new([Shape::Text, WrittenColour::shape()]))
    }
}

keyword! {
    /// A face of running text.
    pub enum SheetFace => "本文の書体" {
        /// Gothic, without serifs.
        Gothic = "gothic" => "ゴシック体",
        /// Mincho, with serifs.
        Mincho = "mincho" => "明朝体",
    }
}
