//! Import onto a document that exists: its new text, with everything that a person made of the old one. Provisions are
//! paired as in a comparison; ids, English, topics, mappings and notes stay; only what prints other letters is taken over,
//! and only its bytes change.

mod beside;
mod changes;
mod differing;
mod document;
mod links;
mod pairing;
mod provisions;
mod region;
mod told;

use std::collections::BTreeMap;
use std::path::Path;

pub use changes::{ArticleChange, ChangeKind};
pub use region::completed_region;
pub use told::merge_report;

use crate::base::artifact::Artifact;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::base::locale::{Lang, Messages};
use crate::compare::Side;
use crate::content::{
    Content, Encode, SetContent, SetKey, Standing, WrittenDocument, YamlEditor, read_content, yaml_of,
};
use crate::corpus::{Corpus, Document, Set, resolve};
use crate::import::prove::report::Imported;
use crate::import::write::files::{Names, write_files};
use crate::machine::{WorkFolder, WriteFault};
use crate::platform::{below_root, slashed};
use beside::Beside;
use document::DocumentMerger;
use pairing::Pairing;
use provisions::Taken;

/// What a merge writes and what it has to tell.
#[derive(Debug, Default)]
pub struct Merged {
    /// The files that change, below the content folder.
    pub files: Vec<Artifact>,
    /// The articles that changed, in the order of the new text, then those that are gone.
    pub articles: Vec<ArticleChange>,
    /// How many articles bear another number.
    pub renumbered: usize,
    /// The forms and tables whose text changed, by title.
    pub beside: Vec<String>,
    /// The forms of the set that the new text does not have.
    pub left: Vec<String>,
    /// Whether the document is called official, which its new text is only when a person says so.
    pub official: bool,
}

/// How often what the merged document prints is held against the new text: words, numbers, then both once more, since a
/// number may stand in a reference.
const MOST_ROUNDS: usize = 5;

/// A content folder as read, and its corpus.
struct Opened {
    content: Content,
    corpus: Corpus,
}

impl Opened {
    /// Reads the set `key` below `root`, with the baseline that it may refer to.
    fn read(root: &Path, key: &SetKey) -> Self {
        let mut findings = Diagnostics::default();
        let mut content = read_content(root, &mut findings);
        content.sets.retain(|other, _| other == key || *other == SetKey::Baseline);
        let corpus = resolve(&content, &mut findings);
        Self { content, corpus }
    }

    fn set(&self, key: &SetKey) -> Option<(&SetContent, &Set)> {
        Some((self.content.sets.get(key)?, self.corpus.set(key)?))
    }
}

/// Merges what was imported into the content folder `root`, where the document exists. Nothing is written.
///
/// # Errors
/// J0821 where a file that exists has errors or cannot be edited; J0806 where the merged document would not print the new
/// text, a fault of this program; those of the file system.
pub fn merge_imported(root: &Path, imported: &Imported, names: &Names) -> Result<Merged, Box<Diagnostic>> {
    let key = SetKey::Region(names.region.clone());
    let folder = WorkFolder::open()?;
    write_files(folder.path(), &imported.files)
        .map_err(|error| Box::new(WriteFault::new(folder.path(), error).diagnostic()))?;
    let new = Opened::read(folder.path(), &key);
    let old = Opened::read(root, &key);
    let path = |file: &str| format!("regions/{}/{file}", names.region);
    let broken = |path: &str| Box::new(Diagnostic::new(Code::J0821).arg("path", path).arg("reason", "YAML"));
    let (Some(new_set), Some(old_set)) = (new.set(&key), old.set(&key)) else {
        return Err(broken(&path("region.yaml")));
    };
    if let Some(file) = old_set.0.broken.iter().next() {
        return Err(broken(&path(&format!("{file}.yaml"))));
    }
    let (forms, tables) = (beside::forms(old_set, new_set), beside::tables(old_set, new_set));
    let mut merged = Merged::default();
    let held = |id: &String| forms.iter().any(|form| form.id == *id);
    let left = old_set.1.forms.iter().filter(|form| !held(&form.id));
    merged.left = left.map(|form| form.title.ja.clone()).collect();
    let editing = Editing { root, old: &old.content, region: &names.region };
    if let Some((document, taken_over)) = merge_document(&old, &new, (&key, names), &forms, &tables, imported)? {
        let before = old_set.0.documents.get(&names.document);
        let file = editing.rewritten(&format!("{}.yaml", names.document), before, &document)?;
        merged.files.extend(file);
        merged.official = document.standing == Standing::Official;
        (merged.articles, merged.renumbered) = taken_over;
    }
    merged.files.extend(editing.region(&imported.files)?);
    for form in &forms {
        let mut file = editing.rewritten(&format!("forms/{}.yaml", form.id), form.old.as_ref(), &form.merged)?;
        if let Some(file) = file.as_mut().filter(|_| form.old.is_none()) {
            let comment = Messages::of(Lang::Ja).text("import-form-comment");
            file.bytes = [format!("# {comment}\n").as_bytes(), file.bytes.as_slice()].concat();
        }
        let title = form.merged.title.as_ref().map(|title| title.ja.value.clone());
        merged.beside.extend(file.is_some().then_some(title).flatten());
        merged.files.extend(file);
    }
    for table in &tables {
        let file = editing.rewritten(&format!("tables/{}.yaml", table.id), table.old.as_ref(), &table.merged)?;
        merged.beside.extend(file.is_some().then(|| table.merged.title.ja.value.clone()));
        merged.files.extend(file);
    }
    Ok(merged)
}

