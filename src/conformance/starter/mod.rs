//! A starting set for a new region: a policy of what the baseline asks, in articles, with the baseline's own words and a
//! mapping for each requirement; the forms of the baseline; and `TODO` where the region has to write something itself.
//!
//! The baseline offers its 準則 as a template (ひな型) to be taken over and adapted.

mod articles;
mod policy;

use crate::base::artifact::Artifact;
use crate::base::diagnostics::Place;
use crate::base::locale::{Lang, Messages};
use crate::base::notation::numerals::Template;
use crate::content::{self, Bilingual, Origin, SetKey, Standing, WrittenConformance, yaml_of};
use crate::corpus::{Corpus, Form, Set};

/// The files of a starting set for the region `id`, by their paths below the content folder. `name` is the region's
/// name in Japanese, where it is known. `None` without a baseline that asks something.
#[must_use]
pub fn starter_files(corpus: &Corpus, id: &str, name: Option<&str>) -> Option<Vec<Artifact>> {
    let baseline = corpus.set(&SetKey::Baseline).filter(|_| corpus.requirements().next().is_some())?;
    let words = StarterWords::new(name);
    let folder = SetKey::Region(id.to_owned()).folder();
    let path = |file: &str| format!("{folder}/{file}");
    let mut files = vec![
        Artifact::new(path("region.yaml"), yaml_of(&starter_region(&words))),
        Artifact::new(path("policy.yaml"), yaml_of(&policy::policy(corpus, baseline, &words))),
        Artifact::new(path("conformance.yaml"), yaml_of(&without_mappings())),
    ];
    let forms = baseline.forms.iter().zip(1..);
    // Forms extend those of the baseline, so that what the baseline improves reaches the region.
    files.extend(forms.map(|(form, number)| {
        Artifact::new(path(&format!("forms/{}.yaml", form.id)), yaml_of(&extended(form, number)))
    }));
    Some(files)
}

/// Words in both languages, with the region's name put in.
struct StarterWords {
    messages: [&'static Messages; 2],
    name: [String; 2],
}

impl StarterWords {
    fn new(name: Option<&str>) -> Self {
        let messages = Lang::ALL.map(Messages::of);
        let gaps = messages.map(|messages| messages.text("starter-name"));
        // The name in English is not known and stays a gap; it is no translation of the Japanese one.
        let [ja, en] = gaps;
        Self { messages, name: [name.map_or(ja, str::to_owned), en] }
    }

    /// A message in Japanese and English.
    fn both(&self, id: &str) -> [String; 2] {
        self.with(id, &[])
    }

    /// A message with arguments that are told in each language.
    fn with(&self, id: &str, args: &[(&str, &[String; 2])]) -> [String; 2] {
        [0, 1].map(|lang| {
            let mut told = vec![("name", self.name[lang].as_str())];
            told.extend(args.iter().map(|(key, words)| (*key, words[lang].as_str())));
            self.messages[lang].with(id, &told)
        })
    }
}

fn starter_region(words: &StarterWords) -> content::WrittenSet {
    let both = |id: &str| Bilingual::both(&words.both(id));
    // {n} would be an argument of the message.
    let [ja, en] = words.both("starter-form-label").map(|label| Template::of(&label.replace("NUMBER", "{n}")));
    content::WrittenSet {
        form_label: Some(content::WrittenStyle::new(ja, en)),
        ..content::WrittenSet::new(Bilingual::both(&words.name), both("starter-council"), both("starter-summary"))
    }
}

/// The region's mappings are its own, and it has no roles and deviations yet.
fn without_mappings() -> WrittenConformance {
    WrittenConformance {
        standing: Standing::Official.into(),
        roles: Vec::new(),
        elsewhere: Vec::new(),
        deviations: Vec::new(),
        place: Place::nowhere(),
    }
}

/// A form that takes over the baseline's.
fn extended(form: &Form, number: u32) -> content::WrittenForm {
    content::WrittenForm {
        number: Some(number.into()),
        title: Some(Bilingual::both(&words_in_both(&form.title))),
        basis: Some("policy#forms".into()),
        extends: Some(format!("baseline/{}", form.id).into()),
        // The region makes it its own form; what it says is the baseline's until it says otherwise.
        ..content::WrittenForm::new(Origin::Source, Standing::Draft)
    }
}

/// Words in both languages; empty where there is no English.
fn words_in_both(words: &crate::corpus::Words) -> [String; 2] {
    [words.ja.clone(), words.en.clone().unwrap_or_default()]
}

/// The forms of `baseline` as they are named in the policy.
fn baseline_forms(baseline: &Set) -> impl Iterator<Item = &str> {
    baseline.forms.iter().map(|form| form.id.as_str())
}
