//! The typst program: found on the search path or in the cache, otherwise built there by cargo.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::SetupContext;
use super::child::{self, Failure};
use super::environment::disturbs_cargo;
use super::lock::{CacheLock, unwritable};
use crate::base::diagnostics::{Code, Diagnostic};
use crate::platform::program_file;

/// The one version of typst whose output the templates were made for.
pub const TYPST_VERSION: &str = "0.15.1";

/// The longest time that a program may take to tell its version.
const ANSWER: Duration = Duration::from_secs(10);
/// The longest time that building typst may take; it takes ten minutes on two cores.
const BUILD: Duration = Duration::from_hours(3);
/// The number of lines of cargo's output that a finding quotes.
const QUOTED: usize = 6;

/// The path of typst in the version needed; it is installed into the cache if it is nowhere.
///
/// # Errors
/// J0601 no cache folder, J0602 no cargo, J0603 the installation failed, J0608 the cache cannot be written.
pub(super) fn find_or_install(context: &SetupContext<'_>) -> Result<PathBuf, Diagnostic> {
    let beside = context.environment.tools.as_ref().map(|folder| folder.join(program_file("typst")));
    let mut known = beside.into_iter().chain(context.environment.programs("typst"));
    if let Some(found) = known.find(|path| is_right(context, path)) {
        return Ok(found);
    }
    let cache = context.cache()?;
    let installed = installed_path(cache);
    if is_right(context, &installed) {
        return Ok(installed);
    }
    let lock = context.lock(cache)?;
    if is_right(context, &installed) {
        return Ok(installed);
    }
    install(context, &lock, cache)?;
    if is_right(context, &installed) {
        Ok(installed)
    } else {
        let reason = context.messages.with("setup-typst-unusable", &[("path", &installed.display().to_string())]);
        Err(typst_unavailable(reason))
    }
}

fn root(cache: &Path) -> PathBuf {
    cache.join(format!("typst-{TYPST_VERSION}"))
}

fn installed_path(cache: &Path) -> PathBuf {
    root(cache).join("bin").join(program_file("typst"))
}

/// Whether this program says that it is typst in exactly the version needed. One that fails, hangs or is not
/// there is not.
fn is_right(context: &SetupContext<'_>, program: &Path) -> bool {
    let mut command = context.environment.command(program);
    let Ok(done) = child::run_child(command.arg("--version"), ANSWER, |_| {}) else { return false };
    // "typst 0.15.1 (unknown commit)"
    let mut words = done.stdout.first().map(String::as_str).unwrap_or_default().split_whitespace();
    done.status.success() && words.next() == Some("typst") && words.next() == Some(TYPST_VERSION)
}

fn install(context: &SetupContext<'_>, lock: &CacheLock<'_>, cache: &Path) -> Result<(), Diagnostic> {
    let environment = context.environment;
    let cargo = environment.programs("cargo").next().or_else(|| environment.running_cargo.clone());
    let cargo = cargo.ok_or_else(|| Diagnostic::new(Code::J0602).arg("version", TYPST_VERSION))?;
    remove_unusable(&installed_path(cache))?;
    let build = lock.workplace()?;
    let mut command = cargo_install(context, &cargo, cache, build.path());
    let (step, notice) = ("setup-installing-typst", "setup-installing-typst-notice");
    let version = [("version", TYPST_VERSION)];
    let step =
        context.progress.long_step(context.messages.with(step, &version), &context.messages.with(notice, &version));
    match child::run_child(&mut command, BUILD, |line| step.detail(line)) {
        Ok(done) if done.status.success() => Ok(()),
        Ok(done) => {
            let said = child::last_lines(&done.stderr, QUOTED);
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
    match fs::remove_file(program) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(unwritable(program, &error)),
        _ => Ok(()),
    }
}

/// `cargo install` of typst into the cache, built in `build`. It runs inside the cache folder, so that no
/// `rust-toolchain.toml` or `.cargo/config.toml` of the user's project applies.
fn cargo_install(context: &SetupContext<'_>, cargo: &Path, cache: &Path, build: &Path) -> Command {
    let mut command = context.environment.command(cargo);
    for (name, _) in std::env::vars_os().filter(|(name, _)| disturbs_cargo(name)) {
        command.env_remove(name);
    }
    command
        .args(["install", "typst-cli", "--locked", "--version", TYPST_VERSION, "--root"])
        .arg(root(cache))
        .env("CARGO_TARGET_DIR", build)
        .env("CARGO_TERM_COLOR", "never")
        .current_dir(cache);
    command
}
