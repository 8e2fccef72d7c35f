//! How a provision is cited outside its document.

use super::model::{Division, Document, Pair, Role, Set, Words};
use super::references::with_division;
use crate::content::Kind;
use crate::locale::Lang;

impl Set {
    /// How the provision `anchor` of `document` is cited outside that document: 第五条第一号, 別紙（３）; none where
    /// there is no such provision.
    #[must_use]
    pub fn citation(&self, document: &str, anchor: &str) -> Option<Pair> {
        let provision = self.provision(document, anchor)?;
        // What is cited by a note's own mark needs no division, as in a reference.
        let division = (provision.kind != Some(Kind::Note)).then(|| self.document(document)?.division_of(anchor));
        Some(match division.flatten() {
            Some(division) => with_division(&provision.cite, &division.called()),
            None => provision.cite.clone(),
        })
    }
}

impl Document {
    /// The supplementary provision or appendix that `anchor` stands in.
    fn division_of(&self, anchor: &str) -> Option<&Division> {
        let within =
            |division: &&Division| anchor.strip_prefix(&division.anchor).is_some_and(|rest| rest.starts_with('.'));
        self.divisions.iter().filter(|division| division.role != Role::Body).find(within)
    }
}

impl Division {
    fn called(&self) -> Pair {
        let words = |words: &Words| Pair { ja: words.ja.clone(), en: words.get(Lang::En).clone() };
        self.label.as_ref().or(self.title.as_ref()).map(words).unwrap_or_default()
    }
}
