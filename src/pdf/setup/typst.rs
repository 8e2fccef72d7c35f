//! The typst program: found in the cache or on the search path, otherwise built by cargo.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::SetupContext;
use super::environment::disturbs_cargo;
use super::lock::{CacheLock, unwritable};
use super::sound::{STANDARDS, last_offset, page_count};
use crate::base::diagnostics::{Code, Diagnostic};
use crate::machine::{Failure, Program, WorkFolder, last_lines, remove_file, write_unfinished};
use crate::platform::program_file;

/// The version of typst for which the templates were made, and which is built where there is none.
pub const TYPST_VERSION: &str = "0.15.1";

/// The beginning of the versions that set the same sheets: within a series typst mends, and changes no layout by intent.
const SERIES: &str = "0.15.";

/// The longest time that a program may take to tell its version.
const ANSWER: Duration = Duration::from_secs(10);
/// The longest time that a program may take to set a trial sheet.
const TRIAL: Duration = Duration::from_mins(1);
/// The longest time that building typst may take; it takes ten minutes on two cores.
const BUILD: Duration = Duration::from_hours(3);
/// The settings with which typst is built: the hours that its own take pay only for whoever sets thousands of sheets
/// (figures in benches/README.md).
const QUICK_TO_BUILD: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "2"),
];
/// Libraries of typst that no sheet of ours runs: plugins, bibliographies, other outputs, PDFs as pictures, packages from a network. They
/// are built without being optimised, which took more than a quarter of the time to build all.
pub(super) const NEVER_RUN: [&str; 26] = [
    "biblatex",
    "chrono",
    "citationberg",
    "clap_builder",
    "hayagriva",
    "hayro",
    "hayro-interpret",
    "hayro-jbig2",
    "hayro-jpeg2000",
    "hayro-svg",
    "hayro-syntax",
    "notify",
    "openssl",
    "pic-scale",
    "syntect",
    "toml_edit",
    "typst-html",
    "typst-render",
    "typst-svg",
    "ureq",
    "vello_common",
    "vello_cpu",
    "wasmi",
    "wasmi_ir",
    "wasmparser",
    "yaml-rust",
];
/// The number of lines of cargo's output that a finding quotes.
const QUOTED: usize = 6;

/// The path of typst: the one that the user has named, or else the one that is found; it is installed into the cache if
/// it is nowhere.
///
/// # Errors
/// J0610 for a named one that will not do; J0601 no cache folder, J0602 no cargo, J0603 the installation failed, J0608
/// the cache cannot be written.
pub(super) fn named_or_found(context: &SetupContext<'_>, named: Option<&Path>) -> Result<PathBuf, Diagnostic> {
    let Some(named) = named else { return find_or_install(context) };
    let refused = |kind: &str| {
        let finding = Diagnostic::new(Code::J0610).arg("kind", kind).arg("path", named.display().to_string());
        finding.arg("reason", format!("{SERIES}x"))
    };
    if !is_of_series(context, named) {
        return Err(refused("version"));
    }
    if !sets_a_trial_sheet(context, named) {
        return Err(refused("trial"));
    }
    Ok(named.to_owned())
}

/// The one that is [found](found), or else one that is built into the cache.
fn find_or_install(context: &SetupContext<'_>) -> Result<PathBuf, Diagnostic> {
    if let Some(found) = found(context) {
        return Ok(found);
    }
    let cache = context.cache()?;
    let installed = installed_path(cache);
    let lock = context.lock(cache)?;
    // Another run may have built it while this one waited for the lock.
    if is_needed_version(context, &installed) {
        return Ok(installed);
    }
    install(context, &lock, cache)?;
    if is_needed_version(context, &installed) {
        Ok(installed)
    } else {
        let reason = context.messages.with("setup-typst-unusable", &[("path", &installed.display().to_string())]);
        Err(typst_unavailable(reason))
    }
}

/// The typst that is there without building one: the one beside the program, which a release packed; the one in the cache,
/// which was built there; one on the search path, which may be anything and must set a trial sheet.
pub(super) fn found(context: &SetupContext<'_>) -> Option<PathBuf> {
    let beside = context.environment.tools.as_ref().map(|folder| folder.join(program_file("typst")));
    let installed = context.environment.cache.as_deref().map(installed_path);
    let own = beside.into_iter().chain(installed).find(|path| is_needed_version(context, path));
    // A program of this name may be anything that prints the right version, and what it makes is published.
    let on_path = |path: &PathBuf| is_of_series(context, path) && sets_a_trial_sheet(context, path);
    own.or_else(|| context.environment.programs("typst").find(on_path))
}

fn root(cache: &Path) -> PathBuf {
    cache.join(format!("typst-{TYPST_VERSION}"))
}

fn installed_path(cache: &Path) -> PathBuf {
    root(cache).join("bin").join(program_file("typst"))
}

/// Whether this program says that it is typst in exactly the version needed.
fn is_needed_version(context: &SetupContext<'_>, program: &Path) -> bool {
    told_version(context, program).is_some_and(|version| version == TYPST_VERSION)
}

