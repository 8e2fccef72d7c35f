//! `junsoku compare`: two documents side by side.

use super::option_values::ComparisonFormat;
use super::options::CompareOptions;
use super::{ExitOutcome, Session, content_folder};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::base::locale::{Lang, Messages};
use crate::base::terminal::{Line, Span, Terminal, TextStyle, wrap};
use crate::compare::{
    Alignment, FactDifference, Fate, Row, RowCounts, RowOrder, Side, SideItem, State, WordDifference, align,
    comparison_data, comparison_rows, fact_differences,
};
use crate::conformance::fact_words;
use crate::content::{SetKey, suggest};
use crate::corpus::Corpus;
use crate::site;

/// From how many columns on two texts stand side by side; on a narrower terminal one stands below the other.
const NARROW: usize = 60;

/// From what likeness on differing words are marked; below, more would be marked than not.
const MARKED: f64 = 0.5;

/// Compares the documents that `options` name.
pub(super) fn run_compare(options: &CompareOptions, session: &Session) -> ExitOutcome {
    let mut findings = Diagnostics::default();
    match compared(options, session, &mut findings) {
        Ok(text) => {
            session.print_exactly(&text);
            ExitOutcome::Clean
        }
        Err(outcome) => {
            session.report(&findings);
            outcome
        }
    }
}

fn compared(options: &CompareOptions, session: &Session, findings: &mut Diagnostics) -> Result<String, ExitOutcome> {
    let refuse = |diagnostic: Box<Diagnostic>, findings: &mut Diagnostics| {
        findings.push(*diagnostic);
        ExitOutcome::Environment
    };
    content_folder(&options.content).map_err(|diagnostic| refuse(diagnostic, findings))?;
    let corpus = crate::load(&options.content, findings);
    if findings.has_errors() {
        return Err(ExitOutcome::Findings);
    }
    let lang = session.messages.lang();
    let left = resolve_side(&corpus, &options.left, lang).map_err(|diagnostic| refuse(diagnostic, findings))?;
    let right = resolve_side(&corpus, &options.right, lang).map_err(|diagnostic| refuse(diagnostic, findings))?;
    check_topic(&corpus, options.topic.as_deref()).map_err(|diagnostic| refuse(diagnostic, findings))?;
    let alignment = align(&left, &right);
    let mut rows = comparison_rows(&left, &right, &alignment, RowOrder::Old);
    if let Some(topic) = &options.topic {
        let is_on = |item: &SideItem<'_>| item.document.topics_of(item.anchor).contains(topic.as_str());
        rows.retain(|row| {
            row.old.is_some_and(|at| is_on(&left.items[at])) || row.new.is_some_and(|at| is_on(&right.items[at]))
        });
    }
    if options.differences {
        rows.retain(|row| row.state != State::Same);
    }
    match options.format {
        ComparisonFormat::Json => {
            let data = serde_json::to_string_pretty(&comparison_data(&left, &right, &alignment, &rows));
            // Strings and numbers can always be written.
            Ok(data.unwrap_or_default())
        }
        ComparisonFormat::Html => {
            let (sides, rows) = ((&left, &right), (&alignment, rows.as_slice()));
            let page = site::comparison(&corpus, sides, rows, options.topic.as_deref(), session.messages);
            page.map_err(|diagnostic| refuse(diagnostic, findings))
        }
        ComparisonFormat::Human => {
            let terminal = Terminal::standard_output(options.columns);
            let sheet = ComparisonPrint {
                left: &left,
                right: &right,
                alignment: &alignment,
                terminal,
                messages: session.messages,
            };
            Ok(sheet.text(&rows, options.topic.as_deref()))
        }
    }
}

/// Returns the side that `name` means: a document `chuo/policy`, all documents of a set `chuo`, those of an edition
/// `chuo@2025-03-01`.
fn resolve_side<'a>(corpus: &'a Corpus, name: &str, lang: Lang) -> Result<Side<'a>, Box<Diagnostic>> {
    let (key, document) = name.split_once('/').map_or((name, None), |(key, document)| (key, Some(document)));
    // The edition may be said after the document too.
    let (document, key) = match document.and_then(|document| document.split_once('@')) {
        Some((document, date)) => (Some(document), format!("{key}@{date}")),
        None => (document, key.to_owned()),
    };
    let set = corpus.set(&SetKey::from_name(&key));
    let side = set.and_then(|set| match document {
        None => Some(Side::of_set(corpus, set, lang)),
        Some(id) => Some(Side::of_document(corpus, set, set.document(id)?, lang)),
    });
    side.ok_or_else(|| {
        let sets = corpus.sets.values().chain(corpus.editions.values());
        let known: Vec<String> = sets
            .flat_map(|set| set.documents.iter().map(move |document| format!("{}/{}", set.key, document.id)))
            .collect();
        let names: Vec<&str> = known.iter().map(String::as_str).collect();
        let unknown = Diagnostic::new(Code::J0007).arg("name", name).arg("known", known.join(", "));
        Box::new(suggest(unknown, name, &names))
    })
}

