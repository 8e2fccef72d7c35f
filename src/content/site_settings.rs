//! What `junsoku.yaml` says of the look of the site and of the parts that it has.

use super::declare::{keyword, record};
use super::decode::Text;

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
    /// The colour of links and buttons.
    pub struct WrittenColour => "リンクとボタンの色" {
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
}
