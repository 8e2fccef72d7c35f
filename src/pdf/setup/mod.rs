//! The tools that the PDF step needs from outside: the typst program and fonts, got without any step by the user.
//!
//! A release has both in the folder `junsoku-tools` beside the program (typst, and `fonts/`), which comes first. Then come
//! those of the cache folder, which were built and checked there, and last a typst on the search path, which is the user's
//! own and must set a trial sheet first. Both are fetched into the user's cache folder only when they are nowhere: typst is built
//! by cargo, the fonts come by npm and are checked against pinned hashes. The cache folder looks like this:
//!
//! ```text
//! setup.lock             held while something is fetched
//! typst-0.15.1/bin/typst
//! fonts-<hash>/*.ttf     and checked.txt, written last
//! work/*/                unfinished, gone after the work, or swept away by the next run
//! ```

mod environment;
mod families;
mod fetch;
mod fonts;
mod lock;
mod pinned;
pub(in crate::pdf) mod sound;
#[cfg(all(test, unix))]
mod tests;
mod typst;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(in crate::pdf) use environment::{WITHOUT_OWN_FONTS, is_needed_by_fonts};
pub use families::Families;
pub use fonts::Fonts;
pub use typst::TYPST_VERSION;

pub use crate::machine::cache_dir;

use self::environment::Environment;
use self::fetch::NoFonts;
use self::lock::CacheLock;
use self::pinned::PinnedFont;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, SourceFile};
use crate::base::locale::Messages;
use crate::base::progress::Progress;

/// The user's settings of the set-up.
#[derive(Debug, Clone, Default)]
pub struct SetupSettings {
    /// Folders of fonts to use instead of the pinned ones (`--font-path`).
    pub font_paths: Vec<PathBuf>,
    /// Whether running text is set in mincho.
    pub mincho: bool,
    /// The typst program to use instead of the one that is found (`--typst`).
    pub typst: Option<PathBuf>,
}

/// The tools that the PDF step needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tools {
    /// The path of a typst program of version [`TYPST_VERSION`].
    pub typst: PathBuf,
    /// The hash of that program: a PDF of another is not taken for one of this.
    pub typst_hash: String,
    /// The fonts.
    pub fonts: Fonts,
    /// The templates that stand in place of ours, by name.
    pub templates: BTreeMap<String, Arc<SourceFile>>,
    /// The pictures that sheets may show, by their paths in the data of sheets.
    pub pictures: BTreeMap<String, PathBuf>,
}

/// Finds typst and the fonts, fetching what is missing; on a fresh machine this takes about ten minutes.
///
/// `None` where one of them cannot be had; then `findings` holds at least one error, J0601 to J0611. Several
/// threads or processes may do this at once.
pub fn prepare(
    options: &SetupSettings,
    progress: &Progress,
    messages: &Messages,
    findings: &mut Diagnostics,
) -> Option<Tools> {
    let environment = Environment::of_process();
    let pinned = if options.mincho { pinned::FONTS_WITH_MINCHO } else { pinned::FONTS };
    let context = SetupContext { environment: &environment, pinned, progress, messages };
    let tools = context.prepare(options, findings)?;
    if options.mincho && tools.fonts.families.mincho.is_none() {
        let families = tools.fonts.families.names().join(", ");
        findings.push(Diagnostic::new(Code::J0611).arg("families", families));
        return None;
    }
    Some(tools)
}

/// Whether typst and the fonts are there, so that [`prepare`] fetches and builds nothing.
#[must_use]
pub fn are_tools_at_hand(options: &SetupSettings, messages: &Messages) -> bool {
    let environment = Environment::of_process();
    let pinned = if options.mincho { pinned::FONTS_WITH_MINCHO } else { pinned::FONTS };
    let context = SetupContext { environment: &environment, pinned, progress: &Progress::new(false), messages };
    context.is_at_hand(options)
}

/// The values that all parts of the set-up work with.
struct SetupContext<'a> {
    environment: &'a Environment,
    pinned: &'a [PinnedFont],
    progress: &'a Progress,
    messages: &'a Messages,
}

impl SetupContext<'_> {
    /// Whether the fonts that are asked for have one for running text in mincho.
    fn wants_mincho(&self) -> bool {
        self.pinned.iter().any(|font| font.package.ends_with("-udmincho"))
    }

    fn prepare(&self, options: &SetupSettings, findings: &mut Diagnostics) -> Option<Tools> {
        match self.tools(options, findings) {
            Ok(tools) => Some(tools),
            Err(finding) => {
                findings.push(finding);
                None
            }
        }
    }

    fn is_at_hand(&self, options: &SetupSettings) -> bool {
        let has_fonts = !options.font_paths.is_empty() || fetch::found_folder(self).is_some();
        has_fonts && (options.typst.is_some() || typst::found(self).is_some())
    }

    /// The fonts come first: they take seconds, and nobody should wait ten minutes for typst to hear that they
    /// are wrong.
    fn tools(&self, options: &SetupSettings, findings: &mut Diagnostics) -> Result<Tools, Diagnostic> {
        let folders = &options.font_paths;
        if !folders.is_empty() {
            fonts::check_folders(folders)?;
            let typst = typst::named_or_found(self, options.typst.as_deref())?;
            let fonts = fonts::in_folders(self, &typst, folders)?;
            return Self::with_hash(typst, fonts);
        }
        let pinned = match fetch::found_or_fetched(self) {
            Ok(path) => Ok(fonts::pinned(self, path)),
            Err(NoFonts::Unavailable(reason)) => Err(reason),
            // A font with other content than pinned is never passed over: other fonts would hide that somebody changed
            // it.
            Err(NoFonts::Wrong(finding)) => return Err(finding),
        };
        let typst = typst::named_or_found(self, options.typst.as_deref())?;
        let fonts = match pinned {
            Ok(fonts) => fonts,
            Err(reason) => fonts::installed(self, &typst, reason, findings)?,
        };
        Self::with_hash(typst, fonts)
    }

    fn with_hash(typst: PathBuf, fonts: Fonts) -> Result<Tools, Diagnostic> {
        let mut hasher = blake3::Hasher::new();
        // Read piece by piece: the program is large, and only its hash is wanted.
        let read = std::fs::File::open(&typst).and_then(|file| hasher.update_reader(file).map(drop));
        read.map_err(|error| {
            let path = typst.display().to_string();
            Diagnostic::new(Code::J0610).arg("kind", "unreadable").arg("path", path).arg("reason", error.to_string())
        })?;
        let typst_hash = hasher.finalize().to_hex().to_string();
        Ok(Tools { typst, typst_hash, fonts, templates: BTreeMap::new(), pictures: BTreeMap::new() })
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
