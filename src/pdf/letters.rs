//! Letters that no font has, found in the writing that was set. typst names the letters and no place, but each piece
//! of writing in the corpus knows where it stands.

use crate::base::diagnostics::Place;
use crate::base::locale::Lang;
use crate::corpus::{Corpus, Document, Form, Set, Writing};

/// The subject of a sheet.
#[derive(Debug, Clone, Copy)]
pub(super) enum Subject<'a> {
    /// A document.
    Document(&'a Document),
    /// A form.
    Form(&'a Form),
    /// All documents and forms of the set.
    Booklet,
    /// The standing of the set to the baseline.
    Conformance,
    /// A document beside an earlier version of it, which belongs to another set.
    Change {
        /// The newer version.
        new: &'a Document,
        /// The older one.
        old: (&'a Set, &'a Document),
    },
}

/// Returns where the `letters` stand that the sheet in `lang` about `subject` of `set` prints; `None` where the
/// program computed them and no author wrote them.
pub(super) fn place_of_letters(
    letters: &str,
    corpus: &Corpus,
    set: &Set,
    subject: Subject<'_>,
    lang: Lang,
) -> Option<Place> {
    // A sheet lends words from its set (contacts, tables) and from what all sets share (laws, requirements).
    let lent = || set.units_of_all().into_iter().chain(corpus.units());
    let units: Vec<_> = match subject {
        Subject::Document(document) => document.units(&set.key).into_iter().chain(lent()).collect(),
        Subject::Form(form) => form.units(&set.key).into_iter().chain(lent()).collect(),
        Subject::Booklet => {
            let documents = set.documents.iter().flat_map(|document| document.units(&set.key));
            documents.chain(set.forms.iter().flat_map(|form| form.units(&set.key))).chain(lent()).collect()
        }
        Subject::Conformance => lent().collect(),
        Subject::Change { new, old: (before, old) } => {
            new.units(&set.key).into_iter().chain(old.units(&before.key)).chain(lent()).collect()
        }
    };
    let printing: Vec<&Writing<'_>> =
        units.iter().flat_map(|unit| &unit.parts).filter(|part| part.letters(lang).contains(letters)).collect();
    // A reference prints the words of what it names; the fault is where they were written.
    let written = printing.iter().map(|part| part.place_in(lang)).find(|place| place.text().contains(letters));
    written.map(|place| place.narrowed(letters)).or_else(|| {
        let escaped = printing.first().map(|part| part.place_in(lang).clone());
        escaped.or_else(|| match subject {
            Subject::Booklet => {
                let documents = set.documents.iter().map(Subject::Document);
                let mut parts = documents.chain(set.forms.iter().map(Subject::Form));
                parts.find_map(|part| place_of_number(letters, part, lang))
            }
            Subject::Document(_) | Subject::Form(_) | Subject::Conformance | Subject::Change { .. } => {
                place_of_number(letters, subject, lang)
            }
        })
    })
}

/// Returns the provision, or the title of the form, whose number prints the letters.
fn place_of_number(letters: &str, subject: Subject<'_>, lang: Lang) -> Option<Place> {
    let document = match subject {
        Subject::Document(document) | Subject::Change { new: document, .. } => document,
        Subject::Form(form) => {
            let label = form.label.as_ref().filter(|label| label.get(lang).contains(letters));
            return label.map(|_| form.title.place_in(lang).clone());
        }
        Subject::Conformance | Subject::Booklet => return None,
    };
    let mut found = None;
    // The first one that prints it is enough: the same style numbers all of them.
    document.walk(&mut |provision| {
        if found.is_none() && provision.label.get(lang).contains(letters) {
            found = Some(provision.place.narrowed(letters));
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use crate::base::diagnostics::Diagnostics;
    use crate::base::locale::Lang;
    use crate::content::SetKey;
    use crate::corpus::Corpus;

    use super::{Subject, place_of_letters};

    const REGION: &str = "name: {ja: 緑, en: Midori}\ncouncil: {ja: 会, en: Council}\nsummary: {ja: 緑, en: Midori}\n";

    /// The line and column of `letters` on the sheet in `lang` of a policy with these provisions.
    fn found(provisions: &str, letters: &str, lang: Lang) -> Option<(usize, usize)> {
        let folder = tempfile::tempdir().expect("a folder");
        let region = folder.path().join("regions/midori");
        std::fs::create_dir_all(&region).expect("a folder");
        std::fs::write(region.join("region.yaml"), REGION).expect("a file");
        let policy = format!(
            "# 𓀀 in a comment is not printed\ntitle: {{ja: 約束, en: Policy}}\nshort_title: {{ja: 約束, en: Policy}}\n\
             standing: official\nenacted: 2026-01-01\nlevels: [{{kind: article, ja: '第{{kanji}}条', en: 'Article {{n}}'}}]\n\
             body:\n{provisions}"
        );
        std::fs::write(region.join("policy.yaml"), policy).expect("a file");
        let corpus: Corpus = crate::load(folder.path(), &mut Diagnostics::default());
        let set = corpus.set(&SetKey::Region("midori".to_owned())).expect("a set");
        let document = set.document("policy").expect("a document");
        let place = place_of_letters(letters, &corpus, set, Subject::Document(document), lang)?;
        Some((place.start().line, place.start().column))
    }

    #[test]
    fn letters_are_found_where_they_were_written() {
        let both = "  - id: a\n    ja: ここ𓀀です。\n    en: Here 𓀀 it is.\n";
        assert_eq!(found(both, "𓀀", Lang::Ja), Some((9, 11)));
        assert_eq!(found(both, "𓀀", Lang::En), Some((10, 14)));
        let untranslated = "  - id: a\n    ja: ここ𓀀です。\n";
        assert_eq!(found(untranslated, "𓀀", Lang::En), Some((9, 11)));
        let escaped = "  - id: a\n    ja: \"ここ\\U00013000です。\"\n";
        assert_eq!(found(escaped, "𓀀", Lang::Ja).map(|(line, _)| line), Some(9));
    }

    #[test]
    fn letters_that_nobody_wrote_have_no_place() {
        assert_eq!(found("  - id: a\n    ja: ここです。\n", "𓀀", Lang::Ja), None);
    }
}
