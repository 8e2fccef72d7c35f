//! Calling typst: one process a sheet, two at a time on two cores.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use serde_json::Value;

use super::setup::sound::{PdfFault, STANDARDS, page_count};
use super::setup::{TYPST_VERSION, Tools, WITHOUT_OWN_FONTS, is_needed_by_fonts};
use super::sheet_error::SheetError;
use super::shelf::Shelf;
use super::templates::{APART, MAIN, TEMPLATES};
use crate::base::diagnostics::Diagnostic;
use crate::machine::{
    Failure, Finished, LaunchLimits, Program, WorkFolder, WriteFault, remove_unfinished_work, write_unfinished,
};
use crate::platform::below_root;

/// The arguments of typst for every sheet: PDFs of the standards, from one thread, without a clock.
const ARGUMENTS: [&str; 8] = [
    "compile",
    "--pdf-standard",
    STANDARDS,
    "-j1",
    "--creation-timestamp",
    "0",
    // Heads of rows in tables, which are not in typst without it.
    "--features",
    "a11y-extras",
];

/// The arguments for several files. This kind of output is called an experiment by typst 0.15; what it cannot do is done sheet by sheet.
const ARGUMENTS_APART: [&str; 4] = ["--features", "bundle", "--format", "bundle"];

/// The longest time that a sheet may take; a pledge takes 0.2 seconds.
const TIME: Duration = Duration::from_mins(2);
/// The time that it may take longer for each kilobyte of its data: a record of a form has about three, and takes a tenth of a second.
const TIME_A_KILOBYTE: Duration = Duration::from_millis(600);
/// The most address space that a sheet may take, in bytes. All fonts are mapped into it.
const MEMORY: u64 = 4 << 30;
/// The address space that it may take more for each byte of its data.
const MEMORY_A_BYTE: u64 = 1 << 10;

/// The folder of pictures beside the data of a sheet.
const PICTURES: &str = "pictures";

/// The name of the data of a sheet in its folder.
const DATA: &str = "sheet.json";

/// A proxy that nobody is: the discard port of this machine (RFC 863).
const NO_NETWORK: &str = "http://127.0.0.1:9";

/// A private folder in which sheets are set, each in a folder of its own with the templates and its data.
pub(super) struct Workshop<'a> {
    tools: &'a Tools,
    folder: WorkFolder,
    shelf: Option<Shelf>,
    /// What the key of every sheet begins with: all that is the same for all of them.
    common: blake3::Hasher,
}

/// A finished PDF and what typst had to say.
pub(super) struct TypesetPdf {
    pub(super) pdf: Vec<u8>,
    pub(super) warnings: String,
}

impl<'a> Workshop<'a> {
    /// Opens a workshop in a new private folder.
    ///
    /// # Errors
    /// A finding J0505 if that folder cannot be written.
    pub(super) fn open(tools: &'a Tools) -> Result<Self, Box<Diagnostic>> {
        Ok(Self { shelf: Shelf::of_cache(), ..Self::open_without_shelf(tools)? })
    }

    /// Opens a workshop that keeps nothing of what it sets.
    ///
    /// # Errors
    /// A finding J0505 if its folder cannot be written.
    pub(super) fn open_without_shelf(tools: &'a Tools) -> Result<Self, Box<Diagnostic>> {
        let folder = WorkFolder::open()?;
        Ok(Self { tools, folder, shelf: None, common: common_key(tools) })
    }

    /// Sets the sheet that `json` describes. `number` tells sheets that are set at the same time apart.
    ///
    /// # Errors
    /// The reason why there is no sound PDF.
    pub(super) fn set(&self, number: usize, json: &[u8]) -> Result<TypesetPdf, SheetError> {
        let key = self.key(json);
        // A sheet with a warning is never kept, so that one from the shelf has none.
        if let Some(pdf) = self.taken(&key) {
            return Ok(TypesetPdf { pdf, warnings: String::new() });
        }
        let set = self.compile(number, json)?;
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
    ) -> Result<TypesetPdf, SheetError> {
        // The version says how it was worked over; what the fields are follows from the sheet's own data.
        let key = format!("{}-{what}-{}", self.key(json), env!("CARGO_PKG_VERSION"));
        if let Some(pdf) = self.taken(&key) {
            return Ok(TypesetPdf { pdf, warnings: String::new() });
        }
        let set = self.set(number, json)?;
        let pdf = work(&set.pdf).map_err(SheetError::Failed)?;
        if set.warnings.is_empty() {
            self.put(&key, &pdf);
        }
        Ok(TypesetPdf { pdf, ..set })
    }

    /// The pictures that the sheet `json` shows, by their paths; one that cannot be read is left to typst to miss.
    fn pictures(&self, json: &[u8]) -> Vec<(String, Vec<u8>)> {
        let known = &self.tools.pictures;
        if known.is_empty() {
            return Vec::new();
        }
        let mut named = BTreeSet::new();
        if let Ok(sheet) = serde_json::from_slice(json) {
            pictures_in(&sheet, &mut named);
        }
        let read = |name: String| {
            let bytes = fs::read(known.get(&name)?).ok()?;
            Some((name, bytes))
        };
        named.into_iter().filter_map(read).collect()
    }

