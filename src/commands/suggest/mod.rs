//! `junsoku suggest`: which requirements and topics provisions may be about, as lines to paste or to be confirmed.

mod ask;
mod write;

use self::write::Writing;
use super::options::SuggestOptions;
use super::{ExitOutcome, Session, content_folder, tell};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Severity};
use crate::base::locale::{Lang, Messages};
use crate::conformance::suggest::{Guess, ProposedMapping, Suggestion, proposed_mapping, suggestions};
use crate::content::{Encode as _, SetKey, braces_of, suggest as near};
use crate::corpus::{Corpus, Set};

/// Suggests for the region that `options` name. Nothing is written unasked.
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
    let suggestions = suggestions(&corpus, set);
    if options.write {
        return Writing { options, session, corpus: &corpus, set }.run(&suggestions);
    }
    session.print(&suggestions_yaml(&corpus, &suggestions, session.messages));
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
    let mut number = 0;
    let mut any = false;
    for suggestion in suggestions {
        let first = number + 1;
        number += suggestion.requirements.len();
        if !suggestion.mapped || suggestion.topic.is_some() {
            out.push_str(&suggestion_yaml(corpus, suggestion, first, messages));
            any = true;
        }
    }
    if any { out } else { out + &comment(messages.text("suggest-none")) }
}

/// One suggestion, whose requirements are numbered from `number`.
fn suggestion_yaml(corpus: &Corpus, suggestion: &Suggestion<'_>, number: usize, messages: &Messages) -> String {
    let place = &suggestion.provision.place;
    let name = suggestion.document.name(&suggestion.provision.anchor, Lang::Ja);
    // The last part of the anchor is what the author wrote; the rest is where it stands.
    let id = suggestion.provision.anchor.rsplit('.').next().unwrap_or(&suggestion.provision.anchor);
    let mut out = format!("\n# {}:{}  {name}\n- id: {id}\n", place.file.path, place.start().line);
    if let Some(guess) = &suggestion.topic {
        let why = why(guess, topic_title(corpus, guess.id, messages), messages);
        out.push_str(&format!("  topic: {}   # [t{}] {why}\n", guess.id, suggestion.topic_number));
    }
    if suggestion.mapped || suggestion.requirements.is_empty() {
        return out;
    }
    out.push_str("  meets:\n");
    for (at, guess) in suggestion.requirements.iter().enumerate() {
        let Some(requirement) = corpus.requirement(guess.id) else { continue };
        let line = format!("    - {{requirement: {}, extent: TODO}}", guess.id);
        let proposal = proposed_mapping(suggestion.document, suggestion.provision, requirement);
        let number = (number + at).to_string();
        let args = [("number", number.as_str()), ("proposal", &proposal_words(&proposal))];
        let numbered = messages.with("suggest-numbered", &args);
        let why = why(guess, Some(requirement.title.get(messages.lang())), messages);
        out.push_str(&format!("{line}   # {numbered} {why}\n"));
    }
    out
}

fn topic_title<'a>(corpus: &'a Corpus, id: &str, messages: &Messages) -> Option<&'a String> {
    let topic = corpus.topics.iter().find(|topic| topic.id == id);
    topic.map(|topic| topic.title.get(messages.lang()))
}

/// Returns the title of a requirement, the likeness of the texts and the words that make it.
fn why(guess: &Guess<'_>, title: Option<&String>, messages: &Messages) -> String {
    let words = shared_words(&guess.words, messages.lang());
    let (title, likeness) = (title.map_or("", String::as_str), format!("{:.2}", guess.likeness));
    messages.with("suggest-why", &[("title", title), ("likeness", &likeness), ("words", &words)])
}

fn shared_words(words: &[String], lang: Lang) -> String {
    words.join(match lang {
        Lang::Ja => "、",
        Lang::En => ", ",
    })
}

/// What would be written if nothing else is said: the extent, the binding force that the words show, and the values that the text gives.
fn proposal_words(proposal: &ProposedMapping) -> String {
    let parameters = proposal.parameters.encode().is_some().then(|| braces_of(&proposal.parameters)).flatten();
    let parameters = parameters.map(|braces| format!(" {braces}"));
    let modality = proposal.modality.map(|modality| format!(", modality: {}", modality.word()));
    format!("{}{}{}", proposal.extent.word(), modality.unwrap_or_default(), parameters.as_deref().unwrap_or(""))
}
