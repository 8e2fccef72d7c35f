//! Calling typst: one process a sheet, two at a time on two cores.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use super::setup::{TYPST_VERSION, Tools, cache_dir};

/// The templates, by name.
const TEMPLATES: [(&str, &str); 13] = [
    ("main.typ", include_str!("../../templates/pdf/main.typ")),
    ("page.typ", include_str!("../../templates/pdf/page.typ")),
    ("text.typ", include_str!("../../templates/pdf/text.typ")),
    ("provision.typ", include_str!("../../templates/pdf/provision.typ")),
    ("table.typ", include_str!("../../templates/pdf/table.typ")),
    ("slot.typ", include_str!("../../templates/pdf/slot.typ")),
    ("blank.typ", include_str!("../../templates/pdf/blank.typ")),
    ("boxes.typ", include_str!("../../templates/pdf/boxes.typ")),
    ("contact.typ", include_str!("../../templates/pdf/contact.typ")),
    ("document.typ", include_str!("../../templates/pdf/document.typ")),
    ("form.typ", include_str!("../../templates/pdf/form.typ")),
    ("amendment.typ", include_str!("../../templates/pdf/amendment.typ")),
    ("conformance.typ", include_str!("../../templates/pdf/conformance.typ")),
];

/// The arguments for typst whatever the sheet: PDFs that are accessible (PDF/UA-1) and lasting (PDF/A-2a), from one
/// thread, without a clock and without typst's own fonts.
const ARGUMENTS: [&str; 7] =
    ["compile", "--pdf-standard", "ua-1,a-2a", "-j1", "--creation-timestamp", "0", "--ignore-embedded-fonts"];

/// A folder with the templates, in which sheets are set.
pub(super) struct Workshop<'a> {
    tools: &'a Tools,
    folder: TempDir,
    /// Finished PDFs of earlier runs, by what they were made from.
    shelf: Option<PathBuf>,
}

/// A finished PDF and what typst had to say.
pub(super) struct TypesetPdf {
    pub(super) pdf: Vec<u8>,
    pub(super) warnings: String,
}

impl<'a> Workshop<'a> {
    /// Opens a workshop in a new temporary folder.
    ///
    /// # Errors
    /// Where that folder cannot be written.
    pub(super) fn open(tools: &'a Tools) -> std::io::Result<Self> {
        let shelf = cache_dir().map(|cache| cache.join("pdf"));
        Ok(Self { shelf, ..Self::open_without_shelf(tools)? })
    }

    /// Opens a workshop that keeps nothing of what it sets.
    ///
    /// # Errors
    /// Where its folder cannot be written.
    pub(super) fn open_without_shelf(tools: &'a Tools) -> std::io::Result<Self> {
        let folder = tempfile::tempdir()?;
        for (name, text) in TEMPLATES {
            fs::write(folder.path().join(name), text)?;
        }
        Ok(Self { tools, folder, shelf: None })
    }

    /// Sets the sheet that `json` describes. `number` tells sheets that are set at the same time apart.
    ///
    /// # Errors
    /// What typst wrote, or why it could not be called.
    pub(super) fn set(&self, number: usize, json: &[u8]) -> Result<TypesetPdf, String> {
        let key = self.key(json);
        if let Some(pdf) = self.taken(&key) {
            return Ok(TypesetPdf { pdf, warnings: String::new() });
        }
        let set = self.compile(number, json).map_err(|error| error.to_string())??;
        if set.warnings.is_empty() {
            self.put(&key, &set.pdf);
        }
        Ok(set)
    }

    /// The tools it works with.
    pub(super) fn tools(&self) -> &'a Tools {
        self.tools
    }

    /// Sets the sheet and works it over, which `what` names. What comes of it is kept too.
    ///
    /// # Errors
    /// As [`set`](Self::set), and those of `work`.
    pub(super) fn set_and(
        &self,
        number: usize,
        json: &[u8],
        what: &str,
        work: impl Fn(&[u8]) -> Result<Vec<u8>, String>,
    ) -> Result<TypesetPdf, String> {
        // The version says how it was worked over; what the fields are follows from the sheet's own data.
        let key = format!("{}-{what}-{}", self.key(json), env!("CARGO_PKG_VERSION"));
        if let Some(pdf) = self.taken(&key) {
            return Ok(TypesetPdf { pdf, warnings: String::new() });
        }
        let set = self.set(number, json)?;
        let pdf = work(&set.pdf)?;
        if set.warnings.is_empty() {
            self.put(&key, &pdf);
        }
        Ok(TypesetPdf { pdf, ..set })
    }

    fn compile(&self, number: usize, json: &[u8]) -> std::io::Result<Result<TypesetPdf, String>> {
        let data = format!("{number}.json");
        let pdf = self.folder.path().join(format!("{number}.pdf"));
        fs::write(self.folder.path().join(&data), json)?;
        let output = self.command(&data, &pdf).output()?;
        let said = typst_message(&output, self.folder.path());
        if !output.status.success() {
            return Ok(Err(said));
        }
        Ok(Ok(TypesetPdf { pdf: fs::read(&pdf)?, warnings: said }))
    }

    fn command(&self, data: &str, pdf: &Path) -> Command {
        let root = self.folder.path();
        let fonts = &self.tools.fonts;
        let mut command = Command::new(absolute(&self.tools.typst));
        // typst names files relative to the working folder; here those names are short and always the same.
        command.current_dir(root).args(ARGUMENTS);
        if !fonts.system {
            command.arg("--ignore-system-fonts");
        }
        for folder in &fonts.folders {
            command.arg("--font-path").arg(absolute(folder));
        }
        command.arg("--input").arg(format!("data=/{data}"));
        command.arg("--root").arg(root).arg(root.join("main.typ")).arg(pdf);
        // What the user has set for typst elsewhere must not change what is printed here.
        for name in
            ["TYPST_FONT_PATHS", "TYPST_IGNORE_SYSTEM_FONTS", "TYPST_ROOT", "TYPST_FEATURES", "SOURCE_DATE_EPOCH"]
        {
            command.env_remove(name);
        }
        command
    }

    /// Returns all that a PDF depends on as one hash.
    fn key(&self, json: &[u8]) -> String {
        let mut hasher = blake3::Hasher::new();
        let parts = [TYPST_VERSION.as_bytes(), self.tools.fonts.fingerprint.as_bytes(), json];
        let arguments = ARGUMENTS.iter().map(|argument| argument.as_bytes());
        let templates = TEMPLATES.iter().map(|(_, text)| text.as_bytes());
        for part in parts.into_iter().chain(arguments).chain(templates) {
            // The length keeps neighbours apart.
            hasher.update(&(part.len() as u64).to_le_bytes()).update(part);
        }
        hasher.finalize().to_hex().to_string()
    }

    /// The PDF of an earlier run; `None` also where the file was damaged since.
    fn taken(&self, key: &str) -> Option<Vec<u8>> {
        let stored = fs::read(self.shelf.as_ref()?.join(key)).ok()?;
        let (hash, pdf) = stored.split_at_checked(blake3::OUT_LEN)?;
        (blake3::hash(pdf).as_bytes() == hash).then(|| pdf.to_vec())
    }

    /// Keeps the PDF for later runs. A shelf that cannot be written costs time, not correctness.
    fn put(&self, key: &str, pdf: &[u8]) {
        let Some(shelf) = &self.shelf else { return };
        let mut stored = blake3::hash(pdf).as_bytes().to_vec();
        stored.extend_from_slice(pdf);
        let written = fs::create_dir_all(shelf)
            .and_then(|()| tempfile::NamedTempFile::new_in(shelf))
            .and_then(|file| fs::write(file.path(), &stored).map(|()| file));
        if let Ok(file) = written {
            drop(file.persist(shelf.join(key)));
        }
    }
}

