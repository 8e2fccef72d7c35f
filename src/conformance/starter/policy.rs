//! The policy of a starting set.

use std::collections::BTreeSet;

use super::articles::{StarterArticle, StarterItem, required_anchors, starter_articles};
use super::{StarterWords, baseline_forms, words_in_both};
use crate::base::diagnostics::Place;
use crate::base::locale::Lang;
use crate::base::notation::dates::{Calendar, Digits};
use crate::base::notation::numerals::Template;
use crate::content::{
    self, Bilingual, DateHabit, Extent, GivenValue, Kind, Modality, Parameters, Standing, Unit, WrittenDivision,
    WrittenLevel, WrittenMapping, WrittenStyle,
};
use crate::corpus::{Condition, Corpus, Parameter, Provision, Requirement, Set, Test, Text, Writing};

/// Articles in kanji, items and what stands below them as in Japanese statutes.
const LEVELS: [(Kind, &str, &str); 4] = [
    (Kind::Article, "第{kanji}条", "Article {n}"),
    (Kind::Item, "{kanji}", "({roman})"),
    (Kind::Subitem, "{iroha}", "({alpha})"),
    (Kind::Bullet, "・", "•"),
];

/// The document.
pub(super) fn policy(corpus: &Corpus, baseline: &Set, words: &StarterWords) -> content::WrittenDocument {
    let drafter = PolicyDrafter { places: required_anchors(corpus), words };
    let mut policy = content::WrittenDocument::new(Bilingual::both(&words.both("starter-title")), Standing::Draft);
    let place = Place::nowhere;
    policy.dates = Some(DateHabit { calendar: Calendar::Era, digits: Digits::Ascii, place: place() });
    let level = |(kind, ja, en): (Kind, &str, &str)| WrittenLevel {
        kind,
        ja: Template::of(ja),
        en: Template::of(en),
        cite: None,
        place: place(),
    };
    policy.levels = LEVELS.map(level).into();
    policy.paragraph = Some(WrittenStyle::new(Template::of("{wide}"), Template::of("({n})")));
    // 第一条 is the purpose, as in nearly all Japanese rules.
    policy.body.push(drafter.sentence("purpose", "purpose", "starter-purpose-caption", "starter-purpose"));
    policy.body.extend(starter_articles(corpus).iter().map(|article| drafter.article(article)));
    policy.body.push(drafter.forms(baseline));
    let commencement = with_text(content::WrittenProvision::new("commencement"), &words.both("starter-commencement"));
    let body = vec![content::WrittenProvision { level: Some("none".into()), ..commencement }];
    policy.supplementary = vec![WrittenDivision { body, ..WrittenDivision::new("supplementary") }];
    policy
}

/// Drafts the provisions of a policy.
struct PolicyDrafter<'a> {
    /// The places in the baseline that some requirement comes from.
    places: BTreeSet<&'a str>,
    words: &'a StarterWords,
}

