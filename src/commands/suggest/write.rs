//! `junsoku suggest --write`: what a person confirms is put into the files of the region's documents.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};

use super::ask::{CandidateAnswer, ask_candidate, ask_yes_or_no};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Severity};
use crate::base::locale::Lang;
use crate::commands::options::SuggestOptions;
use crate::commands::{ExitOutcome, Session};
use crate::compare::plain_text;
use crate::conformance::suggest::{
    Candidate, Guess, MappingRefusal, ProposedMapping, Suggestion, candidates, proposed_mapping, with_mapping,
    with_topic,
};
use crate::conformance::{ReadingState, coverage, reading_state};
use crate::content::{Extent, SetKey, WrittenMapping};
use crate::corpus::{Corpus, Provision, Requirement, Set};
use crate::load_unreviewed;
use crate::machine::{Existing, FileToWrite, FolderLock, WriteFault, write_files};
use crate::platform::{below_root, slashed};

/// What a person confirmed of a suggestion.
struct ConfirmedLine<'s, 'a> {
    suggestion: &'s Suggestion<'a>,
    line: LineToWrite,
}

/// What is put into the provision.
enum LineToWrite {
    Mapping(Box<WrittenMapping>),
    Topic(String),
}

/// The work on the suggestions for a region.
pub(super) struct Writing<'a> {
    pub(super) options: &'a SuggestOptions,
    pub(super) session: &'a Session,
    pub(super) corpus: &'a Corpus,
    pub(super) set: &'a Set,
}

