//! Findings as text for people and as JSON for programs.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use fluent::FluentArgs;
use serde::Serialize;

use super::{Diagnostic, Diagnostics, Severity};
use crate::base::locale::Messages;

/// The findings with excerpts, one paragraph each; `styled` colours them for a terminal.
#[must_use]
pub fn human(diagnostics: &Diagnostics, messages: &Messages, styled: bool) -> String {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for diagnostic in diagnostics.sorted() {
        out.push_str(&render_one(diagnostic, messages, &renderer));
        out.push_str("\n\n");
    }
    out
}

fn render_one(diagnostic: &Diagnostic, messages: &Messages, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let word = messages.text(diagnostic.severity.name());
    let message = diagnostic.message(messages);
    let hint = diagnostic.hint(messages);
    let hint_word = messages.text("hint");
    let title = level.with_name(word).primary_title(message.as_str()).id(diagnostic.code.name());
    let mut group = Group::with_title(title);
    if let Some(place) = &diagnostic.place {
        // An excerpt shows the line on which a finding begins, not the whole of a long block.
        let (line, span) = place.first_line();
        let snippet = Snippet::source(line).line_start(place.start().line);
        group = group.element(snippet.path(place.file.path.as_str()).annotation(AnnotationKind::Primary.span(span)));
    }
    if let Some(hint) = &hint {
        group = group.element(Level::HELP.with_name(hint_word).message(hint.as_str()));
    }
    renderer.render(&[group])
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
