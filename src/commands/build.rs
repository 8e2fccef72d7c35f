//! `junsoku build`: the site and the PDFs.

use std::collections::BTreeSet;
use std::time::Instant;

use fluent::FluentArgs;
use jiff::civil::Date;

use super::day::chosen_day;
use super::digest::digest_of;
use super::options::BuildOptions;
use super::{ExitOutcome, Session, content_folder, read_theme, tell};
use crate::base::artifact::{Artifact, take_all};
use crate::base::diagnostics::{Cause, Code, Diagnostic, Diagnostics, Severity};
use crate::content::SetKey;
use crate::corpus::{Corpus, Document, Set, TextState};
use crate::pdf;
use crate::pdf::setup;
use crate::publish::{NewOutput, PartOutlet, PartRecord};
use crate::rules::loading::stopped_regions;
use crate::theme::Theme;
use crate::{RenderOptions, load_published, publish, render};

/// Builds what `options` ask for and says how it went.
pub(super) fn run_build(options: &BuildOptions, session: &Session) -> ExitOutcome {
    let begun = Instant::now();
    let mut findings = Diagnostics::default();
    let outcome = build(options, session, &mut findings);
    session.report(&findings);
    match outcome {
        Ok(built) => {
            session.print_report(&summary(options, &built, &findings, begun, session));
            let Some(stopped) = stopped_words(&built.stopped, session) else { return ExitOutcome::Clean };
            tell(&stopped);
            ExitOutcome::Findings
        }
        Err(Unbuilt { outcome, site_stands }) => {
            session.print(&session.messages.text(if site_stands { "built-without-pdfs" } else { "built-none" }));
            outcome
        }
    }
}

/// The files that were published, counted by kind, and the regions that were not.
struct Built {
    pages: usize,
    pdfs: usize,
    stopped: BTreeSet<SetKey>,
}

/// The end of a build that failed.
struct Unbuilt {
    outcome: ExitOutcome,
    /// Whether the site without PDFs was published before.
    site_stands: bool,
}

impl From<ExitOutcome> for Unbuilt {
    fn from(outcome: ExitOutcome) -> Self {
        Self { outcome, site_stands: false }
    }
}

fn build(options: &BuildOptions, session: &Session, findings: &mut Diagnostics) -> Result<Built, Unbuilt> {
    content_folder(&options.source.content).map_err(|fault| refuse(*fault, findings))?;
    // Before anything is read, so that a file that changes meanwhile makes the shares differ.
    let digest = options.shard.map(|_| digest_of(&options.source)).transpose();
    let digest = digest.map_err(|fault| refuse(*fault, findings))?;
    let day = chosen_day(options.source.as_of).map_err(|fault| refuse(*fault, findings))?;
    let (corpus, stopped, earlier) = load_regions(options, day, session, findings)?;
    if let Some(first) = before_everything(&corpus, day) {
        findings.push(Diagnostic::new(Code::J0061).arg("day", day.to_string()).arg("first", first.to_string()));
    }
    let theme = read_theme(options.source.theme.as_deref(), &options.source.content, findings)?;
    let keep = &corpus.kept_paths;
    // Asked now, before the long work of setting the sheets, and again when the output is written.
    publish::check_target(&options.output, &options.source.content, keep).map_err(|fault| refuse(*fault, findings))?;
    let fonts = options.sheets.setup(corpus.sheet_style.mincho);
    let part = options.shard.zip(digest).map(|(shard, digest)| PartRecord {
        number: shard.number(),
        count: shard.count(),
        digest,
        keep: keep.clone(),
    });
    let work = Work { options, session, corpus: &corpus, theme: &theme, earlier: &earlier, part: part.as_ref() };
    // Building typst takes minutes, and a newcomer wants to see a site first. One that is there already keeps its PDFs until
    // the new ones are made.
    let first = options.shard.is_none()
        && !options.source.no_pdf
        && !options.output.exists()
        && !setup::are_tools_at_hand(&fonts, session.messages);
    if first {
        work.publish_first(findings)?;
    }
    let stopped_by = |outcome| Unbuilt { outcome, site_stands: first };
    let tools = if options.source.no_pdf {
        None
    } else {
        let tools = setup::prepare(&fonts, &session.progress, session.messages, findings);
        let tools = tools.ok_or(stopped_by(ExitOutcome::Environment))?;
        Some(setup::Tools { templates: theme.sheet_templates(), pictures: pdf::sheet_pictures(&corpus), ..tools })
    };
    let made = work.publish(tools.as_ref(), findings).map_err(stopped_by)?;
    Ok(Built { pages: count_of(&made, ".html"), pdfs: count_of(&made, ".pdf"), stopped })
}

fn count_of(made: &BTreeSet<String>, ending: &str) -> usize {
    made.iter().filter(|path| path.ends_with(ending)).count()
}

/// What a build publishes, once its content is read.
struct Work<'a> {
    options: &'a BuildOptions,
    session: &'a Session,
    corpus: &'a Corpus,
    theme: &'a Theme,
    earlier: &'a [Artifact],
    /// Of a share what it says of itself.
    part: Option<&'a PartRecord>,
}