    /// The templates by name, those of a theme in place of ours.
    fn templates(&self) -> impl Iterator<Item = (&'static str, &str)> {
        templates_of(self.tools)
    }

    fn compile(&self, number: usize, json: &[u8]) -> Result<TypesetPdf, SheetError> {
        let root = self.folder.path().join(number.to_string());
        let pdf = self.folder.path().join(format!("{number}.pdf"));
        let set = self.compile_in(&root, &pdf, json);
        // After each sheet and not at the end: a batch of two thousand would fill the disk.
        for path in [&root, &pdf] {
            remove_unfinished_work(path);
        }
        set
    }

    /// Returns what `question`, an expression of typst, gives in the sheet that `json` describes, as JSON; `None` where that cannot be had.
    pub(super) fn answer(&self, json: &[u8], question: &str) -> Option<String> {
        let root = self.folder.path().join("answer");
        let answer = self.fill_folder(&root, json).ok().and_then(|()| {
            let arguments = ["eval", question];
            self.program(&root, &arguments, limits(json.len())).arg("--in").arg(root.join(MAIN)).run(|_| {}).ok()
        });
        remove_unfinished_work(&root);
        answer.filter(|done| done.status.success()).map(|done| done.stdout.concat())
    }

    /// Writes into the folder `root` what a sheet needs.
    fn fill_folder(&self, root: &Path, json: &[u8]) -> Result<(), SheetError> {
        // The templates are written anew for each sheet: what stands in its folder is all that it can read.
        let files = self.templates().map(|(name, text)| (name, text.as_bytes()));
        for (name, bytes) in files.chain([(DATA, json)]) {
            let path = root.join(name);
            write_unfinished(&path, bytes).map_err(|error| machine(&WriteFault::new(&path, error)))?;
        }
        for (name, bytes) in self.pictures(json) {
            let path = below_root(&root.join(PICTURES), &name);
            write_unfinished(&path, &bytes).map_err(|error| machine(&WriteFault::new(&path, error)))?;
        }
        Ok(())
    }

    /// Sets a sheet in the folder `root`, which has only what this sheet needs, and looks at the PDF that comes of it.
    fn compile_in(&self, root: &Path, pdf: &Path, json: &[u8]) -> Result<TypesetPdf, SheetError> {
        let said = self.typeset((root, MAIN), &ARGUMENTS, pdf, json)?;
        Ok(TypesetPdf { pdf: sound_pdf(pdf)?, warnings: said })
    }

    /// Sets the `count` sheets of a form that `json` describes in one run, each in a file of its own. `number` tells runs at the same
    /// time apart. Warnings are not told.
    ///
    /// # Errors
    /// The reason why one of them is no sound PDF, without telling which.
    pub(super) fn set_apart(&self, number: usize, json: &[u8], count: usize) -> Result<Vec<Vec<u8>>, SheetError> {
        let root = self.folder.path().join(format!("run-{number}"));
        let files = self.folder.path().join(format!("files-{number}"));
        let arguments: Vec<&str> = ARGUMENTS.into_iter().chain(ARGUMENTS_APART).collect();
        let set = self
            .typeset((&root, APART), &arguments, &files, json)
            .and_then(|_| (0..count).map(|file| sound_pdf(&files.join(format!("{file}.pdf")))).collect());
        for path in [&root, &files] {
            remove_unfinished_work(path);
        }
        set
    }

    /// Runs typst on the template `main` in the folder `root`, which has only what is needed for what `json` describes. Returns its
    /// warnings.
    fn typeset(
        &self,
        (root, main): (&Path, &str),
        arguments: &[&str],
        output: &Path,
        json: &[u8],
    ) -> Result<String, SheetError> {
        self.fill_folder(root, json)?;
        let limits = limits(json.len());
        let program = self.program(root, arguments, limits).arg(root.join(main)).arg(output);
        let done = program.run(|_| {}).map_err(|failure| match failure {
            Failure::TimedOut => SheetError::Limit("time", format!("{} s", limits.time.as_secs())),
            Failure::Io(error) => SheetError::Failed(error.to_string()),
        })?;
        let said = typst_message(&done, root);
        if done.status.success() {
            return Ok(said);
        }
        let memory = || SheetError::Limit("memory", format!("{} MiB", limits.memory >> 20));
        // What the allocator of Rust says before it aborts.
        Err(if said.contains("memory allocation of") { memory() } else { SheetError::of(&said) })
    }

