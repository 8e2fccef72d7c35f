//! `junsoku suggest`: which requirements and topics provisions may be about, as lines to paste.

use super::options::SuggestOptions;
use super::{ExitOutcome, Session, content_folder, tell};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Severity};
use crate::base::locale::{Lang, Messages};
use crate::conformance::suggest::{Guess, Suggestion, suggestions};
use crate::content::{SetKey, suggest as near};
use crate::corpus::{Corpus, Set};

/// Suggests for the region that `options` name. Nothing is written.
pub(super) fn run_suggest(options: &SuggestOptions, session: &Session) -> ExitOutcome {
    let mut findings = Diagnostics::default();
    if let Err(diagnostic) = content_folder(&options.content) {
        findings.push(*diagnostic);
        session.report(&findings);
        return ExitOutcome::Environment;
    }
    let corpus = crate::load(&options.content, &mut findings);
    // What is unfinished is what suggestions are for: only what could not be read of the content as a whole stops them.
    if findings.has_errors() && corpus.requirements().next().is_none() {
        session.report(&findings);
        return ExitOutcome::Findings;
    }
    let Some(set) = find_region(&corpus, &options.region) else {
        let known: Vec<String> = addressable_regions(&corpus).map(|set| set.key.to_string()).collect();
        let names: Vec<&str> = known.iter().map(String::as_str).collect();
        let unknown = Diagnostic::new(Code::J0002).arg("region", &options.region).arg("known", known.join(", "));
        // The errors of the content are not what this run fails of.
        findings = Diagnostics::default();
        findings.push(near(unknown, &options.region, &names));
        session.report(&findings);
        return ExitOutcome::Environment;
    };
    if findings.has_errors() {
        let count = findings.count(Severity::Error).to_string();
        tell(&session.messages.with("suggest-unfinished", &[("count", &count)]));
    }
    session.print(&suggestions_yaml(&corpus, &suggestions(&corpus, set), session.messages));
    ExitOutcome::Clean
}

fn addressable_regions(corpus: &Corpus) -> impl Iterator<Item = &Set> {
    corpus.sets.values().filter(|set| set.key != SetKey::Baseline)
}

fn find_region<'a>(corpus: &'a Corpus, name: &str) -> Option<&'a Set> {
    addressable_regions(corpus).find(|set| set.key.to_string() == name)
}

/// The suggestions as YAML to paste, below a few words on how they were found.
fn suggestions_yaml(corpus: &Corpus, suggestions: &[Suggestion<'_>], messages: &Messages) -> String {
    let comment = |text: String| text.lines().map(|line| format!("# {line}\n")).collect::<String>();
    let mut out = comment(messages.text("suggest-how"));
    if suggestions.is_empty() {
        return out + &comment(messages.text("suggest-none"));
    }
    for suggestion in suggestions {
        let place = &suggestion.provision.place;
        let name = suggestion.document.name(&suggestion.provision.anchor, Lang::Ja);
        out.push_str(&format!("\n# {}:{}  {name}\n", place.file.path, place.start().line));
        // The last part of the anchor is what the author wrote; the rest is where it stands.
        let id = suggestion.provision.anchor.rsplit('.').next().unwrap_or_default();
        out.push_str(&format!("- id: {id}\n"));
        for guess in &suggestion.topics {
            let title =
                corpus.topics.iter().find(|topic| topic.id == guess.id).map(|topic| topic.title.get(messages.lang()));
            out.push_str(&format!("  topic: {}{}\n", guess.id, why(guess, title, messages)));
        }
        if !suggestion.requirements.is_empty() {
            out.push_str("  meets:\n");
        }
        for guess in &suggestion.requirements {
            let title = corpus.requirement(guess.id).map(|requirement| requirement.title.get(messages.lang()));
            let line = format!("    - {{requirement: {}, extent: TODO}}", guess.id);
            out.push_str(&format!("{line}{}\n", why(guess, title, messages)));
        }
    }
    out
}

/// Returns the title of a requirement, the likeness of the texts and the words that make it.
fn why(guess: &Guess<'_>, title: Option<&String>, messages: &Messages) -> String {
    let words = guess.words.join(if messages.lang() == Lang::Ja { "、" } else { ", " });
    let (title, likeness) = (title.map_or("", String::as_str), format!("{:.2}", guess.likeness));
    format!("   # {}", messages.with("suggest-why", &[("title", title), ("likeness", &likeness), ("words", &words)]))
}
