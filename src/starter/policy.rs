//! The policy of a starting set.

use std::collections::BTreeSet;

use super::articles::{Article, Item, articles, places};
use super::{Words, both, forms};
use crate::content::writing::Yaml;
use crate::content::{Modality, Unit};
use crate::corpus::{Condition, Corpus, Parameter, Part, Provision, Requirement, Set, Test, Text};
use crate::locale::Lang;

/// Articles in kanji, items and what stands below them as in Japanese statutes.
const LEVELS: &str = r#"dates: {calendar: era, digits: ascii}
levels:
  - {kind: article, ja: "第{kanji}条", en: "Article {n}"}
  - {kind: item, ja: "{kanji}", en: "({roman})"}
  - {kind: subitem, ja: "{iroha}", en: "({alpha})"}
  - {kind: bullet, ja: ・, en: •}
paragraph: {ja: "{wide}", en: "({n})"}
body:"#;

/// The file.
pub(super) fn policy(corpus: &Corpus, baseline: &Set, words: &Words) -> String {
    let mut writer = Writer { yaml: Yaml::default(), places: places(corpus), words, ids: BTreeSet::new() };
    writer.yaml.both(0, "title", &words.both("starter-title"));
    writer.yaml.line(0, "standing: official");
    LEVELS.lines().for_each(|line| writer.yaml.line(0, line));
    writer.sentence("purpose", "purpose", "starter-purpose-caption", "starter-purpose");
    for article in articles(corpus) {
        writer.article(&article);
    }
    writer.forms(baseline);
    writer.yaml.line(0, "supplementary:");
    writer.yaml.line(2, "- id: supplementary");
    writer.yaml.line(4, "body:");
    writer.yaml.line(6, "- id: commencement");
    writer.yaml.line(8, "level: none");
    writer.texts(8, &words.both("starter-commencement"));
    writer.yaml.into_text()
}

struct Writer<'a> {
    yaml: Yaml,
    places: BTreeSet<&'a str>,
    words: &'a Words,
    /// The ids of articles that are taken.
    ids: BTreeSet<String>,
}