/// Whether this program says that it is typst in a version that sets the same sheets.
fn is_of_series(context: &SetupContext<'_>, program: &Path) -> bool {
    told_version(context, program).is_some_and(|version| version.starts_with(SERIES))
}

/// The version that this program tells as typst; none where it fails, hangs or is not there.
fn told_version(context: &SetupContext<'_>, program: &Path) -> Option<String> {
    let asked = context.environment.program(program, ANSWER, |_| false).arg("--version");
    let done = asked.run(|_| {}).ok().filter(|done| done.status.success())?;
    // "typst 0.15.1 (unknown commit)"
    let mut words = done.stdout.first()?.split_whitespace();
    words.next().filter(|name| *name == "typst")?;
    words.next().map(str::to_owned)
}

/// Whether this program sets a sheet of two pages with a title that it cannot know before, as a sound PDF.
fn sets_a_trial_sheet(context: &SetupContext<'_>, program: &Path) -> bool {
    let Some(cache) = context.environment.cache.as_deref() else { return false };
    let set = || -> Option<bool> {
        let work = WorkFolder::open_in(cache).ok()?;
        // The folder has a new name each time, so that no ready-made file has this title in it.
        let title = blake3::hash(work.path().as_os_str().as_encoded_bytes()).to_hex().to_string();
        let [sheet, pdf] = ["trial.typ", "trial.pdf"].map(|name| work.path().join(name));
        let text = format!("#set document(title: \"{title}\")\n#rect()\n#pagebreak()\n#rect()\n");
        write_unfinished(&sheet, text.as_bytes()).ok()?;
        let asked = context.environment.program(program, TRIAL, |_| false);
        let asked = asked.args(["compile", "--pdf-standard", STANDARDS, "--ignore-system-fonts", "--root"]);
        let done = asked.arg(work.path()).arg(sheet).arg(&pdf).run(|_| {}).ok()?;
        let bytes = std::fs::read(pdf).ok()?;
        Some(done.status.success() && page_count(&bytes) == Ok(2) && last_offset(&bytes, title.as_bytes()).is_some())
    };
    set().unwrap_or(false)
}

fn install(context: &SetupContext<'_>, lock: &CacheLock<'_>, cache: &Path) -> Result<(), Diagnostic> {
    let environment = context.environment;
    let cargo = environment.programs("cargo").next().or_else(|| environment.running_cargo.clone());
    let cargo = cargo.ok_or_else(|| Diagnostic::new(Code::J0602).arg("version", TYPST_VERSION))?;
    remove_unusable(&installed_path(cache))?;
    // A folder that goes after the build, with all that cargo leaves in it.
    let build = lock.workplace()?;
    let install = cargo_install(context, &cargo, cache, build.path());
    let (step, notice) = ("setup-installing-typst", "setup-installing-typst-notice");
    let version = [("version", TYPST_VERSION)];
    let step =
        context.progress.long_step(context.messages.with(step, &version), &context.messages.with(notice, &version));
    match install.run(|line| step.detail(line)) {
        Ok(done) if done.status.success() => Ok(()),
        Ok(done) => {
            let said = last_lines(&done.stderr, QUOTED);
            Err(typst_unavailable(if said.is_empty() { done.status.to_string() } else { said }))
        }
        Err(Failure::Io(error)) => Err(typst_unavailable(error.to_string())),
        Err(Failure::TimedOut) => Err(typst_unavailable(context.messages.text("setup-timed-out"))),
    }
}

fn typst_unavailable(reason: String) -> Diagnostic {
    Diagnostic::new(Code::J0603).arg("version", TYPST_VERSION).arg("reason", reason)
}

/// Cargo leaves alone what it believes to be installed, so a program that does not run must go first.
fn remove_unusable(program: &Path) -> Result<(), Diagnostic> {
    remove_file(program).map_err(|error| unwritable(program, &error))
}

/// `cargo install` of typst into the cache, built in `build`. It runs inside the cache folder, so that no
/// `rust-toolchain.toml` or `.cargo/config.toml` of the user's project applies.
fn cargo_install(context: &SetupContext<'_>, cargo: &Path, cache: &Path, build: &Path) -> Program {
    let cargo = context.environment.program(cargo, BUILD, |name| !disturbs_cargo(name));
    let cargo = QUICK_TO_BUILD.iter().fold(cargo, |cargo, (name, value)| cargo.env(name, value));
    let settings = NEVER_RUN.map(|library| format!("--config=profile.release.package.{library}.opt-level=0"));
    cargo
        // Sheets take their fonts from folders that are named, and nothing is served.
        .args(["install", "typst-cli", "--locked", "--no-default-features", "--version", TYPST_VERSION, "--root"])
        .arg(root(cache))
        .args(settings)
        .env("CARGO_TARGET_DIR", build)
        .env("CARGO_TERM_COLOR", "never")
        .current_dir(cache)
}