impl Work<'_> {
    /// Publishes the site without PDFs and says so.
    fn publish_first(&self, findings: &mut Diagnostics) -> Result<(), ExitOutcome> {
        let mut found = Diagnostics::default();
        match self.publish(None, &mut found) {
            Ok(made) => {
                let pages = count_of(&made, ".html").to_string();
                let output = self.options.output.display().to_string();
                tell(&self.session.messages.with("built-first", &[("output", &output), ("pages", &pages)]));
                Ok(())
            }
            // What is found is found again with the PDFs; it is said here only where that will not come about.
            Err(outcome) => {
                findings.append(found);
                Err(outcome)
            }
        }
    }

    /// Renders all, with PDFs if there are `tools`, puts it in the place of the output and returns the paths of the files.
    fn publish(
        &self,
        tools: Option<&setup::Tools>,
        findings: &mut Diagnostics,
    ) -> Result<BTreeSet<String>, ExitOutcome> {
        let how = RenderOptions {
            tools,
            theme: self.theme,
            base_url: self.options.source.base_url.as_deref(),
            progress: &self.session.progress,
            messages: self.session.messages,
        };
        let output = NewOutput::open(&self.options.output, &self.corpus.kept_paths);
        let output = output.map_err(|fault| refuse(*fault, findings))?;
        // Apart from the others, among which may be the errors of regions that are left out; those do not make it
        // fail.
        let mut rendering = Diagnostics::default();
        let whole = match self.options.shard {
            Some(shard) => render(self.corpus, &how, &PartOutlet::new(&output, shard), &mut rendering),
            None => render(self.corpus, &how, &output, &mut rendering),
        };
        let outcome = build_outcome(&rendering);
        findings.append(rendering);
        if !whole {
            return Err(outcome);
        }
        let made = take_all(&output, self.earlier.iter().cloned().chain(self.part.map(PartRecord::artifact)))
            .and_then(|()| output.swap_in());
        made.map_err(|fault| refuse(*fault, findings))
    }
}

/// Tells a finding that stops the build and returns whose fault it was.
fn refuse(finding: Diagnostic, findings: &mut Diagnostics) -> ExitOutcome {
    let cause = finding.code.cause();
    findings.push(finding);
    match cause {
        Cause::Content => ExitOutcome::Findings,
        Cause::Environment => ExitOutcome::Environment,
    }
}

/// Whose fault it was: the content's, or the environment's.
fn build_outcome(findings: &Diagnostics) -> ExitOutcome {
    let is_environment =
        |finding: &&Diagnostic| finding.severity == Severity::Error && finding.code.cause() == Cause::Environment;
    let environment = findings.sorted().iter().any(is_environment);
    if environment { ExitOutcome::Environment } else { ExitOutcome::Findings }
}

/// Returns the corpus of the regions asked for, without those that errors stop, these, and what an earlier build made of
/// them.
fn load_regions(
    options: &BuildOptions,
    day: Date,
    session: &Session,
    findings: &mut Diagnostics,
) -> Result<(Corpus, BTreeSet<SetKey>, Vec<Artifact>), ExitOutcome> {
    let mut corpus = {
        let _step = session.progress.step(session.messages.text("progress-reading"));
        load_published(&options.source.content, day, findings)
    };
    let stopped = stopped_regions(&options.source.content, findings);
    // A region that was asked for by its name must not be missing without a word.
    let is_asked_for = |key: &SetKey| options.source.region.contains(&key.to_string());
    // What is left out here would be missing where shares are joined.
    let must_be_whole = (options.all_or_nothing || options.shard.is_some()) && !stopped.regions.is_empty();
    if stopped.all || must_be_whole || stopped.regions.iter().any(is_asked_for) {
        return Err(ExitOutcome::Findings);
    }
    // Read before the swap, which takes the earlier output away.
    let earlier = publish::earlier_pages(&options.output, &stopped.regions, corpus.languages);
    corpus.leave_out(&stopped.regions, &earlier.regions);
    corpus.earlier_files = earlier.files.iter().map(|file| file.path.clone()).collect();
    // Pages of a site's own may be all that it has.
    if corpus.sets.is_empty() && (corpus.pages.is_empty() || !stopped.regions.is_empty()) {
        return Err(ExitOutcome::Findings);
    }
    if let Err(region) = corpus.select(&options.source.region) {
        findings.push(unknown_region(&region, &corpus));
        return Err(ExitOutcome::Environment);
    }
    corpus.leave_out_parts();
    Ok((corpus, stopped.regions, earlier.files))
}

/// Returns the first day on which a text is in force, where all of them are still to come on `day`.
fn before_everything(corpus: &Corpus, day: Date) -> Option<Date> {
    let versions = || corpus.sets.values().flat_map(|set| set.documents.iter().map(move |document| (set, document)));
    let is_coming =
        |(set, document): (&Set, &Document)| corpus.text_state(&set.key, &document.id) == Some(TextState::Coming);
    let first = versions()
        .flat_map(|(set, document)| corpus.history(&set.key, &document.id))
        .filter_map(|version| version.date);
    first.min().filter(|first| *first > day && versions().all(is_coming))
}

/// Returns what there is to say of the regions that were not published; `None` where all were.
fn stopped_words(stopped: &BTreeSet<SetKey>, session: &Session) -> Option<String> {
    let names: Vec<String> = stopped.iter().map(ToString::to_string).collect();
    let separator = session.messages.text("list-separator");
    (!names.is_empty()).then(|| session.messages.with("built-stopped", &[("regions", &names.join(&separator))]))
}

fn unknown_region(region: &str, corpus: &Corpus) -> Diagnostic {
    let known: Vec<String> =
        corpus.sets.keys().filter(|key| **key != SetKey::Baseline).map(ToString::to_string).collect();
    Diagnostic::new(Code::J0002).arg("region", region).arg("known", known.join(", "))
}

fn summary(options: &BuildOptions, built: &Built, findings: &Diagnostics, begun: Instant, session: &Session) -> String {
    let mut args = FluentArgs::new();
    args.set("output", options.output.display().to_string());
    args.set("pages", built.pages);
    args.set("pdfs", built.pdfs);
    args.set("warnings", findings.count(Severity::Warning));
    args.set("seconds", format!("{:.1}", begun.elapsed().as_secs_f64()));
    session.messages.format("built", &args)
}
