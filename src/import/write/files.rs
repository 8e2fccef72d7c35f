//! The files of a region from an outline: `region.yaml`, the document, its appended tables and forms.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::escape::escape;
use super::form;
use super::levels::{self, Level, Levels};
use super::plan::{Planned, PlannedDivision};
use super::references::{Here, Targets};
use crate::artifact::Artifact;
use crate::content::Kind;
use crate::content::writing::{Pair, Yaml, columns, flow, scalar};
use crate::import::outline::tree::{Doubt, Outline};
use crate::import::outline::words::Words;
use crate::import::recognise::front;
use crate::import::shapes::heads::Begins;
use crate::import::shapes::style::{Style, Unit};
use crate::notation::dates::{Calendar, DateStyle, Digits};
use crate::notation::numerals::Numeral;
use crate::notation::widths::folded;

/// What the files are called.
#[derive(Debug, Clone)]
pub struct Names {
    /// The region's id.
    pub region: String,
    /// The document's id.
    pub document: String,
    /// The region's name; its id where left out.
    pub name: Option<String>,
}

/// Writes one outline.
pub(in crate::import) struct Writer<'a> {
    outline: &'a Outline,
    divisions: &'a [PlannedDivision<'a>],
    targets: Targets,
    dates: DateStyle,
    doubts: Vec<Doubt>,
    links: usize,
}

/// The files, what was doubtful on the way, and how many references became links.
pub(in crate::import) struct Written {
    pub(in crate::import) files: Vec<Artifact>,
    pub(in crate::import) doubts: Vec<Doubt>,
    pub(in crate::import) links: usize,
    /// The forms by their divisions: their ids, and the dates that are printed by their labels alone.
    pub(in crate::import) forms: BTreeMap<usize, (String, BTreeSet<String>)>,
}

