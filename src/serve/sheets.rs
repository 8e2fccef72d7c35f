//! Making PDFs while nobody types.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::Ordering;
use std::sync::{Mutex, PoisonError};

use super::store::LiveFile;
use super::watch::Changes;
use crate::base::artifact::{Artifact, Outlet};
use crate::base::diagnostics::{Diagnostic, Diagnostics};
use crate::base::locale::Messages;
use crate::base::progress::Progress;
use crate::corpus::Corpus;
use crate::pdf;
use crate::pdf::SheetFile;
use crate::pdf::setup::{SetupSettings, Tools, prepare};
use crate::theme::Theme;

/// The PDFs that were made.
pub(super) struct MadeSheets {
    /// What pages say of them.
    pub(super) sheets: Vec<SheetFile>,
    /// Their bytes.
    pub(super) files: BTreeMap<String, LiveFile>,
}

/// Makes PDFs with tools that it prepares when they are first needed.
pub(super) struct SheetMaker {
    settings: Option<SetupSettings>,
    messages: &'static Messages,
    tools: Option<Tools>,
}

impl SheetMaker {
    pub(super) fn new(settings: Option<SetupSettings>, messages: &'static Messages) -> Self {
        Self { settings, messages, tools: None }
    }

    /// Makes the PDFs of `corpus`, those of the pages `open` first; `None` where they could not all be made, or where the
    /// number of changes is no longer `seen`.
    pub(super) fn make(
        &mut self,
        corpus: &Corpus,
        theme: &Theme,
        open: &BTreeSet<String>,
        (seen, changes): (u64, &Changes),
        findings: &mut Diagnostics,
    ) -> Option<MadeSheets> {
        let progress = Progress::new(false);
        let settings = self.settings.clone()?;
        let settings = SetupSettings { mincho: corpus.sheet_style.mincho, ..settings };
        let is_other = self.tools.as_ref().is_none_or(|tools| tools.fonts.families.mincho.is_some() != settings.mincho);
        if is_other {
            self.tools = prepare(&settings, &progress, self.messages, findings);
        }
        let tools = self.tools.clone()?;
        let tools = Tools { templates: theme.sheet_templates(), pictures: pdf::sheet_pictures(corpus), ..tools };
        let outlet = SheetOutlet { seen, changes, files: Mutex::default() };
        let told = (&progress, self.messages);
        let sheets = pdf::render_sheets(corpus, &tools, theme, (told, open), &outlet, findings);
        let files = outlet.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        let whole = !findings.has_errors() && changes.load(Ordering::SeqCst) == seen;
        whole.then_some(MadeSheets { sheets, files })
    }
}

/// The outlet that keeps PDFs in memory until something changes.
struct SheetOutlet<'a> {
    seen: u64,
    changes: &'a Changes,
    files: Mutex<BTreeMap<String, LiveFile>>,
}

impl Outlet for SheetOutlet<'_> {
    fn take(&self, artifact: Artifact) -> Result<(), Box<Diagnostic>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(artifact.path, LiveFile::new(artifact.bytes));
        Ok(())
    }

    fn taken(&self) -> BTreeSet<String> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).keys().cloned().collect()
    }

    fn is_unwanted(&self) -> bool {
        self.changes.load(Ordering::SeqCst) != self.seen
    }
}
