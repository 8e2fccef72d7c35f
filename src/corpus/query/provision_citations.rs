//! Citations of a provision outside its document.

use crate::base::locale::Lang;
use crate::content::Kind;
use crate::corpus::model::{Division, Document, Pair, Set, Words};

impl Set {
    /// Returns the citation of the provision `anchor` of `document` outside that document: 第五条第一号, 別紙（３）;
    /// none where there is no such provision.
    #[must_use]
    pub fn citation(&self, document: &str, anchor: &str) -> Option<Pair> {
        let document = self.document(document)?;
        document.provision(anchor).map(|_| document.outside(anchor))
    }
}

impl Document {
    /// The number of the provision or division `anchor` as it is said outside the document, with the supplementary
    /// provision or appendix that it stands in.
    fn outside(&self, anchor: &str) -> Pair {
        let called = self.division_at(anchor).map(Division::called);
        match (self.provision(anchor), called) {
            (None, called) => called.unwrap_or_default(),
            // What is cited by a note's own mark needs no division, as in a reference.
            (Some(found), Some(called)) if found.kind != Some(Kind::Note) => found.cite.within(&called),
            (Some(found), _) => found.cite.clone(),
        }
    }

    /// Returns the citation of the provision or division `anchor` outside the document: 第五条第一号, 別紙（３）. What
    /// has no number is cited by its caption, after the number of what it stands in: ２－３ 補足.
    #[must_use]
    pub fn cite(&self, anchor: &str, lang: Lang) -> String {
        let cite = self.outside(anchor).get(lang).to_owned();
        let caption = self.provision(anchor).and_then(|found| found.caption.as_ref());
        // A provision without a number is cited by its caption; two chapters may both have a 補足.
        let is_captioned = caption.is_some_and(|words| *words.get(lang) == cite);
        match anchor.rsplit_once('.').filter(|_| is_captioned) {
            Some((above, _)) => join_citation([self.cite(above, lang), cite]),
            None => cite,
        }
    }

    /// Returns its citation and the caption that it or the nearest provision above it bears: 第五条第一号
    /// ＭＣＳ管理者の責務.
    #[must_use]
    pub fn name(&self, anchor: &str, lang: Lang) -> String {
        let above = std::iter::successors(Some(anchor), |path| path.rsplit_once('.').map(|(above, _)| above));
        let caption = above.filter_map(|path| self.caption(path)).map(|caption| caption.get(lang).clone()).next();
        let cite = self.cite(anchor, lang);
        match caption {
            // The caption may already be what it is cited by.
            Some(caption) if !cite.ends_with(&caption) => join_citation([cite, caption]),
            _ => cite,
        }
    }

    /// The caption of a provision, the title of a division.
    fn caption(&self, anchor: &str) -> Option<&Words> {
        match self.division_at(anchor).filter(|division| division.anchor == anchor) {
            Some(division) => division.title.as_ref(),
            None => self.provision(anchor)?.caption.as_ref(),
        }
    }

    /// The supplementary provision or appendix that `anchor` names or stands in; the body has no anchor.
    fn division_at(&self, anchor: &str) -> Option<&Division> {
        self.divisions.iter().find(|division| {
            let rest = anchor.strip_prefix(&division.anchor).filter(|_| !division.anchor.is_empty());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    }
}

impl Division {
    fn called(&self) -> Pair {
        let words = |words: &Words| Pair { ja: words.ja.clone(), en: words.get(Lang::En).clone() };
        self.label.as_ref().or(self.title.as_ref()).map(words).unwrap_or_default()
    }
}

fn join_citation(parts: [String; 2]) -> String {
    let [first, second] = parts;
    if first.is_empty() { second } else { format!("{first} {second}") }
}
