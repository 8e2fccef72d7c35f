//! `junsoku build`: the site and the PDFs.

use std::time::Instant;

use fluent::FluentArgs;

use super::options::BuildOptions;
use super::{ExitOutcome, Session, content_folder};
use crate::base::diagnostics::{Cause, Code, Diagnostic, Diagnostics, Severity};
use crate::content::SetKey;
use crate::corpus::Corpus;
use crate::pdf::setup;
use crate::{RenderOptions, load, publish, render};

/// Builds what `options` ask for and says how it went.
pub(super) fn run_build(options: &BuildOptions, session: &Session) -> ExitOutcome {
    let begun = Instant::now();
    let mut findings = Diagnostics::default();
    let outcome = build(options, session, &mut findings);
    session.report(&findings);
    match &outcome {
        Ok(counts) => session.print(&summary(options, counts, &findings, begun, session)),
        Err(_) => session.print(&session.messages.text("built-none")),
    }
    outcome.err().unwrap_or(ExitOutcome::Clean)
}

/// The number of published files of each kind.
struct PublishedCounts {
    pages: usize,
    pdfs: usize,
}

fn build(
    options: &BuildOptions,
    session: &Session,
    findings: &mut Diagnostics,
) -> Result<PublishedCounts, ExitOutcome> {
    let refuse = |diagnostic: Diagnostic, findings: &mut Diagnostics| {
        let cause = diagnostic.code.cause();
        findings.push(diagnostic);
        match cause {
            Cause::Content => ExitOutcome::Findings,
            Cause::Environment => ExitOutcome::Environment,
        }
    };
    content_folder(&options.content).map_err(|fault| refuse(*fault, findings))?;
    let corpus = load_regions(options, session, findings)?;
    let keep = &corpus.kept_paths;
    publish::check_target(&options.output, &options.content, keep).map_err(|fault| refuse(*fault, findings))?;
    let tools = if options.no_pdf {
        None
    } else {
        let fonts = setup::SetupSettings { font_paths: options.font_path.clone(), typst: options.typst.clone() };
        let tools = setup::prepare(&fonts, &session.progress, session.messages, findings);
        Some(tools.ok_or(ExitOutcome::Environment)?)
    };
    let how = RenderOptions {
        tools: tools.as_ref(),
        base_url: options.base_url.as_deref(),
        progress: &session.progress,
        messages: session.messages,
    };
    let artifacts = render(&corpus, &how, findings).ok_or_else(|| build_outcome(findings))?;
    publish::publish(&options.output, &artifacts, keep).map_err(|fault| refuse(*fault, findings))?;
    let count = |ending: &str| artifacts.iter().filter(|artifact| artifact.is(ending)).count();
    Ok(PublishedCounts { pages: count(".html"), pdfs: count(".pdf") })
}

/// Whose fault it was: the content's, or the environment's.
fn build_outcome(findings: &Diagnostics) -> ExitOutcome {
    let is_environment =
        |finding: &&Diagnostic| finding.severity == Severity::Error && finding.code.cause() == Cause::Environment;
    let environment = findings.sorted().iter().any(is_environment);
    if environment { ExitOutcome::Environment } else { ExitOutcome::Findings }
}

/// The corpus without errors, cut down to the regions asked for.
fn load_regions(options: &BuildOptions, session: &Session, findings: &mut Diagnostics) -> Result<Corpus, ExitOutcome> {
    let mut corpus = {
        let _step = session.progress.step(session.messages.text("progress-reading"));
        load(&options.content, findings)
    };
    if findings.has_errors() {
        return Err(ExitOutcome::Findings);
    }
    if let Err(region) = corpus.select(&options.region) {
        findings.push(unknown_region(&region, &corpus));
        return Err(ExitOutcome::Environment);
    }
    Ok(corpus)
}

fn unknown_region(region: &str, corpus: &Corpus) -> Diagnostic {
    let known: Vec<String> =
        corpus.sets.keys().filter(|key| **key != SetKey::Baseline).map(ToString::to_string).collect();
    Diagnostic::new(Code::J0002).arg("region", region).arg("known", known.join(", "))
}

fn summary(
    options: &BuildOptions,
    counts: &PublishedCounts,
    findings: &Diagnostics,
    begun: Instant,
    session: &Session,
) -> String {
    let mut args = FluentArgs::new();
    args.set("output", options.output.display().to_string());
    args.set("pages", counts.pages);
    args.set("pdfs", counts.pdfs);
    args.set("warnings", findings.count(Severity::Warning));
    args.set("seconds", format!("{:.1}", begun.elapsed().as_secs_f64()));
    session.messages.format("built", &args)
}