fn check_topic(corpus: &Corpus, topic: Option<&str>) -> Result<(), Box<Diagnostic>> {
    let known: Vec<&str> = corpus.topics.iter().map(|topic| topic.id.as_str()).collect();
    match topic {
        Some(name) if !known.contains(&name) => {
            Err(Box::new(suggest(Diagnostic::new(Code::J0008).arg("name", name), name, &known)))
        }
        _ => Ok(()),
    }
}

/// A comparison as it is written for people.
struct ComparisonPrint<'a> {
    left: &'a Side<'a>,
    right: &'a Side<'a>,
    alignment: &'a Alignment,
    terminal: Terminal,
    messages: &'a Messages,
}

impl ComparisonPrint<'_> {
    fn text(&self, rows: &[Row], topic: Option<&str>) -> String {
        let styled = if self.terminal.styled { "true" } else { "false" };
        let mut out = self.lines(&wrap(
            &[Span::new(self.messages.with("compare-legend", &[("styled", styled)]), TextStyle::Faint)],
            self.terminal.columns,
        ));
        out.push_str(&self.beside(&Self::head(self.left), &Self::head(self.right)));
        for row in rows {
            out.push_str(&self.rule());
            out.push_str(&self.row(row));
        }
        out.push_str(&self.rule());
        if let (Some(topic), true) = (topic, rows.is_empty()) {
            out.push_str(&self.messages.with("compare-nothing", &[("topic", topic)]));
            return out;
        }
        let counts = RowCounts::of(rows);
        let number = |count: usize| count.to_string();
        let [same, different] = [number(counts.same), number(counts.different)];
        let [left, right] = [number(counts.only_old), number(counts.only_new)];
        let args = [("same", same.as_str()), ("different", &different), ("left", &left), ("right", &right)];
        let mut told = self.messages.with("compare-counts", &args);
        if counts.shared > 0 {
            told.push_str(&self.messages.with("compare-counts-shared", &[("shared", &number(counts.shared))]));
        }
        let counts = [Span::new(told, TextStyle::Plain)];
        out + &self.lines(&wrap(&counts, self.terminal.columns))
    }

    /// Whose documents stand on a side.
    fn head(side: &Side<'_>) -> Vec<Span> {
        let titles = side.documents.iter().map(|document| document.short_title.get(side.lang).clone());
        let mut spans = vec![Span::new(side.set.name.get(side.lang), TextStyle::Strong)];
        spans.extend(titles.map(|title| Span::new(format!("\n{title}"), TextStyle::Strong)));
        spans
    }

    fn row(&self, row: &Row) -> String {
        let item = |side: &'_ Side<'_>, at: Option<usize>, right: bool| match at {
            Some(at) => self.cell(&side.items[at], row, right),
            None => vec![Span::new(self.missing(row, side), TextStyle::Faint)],
        };
        let mut out = self.beside(&item(self.left, row.old, false), &item(self.right, row.new, true));
        let basis = row.old.and_then(|at| self.alignment.of_old[at]).map(|found| found.basis);
        let basis = basis.map(|basis| self.messages.text(&format!("comparison-basis-{}", basis.word())));
        let mut said: Vec<String> = basis.into_iter().chain(self.fate(row)).collect();
        if row.state == State::Different && !is_marked(&row.text) {
            said.push(self.messages.text("compare-rewritten"));
        }
        let facts = row.old.zip(row.new).map_or_else(Vec::new, |at| fact_differences(self.left, self.right, at));
        let is_same = row.caption.is_same() && row.text.is_same() && !facts.iter().any(FactDifference::counts);
        if row.state == State::Different && is_same {
            said.push(self.messages.text("comparison-only-japanese"));
        }
        said.extend(self.facts(&facts));
        if !said.is_empty() {
            let separator = if self.messages.lang() == Lang::Ja { "。" } else { "; " };
            let line = [Span::new(format!("– {}", said.join(separator)), TextStyle::Faint)];
            out.push_str(&self.lines(&wrap(&line, self.terminal.columns)));
        }
        out
    }

    /// Returns what stands in place of a provision of `side` that a row lacks.
    fn missing(&self, row: &Row, side: &Side<'_>) -> String {
        let shared = &self.alignment.shared;
        let others = row.old.and_then(|at| shared.of_old.get(&at));
        let others =
            others.or_else(|| row.new.and_then(|at| shared.of_new.get(&at))).filter(|_| row.state == State::Shared);
        let Some(others) = others else { return self.messages.text("compare-none") };
        let named = others.iter().map(|at| side.items[*at].document.name(side.items[*at].anchor, side.lang));
        let named = named.collect::<Vec<_>>().join(&self.messages.text("list-separator"));
        self.messages.with("compare-shared", &[("provisions", &named)])
    }

    /// Returns the facts in which the provisions of a row differ.
    fn facts(&self, facts: &[FactDifference<'_>]) -> Vec<String> {
        let words = facts.iter().filter_map(|fact| fact_words(fact, self.messages));
        let told = words.map(|fact| {
            let [left, right] = &fact.sides;
            self.messages.with("compare-fact", &[("label", &fact.label), ("left", left), ("right", right)])
        });
        told.collect()
    }

    /// Returns the fate of a provision from one edition to the next.
    fn fate(&self, row: &Row) -> Option<String> {
        let old = row.old.and_then(|at| self.alignment.old_fates.get(&at));
        let fate = old.or_else(|| row.new.and_then(|at| self.alignment.new_fates.get(&at)))?;
        let named = |side: &Side<'_>, at: usize| side.items[at].document.name(side.items[at].anchor, side.lang);
        Some(match fate {
            Fate::Moved => self.messages.text("fate-moved"),
            Fate::Split(from) => self.messages.with("fate-split", &[("from", &named(self.left, *from))]),
            Fate::Merged(into) => self.messages.with("fate-merged", &[("into", &named(self.right, *into))]),
        })
    }

    /// Number, caption and text of a provision.
    fn cell(&self, item: &SideItem<'_>, row: &Row, right: bool) -> Vec<Span> {
        let mut spans = vec![Span::new(&item.label, TextStyle::Strong)];
        if !item.caption.is_empty() {
            spans.push(Span::new(if item.label.is_empty() { "" } else { " " }, TextStyle::Plain));
            spans.extend(self.marked(&row.caption, row.state, right, TextStyle::Strong));
        }
        if !item.text.is_empty() {
            // What has a number and no caption reads on in its line.
            let gap = if item.caption.is_empty() { " " } else { "\n" };
            spans.push(Span::new(
                if spans.iter().all(|span| span.text.is_empty()) { "" } else { gap },
                TextStyle::Plain,
            ));
            spans.extend(self.marked(&row.text, row.state, right, TextStyle::Plain));
        }
        spans
    }

    /// One side of what differs, its own words marked.
    fn marked(&self, difference: &WordDifference, state: State, right: bool, plain: TextStyle) -> Vec<Span> {
        let (style, open, close) = if right { (TextStyle::Right, "{+", "+}") } else { (TextStyle::Left, "[-", "-]") };
        let marks = state == State::Different && is_marked(difference);
        let stretches =
            difference.stretches.iter().map(|stretch| (stretch.same, if right { &stretch.new } else { &stretch.old }));
        let span = |(same, letters): (bool, &String)| match (same || !marks, self.terminal.styled) {
            (true, _) => Span::new(letters, plain),
            (false, true) => Span::new(letters, style),
            (false, false) => Span::new(format!("{open}{letters}{close}"), style),
        };
        stretches.filter(|(_, letters)| !letters.is_empty()).map(span).collect()
    }

    fn beside(&self, left: &[Span], right: &[Span]) -> String {
        if self.terminal.columns < NARROW {
            let both = [left, right].map(|spans| self.lines(&wrap(spans, self.terminal.columns)));
            return both.join(&format!("{}\n", "· ".repeat(self.terminal.columns / 2).trim_end()));
        }
        // The bar between the sides has a space on each side.
        let columns = (self.terminal.columns - 3) / 2;
        self.terminal.beside(&wrap(left, columns), &wrap(right, columns), columns)
    }

    fn lines(&self, lines: &[Line]) -> String {
        lines.iter().map(|line| format!("{}\n", self.terminal.paint(line).trim_end())).collect()
    }

    fn rule(&self) -> String {
        format!("{}\n", "─".repeat(self.terminal.columns))
    }
}

fn is_marked(difference: &WordDifference) -> bool {
    difference.likeness >= MARKED
}