/// What changed in a document.
type Told = (Vec<ArticleChange>, usize);

/// The document with its new text; `None` where the new text is forms alone.
fn merge_document(
    old: &Opened,
    new: &Opened,
    (key, names): (&SetKey, &Names),
    forms: &[Beside<crate::content::WrittenForm>],
    tables: &[Beside<crate::content::WrittenCodeTable>],
    imported: &Imported,
) -> Result<Option<(WrittenDocument, Told)>, Box<Diagnostic>> {
    let find = |opened: &'_ Opened| opened.set(key).map(|(files, _)| files.documents.contains_key(&names.document));
    if find(new) != Some(true) || find(old) != Some(true) {
        return Ok(None);
    }
    let fault = || Box::new(Diagnostic::new(Code::J0806).arg("reason", format!("merge: {}", names.document)));
    let ((old_files, old_set), (new_files, new_set)) =
        (old.set(key).ok_or_else(fault)?, new.set(key).ok_or_else(fault)?);
    let (written_old, written_new) = (&old_files.documents[&names.document], &new_files.documents[&names.document]);
    let printed_old = old_set.document(&names.document).ok_or_else(fault)?;
    let printed_new = new_set.document(&names.document).ok_or_else(fault)?;
    let side_old = Side::of_document(&old.corpus, old_set, printed_old, changes::LANG);
    let side_new = Side::of_document(&new.corpus, new_set, printed_new, changes::LANG);
    let pairing = Pairing::of(&side_old, &side_new);
    let pairs: BTreeMap<String, String> = (pairing.of_new.iter().enumerate())
        .filter_map(|(at, was)| Some((side_new.items[at].anchor.to_owned(), side_old.items[(*was)?].anchor.to_owned())))
        .collect();
    let titled = !imported.outline.front.title.is_empty();
    let merger = DocumentMerger::new(written_old, written_new, pairs, beside::renamed(forms, tables), titled);
    let mut trial = Trial::new(old, new, (key, names), forms, tables);
    let mut taken = Taken::default();
    for _ in 0..MOST_ROUNDS {
        let merged = merger.merged(&taken);
        // Where levels do not fit, provisions fall out: then all numbers are taken over at once.
        let differing =
            trial.differing(merged.clone(), printed_new).unwrap_or_else(|| differing::all_numbers(printed_new));
        if !differing.numbers.is_empty()
            && differing.numbers.is_subset(&taken.numbers)
            && differing.words.is_subset(&taken.words)
        {
            return Err(fault());
        }
        if differing == Taken::default() {
            let articles = changes::article_changes(&side_old, &side_new, &pairing, &taken);
            let renumbered = changes::renumbered(&side_old, &side_new, &pairing);
            return Ok(Some((merged, (articles, renumbered))));
        }
        taken.words.extend(differing.words);
        taken.numbers.extend(differing.numbers);
    }
    Err(fault())
}