/// The path from the root of the file system; as it is where the working folder cannot be told.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Returns typst's own words, without the name of the temporary folder.
fn typst_message(output: &Output, root: &Path) -> String {
    let text = String::from_utf8_lossy(&output.stderr);
    text.replace(&format!("{}/", root.display()), "").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::locale::{Lang, Messages};
    use crate::base::progress::Progress;

    /// Returns the data of a form with one paragraph, which is called a `block` instead where that is not empty.
    fn sheet_of_form(block: &str) -> serde_json::Value {
        let folder = tempfile::tempdir().expect("a folder");
        let forms = folder.path().join("regions/midori/forms");
        fs::create_dir_all(&forms).expect("a folder");
        let region = "name: {ja: 緑, en: Midori}\ncouncil: {ja: 会, en: Council}\nsummary: {ja: 緑, en: Midori}\n";
        fs::write(folder.path().join("regions/midori/region.yaml"), region).expect("a file");
        let form = "title: {ja: 届, en: Notice}\norigin: source\nstanding: official\n\
                    blocks:\n  - paragraph: {id: intro, ja: 届け出る。, en: I notify.}\n";
        fs::write(forms.join("notice.yaml"), form).expect("a file");
        let corpus = crate::load(folder.path(), &mut crate::base::diagnostics::Diagnostics::default());
        let (_, mut sheet) = crate::pdf::sheets(&corpus).into_iter().next().expect("a sheet");
        if !block.is_empty() {
            sheet["blocks"][0]["block"] = block.into();
        }
        sheet
    }

    #[test]
    fn a_block_that_no_template_draws_fails_by_its_name() {
        let (progress, messages) = (Progress::new(false), Messages::of(Lang::En));
        let options = crate::pdf::setup::SetupSettings::default();
        let mut findings = crate::base::diagnostics::Diagnostics::default();
        let Some(tools) = crate::pdf::setup::prepare(&options, &progress, messages, &mut findings) else {
            // Without typst the next test says at least that each template ends so.
            return;
        };
        let workshop = Workshop::open_without_shelf(&tools).expect("a workshop");
        let set = |block: &str| {
            let mut sheet = sheet_of_form(block);
            let families = &tools.fonts.families;
            sheet["fonts"] = serde_json::json!({
                "gothic": families.gothic, "latin": families.latin, "fallback": families.fallback
            });
            workshop.set(0, &serde_json::to_vec(&sheet).expect("JSON")).map(|set| set.pdf.len())
        };
        assert!(set("").is_ok(), "{:?}", set(""));
        let said = set("checklist").expect_err("a failure");
        assert!(said.contains("form.typ draws no block here that is checklist: intro"), "{said}");
    }

    #[test]
    fn templates_that_tell_kinds_apart_end_in_a_failure() {
        let mut chains = 0;
        for (name, text) in TEMPLATES {
            let lines: Vec<&str> = text.lines().map(str::trim).collect();
            // A chain of three branches or more over one word tells kinds apart.
            for word in ["it.block", "it.kind"] {
                let branch = format!("else if {word} ");
                let last = lines.iter().rposition(|line| line.starts_with(&branch));
                if let Some(last) = last.filter(|_| lines.iter().filter(|line| line.starts_with(&branch)).count() > 2) {
                    let fails = lines[last..].iter().take(6).any(|line| line.starts_with("else { panic(\""));
                    assert!(fails, "{name}: the branches over {word} do not end in a failure");
                    chains += 1;
                }
            }
        }
        assert_eq!(chains, 2, "form.typ and text.typ");
    }
}
