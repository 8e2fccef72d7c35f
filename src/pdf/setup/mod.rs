//! What the PDF step needs from outside: the typst program and fonts, got without any step by the user.
//!
//! A release has both in the folder `junsoku-tools` beside the program (typst, and `fonts/`), which comes first. Otherwise
//! both are looked for and fetched into the user's cache folder only when they are nowhere: typst is built
//! by cargo, the fonts come by npm and are checked against pinned hashes. The cache folder looks like this:
//!
//! ```text
//! setup.lock             held while something is fetched
//! typst-0.15.1/bin/typst
//! fonts-<hash>/*.ttf     and checked.txt, written last
//! unfinished-*/          gone after the work, or swept away by the next run that takes the lock
//! ```

mod child;
mod environment;
mod families;
mod fetch;
mod fonts;
mod lock;
mod pinned;
#[cfg(all(test, unix))]
mod tests;
mod typst;

use std::path::{Path, PathBuf};

pub use families::Families;
pub use fonts::Fonts;
pub use typst::TYPST_VERSION;

use self::environment::Environment;
use self::fetch::NoFonts;
use self::lock::CacheLock;
use self::pinned::PinnedFont;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::base::locale::Messages;
use crate::base::progress::Progress;

/// The user's settings of the set-up.
#[derive(Debug, Clone, Default)]
pub struct SetupSettings {
    /// Folders of fonts to use instead of the pinned ones (`--font-path`).
    pub font_paths: Vec<PathBuf>,
}

/// The tools that the PDF step needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tools {
    /// The path of a typst program of version [`TYPST_VERSION`].
    pub typst: PathBuf,
    /// The fonts.
    pub fonts: Fonts,
}

/// Finds typst and the fonts, fetching what is missing; on a fresh machine this takes about ten minutes.
///
/// `None` where one of them cannot be had; then `findings` holds at least one error, J0601 to J0609. Several
/// threads or processes may do this at once.
pub fn prepare(
    options: &SetupSettings,
    progress: &Progress,
    messages: &Messages,
    findings: &mut Diagnostics,
) -> Option<Tools> {
    let environment = Environment::of_process();
    let context = SetupContext { environment: &environment, pinned: pinned::FONTS, progress, messages };
    context.prepare(options, findings)
}

/// The folder in which junsoku keeps what it fetched; `None` where the environment names none.
///
/// It need not exist. `JUNSOKU_CACHE_DIR` comes first, then the customary place of the operating system.
#[must_use]
pub fn cache_dir() -> Option<PathBuf> {
    environment::cache_from(|name| std::env::var_os(name))
}

/// The values that all parts of the set-up work with.
struct SetupContext<'a> {
    environment: &'a Environment,
    pinned: &'a [PinnedFont],
    progress: &'a Progress,
    messages: &'a Messages,
}

impl SetupContext<'_> {
    fn prepare(&self, options: &SetupSettings, findings: &mut Diagnostics) -> Option<Tools> {
        match self.tools(&options.font_paths, findings) {
            Ok(tools) => Some(tools),
            Err(finding) => {
                findings.push(finding);
                None
            }
        }
    }

    /// The fonts come first: they take seconds, and nobody should wait ten minutes for typst to hear that they
    /// are wrong.
    fn tools(&self, folders: &[PathBuf], findings: &mut Diagnostics) -> Result<Tools, Diagnostic> {
        if !folders.is_empty() {
            fonts::check_folders(folders)?;
            let typst = typst::find_or_install(self)?;
            let fonts = fonts::in_folders(self, &typst, folders)?;
            return Ok(Tools { typst, fonts });
        }
        let pinned = match fetch::found_or_fetched(self) {
            Ok(path) => Ok(fonts::pinned(self, path)),
            Err(NoFonts::Unavailable(reason)) => Err(reason),
            Err(NoFonts::Wrong(finding)) => return Err(finding),
        };
        let typst = typst::find_or_install(self)?;
        let fonts = match pinned {
            Ok(fonts) => fonts,
            Err(reason) => fonts::installed(self, &typst, reason, findings)?,
        };
        Ok(Tools { typst, fonts })
    }

    /// The cache folder, or J0601.
    fn cache(&self) -> Result<&Path, Diagnostic> {
        self.environment.cache.as_deref().ok_or_else(|| Diagnostic::new(Code::J0601))
    }

    /// The lock of the cache folder, or J0608; while another run holds it, the user is told.
    fn lock<'c>(&self, cache: &'c Path) -> Result<CacheLock<'c>, Diagnostic> {
        CacheLock::take(cache, || self.progress.step(self.messages.text("setup-waiting")))
    }
}
