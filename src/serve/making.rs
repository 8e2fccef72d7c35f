//! Making the pages whenever something changed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use jiff::civil::Date;

use super::laid_over::LaidOver;
use super::sheets::{MadeSheets, SheetMaker};
use super::store::{LiveFile, LiveSite};
use super::watch::Changes;
use super::{ServeNews, ServeSettings};
use crate::base::artifact::{Artifact, Outlet};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::base::locale::Messages;
use crate::base::progress::Progress;
use crate::corpus::Corpus;
use crate::pdf::SheetFile;
use crate::rules::loading::stopped_regions;
use crate::theme::Theme;
use crate::{RenderOptions, load_published, render_pages};

/// The time without a change after which PDFs are made: whoever types is not waited upon by typst.
const TYPING: Duration = Duration::from_millis(1_200);

/// Makes the pages of a site into a [`LiveSite`].
pub(super) struct Maker<'a> {
    settings: &'a ServeSettings,
    messages: &'static Messages,
    site: Arc<LiveSite>,
    changes: Changes,
    /// The PDFs that pages offer.
    sheets: Vec<SheetFile>,
    /// What the pages were made of last, while PDFs of it are due.
    last: Option<(Arc<Corpus>, Theme)>,
    due: Option<Instant>,
    typesetter: SheetMaker,
}

impl<'a> Maker<'a> {
    pub(super) fn new(
        settings: &'a ServeSettings,
        messages: &'static Messages,
        site: Arc<LiveSite>,
        changes: Changes,
    ) -> Self {
        let typesetter = SheetMaker::new(settings.sheets.clone(), messages);
        Self { settings, messages, site, changes, sheets: Vec::new(), last: None, due: None, typesetter }
    }

    /// Returns the moment at which [`make_sheets`](Self::make_sheets) is due.
    pub(super) fn next_due(&self) -> Option<Instant> {
        self.due
    }