/// The content with a merged document in it, to see what that prints.
struct Trial<'a> {
    content: Content,
    key: &'a SetKey,
    document: &'a str,
}

impl<'a> Trial<'a> {
    fn new(
        old: &Opened,
        new: &Opened,
        (key, names): (&'a SetKey, &'a Names),
        forms: &[Beside<crate::content::WrittenForm>],
        tables: &[Beside<crate::content::WrittenCodeTable>],
    ) -> Self {
        let mut set = SetContent::default();
        if let Some(files) = old.content.sets.get(key) {
            set.set.clone_from(&files.set);
            set.documents.clone_from(&files.documents);
            set.forms.clone_from(&files.forms);
            set.tables.clone_from(&files.tables);
        }
        let fresh = new.content.sets.get(key).and_then(|files| files.set.as_ref());
        if let (Some(own), Some(fresh)) = (&mut set.set, fresh) {
            own.form_label = own.form_label.clone().or_else(|| fresh.form_label.clone());
            own.table_label = own.table_label.clone().or_else(|| fresh.table_label.clone());
        }
        set.forms.extend(forms.iter().map(|form| (form.id.clone(), form.merged.clone())));
        set.tables.extend(tables.iter().map(|table| (table.id.clone(), table.merged.clone())));
        let shared = &old.content;
        let content = Content {
            sets: BTreeMap::from([(key.clone(), set)]),
            files: shared.files.clone(),
            laws: shared.laws.clone(),
            latest: shared.latest.clone(),
            guidelines: shared.guidelines.clone(),
            links: shared.links.clone(),
            topics: shared.topics.clone(),
            ..Content::default()
        };
        Self { content, key, document: &names.document }
    }

    /// Where `merged` prints otherwise than `new`; `None` where it cannot be compared.
    fn differing(&mut self, merged: WrittenDocument, new: &Document) -> Option<Taken> {
        self.content.sets.get_mut(self.key)?.documents.insert(self.document.to_owned(), merged);
        let corpus = resolve(&self.content, &mut Diagnostics::default());
        differing::differing(new, corpus.set(self.key)?.document(self.document)?)
    }
}

/// The files of a region that are edited in place.
struct Editing<'a> {
    root: &'a Path,
    old: &'a Content,
    region: &'a str,
}

impl Editing<'_> {
    /// The file of the region with what an import has to add to it; `None` where nothing is missing.
    fn region(&self, fresh: &[Artifact]) -> Result<Option<Artifact>, Box<Diagnostic>> {
        let Some(fresh) = fresh.iter().find(|file| file.is("/region.yaml")) else { return Ok(None) };
        let named = slashed(&below_root(self.root, &fresh.path));
        let Some(source) = self.old.files.iter().find(|source| source.path == named) else { return Ok(None) };
        let whole = completed_region(&source.text, &String::from_utf8_lossy(&fresh.bytes)).map_err(|error| {
            Box::new(Diagnostic::new(Code::J0821).arg("path", &fresh.path).arg("reason", error.to_string()))
        })?;
        Ok(whole.map(|text| Artifact::new(fresh.path.clone(), text)))
    }

    /// The file with `after` in place of `before`, of which every other byte stays; `None` where nothing changes.
    fn rewritten<T: Encode>(
        &self,
        file: &str,
        before: Option<&T>,
        after: &T,
    ) -> Result<Option<Artifact>, Box<Diagnostic>> {
        let path = format!("regions/{}/{file}", self.region);
        let Some(before) = before else { return Ok(Some(Artifact::new(path, yaml_of(after)))) };
        let (Some(before), Some(after)) = (before.encode(), after.encode()) else { return Ok(None) };
        if before == after {
            return Ok(None);
        }
        let named = slashed(&below_root(self.root, &path));
        let source = self.old.files.iter().find(|source| source.path == named);
        let refused = |reason: String| Box::new(Diagnostic::new(Code::J0821).arg("path", &path).arg("reason", reason));
        let text = source.map_or_else(String::new, |source| source.text.clone());
        let mut editor = YamlEditor::new(text).map_err(|error| refused(error.to_string()))?;
        editor.rewrite(&before, &after).map_err(|error| refused(error.to_string()))?;
        Ok(Some(Artifact::new(path, editor.into_text())))
    }
}
