//! Fetching the pinned fonts by npm, with npm's own settings.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::SetupContext;
use super::lock::{CacheLock, unwritable};
use super::pinned::{PinnedFolder, PinnedFont, holds_all};
use crate::base::diagnostics::{Code, Diagnostic};
use crate::machine::{Failure, Finished, Program, last_lines};
use crate::platform::below_root;

/// The longest time that npm may take for some ten megabytes.
const DOWNLOAD: Duration = Duration::from_mins(15);
/// The number of lines of npm's output that a finding quotes.
const QUOTED: usize = 4;

/// The reason why the pinned fonts are not there.
#[derive(Debug)]
pub(super) enum NoFonts {
    /// They cannot be had here and now, for this reason; others may do.
    Unavailable(String),
    /// Something is wrong that must not be passed over.
    Wrong(Diagnostic),
}

impl From<Diagnostic> for NoFonts {
    fn from(diagnostic: Diagnostic) -> Self {
        Self::Wrong(diagnostic)
    }
}

/// The folder of the pinned fonts: the one beside the program, or that in the cache, fetched if it is not complete.
///
/// # Errors
/// [`NoFonts::Unavailable`] without npm or when it fails; otherwise J0601, J0605 or J0608.
pub(super) fn found_or_fetched(context: &SetupContext<'_>) -> Result<PathBuf, NoFonts> {
    if let Some(folder) = found_folder(context) {
        return Ok(folder);
    }
    let cache = context.cache()?;
    let folder = PinnedFolder::new(cache, context.pinned);
    let Some(npm) = context.environment.programs("npm").next() else {
        return Err(NoFonts::Unavailable(context.messages.text("setup-npm-missing")));
    };
    let lock = context.lock(cache)?;
    // Another run may have fetched them while this one waited for the lock.
    if !folder.is_complete() {
        fetch(context, &npm, &lock, &folder)?;
    }
    Ok(folder.path)
}

/// The folder of the pinned fonts that is there already: the one beside the program, or that in the cache.
pub(super) fn found_folder(context: &SetupContext<'_>) -> Option<PathBuf> {
    let beside = context.environment.tools.as_ref().map(|folder| folder.join("fonts"));
    let beside = beside.filter(|folder| holds_all(context.pinned, folder));
    let kept = || context.environment.cache.as_deref().map(|cache| PinnedFolder::new(cache, context.pinned));
    beside.or_else(|| kept().filter(PinnedFolder::is_complete).map(|folder| folder.path))
}

fn fetch(
    context: &SetupContext<'_>,
    npm: &Path,
    lock: &CacheLock<'_>,
    folder: &PinnedFolder<'_>,
) -> Result<(), NoFonts> {
    let step = context.progress.step(context.messages.text("setup-fetching-fonts"));
    let work = lock.workplace()?;
    match npm_install(context, npm, work.path()).run(|line| step.detail(line)) {
        Ok(done) if done.status.success() => {}
        Ok(done) => return Err(npm_failed(&npm_reason(&done))),
        Err(Failure::Io(error)) => return Err(npm_failed(&error.to_string())),
        Err(Failure::TimedOut) => return Err(npm_failed(&context.messages.text("setup-timed-out"))),
    }
    let source =
        |font: &PinnedFont| below_root(&below_root(&work.path().join("node_modules"), font.package), font.path);
    // All are checked before one is moved: a folder with half of the fonts would be of no use.
    for font in context.pinned {
        verify_pinned(font, &source(font))?;
    }
    folder.fill(source).map_err(|error| unwritable(&folder.path, &error))?;
    Ok(())
}

fn npm_failed(reason: &str) -> NoFonts {
    NoFonts::Unavailable(format!("npm: {reason}"))
}

/// Returns npm's words about its failure: it begins with the cause and ends with general advice.
fn npm_reason(done: &Finished) -> String {
    let errors = done.stderr.iter().filter_map(|line| line.strip_prefix("npm error "));
    let first: Vec<&str> = errors.map(str::trim).filter(|line| !line.is_empty()).take(QUOTED).collect();
    let said = if first.is_empty() { last_lines(&done.stderr, QUOTED) } else { first.join(" / ") };
    if said.is_empty() { done.status.to_string() } else { said }
}

/// `npm install` of all packages into `work`; it runs there too, away from any package of the user's.
fn npm_install(context: &SetupContext<'_>, npm: &Path, work: &Path) -> Program {
    let mut packages: Vec<String> = context.pinned.iter().map(PinnedFont::requirement).collect();
    // Files of one package stand side by side in the list.
    packages.dedup();
    let npm = context.environment.program(npm, DOWNLOAD, |_| true);
    npm.args(["install", "--prefix"])
        .arg(work)
        // Nothing of a package is run; all that is wanted are files whose content is known.
        .args(["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .args(packages)
        .current_dir(work)
}

/// Refuses a file that is not what was pinned.
fn verify_pinned(font: &PinnedFont, path: &Path) -> Result<(), NoFonts> {
    let found = match fs::read(path) {
        Ok(bytes) => blake3::hash(&bytes).to_hex().to_string(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => "–".to_owned(),
        Err(error) => return Err(unwritable(path, &error).into()),
    };
    if found == font.blake3 {
        return Ok(());
    }
    let finding = Diagnostic::new(Code::J0605).arg("package", font.requirement()).arg("file", font.path);
    Err(finding.arg("expected", font.blake3).arg("found", found).into())
}