impl Writer<'_> {
    /// An article of one sentence.
    fn sentence(&mut self, id: &str, topic: &str, caption: &str, text: &str) {
        self.yaml.line(2, &format!("- id: {id}"));
        self.yaml.line(4, &format!("topic: {topic}"));
        self.yaml.both(4, "caption", &self.words.both(caption));
        self.texts(4, &self.words.both(text));
    }

    fn article(&mut self, article: &Article<'_>) {
        let actor = self.words.both(&format!("actor-{}", article.actor.word()));
        let title = both(&article.group.title);
        let id = format!("{}-{}", article.group.id, article.actor.word());
        self.ids.insert(id.clone());
        self.yaml.line(2, &format!("- id: {id}"));
        self.yaml.both(4, "caption", &self.words.with("starter-caption", &[("group", &title), ("actor", &actor)]));
        let mut paragraphs = article.paragraphs.iter();
        if let Some((force, items)) = paragraphs.next() {
            self.paragraph(4, *force, items, &actor);
        }
        let mut rest = paragraphs.peekable();
        if rest.peek().is_some() {
            self.yaml.line(4, "paragraphs:");
        }
        for (force, items) in rest {
            self.yaml.line(6, &format!("- id: {}", force.word()));
            self.paragraph(8, *force, items, &actor);
        }
    }

    fn paragraph(&mut self, indent: usize, force: Modality, items: &[Item<'_>], actor: &[String; 2]) {
        self.yaml.line(indent, &format!("modality: {}", force.word()));
        self.texts(indent, &self.words.with(&format!("starter-{}", force.word()), &[("actor", actor)]));
        self.yaml.line(indent, "items:");
        for item in items {
            self.item(indent + 2, item);
        }
    }

    fn item(&mut self, indent: usize, item: &Item<'_>) {
        let requirement = item.requirement;
        let id = requirement.id.split_once('.').map_or(requirement.id.as_str(), |(_, id)| id).replace('.', "-");
        self.yaml.line(indent, &format!("- id: {id}"));
        if let Some(topic) = item.topic {
            self.yaml.line(indent + 2, &format!("topic: {topic}"));
        }
        let text = requirement.text.as_ref().or(item.provision.and_then(|provision| provision.text.as_ref()));
        self.texts(indent + 2, &text.map_or_else(|| both(&requirement.title), written));
        if let Some(provision) = item.provision.filter(|_| requirement.text.is_none()) {
            self.below(indent + 2, provision);
        }
        self.yaml.line(indent + 2, "meets:");
        self.yaml
            .line(indent + 4, &format!("- {{requirement: {}, extent: equal{}}}", requirement.id, given(requirement)));
    }

    /// What stands below a provision and is no requirement by itself.
    fn below(&mut self, indent: usize, provision: &Provision) {
        let below: Vec<&Provision> = provision
            .items
            .iter()
            .chain(&provision.paragraphs)
            .filter(|below| !self.holds_a_place(below) && (below.text.is_some() || below.caption.is_some()))
            .collect();
        if !below.is_empty() {
            self.yaml.line(indent, "items:");
        }
        for provision in below {
            let id = provision.anchor.rsplit('.').next().unwrap_or_default();
            self.yaml.line(indent + 2, &format!("- id: {id}"));
            if let Some(caption) = &provision.caption {
                self.yaml.both(indent + 4, "caption", &both(caption));
            }
            if let Some(text) = &provision.text {
                self.texts(indent + 4, &written(text));
            }
            self.below(indent + 4, provision);
        }
    }

    fn holds_a_place(&self, provision: &Provision) -> bool {
        let mut held = false;
        provision.walk(&mut |below| held |= self.places.contains(below.anchor.as_str()));
        held
    }

    fn forms(&mut self, baseline: &Set) {
        self.sentence("forms", "application", "starter-forms-caption", "starter-forms");
        let mut named = forms(baseline).peekable();
        if named.peek().is_some() {
            self.yaml.line(4, "items:");
        }
        for form in named {
            self.yaml.line(6, &format!("- id: {form}"));
            let text = format!("[](form:{form}/title) ([](form:{form}))");
            self.texts(8, &[text.replace(" (", "（").replace("))", ")）"), text]);
        }
    }

    fn texts(&mut self, indent: usize, [ja, en]: &[String; 2]) {
        for (key, text) in [("ja", ja), ("en", en)] {
            let paragraphs: Vec<String> = text.split("\n\n").map(|part| part.replace('\n', " ")).collect();
            self.yaml.text(indent, key, if text.is_empty() { &[] } else { &paragraphs });
        }
    }
}

/// A text as its author wrote it, its references as they are written from outside the baseline.
fn written(text: &Text) -> [String; 2] {
    Lang::ALL.map(|lang| match lang {
        Lang::En if text.en.is_none() => String::new(),
        lang => Part::Text(text).written(lang).replace("](#", "](baseline/policy#").trim().to_owned(),
    })
}

/// The parameters that meet a requirement just so.
fn given(requirement: &Requirement) -> String {
    let alternative = |conditions: &Vec<Condition>| {
        let values =
            conditions.iter().map(|condition| value(&requirement.parameters[condition.parameter], &condition.test));
        format!("{{{}}}", values.collect::<Vec<_>>().join(", "))
    };
    match requirement.alternatives.as_slice() {
        [] => String::new(),
        [one] => format!(", parameters: {}", alternative(one)),
        several => format!(", alternatives: [{}]", several.iter().map(alternative).collect::<Vec<_>>().join(", ")),
    }
}

fn value(parameter: &Parameter, test: &Test) -> String {
    let unit = parameter.unit.map(Unit::word).map(|unit| format!(" {unit}")).unwrap_or_default();
    let value = match test {
        Test::AtLeast(number) | Test::AtMost(number) => format!("{number}{unit}"),
        Test::IncludesAll(members) => format!("[{}]", members.iter().cloned().collect::<Vec<_>>().join(", ")),
        Test::OneOf(members) => members.iter().next().cloned().unwrap_or_default(),
    };
    format!("{}: {value}", parameter.id)
}