/// The files of `outline`.
pub(in crate::import) fn files(
    outline: &Outline,
    divisions: &[PlannedDivision<'_>],
    dates: DateStyle,
    names: &Names,
) -> Written {
    let targets = Targets::of(divisions);
    let mut writer = Writer { outline, divisions, targets, dates, doubts: Vec::new(), links: 0 };
    let folder = format!("regions/{}", names.region);
    let document = writer.document(names);
    let mut files = vec![
        Artifact { path: format!("{folder}/region.yaml"), bytes: writer.region(names).into_bytes() },
        Artifact { path: format!("{folder}/{}.yaml", names.document), bytes: document.into_bytes() },
    ];
    for division in divisions.iter().filter(|division| division.division.codes.is_some()) {
        let path = format!("{folder}/tables/{}.yaml", division.id);
        files.push(Artifact { path, bytes: Writer::table(division).into_bytes() });
    }
    let mut forms = BTreeMap::new();
    for (at, division) in divisions.iter().enumerate() {
        let Some(draft) = &division.division.form else { continue };
        let file = form::form(draft, &mut writer);
        files.push(Artifact { path: format!("{folder}/forms/{}.yaml", division.id), bytes: file.yaml.into_bytes() });
        forms.insert(at, (division.id.clone(), file.bare_dates));
    }
    Written { files, doubts: writer.doubts, links: writer.links, forms }
}

/// The label of appended tables as the set prints it, where the label of this one has a number.
pub(in crate::import) fn table_style(label: &str) -> Option<Style> {
    let at = label.find(|letter: char| {
        letter.is_ascii_digit() || ('０'..='９').contains(&letter) || "一二三四五六七八九十".contains(letter)
    })?;
    let number = crate::notation::numbers::numbers(label).into_iter().next()?;
    let numeral = match label[at..].chars().next()? {
        '0'..='9' => Numeral::Ascii,
        '０'..='９' => Numeral::Wide,
        _ => Numeral::Kanji,
    };
    let style =
        Style { before: label[..at].to_owned(), numeral: Some(numeral), after: number.after.to_owned(), joint: None };
    (folded(&style.print(&[number.value], "")) == folded(label)).then_some(style)
}

impl Writer<'_> {
    fn region(&self, names: &Names) -> String {
        let mut yaml = Yaml::default();
        let name = names.name.as_deref().unwrap_or(&names.region);
        let council = Some(&self.outline.front.issuer).filter(|issuer| !issuer.is_empty());
        yaml.words(0, "name", name);
        yaml.words(0, "council", council.map_or(name, |issuer| &issuer.text));
        yaml.words(0, "summary", &self.title(names));
        let label = self.divisions.iter().find(|division| division.division.codes.is_some());
        if let Some(style) = label.and_then(|division| table_style(&division.division.label.text)) {
            let ja = scalar(&style.template(), true);
            yaml.line(0, &format!("table_label: {{ja: {ja}, en: \"Appended Table {{n}}\"}}"));
        }
        let numbered =
            |division: &&PlannedDivision<'_>| division.division.form.as_ref().is_some_and(|form| form.number.is_some());
        let form = self.divisions.iter().find(numbered);
        if let Some(style) = form.and_then(|division| table_style(&division.division.label.text)) {
            let ja = scalar(&style.template(), true);
            yaml.line(0, &format!("form_label: {{ja: {ja}, en: \"Form No. {{n}}\"}}"));
        }
        yaml.into_text()
    }

    /// The title, or the region's name where the document has none.
    fn title(&self, names: &Names) -> String {
        let title = &self.outline.front.title;
        let given = names.name.as_deref().unwrap_or(&names.region);
        if title.is_empty() { given.to_owned() } else { title.text.clone() }
    }

    fn table(division: &PlannedDivision<'_>) -> String {
        let mut yaml = Yaml::default();
        let Some(codes) = &division.division.codes else { return String::new() };
        yaml.line(0, &format!("number: {}", division.table.unwrap_or(1)));
        let title = &division.division.title;
        yaml.words(0, "title", if title.is_empty() { &division.division.label.text } else { &title.text });
        let heads: Vec<String> = codes.columns.iter().map(|head| flow(&[("ja", scalar(&head.text, true))])).collect();
        yaml.line(0, &format!("columns: [{}]", heads.join(", ")));
        yaml.line(0, "rows:");
        for [code, name] in &codes.rows {
            let row = flow(&[("code", code.text.trim().to_owned()), ("ja", scalar(&name.text, true))]);
            yaml.line(2, &format!("- {row}"));
        }
        yaml.into_text()
    }

    fn document(&mut self, names: &Names) -> String {
        let mut yaml = Yaml::default();
        yaml.words(0, "title", &self.title(names));
        yaml.line(0, "standing: official");
        let (enacted, amended) = front::in_force(&self.outline.divisions);
        if let Some(date) = enacted {
            yaml.line(0, &format!("enacted: {date}"));
        }
        if !amended.is_empty() {
            yaml.line(
                0,
                &format!("amended: [{}]", amended.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
            );
        }
        self.front(&mut yaml);
        let mut supplementary = Vec::new();
        let mut appendices = Vec::new();
        let divisions = self.divisions;
        for (at, division) in divisions.iter().enumerate().filter(|(_, division)| in_document(division)) {
            match division.division.begins {
                None => {
                    Self::levels(&mut yaml, 0, &division.levels);
                    self.list(&mut yaml, 0, "body", &division.list, at);
                }
                Some(Begins::Supplementary) => supplementary.push((at, division)),
                Some(_) => appendices.push((at, division)),
            }
        }
        for (key, list) in [("supplementary", supplementary), ("appendices", appendices)] {
            if !list.is_empty() {
                yaml.line(0, &format!("{key}:"));
            }
            for (at, division) in list {
                self.division(&mut yaml, division, at);
            }
        }
        yaml.into_text()
    }

    fn front(&self, yaml: &mut Yaml) {
        let front = &self.outline.front;
        let calendar = if self.dates.calendar == Calendar::Era { "era" } else { "western" };
        let digits = match self.dates.digits {
            Digits::Kanji => "kanji",
            Digits::Ascii => "ascii",
            Digits::Wide => "wide",
        };
        yaml.line(0, &format!("dates: {{calendar: {calendar}, digits: {digits}}}"));
        let date: Option<Date> = front::printed_date(&front.date.text, self.dates);
        if date.is_some() || !front.issuer.is_empty() || !front.name.is_empty() {
            yaml.line(0, "cover:");
            if let Some(date) = date {
                yaml.line(2, &format!("date: {date}"));
            }
            for (key, words) in [("issuer", &front.issuer), ("name", &front.name)] {
                if !words.is_empty() {
                    yaml.words(2, key, &words.text);
                }
            }
        }
        if !front.notes.is_empty() {
            yaml.line(0, "notes:");
        }
        for (at, note) in front.notes.iter().enumerate() {
            yaml.line(2, &format!("- id: note-{}", at + 1));
            yaml.text(4, "ja", &[escape(&note.text)]);
        }
    }

    pub(in crate::import) fn levels(yaml: &mut Yaml, indent: usize, levels: &Levels) {
        if !levels.list.is_empty() {
            yaml.line(indent, "levels:");
            for level in &levels.list {
                yaml.line(indent + 2, &format!("- {}", written_level(level)));
            }
        }
        if let Some(style) = &levels.paragraph {
            let pair: [Pair<'_>; 2] = [("ja", quoted(&style.template())), ("en", "\"({n})\"".to_owned())];
            yaml.line(indent, &format!("paragraph: {}", flow(&pair)));
        }
    }

    fn division(&mut self, yaml: &mut Yaml, division: &PlannedDivision<'_>, at: usize) {
        yaml.line(2, &format!("- id: {}", division.id));
        let label = &division.division.label.text;
        if !label.is_empty() && folded(label) != "附則" {
            yaml.words(4, "label", label);
        }
        if !division.division.title.is_empty() {
            yaml.words(4, "title", &division.division.title.text);
        }
        Self::levels(yaml, 4, &division.levels);
        self.list(yaml, 4, "body", &division.list, at);
    }

    fn list(&mut self, yaml: &mut Yaml, indent: usize, key: &str, list: &[Planned<'_>], division: usize) {
        if list.is_empty() {
            yaml.line(indent, &format!("{key}: []"));
            return;
        }
        yaml.line(indent, &format!("{key}:"));
        let articles = self.articles(division);
        for one in list {
            self.provision(yaml, indent + 2, one, &Here { division, ..Here::default() }, &articles);
        }
    }

    /// The anchors of the articles of a division, in their order.
    fn articles(&self, division: usize) -> Vec<String> {
        let mut anchors = Vec::new();
        for one in self.divisions.get(division).map_or(&[][..], |division| &division.list) {
            one.walk(&mut |one: &Planned<'_>| {
                if is_article(one) {
                    anchors.push(one.anchor.clone());
                }
            });
        }
        anchors
    }

    pub(in crate::import) fn provision(
        &mut self,
        yaml: &mut Yaml,
        indent: usize,
        one: &Planned<'_>,
        here: &Here,
        articles: &[String],
    ) {
        let mut here = here.clone();
        if is_article(one) {
            let at = articles.iter().position(|anchor| *anchor == one.anchor).unwrap_or(0);
            here.before = at.checked_sub(1).and_then(|at| articles.get(at)).cloned();
            here.next = articles.get(at + 1).cloned();
            here.article = Some(one.anchor.clone());
            here.paragraph = None;
        }
        let words = one.node.label.as_ref().map(|label| &label.words);
        let odd = one.odd.or(one.label.is_some().then_some("label"));
        self.doubts.extend(words.zip(odd).map(|(words, chosen)| Doubt {
            line: words.line(),
            chosen,
            words: words.text.clone(),
        }));
        let text: Vec<String> = one.node.text.iter().map(|words| self.linked(words, &here)).collect();
        let mut pairs: Vec<Pair<'_>> = vec![("id", one.id.clone())];
        pairs.extend(one.level.map(|level| ("level", level.to_owned())));
        pairs.extend(one.branch.map(|branch| ("branch", branch.to_string())));
        pairs.extend(one.number.clone().map(|number| ("number", number)));
        pairs.extend(one.label.as_deref().map(|label| ("label", flow(&[("ja", scalar(label, true))]))));
        pairs.extend(one.hides_number.then(|| ("numbered", "false".to_owned())));
        let caption = Some(&one.node.caption).filter(|caption| !caption.is_empty());
        pairs.extend(caption.map(|caption| ("caption", flow(&[("ja", scalar(&caption.text, true))]))));
        if let Some(line) = one_line(one, &pairs, &text).filter(|line| columns(line) + indent < 80) {
            yaml.line(indent, &format!("- {line}"));
            return;
        }
        for (at, (key, value)) in pairs.iter().enumerate() {
            yaml.line(indent, &format!("{} {key}: {value}", if at == 0 { "-" } else { " " }));
        }
        let inner = indent + 2;
        yaml.text(inner, "ja", &text);
        if !one.node.columns.is_empty() {
            let heads: Vec<String> =
                one.node.columns.iter().map(|head| flow(&[("ja", scalar(&head.text, true))])).collect();
            yaml.line(inner, &format!("columns: [{}]", heads.join(", ")));
        }
        if let Some(level) = one.item_level {
            yaml.line(inner, &format!("item_level: {level}"));
        }
        self.below(yaml, inner, one, &here, articles);
    }

    fn below(&mut self, yaml: &mut Yaml, indent: usize, one: &Planned<'_>, here: &Here, articles: &[String]) {
        if !one.items.is_empty() {
            yaml.line(indent, "items:");
            one.items.iter().for_each(|item| self.provision(yaml, indent + 2, item, here, articles));
        }
        if one.paragraphs.is_empty() {
            return;
        }
        yaml.line(indent, "paragraphs:");
        let mut before = here.article.clone().filter(|_| is_article(one));
        for paragraph in &one.paragraphs {
            let here = Here { paragraph: before.clone(), ..here.clone() };
            self.provision(yaml, indent + 2, paragraph, &here, articles);
            before = before.filter(|_| paragraph.node.counted).map(|_| paragraph.anchor.clone());
        }
    }

    pub(in crate::import) fn linked(&mut self, words: &Words, here: &Here) -> String {
        let linked = self.targets.link(&words.text, here);
        self.links += linked.markdown.matches("](").count();
        let doubts = linked.unsure.into_iter().map(|reference| Doubt {
            line: words.line(),
            chosen: "reference",
            words: reference,
        });
        self.doubts.extend(doubts);
        linked.markdown
    }
}

/// Whether the division stands in the document, and not in a file of its own.
fn in_document(division: &PlannedDivision<'_>) -> bool {
    division.division.codes.is_none() && division.division.form.is_none()
}

/// A provision with nothing below it, few keys and one paragraph as a flow mapping.
fn one_line(one: &Planned<'_>, pairs: &[Pair<'_>], text: &[String]) -> Option<String> {
    let leaf = one.items.is_empty() && one.paragraphs.is_empty() && one.node.columns.is_empty();
    let mut all = pairs.to_vec();
    all.extend(text.first().map(|text| ("ja", scalar(text, true))));
    (leaf && text.len() <= 1 && all.len() <= 3).then(|| flow(&all))
}

fn is_article(one: &Planned<'_>) -> bool {
    one.node.label.as_ref().is_some_and(|label| label.unit == Some(Unit::Article))
}

fn quoted(template: &str) -> String {
    if template.contains('{') { format!("\"{template}\"") } else { scalar(template, true) }
}

fn written_level(level: &Level) -> String {
    let mut pairs: Vec<Pair<'_>> = vec![
        ("kind", level.kind.word().to_owned()),
        ("ja", quoted(&level.style.template())),
        ("en", quoted(&levels::english(level))),
    ];
    let cited = levels::cited(&level.style);
    // An item is cited with its counter word unless something else is said.
    if level.repeated && (cited != level.style || level.kind == Kind::Item) {
        let en = if level.style.joint.is_some() { "{parent}-{n}" } else { "{n}" };
        pairs.push(("cite", flow(&[("ja", quoted(&cited.template())), ("en", quoted(en))])));
    }
    flow(&pairs)
}