    /// Typst for the sheet in `root`: it sees that folder, the fonts, and nothing of the environment; packages would be
    /// looked for in folders that are not there, and over a network that cannot be reached.
    fn program(&self, root: &Path, arguments: &[&str], limits: LaunchLimits) -> Program {
        let fonts = &self.tools.fonts;
        // typst names files relative to the working folder; here those names are short and always the same.
        let mut program = Program::new(&absolute(&self.tools.typst), limits).current_dir(root).args(arguments);
        program = program.env(WITHOUT_OWN_FONTS, "true");
        if fonts.system {
            for (name, value) in std::env::vars_os().filter(|(name, _)| is_needed_by_fonts(name)) {
                program = program.env(name, value);
            }
        } else {
            program = program.arg("--ignore-system-fonts");
        }
        for folder in &fonts.folders {
            program = program.arg("--font-path").arg(absolute(folder));
        }
        let none = self.folder.path().join("no-packages");
        program = program.arg("--package-path").arg(&none).arg("--package-cache-path").arg(&none);
        // A template that asks for a package fails at once instead of fetching one.
        for name in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
            program = program.env(name, NO_NETWORK);
        }
        program = program.arg("--input").arg(format!("data=/{DATA}"));
        program.arg("--root").arg(root)
    }

    /// Returns all that a PDF depends on as one hash.
    fn key(&self, json: &[u8]) -> String {
        let mut hasher = self.common.clone();
        put(&mut hasher, json);
        self.pictures(json).iter().for_each(|(_, bytes)| put(&mut hasher, bytes));
        hasher.finalize().to_hex().to_string()
    }

    fn taken(&self, key: &str) -> Option<Vec<u8>> {
        self.shelf.as_ref()?.taken(key)
    }

    fn put(&self, key: &str, pdf: &[u8]) {
        if let Some(shelf) = &self.shelf {
            shelf.put(&self.folder, key, pdf);
        }
    }

    /// Brings the shelf below its limit, but for what was used since `begun`.
    pub(super) fn tidy(&self, begun: SystemTime) {
        if let Some(shelf) = &self.shelf {
            shelf.trim(begun);
        }
    }
}

/// The templates by name, those of a theme in place of ours.
fn templates_of(tools: &Tools) -> impl Iterator<Item = (&'static str, &str)> {
    let own = &tools.templates;
    TEMPLATES.into_iter().map(|(name, ours)| (name, own.get(name).map_or(ours, |file| file.text.as_str())))
}

/// A hash of what all sheets depend on: typst, the fonts, the arguments and the templates.
fn common_key(tools: &Tools) -> blake3::Hasher {
    let mut hasher = blake3::Hasher::new();
    let versions = [TYPST_VERSION, &tools.typst_hash, &tools.fonts.fingerprint];
    let templates = templates_of(tools).map(|(_, text)| text);
    versions.into_iter().chain(ARGUMENTS).chain(templates).for_each(|part| put(&mut hasher, part.as_bytes()));
    hasher
}

/// Puts a part into a hash, with its length, which keeps neighbours apart.
fn put(hasher: &mut blake3::Hasher, part: &[u8]) {
    hasher.update(&(part.len() as u64).to_le_bytes()).update(part);
}

/// Adds the paths of the pictures in the data of a sheet to `named`.
fn pictures_in(data: &Value, named: &mut BTreeSet<String>) {
    match data {
        Value::Array(list) => list.iter().for_each(|one| pictures_in(one, named)),
        Value::Object(fields) => {
            if fields.get("kind").and_then(Value::as_str) == Some("picture") {
                named.extend(fields.get("path").and_then(Value::as_str).map(str::to_owned));
            }
            fields.values().for_each(|one| pictures_in(one, named));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The path from the root of the file system; as it is where the working folder cannot be told.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Returns the PDF in the file `path`, of which a short look says that it is one.
fn sound_pdf(path: &Path) -> Result<Vec<u8>, SheetError> {
    // A program that ends well and gives no file is no typst.
    let bytes = fs::read(path).map_err(|_| SheetError::Unsound(PdfFault::Header))?;
    page_count(&bytes).map_err(SheetError::Unsound)?;
    Ok(bytes)
}

/// Returns the most that a sheet of `data` bytes may take.
fn limits(data: usize) -> LaunchLimits {
    let data = u64::try_from(data).unwrap_or(u64::MAX);
    // A merged file of many records takes as long as they do together.
    let kilobytes = u32::try_from(data / 1024).unwrap_or(u32::MAX);
    LaunchLimits {
        time: TIME.saturating_add(TIME_A_KILOBYTE.saturating_mul(kilobytes)),
        memory: MEMORY.saturating_add(MEMORY_A_BYTE.saturating_mul(data)),
    }
}

fn machine(fault: &WriteFault) -> SheetError {
    SheetError::Machine(Box::new(fault.diagnostic()))
}

/// Returns the words that typst wrote, without the name of the folder.
fn typst_message(done: &Finished, root: &Path) -> String {
    let text = done.stderr.join("\n");
    text.replace(&format!("{}/", root.display()), "").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::locale::{Lang, Messages};
    use crate::base::progress::Progress;

    /// Returns the data of a form with one paragraph, which is called a `block` instead where that is not empty.
    fn sheet_of_form(block: &str) -> Value {
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
        let said = set("checklist").expect_err("a failure").to_string();
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
