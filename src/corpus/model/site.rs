//! What the settings say of the site as a whole.

use super::words::Words;
use crate::base::colour::Colour;
use crate::base::diagnostics::Place;
use crate::base::locale::Lang;

/// What the settings let a site say of itself.
#[derive(Debug, Default)]
pub struct SiteIdentity {
    /// Its title.
    pub title: Option<Words>,
    /// A sentence or two about it.
    pub description: Option<Words>,
    /// Who publishes it.
    pub organisation: Option<Words>,
    /// The words at the foot of every page.
    pub footer: Option<Words>,
    /// The office to which readers turn with questions.
    pub contact: Option<Words>,
    /// The logo beside the title.
    pub logo: Option<SitePicture>,
    /// The colour of links and buttons.
    pub accent: Option<Accent>,
}

/// A picture that the settings name.
#[derive(Debug, Clone)]
pub struct SitePicture {
    /// Its path below `pictures/`.
    pub path: String,
    /// Words that stand for it where it cannot be seen.
    pub alt: Words,
}

/// The colour of links and buttons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent {
    /// On a light ground.
    pub light: Colour,
    /// On a dark ground.
    pub dark: Colour,
}

/// The languages of the site: Japanese, and English unless the settings leave it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Languages {
    /// Whether English is one of them.
    pub english: bool,
}

impl Default for Languages {
    fn default() -> Self {
        Self { english: true }
    }
}

impl Languages {
    /// Returns the languages, Japanese first.
    pub fn iter(self) -> impl Iterator<Item = Lang> {
        Lang::ALL.into_iter().filter(move |lang| self.has(*lang))
    }

    /// Whether the site stands in `lang`.
    #[must_use]
    pub fn has(self, lang: Lang) -> bool {
        match lang {
            Lang::Ja => true,
            Lang::En => self.english,
        }
    }

    /// Returns the language besides `lang`, if the site has another.
    #[must_use]
    pub fn other(self, lang: Lang) -> Option<Lang> {
        Some(lang.other()).filter(|other| self.has(*other))
    }
}

/// The parts of the site that are published where there is anything to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each part is published or not, whatever the others are")]
pub struct PublishedParts {
    /// The pages that compare documents with each other.
    pub comparison: bool,
    /// How regions stand to the baseline.
    pub conformance: bool,
    /// The page of laws and guidelines.
    pub references: bool,
    /// The forms.
    pub forms: bool,
}

impl Default for PublishedParts {
    fn default() -> Self {
        Self { comparison: true, conformance: true, references: true, forms: true }
    }
}

/// A former address of a page, from which readers are led on.
#[derive(Debug, Clone)]
pub struct Redirect {
    /// The file at the former address, below the output folder.
    pub from: String,
    /// The file of the page now, or an address outside.
    pub to: String,
    /// The place on that page, with `#`; empty for its beginning.
    pub fragment: String,
    /// Whether `to` is an address outside.
    pub is_outside: bool,
    /// Where the settings say so.
    pub place: Place,
}

/// The look of the sheets of documents.
#[derive(Debug, Clone, Default)]
pub struct SheetStyle {
    /// The margins above, below, at the left and at the right in millimetres, where the settings choose them.
    pub margins: [Option<u32>; 4],
    /// Whether running text is set in mincho.
    pub mincho: bool,
    /// The seal of the organisation.
    pub seal: Option<SitePicture>,
    /// Whether no document has a list of contents.
    pub without_contents: bool,
}