impl PolicyDrafter<'_> {
    /// An article of one sentence.
    fn sentence(&self, id: &str, topic: &str, caption: &str, text: &str) -> content::WrittenProvision {
        let article = content::WrittenProvision {
            topic: Some(topic.into()),
            caption: Some(Bilingual::both(&self.words.both(caption))),
            ..content::WrittenProvision::new(id)
        };
        with_text(article, &self.words.both(text))
    }

    fn article(&self, article: &StarterArticle<'_>) -> content::WrittenProvision {
        let actor = self.words.both(&format!("actor-{}", article.actor.word()));
        let title = words_in_both(&article.group.title);
        let caption = self.words.with("starter-caption", &[("group", &title), ("actor", &actor)]);
        let mut paragraphs = article.paragraphs.iter();
        let id = format!("{}-{}", article.group.id, article.actor.word());
        let mut made = content::WrittenProvision::new(id);
        // The firmest paragraph is the text of the article itself, which bears no number.
        if let Some((force, items)) = paragraphs.next() {
            made = self.paragraph(made, *force, items, &actor);
        }
        made.caption = Some(Bilingual::both(&caption));
        let later = |(force, items): &(Modality, Vec<StarterItem<'_>>)| {
            self.paragraph(content::WrittenProvision::new(force.word()), *force, items, &actor)
        };
        made.paragraphs = paragraphs.map(later).collect();
        made
    }

    /// `provision` with what is asked of `actor` so firmly.
    fn paragraph(
        &self,
        provision: content::WrittenProvision,
        force: Modality,
        items: &[StarterItem<'_>],
        actor: &[String; 2],
    ) -> content::WrittenProvision {
        let text = self.words.with(&format!("starter-{}", force.word()), &[("actor", actor)]);
        let items = items.iter().map(|item| self.item(item)).collect();
        with_text(content::WrittenProvision { modality: Some(force.into()), items, ..provision }, &text)
    }

    fn item(&self, item: &StarterItem<'_>) -> content::WrittenProvision {
        let requirement = item.requirement;
        // The group is in the id of the article; a dot would part names of an anchor.
        let id = requirement.id.split_once('.').map_or(requirement.id.as_str(), |(_, id)| id).replace('.', "-");
        // The requirement's own words come first, then those of the baseline's provision, and its title where neither
        // has a text.
        let text = requirement.text.as_ref().or(item.provision.and_then(|provision| provision.text.as_ref()));
        let below = item.provision.filter(|_| requirement.text.is_none());
        let made = content::WrittenProvision {
            topic: item.topic.map(Into::into),
            meets: vec![meets(requirement)],
            items: below.map_or_else(Vec::new, |provision| self.below(provision)),
            ..content::WrittenProvision::new(id)
        };
        with_text(made, &text.map_or_else(|| words_in_both(&requirement.title), authored_text))
    }

    /// Returns the provisions below one that are no requirements by themselves.
    fn below(&self, provision: &Provision) -> Vec<content::WrittenProvision> {
        let below = provision
            .items
            .iter()
            .chain(&provision.paragraphs)
            // What is a requirement by itself becomes an item of its own, and would be said twice.
            .filter(|below| !self.holds_a_place(below) && (below.text.is_some() || below.caption.is_some()));
        let made = |below: &Provision| {
            let id = below.anchor.rsplit('.').next().unwrap_or_default();
            let made = content::WrittenProvision {
                caption: below.caption.as_ref().map(|caption| Bilingual::both(&words_in_both(caption))),
                items: self.below(below),
                ..content::WrittenProvision::new(id)
            };
            with_text(made, &below.text.as_ref().map(authored_text).unwrap_or_default())
        };
        below.map(made).collect()
    }

    fn holds_a_place(&self, provision: &Provision) -> bool {
        let mut held = false;
        provision.walk(&mut |below| held |= self.places.contains(below.anchor.as_str()));
        held
    }

    fn forms(&self, baseline: &Set) -> content::WrittenProvision {
        let named = baseline_forms(baseline).map(|form| {
            let text = format!("[](form:{form}/title) ([](form:{form}))");
            // Brackets of Japanese are wide and stand without a space.
            with_text(content::WrittenProvision::new(form), &[text.replace(" (", "（").replace("))", ")）"), text])
        });
        let article = self.sentence("forms", "application", "starter-forms-caption", "starter-forms");
        content::WrittenProvision { items: named.collect(), ..article }
    }
}

/// `provision` with the text in Japanese and English; a language without words is left out.
fn with_text(provision: content::WrittenProvision, text: &[String; 2]) -> content::WrittenProvision {
    let [ja, en] = text.each_ref().map(|text| {
        // Only blank lines part paragraphs; other breaks are those of the source's lines.
        let paragraphs: Vec<String> = text.split("\n\n").map(|part| part.replace('\n', " ")).collect();
        (!text.is_empty()).then(|| paragraphs.join("\n\n").into())
    });
    content::WrittenProvision { ja, en, ..provision }
}

/// A text as its author wrote it, its references as they are written from outside the baseline.
fn authored_text(text: &Text) -> [String; 2] {
    Lang::ALL.map(|lang| match lang {
        Lang::En if text.en.is_none() => String::new(),
        // #purpose would be the region's own article; the words speak of the baseline's.
        Lang::Ja | Lang::En => Writing::Text(text).written(lang).replace("](#", "](baseline/policy#").trim().to_owned(),
    })
}

/// The mapping that meets `requirement` just so.
fn meets(requirement: &Requirement) -> WrittenMapping {
    let alternative = |conditions: &Vec<Condition>| {
        let values = conditions.iter().map(|condition| {
            let parameter = &requirement.parameters[condition.parameter];
            (parameter.id.clone().into(), starting_value(parameter, &condition.test))
        });
        Parameters(values.collect())
    };
    let mapping = WrittenMapping::new(requirement.id.as_str(), Extent::Equal);
    match requirement.alternatives.as_slice() {
        [] => mapping,
        [one] => WrittenMapping { parameters: alternative(one), ..mapping },
        several => WrittenMapping { alternatives: several.iter().map(alternative).collect(), ..mapping },
    }
}

fn starting_value(parameter: &Parameter, test: &Test) -> GivenValue {
    let unit = parameter.unit.map(Unit::word).map_or_else(String::new, |unit| format!(" {unit}"));
    match test {
        Test::AtLeast(number) | Test::AtMost(number) => GivenValue::Word(format!("{number}{unit}").into()),
        Test::IncludesAll(members) => GivenValue::List(members.iter().map(|member| member.as_str().into()).collect()),
        // Any of them meets it; the first is one that the author can change.
        Test::OneOf(members) => GivenValue::Word(members.iter().next().cloned().unwrap_or_default().into()),
    }
}
