//! Finding what a target names, and the letters of it.

use super::model::{Document, Pair, Provision, Set, Target, Words};
use super::parts::Part;
use super::references::with_division;
use crate::content::Kind;
use crate::locale::Lang;

impl Document {
    /// The provision `anchor`, or the provisions of the division `anchor`; none where there is no such thing.
    #[must_use]
    pub fn at(&self, anchor: &str) -> Vec<&Provision> {
        if let Some(division) = self.divisions.iter().find(|division| division.anchor == anchor && !anchor.is_empty()) {
            return division.provisions.iter().collect();
        }
        let mut list: Vec<&Provision> =
            self.notes.iter().chain(self.divisions.iter().flat_map(|division| &division.provisions)).collect();
        // An anchor is the path to its provision, so that one branch of the tree is enough.
        loop {
            let on_the_way = |provision: &&&Provision| {
                anchor.strip_prefix(&provision.anchor).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            };
            match list.iter().find(on_the_way) {
                None => return Vec::new(),
                Some(found) if found.anchor == anchor => return vec![*found],
                Some(found) => list = found.items.iter().chain(&found.paragraphs).collect(),
            }
        }
    }
}

impl Document {
    /// How the provision or division `anchor` is cited outside the document: 第五条第一号, 別紙（３）. What has no number
    /// is cited by its caption, after the number of what it stands in: ２－３ 補足.
    #[must_use]
    pub fn cite(&self, anchor: &str, lang: Lang) -> String {
        let division = self.divisions.iter().find(|division| {
            let rest = anchor.strip_prefix(&division.anchor).filter(|_| !division.anchor.is_empty());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        });
        let called = division.and_then(|division| division.label.as_ref().or(division.title.as_ref()));
        let called = called.map(|words| Pair { ja: words.ja.clone(), en: words.get(Lang::En).clone() });
        let found = self.at(anchor).into_iter().find(|provision| provision.anchor == anchor);
        let cite = match (found, called) {
            (None, called) => called.unwrap_or_default(),
            (Some(found), Some(called)) if found.kind != Some(Kind::Note) => with_division(&found.cite, &called),
            (Some(found), _) => found.cite.clone(),
        };
        let cite = cite.get(lang).to_owned();
        let is_captioned = found.and_then(|found| found.caption.as_ref()).is_some_and(|words| *words.get(lang) == cite);
        match anchor.rsplit_once('.').filter(|_| is_captioned) {
            Some((above, _)) => joined([self.cite(above, lang), cite]),
            None => cite,
        }
    }

    /// How it is cited, and the caption that it or the nearest provision above it bears: 第五条第一号 ＭＣＳ管理者の責務.
    #[must_use]
    pub fn name(&self, anchor: &str, lang: Lang) -> String {
        let above = std::iter::successors(Some(anchor), |path| path.rsplit_once('.').map(|(above, _)| above));
        let caption = above.filter_map(|path| self.caption(path)).map(|caption| caption.get(lang).clone()).next();
        let cite = self.cite(anchor, lang);
        match caption {
            Some(caption) if !cite.ends_with(&caption) => joined([cite, caption]),
            _ => cite,
        }
    }

    /// The caption of a provision, the title of a division.
    fn caption(&self, anchor: &str) -> Option<&Words> {
        let division = self.divisions.iter().find(|division| division.anchor == anchor && !anchor.is_empty());
        match division {
            Some(division) => division.title.as_ref(),
            None => {
                let found = self.at(anchor).into_iter().find(|provision| provision.anchor == anchor);
                found.and_then(|provision| provision.caption.as_ref())
            }
        }
    }
}

fn joined(parts: [String; 2]) -> String {
    let [first, second] = parts;
    if first.is_empty() { second } else { format!("{first} {second}") }
}

impl Set {
    /// The document `id`.
    #[must_use]
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.documents.iter().find(|document| document.id == id)
    }

    /// The provision `anchor` of `document`.
    #[must_use]
    pub fn provision(&self, document: &str, anchor: &str) -> Option<&Provision> {
        self.document(document)?.at(anchor).into_iter().find(|provision| provision.anchor == anchor)
    }

    /// The letters of a provision or form of this set with all that stands below it.
    #[must_use]
    pub fn letters(&self, target: &Target, lang: Lang) -> String {
        match target {
            Target::Provision { document, anchor, .. } => {
                let found = self.document(document).map(|document| document.at(anchor)).unwrap_or_default();
                found.iter().map(|provision| provision.letters(lang)).collect()
            }
            Target::Form { form, .. } => {
                let form = self.forms.iter().find(|found| found.id == *form);
                let units = form.map(|form| form.units(&self.key)).unwrap_or_default();
                units.iter().flat_map(|unit| &unit.parts).map(|part| part.letters(lang) + "\n").collect()
            }
            _ => String::new(),
        }
    }
}

impl Provision {
    /// The letters of its caption and text.
    #[must_use]
    pub fn own_letters(&self, lang: Lang) -> String {
        let own = self.caption.iter().map(Part::Words).chain(self.text.iter().map(Part::Text));
        own.map(|part| part.letters(lang) + "\n").collect()
    }

    /// The letters of it and of all that stands below it.
    #[must_use]
    pub fn letters(&self, lang: Lang) -> String {
        let mut letters = String::new();
        self.walk(&mut |provision| letters.push_str(&provision.own_letters(lang)));
        letters
    }
}
