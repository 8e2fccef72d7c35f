//! Titles, captions and names as their authors wrote them.

use crate::base::diagnostics::Place;
use crate::base::locale::{Lang, Messages};
use crate::base::markup;
use crate::base::notation::quotation::printed_quotes;
use crate::content::{self, Bilingual};
use crate::corpus::model::{Localized, Pair, Words};

/// A title or caption.
pub(super) fn resolve_words(written: &Bilingual) -> Words {
    words_of(&written.ja, written.en.as_ref(), &written.place)
}

/// Words that stand at `place`; a blank English counts as missing.
pub(super) fn words_of(ja: &content::Text, en: Option<&content::Text>, place: &Place) -> Words {
    Localized {
        // A title over several lines of YAML is one title.
        ja: markup::join_japanese(&ja.value),
        en: en.map(|en| printed_quotes(&en.value)).filter(|en| !en.trim().is_empty()),
        place: place.clone(),
        written: None,
    }
}

/// Returns the program's own words of the message `id`, which stand for what `place` does not say.
pub(super) fn words_of_program(id: &str, place: &Place) -> Words {
    let word = |lang| Messages::of(lang).text(id);
    Localized { ja: word(Lang::Ja), en: Some(word(Lang::En)), place: place.clone(), written: None }
}

/// Words that one language may have none for, such as an honorific.
pub(super) fn words_or_none(written: &Bilingual) -> Words {
    Localized { en: Some(pair(written).en), ..resolve_words(written) }
}

/// Both languages as strings, Japanese where English is missing.
pub(super) fn pair(words: &Bilingual) -> Pair {
    let en = words.en.as_ref().map_or_else(|| words.ja.value.clone(), |en| printed_quotes(&en.value));
    Pair { ja: markup::join_japanese(&words.ja.value), en }
}
