//! Findings as text for people and as JSON for programs.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use fluent::FluentArgs;
use serde::Serialize;

use super::source::Excerpt;
use super::{Code, Diagnostic, Diagnostics, Place, Severity};
use crate::base::locale::Messages;
use crate::base::visible::visible;

/// The number of findings that are drawn for people; nobody reads more, and a file with one fault in each line has
/// thousands.
const MOST_DRAWN: usize = 200;

/// The findings with excerpts, one paragraph each; `styled` colours them for a terminal. At most 200 are drawn, errors
/// before warnings, and the rest are counted.
#[must_use]
pub fn human(diagnostics: &Diagnostics, messages: &Messages, styled: bool) -> String {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let sorted = diagnostics.sorted();
    let (drawn, left_out) = most_severe(&sorted);
    let mut out = String::new();
    for diagnostic in drawn {
        out.push_str(&render_one(diagnostic, messages, &renderer));
        out.push_str("\n\n");
    }
    if !left_out.is_empty() {
        let count = |severity| left_out.iter().filter(|finding| finding.severity == severity).count();
        let mut args = FluentArgs::new();
        args.set("count", left_out.len());
        args.set("errors", count(Severity::Error));
        args.set("warnings", count(Severity::Warning));
        out.push_str(&messages.format("findings-left-out", &args));
        out.push_str("\n\n");
    }
    out
}

/// The line that counts the findings of a code that are not shown.
pub(super) fn left_out_line(code: Code, count: usize, messages: &Messages) -> String {
    messages.with("findings-alike", &[("code", code.name()), ("count", &count.to_string())])
}

/// The findings to draw and those to count, each in their order.
fn most_severe<'a>(sorted: &[&'a Diagnostic]) -> (Vec<&'a Diagnostic>, Vec<&'a Diagnostic>) {
    let errors = sorted.iter().filter(|finding| finding.severity == Severity::Error).count();
    let (mut errors_left, mut warnings_left) = (MOST_DRAWN, MOST_DRAWN.saturating_sub(errors));
    sorted.iter().copied().partition(|finding| {
        let left = match finding.severity {
            Severity::Error => &mut errors_left,
            Severity::Warning => &mut warnings_left,
        };
        let fits = *left > 0;
        *left = left.saturating_sub(1);
        fits
    })
}

/// The finding with an excerpt, which shows the line on which it begins, not the whole of a long block, and of a long line
/// what stands round the place: the work of drawing grows with what is drawn.
fn render_one(diagnostic: &Diagnostic, messages: &Messages, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let word = messages.text(diagnostic.severity.name());
    let message = diagnostic.message(messages);
    let hint = diagnostic.hint(messages);
    let hint_word = messages.text("hint");
    // Only the words are made visible here: what an excerpt cannot show the renderer replaces by itself.
    let title = level.with_name(word).primary_title(visible(&message)).id(diagnostic.code.name());
    let mut group = Group::with_title(title);
    let excerpt = diagnostic.place.as_ref().map(|place| (place, place.excerpt()));
    if let Some((place, excerpt)) = &excerpt {
        let marked = AnnotationKind::Primary.span(excerpt.span.clone());
        let snippet = Snippet::source(excerpt.line).line_start(place.start().line).annotation(marked);
        group = group.element(snippet.path(visible(&place.file.path)));
    }
    if let Some(hint) = &hint {
        group = group.element(Level::HELP.with_name(hint_word).message(visible(hint)));
    }
    let drawn = renderer.render(&[group]);
    match excerpt {
        Some((place, excerpt)) if excerpt.cut => with_column(&drawn, message.len(), place, &excerpt),
        _ => drawn,
    }
}

/// `drawn` with the column of `place` in the file: that of a cut line is counted from the cut. The title has `title` bytes.
fn with_column(drawn: &str, title: usize, place: &Place, excerpt: &Excerpt<'_>) -> String {
    let start = place.start();
    let path = visible(&place.file.path);
    let column = excerpt.line[..excerpt.span.start].chars().count() + 1;
    // The title may quote such a place itself. What the renderer writes stands after it.
    let (head, rest) = drawn.split_at(drawn.floor_char_boundary(title));
    let told = |column: usize| format!("{path}:{}:{column}", start.line);
    head.to_owned() + &rest.replacen(&told(column), &told(start.column), 1)
}

/// One finding as `junsoku check --format json` prints it.
#[derive(Serialize)]
struct FindingRecord<'a> {
    code: &'a str,
    severity: &'a str,
    message: String,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    hint: Option<String>,
}

/// The findings as data. Lines and columns count from 1.
#[must_use]
pub fn finding_records(diagnostics: &Diagnostics, messages: &Messages) -> serde_json::Value {
    let records: Vec<FindingRecord<'_>> =
        diagnostics.sorted().into_iter().map(|d| finding_record(d, messages)).collect();
    // Strings, numbers and null always serialise.
    serde_json::to_value(records).unwrap_or_default()
}

fn finding_record<'a>(diagnostic: &'a Diagnostic, messages: &Messages) -> FindingRecord<'a> {
    let place = diagnostic.place.as_ref();
    FindingRecord {
        code: diagnostic.code.name(),
        severity: diagnostic.severity.name(),
        message: diagnostic.message(messages),
        file: place.map(|p| p.file.path.as_str()),
        line: place.map(|p| p.start().line),
        column: place.map(|p| p.start().column),
        end_line: place.map(|p| p.end().line),
        end_column: place.map(|p| p.end().column),
        hint: diagnostic.hint(messages),
    }
}

/// Returns the numbers of errors and warnings as one line.
#[must_use]
pub fn summary_line(diagnostics: &Diagnostics, messages: &Messages) -> String {
    let mut args = FluentArgs::new();
    args.set("errors", diagnostics.count(Severity::Error));
    args.set("warnings", diagnostics.count(Severity::Warning));
    messages.format("findings", &args)
}