    /// Reads the content and makes all pages, the open ones first. Where the content has errors, the pages stay.
    pub(super) fn make_all(
        &mut self,
        today: &dyn Fn() -> Result<Date, Box<Diagnostic>>,
        tell: &dyn Fn(&ServeNews<'_>),
    ) {
        let begun = Instant::now();
        let seen = self.changes.load(Ordering::SeqCst);
        let mut findings = Diagnostics::default();
        let made = self.read(today, &mut findings);
        // Files that are written while they are read are read again by the change that this is.
        self.site.lay_over(LaidOver::of(&findings));
        let Some((corpus, theme)) = made else {
            self.last = None;
            self.due = None;
            return tell(&ServeNews::Kept(&findings));
        };
        let mut rendering = Diagnostics::default();
        let Some(changed) = self.render(&corpus, &theme, seen, &mut rendering) else {
            // Something changed meanwhile, and the next round makes what this one left.
            if self.changes.load(Ordering::SeqCst) != seen {
                return;
            }
            self.site.lay_over(LaidOver::of(&rendering));
            return tell(&ServeNews::Kept(&rendering));
        };
        if self.settings.sheets.is_some() {
            self.last = Some((Arc::new(corpus), theme));
            self.due = Some(Instant::now() + TYPING);
        }
        tell(&ServeNews::Made(changed, begun.elapsed(), &findings));
    }

    /// The corpus as it is published, and the theme; `None` after reporting why there are none.
    fn read(
        &self,
        today: &dyn Fn() -> Result<Date, Box<Diagnostic>>,
        findings: &mut Diagnostics,
    ) -> Option<(Corpus, Theme)> {
        let content = &self.settings.content;
        if !content.is_dir() {
            findings.push(Diagnostic::new(Code::J0003).arg("path", content.display().to_string()));
            return None;
        }
        let day = today().map_err(|fault| findings.push(*fault)).ok()?;
        let mut corpus = load_published(content, day, findings);
        if findings.has_errors() {
            let stopped = stopped_regions(content, findings);
            // Before anything can be kept, what is sound is shown; afterwards nothing is taken away.
            if stopped.all || !self.site.is_empty() {
                return None;
            }
            corpus.leave_out(&stopped.regions, &BTreeSet::new());
        }
        if corpus.sets.is_empty() && corpus.pages.is_empty() {
            return None;
        }
        if let Err(region) = corpus.select(&self.settings.regions) {
            findings.push(Diagnostic::new(Code::J0002).arg("region", region).arg("known", ""));
            return None;
        }
        corpus.leave_out_parts();
        let folder = self.settings.theme.clone().unwrap_or_else(|| Theme::folder_beside(content));
        let mut found = Diagnostics::default();
        let theme = Theme::read(&folder, &mut found);
        let is_faulty = found.has_errors();
        findings.append(found);
        (!is_faulty).then_some((corpus, theme))
    }

    /// Makes all pages and returns how many changed; `None` where that was ended, by a fault or by a change.
    fn render(&self, corpus: &Corpus, theme: &Theme, seen: u64, findings: &mut Diagnostics) -> Option<usize> {
        let progress = Progress::new(false);
        let open = self.site.open_pages();
        let options = RenderOptions {
            tools: None,
            theme,
            base_url: self.settings.base_url.as_deref(),
            progress: &progress,
            messages: self.messages,
        };
        let outlet = LiveOutlet {
            site: &self.site,
            open: &open,
            seen,
            changes: &self.changes,
            sheets: self.sheets.iter().map(|sheet| sheet.path.clone()).collect(),
            made: Mutex::default(),
        };
        let whole = render_pages(corpus, (&self.sheets, &open), &options, &outlet, findings);
        let made = outlet.made.into_inner().unwrap_or_else(PoisonError::into_inner);
        whole.then(|| self.site.put_all(made))
    }

    /// Makes the PDFs of what the pages were made of, those of open pages first, and the pages anew if they offer others.
    pub(super) fn make_sheets(&mut self, tell: &dyn Fn(&ServeNews<'_>)) {
        self.due = None;
        let Some((corpus, theme)) = self.last.take() else { return };
        let seen = self.changes.load(Ordering::SeqCst);
        let mut findings = Diagnostics::default();
        let open = self.site.open_pages();
        let made = self.typesetter.make(&corpus, &theme, &open, (seen, &self.changes), &mut findings);
        let Some(MadeSheets { sheets, files }) = made else {
            if self.changes.load(Ordering::SeqCst) == seen && findings.has_errors() {
                self.site.lay_over(LaidOver::of(&findings));
                tell(&ServeNews::Sheets(0, &findings));
            }
            return;
        };
        let changed = self.site.put_sheets(files);
        if self.sheets != sheets {
            self.sheets = sheets;
            let mut rendering = Diagnostics::default();
            // Ended by a change, it is made by the next round.
            let _ = self.render(&corpus, &theme, seen, &mut rendering);
        }
        tell(&ServeNews::Sheets(changed, &findings));
    }
}

/// The outlet that keeps files in memory, shows open pages at once, and ends the making when something changes.
struct LiveOutlet<'a> {
    site: &'a LiveSite,
    open: &'a BTreeSet<String>,
    seen: u64,
    changes: &'a Changes,
    /// The paths of the PDFs, which were made before.
    sheets: BTreeSet<String>,
    made: Mutex<BTreeMap<String, LiveFile>>,
}

impl Outlet for LiveOutlet<'_> {
    fn take(&self, artifact: Artifact) -> Result<(), Box<Diagnostic>> {
        if self.changes.load(Ordering::SeqCst) != self.seen {
            return Err(Box::new(Diagnostic::new(Code::J0081).arg("reason", "")));
        }
        let file = LiveFile::new(artifact.bytes);
        if self.open.contains(&artifact.path) {
            self.site.put_page(&artifact.path, file.clone());
        }
        self.made.lock().unwrap_or_else(PoisonError::into_inner).insert(artifact.path, file);
        Ok(())
    }

    fn taken(&self) -> BTreeSet<String> {
        let made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.keys().chain(&self.sheets).cloned().collect()
    }
}