impl Writing<'_> {
    /// Writes what is accepted on the command line, or what a person at the terminal confirms.
    pub(super) fn run(&self, suggestions: &[Suggestion<'_>]) -> ExitOutcome {
        if !self.options.accept.is_empty() {
            return self.write_accepted(suggestions);
        }
        if !io::stdin().is_terminal() {
            self.session.report_one(Diagnostic::new(Code::J0074));
            return ExitOutcome::Environment;
        }
        self.ask_all(suggestions)
    }

    /// Writes the candidates that are accepted by number: all of them or none.
    fn write_accepted(&self, suggestions: &[Suggestion<'_>]) -> ExitOutcome {
        let mut by_number: BTreeMap<usize, Candidate<'_, '_>> =
            candidates(suggestions).map(|candidate| (candidate.number, candidate)).collect();
        let most = by_number.len();
        let mut topics: BTreeMap<usize, ConfirmedLine<'_, '_>> =
            suggestions.iter().filter_map(|one| Some((one.topic_number, topic_line(one)?))).collect();
        let mut confirmed = Vec::new();
        for accepted in &self.options.accept {
            let (number, extent) = (accepted.number, accepted.extent);
            let line = if accepted.is_topic {
                topics.remove(&number)
            } else {
                by_number.remove(&number).and_then(|candidate| self.confirmed(&candidate, extent))
            };
            let Some(line) = line else {
                let sign = if accepted.is_topic { "t" } else { "" };
                let unknown = Diagnostic::new(Code::J0070).arg("number", format!("{sign}{number}"));
                self.session.report_one(unknown.arg("most", most.to_string()));
                return ExitOutcome::Environment;
            };
            confirmed.push(line);
        }
        if let Err(fault) = self.put(&confirmed) {
            self.session.report_one(*fault);
            return ExitOutcome::Environment;
        }
        self.tell_written(&confirmed)
    }

    /// Asks about every candidate; each that is confirmed is written at once.
    fn ask_all(&self, suggestions: &[Suggestion<'_>]) -> ExitOutcome {
        let messages = self.session.messages;
        let mut input = io::stdin().lock();
        let mut show = |words: &str| self.session.print_bytes(crate::base::visible::visible(words).as_bytes());
        let (mut written, mut refused) = (Vec::new(), false);
        let mut put = |line: Option<_>| match self.put(line.as_slice()) {
            Ok(()) => written.extend(line),
            Err(fault) => {
                self.session.report_one(*fault);
                refused = true;
            }
        };
        let mut next = candidates(suggestions).peekable();
        'asking: for suggestion in suggestions {
            if let Some(guess) = &suggestion.topic {
                show(&format!("{}\n", self.topic_question(suggestion, guess)));
                match ask_yes_or_no(&mut input, &mut show, messages) {
                    Ok(Some(true)) => put(topic_line(suggestion)),
                    Ok(Some(false)) => {}
                    Ok(None) | Err(_) => break,
                }
            }
            while let Some(candidate) = next.next_if(|candidate| std::ptr::eq(candidate.suggestion, suggestion)) {
                let requirement = self.corpus.requirement(candidate.guess.id).filter(|_| !suggestion.mapped);
                let Some(requirement) = requirement else { continue };
                let proposal = proposal(&candidate, requirement);
                show(&format!("{}\n", self.question(&candidate, requirement, &proposal)));
                match ask_candidate(&mut input, &mut show, proposal.extent, messages) {
                    Ok(CandidateAnswer::Confirmed(extent)) => put(self.confirmed(&candidate, Some(extent))),
                    Ok(CandidateAnswer::Refused) => {}
                    Ok(CandidateAnswer::Ended) | Err(_) => break 'asking,
                }
            }
        }
        let outcome = self.tell_written(&written);
        if refused { ExitOutcome::Environment } else { outcome }
    }

    /// The mapping of a candidate with the extent that was confirmed, or the proposed one.
    fn confirmed<'s, 'a>(
        &self,
        candidate: &Candidate<'s, 'a>,
        extent: Option<Extent>,
    ) -> Option<ConfirmedLine<'s, 'a>> {
        let requirement = self.corpus.requirement(candidate.guess.id)?;
        let proposal = proposal(candidate, requirement);
        let extent = extent.unwrap_or(proposal.extent);
        let ProposedMapping { parameters, modality, .. } = proposal;
        let mapping = WrittenMapping { modality, parameters, ..WrittenMapping::new(candidate.guess.id, extent) };
        Some(ConfirmedLine { suggestion: candidate.suggestion, line: LineToWrite::Mapping(Box::new(mapping)) })
    }

    /// What a person reads before the question about a topic.
    fn topic_question(&self, suggestion: &Suggestion<'_>, guess: &Guess<'_>) -> String {
        let (messages, lang) = (self.session.messages, self.session.messages.lang());
        let provision = suggestion.provision;
        messages.with(
            "suggest-topic-question",
            &[
                ("number", &suggestion.topic_number.to_string()),
                ("provision", &suggestion_name(suggestion, lang)),
                ("file", &provision.place.file.path),
                ("line", &provision.place.start().line.to_string()),
                ("text", &indented(&provision.letters(lang))),
                ("topic", guess.id),
                ("title", super::topic_title(self.corpus, guess.id, messages).map_or("", String::as_str)),
                ("words", &super::shared_words(&guess.words, lang)),
                ("likeness", &format!("{:.2}", guess.likeness)),
            ],
        )
    }

    /// What a person reads before the question: the provision, the requirement, and the reason for putting them together.
    fn question(&self, candidate: &Candidate<'_, '_>, requirement: &Requirement, proposal: &ProposedMapping) -> String {
        let (messages, lang) = (self.session.messages, self.session.messages.lang());
        let provision = candidate.suggestion.provision;
        let level = messages.text(&format!("level-{}", requirement.level.word()));
        messages.with(
            "suggest-question",
            &[
                ("number", &candidate.number.to_string()),
                ("provision", &suggestion_name(candidate.suggestion, lang)),
                ("file", &provision.place.file.path),
                ("line", &provision.place.start().line.to_string()),
                ("text", &indented(&provision.letters(lang))),
                ("requirement", &requirement.id),
                ("title", requirement.title.get(lang)),
                ("level", &level),
                ("asked", &indented(&requirement_words(self.corpus, requirement, lang))),
                ("words", &super::shared_words(&candidate.guess.words, lang)),
                ("likeness", &format!("{:.2}", candidate.guess.likeness)),
                ("proposal", &super::proposal_words(proposal)),
            ],
        )
    }

    /// Puts what was confirmed into the files that hold their provisions, all or none, from what stands there now.
    fn put(&self, confirmed: &[ConfirmedLine<'_, '_>]) -> Result<(), Box<Diagnostic>> {
        let content = &self.options.content;
        let fault = |path: &Path, error: io::Error| Box::new(WriteFault::new(path, error).diagnostic());
        // From here on nobody else changes the content: files are read anew.
        let _lock = FolderLock::take(content).map_err(|error| fault(content, error))?;
        let mut texts: BTreeMap<PathBuf, String> = BTreeMap::new();
        for one in confirmed {
            let provision = one.suggestion.provision;
            let path = file_on_disk(content, provision);
            let now = match texts.remove(&path) {
                Some(text) => text,
                None => fs::read_to_string(&path).map_err(|error| fault(&path, error))?,
            };
            let text = match &one.line {
                LineToWrite::Mapping(mapping) => with_mapping(&now, provision, mapping),
                LineToWrite::Topic(topic) => with_topic(&now, provision, topic),
            };
            let text = text.map_err(|refusal| Box::new(self.refusal(&refusal, one, &now)))?;
            texts.insert(path, text);
        }
        let files: Vec<FileToWrite<'_>> = texts
            .iter()
            .map(|(path, text)| FileToWrite {
                path: path.clone(),
                bytes: text.as_bytes(),
                existing: Existing::Replaced,
            })
            .collect();
        write_files(&files).map(drop).map_err(|fault| Box::new(fault.diagnostic()))
    }

    /// The finding that tells why the line was not put into the text `now`.
    fn refusal(&self, refusal: &MappingRefusal, one: &ConfirmedLine<'_, '_>, now: &str) -> Diagnostic {
        let path = &one.suggestion.provision.place.file.path;
        let target = self.target(one.suggestion);
        match refusal {
            MappingRefusal::Changed => Diagnostic::new(Code::J0071).arg("target", target).arg("path", path),
            MappingRefusal::Mapped => {
                Diagnostic::new(Code::J0072).arg("target", target).arg("requirement", one.line.id())
            }
            MappingRefusal::Uneditable(error) => error.diagnostic(path, now, "suggest-by-hand"),
        }
    }

    /// The provision of a suggestion as `accept` names it.
    fn target(&self, suggestion: &Suggestion<'_>) -> String {
        let Suggestion { document, provision, .. } = suggestion;
        format!("{}/{}#{}", self.set.key, document.id, provision.anchor)
    }

    /// Tells what was written, what the checks say of it now, and what comes next.
    fn tell_written(&self, written: &[ConfirmedLine<'_, '_>]) -> ExitOutcome {
        let messages = self.session.messages;
        if written.is_empty() {
            self.session.print_report(&messages.text("suggest-nothing-written"));
            return ExitOutcome::Clean;
        }
        let mut mapped = Vec::new();
        for one in written {
            let target = self.target(one.suggestion);
            match &one.line {
                LineToWrite::Mapping(mapping) => {
                    let (requirement, extent) = (one.line.id(), mapping.extent.value.word());
                    let args = [("target", target.as_str()), ("requirement", requirement), ("extent", extent)];
                    self.session.print(&messages.with("suggest-written-one", &args));
                    mapped.push(target);
                }
                LineToWrite::Topic(topic) => {
                    let args = [("target", target.as_str()), ("topic", topic)];
                    self.session.print(&messages.with("suggest-written-topic", &args));
                }
            }
        }
        let mut findings = Diagnostics::default();
        let corpus = load_unreviewed(&self.options.content, &mut findings);
        self.tell_begun(&corpus);
        findings.revise(|finding| stands_in(&finding, &corpus, &self.set.key, written).then_some(finding));
        let outcome = if findings.has_errors() { ExitOutcome::Findings } else { ExitOutcome::Clean };
        if !findings.sorted().is_empty() {
            let count = findings.count(Severity::Error) + findings.count(Severity::Warning);
            super::tell(&messages.with("suggest-written-findings", &[("count", &count.to_string())]));
            self.session.report(&findings);
        }
        // A topic wants no review.
        if !mapped.is_empty() {
            self.session.print_report(&messages.with("suggest-written-next", &[("targets", &mapped.join(" "))]));
        }
        outcome
    }

    /// Tells what follows from the first mapping of a region: from now on what it lacks is an error.
    fn tell_begun(&self, corpus: &Corpus) {
        let Some(set) = corpus.set(&self.set.key) else { return };
        if reading_state(self.set) != Some(ReadingState::Unread) || reading_state(set) != Some(ReadingState::Compared) {
            return;
        }
        let missing = coverage(corpus, set).into_iter().filter(|one| one.needs_deviation() && one.deviation.is_none());
        let missing = missing.count();
        if missing == 0 {
            return;
        }
        let args = [("set", self.set.key.to_string()), ("count", missing.to_string())];
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.session.print_report(&self.session.messages.with("suggest-begun", &args));
    }
}

/// Whether a finding is about a provision that was written to just now.
fn stands_in(finding: &Diagnostic, corpus: &Corpus, key: &SetKey, written: &[ConfirmedLine<'_, '_>]) -> bool {
    let Some(place) = &finding.place else { return false };
    written.iter().any(|one| {
        let Suggestion { document, provision, .. } = one.suggestion;
        let now = corpus.set(key).and_then(|set| set.provision(&document.id, &provision.anchor));
        now.is_some_and(|now| {
            now.place.file.path == place.file.path
                && now.place.span.start <= place.span.start
                && place.span.end <= now.place.span.end
        })
    })
}

impl LineToWrite {
    /// The id of the requirement or of the topic.
    fn id(&self) -> &str {
        match self {
            Self::Mapping(mapping) => mapping.requirement.value.as_str(),
            Self::Topic(topic) => topic,
        }
    }
}

/// The likely topic of a suggestion as what is confirmed of it, if it has one.
fn topic_line<'s, 'a>(suggestion: &'s Suggestion<'a>) -> Option<ConfirmedLine<'s, 'a>> {
    let topic = suggestion.topic.as_ref()?;
    Some(ConfirmedLine { suggestion, line: LineToWrite::Topic(topic.id.to_owned()) })
}

/// The name of a suggestion's provision, with its document.
fn suggestion_name(suggestion: &Suggestion<'_>, lang: Lang) -> String {
    let Suggestion { document, provision, .. } = suggestion;
    format!("{} {}", document.short_title.get(lang), document.name(&provision.anchor, lang))
}

fn proposal(candidate: &Candidate<'_, '_>, requirement: &Requirement) -> ProposedMapping {
    proposed_mapping(candidate.suggestion.document, candidate.suggestion.provision, requirement)
}

/// The file that holds `provision`, which findings name with `/`.
fn file_on_disk(content: &Path, provision: &Provision) -> PathBuf {
    let path = &provision.place.file.path;
    match path.strip_prefix(&slashed(content)) {
        Some(below) => below_root(content, below.trim_start_matches('/')),
        None => PathBuf::from(path),
    }
}

/// The words of a requirement: its own, or those of the baseline's provisions that it comes from.
fn requirement_words(corpus: &Corpus, requirement: &Requirement, lang: Lang) -> String {
    if let Some(text) = &requirement.text {
        return plain_text(text.get(lang));
    }
    let baseline = corpus.set(&SetKey::Baseline);
    let found = requirement.provisions.iter().filter_map(|(document, anchor)| baseline?.provision(document, anchor));
    found.map(|provision| provision.letters(lang)).collect()
}

/// The number of letters that are shown of a provision or requirement; chapters have thousands.
const SHOWN: usize = 600;

/// The lines of `text`, set in, and cut where there are too many letters to be read at once.
fn indented(text: &str) -> String {
    let mut left = SHOWN;
    let mut lines = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let shown: String = line.chars().take(left).collect();
        let is_cut = shown.len() < line.len();
        left -= shown.chars().count();
        lines.push(format!("    {shown}{}", if is_cut { "…" } else { "" }));
        if is_cut {
            break;
        }
    }
    lines.join("\n")
}
