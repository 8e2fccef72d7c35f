//! Words in both languages, and the targets to which running texts refer.

use crate::base::diagnostics::Place;
use crate::base::locale::Lang;
use crate::base::markup::{RichText, to_plain};
use crate::content::SetKey;

/// Something in both languages; English may be missing.
#[derive(Debug, Clone)]
pub struct Localized<T> {
    /// Japanese.
    pub ja: T,
    /// English.
    pub en: Option<T>,
    /// Its place in the file.
    pub place: Place,
    // Boxed: titles and captions, of which there are many, have none.
    /// A running text as its author wrote it.
    pub written: Option<Box<Authored>>,
}

/// A running text as its author wrote it, with references by id instead of numbers that change.
#[derive(Debug, Clone)]
pub struct Authored {
    /// The letters; none in English where it is missing.
    pub letters: Pair,
    /// The place of the English, which has a key of its own.
    pub english_place: Option<Place>,
    /// The references of the Japanese in their order, as far as they have a target.
    pub references: Vec<FollowedReference>,
}

/// A reference of a running text that was followed. It stands here also where only words of the target are printed, as
/// for `law:river/number`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowedReference {
    /// The reference as its author wrote it: `guideline:lamps/latest`.
    pub written: String,
    /// The target.
    pub target: Target,
}

/// The mark of what is still to be written or checked, in content.
pub const TASK_MARK: &str = "TODO";

/// Whether a note is a task for whoever writes the content, which no reader of a page is told: it begins with
/// [`TASK_MARK`].
#[must_use]
pub fn is_task(note: &Text) -> bool {
    to_plain(&note.ja).trim_start().starts_with(TASK_MARK)
}

impl<T> Localized<T> {
    /// The value in `lang`, or the Japanese one where it is missing.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &T {
        match (lang, &self.en) {
            (Lang::En, Some(en)) => en,
            _ => &self.ja,
        }
    }

    /// Returns where the value stands that [`get`](Self::get) gives.
    #[must_use]
    pub fn place_in(&self, lang: Lang) -> &Place {
        let english = self.written.as_ref().and_then(|written| written.english_place.as_ref());
        match (lang, english) {
            (Lang::En, Some(place)) => place,
            (Lang::En, None) | (Lang::Ja, _) => &self.place,
        }
    }

    /// The language that [`get`](Self::get) gives.
    #[must_use]
    pub fn given(&self, lang: Lang) -> Lang {
        if self.en.is_some() { lang } else { Lang::Ja }
    }
}

/// A title, a caption, a name.
pub type Words = Localized<String>;

/// A running text.
pub type Text = Localized<RichText<Target>>;

/// The target of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A provision, or a division of a document.
    Provision {
        /// The set.
        set: SetKey,
        /// The document.
        document: String,
        /// The anchor.
        anchor: String,
    },
    /// A form.
    Form {
        /// The set.
        set: SetKey,
        /// The form.
        form: String,
    },
    /// A law, or a version of it.
    Law {
        /// Its id.
        id: String,
        /// The version that is meant, where the text says so.
        version: Option<CitedVersion>,
    },
    /// A guideline, or a version of it.
    Guideline {
        /// Its id.
        id: String,
        /// The version that is meant, where the text says so.
        version: Option<CitedVersion>,
    },
    /// An appended table.
    Table {
        /// The set.
        set: SetKey,
        /// The table.
        table: String,
    },
    /// A contact.
    Contact {
        /// The set.
        set: SetKey,
        /// The contact.
        contact: String,
    },
    /// A document that could not be obtained.
    Unavailable {
        /// The set.
        set: SetKey,
        /// The document.
        document: String,
    },
    /// A place to fill in within the text of a form.
    Field(String),
    /// An address outside.
    Address {
        /// The address.
        address: String,
        /// Its id in `shared/links.yaml`, where the text names it by that.
        link: Option<String>,
    },
}

impl Target {
    /// Returns the law or guideline that is cited, as `law` or `guideline` and its id, with the version that the text says; `None`
    /// for any other target.
    #[must_use]
    pub fn cited(&self) -> Option<(&'static str, &str, Option<&CitedVersion>)> {
        match self {
            Self::Law { id, version } => Some(("law", id, version.as_ref())),
            Self::Guideline { id, version } => Some(("guideline", id, version.as_ref())),
            Self::Provision { .. }
            | Self::Form { .. }
            | Self::Table { .. }
            | Self::Contact { .. }
            | Self::Unavailable { .. }
            | Self::Field(_)
            | Self::Address { .. } => None,
        }
    }
}

/// The version of a law or guideline that a text cites.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum CitedVersion {
    /// A version that the law or guideline lists.
    Named(String),
    /// Whatever version is the latest when the text is read.
    Latest,
}

/// Two computed strings, one a language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pair {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

impl Pair {
    /// Returns this citation with the division that it stands in: 附則第一条, Article 1 of the Supplementary Provisions;
    /// 別紙（３）, Appendix (3).
    #[must_use]
    pub fn within(&self, division: &Self) -> Self {
        // Article 1 is “of” something; a bare (3) only follows its appendix.
        let en = if self.en.starts_with(char::is_alphabetic) {
            format!("{} of the {}", self.en, division.en)
        } else {
            format!("{} {}", division.en, self.en)
        };
        Self { ja: format!("{}{}", division.ja, self.ja), en }
    }

    /// The string in `lang`.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ja => &self.ja,
            Lang::En => &self.en,
        }
    }
}
