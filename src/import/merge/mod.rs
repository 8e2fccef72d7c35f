//! Import onto a document that exists: its new text, with everything that a person made of the old one. Provisions are
//! paired as in a comparison; ids, English, topics, mappings and notes stay; only what prints other letters is taken over,
//! and only its bytes change.

mod beside;
mod changes;
mod differing;
mod document;
mod front;
mod links;
mod pairing;
mod provisions;
mod region;
mod told;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub use changes::{ArticleChange, ChangeKind};
pub use front::{FrontChange, FrontKey};
pub use region::completed_region;
pub use told::merge_report;

use crate::base::artifact::Artifact;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::base::locale::{Lang, Messages};
use crate::compare::Side;
use crate::content::{
    Content, EditError, Encode, SetContent, SetKey, Standing, WrittenDocument, YamlEditor, read_content, yaml_of,
};
use crate::corpus::{Corpus, Document, Set, resolve};
use crate::import::prove::report::Imported;
use crate::import::write::files::{Names, write_files};
use crate::machine::{WorkFolder, WriteFault};
use crate::platform::{below_root, slashed};
use beside::Beside;
use document::DocumentMerger;
use front::Fronts;
use pairing::Pairing;
use provisions::Taken;

/// What a merge writes and what it has to tell.
#[derive(Debug, Default)]
pub struct Merged {
    /// The files that change, below the content folder.
    pub files: Vec<Artifact>,
    /// The keys of the document's front that changed.
    pub front: Vec<FrontChange>,
    /// The articles that changed, in the order of the new text, then those that are gone.
    pub articles: Vec<ArticleChange>,
    /// How many articles bear another number.
    pub renumbered: usize,
    /// The forms and tables whose text changed, by title.
    pub beside: Vec<String>,
    /// The forms of the set that the new text does not have.
    pub left: Vec<String>,
    /// The places in the files that name a provision which the new text does not have: `path:line`.
    pub dangling: Vec<String>,
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
/// J0821 where a file that exists has errors, J0822 where the new text is that of another document, J0065 where one cannot be edited; J0806 where the merged document would not print the new
/// text, a fault of this program; those of the file system.
pub fn merge_imported(root: &Path, imported: &Imported, names: &Names) -> Result<Merged, Box<Diagnostic>> {
    let key = SetKey::Region(names.region.clone());
    let folder = WorkFolder::open()?;
    write_files(folder.path(), &imported.files)
        .map_err(|error| Box::new(WriteFault::new(folder.path(), error).diagnostic()))?;
    let new = Opened::read(folder.path(), &key);
    let old = Opened::read(root, &key);
    let path = |file: &str| format!("regions/{}/{file}", names.region);
    let broken = |path: &str| Box::new(Diagnostic::new(Code::J0821).arg("path", path));
    let (Some(new_set), Some(old_set)) = (new.set(&key), old.set(&key)) else {
        return Err(broken(&path("region.yaml")));
    };
    if let Some(file) = old_set.0.broken.iter().next() {
        return Err(broken(&path(&format!("{file}.yaml"))));
    }
    let tables = beside::tables(old_set, new_set);
    // A form by itself is the new text of any that the region has.
    let whose = (!imported.outline.forms_alone).then_some(names.document.as_str());
    let forms = beside::forms(old_set, new_set, whose);
    let titled = !imported.outline.front.title.is_empty();
    let document = DocumentMerge::open(&old, &new, (&key, names), beside::renamed(&forms, &tables), titled);
    if let (Some(document), Some(files)) =
        (document.as_ref().filter(|_| titled), old_set.0.documents.get(&names.document))
        && let Some(fault) = document.is_of_another(names, old_set.0, files)
    {
        return Err(fault);
    }
    // What forms refer to has its merged name; what they print is that of the new text.
    let linked = document.as_ref().map(|one| with_names(&imported.files, one.merger.renamed(), &key)).transpose()?;
    let linked_set = linked.as_ref().and_then(|linked| linked.content.sets.get(&key)).unwrap_or(new_set.0);
    let forms = beside::forms(old_set, (linked_set, new_set.1), whose);
    let mut merged = Merged::default();
    let held = |id: &String| forms.iter().any(|form| form.id == *id);
    let own = |id: &String| old_set.0.forms.get(id).is_none_or(|form| beside::is_of(form, &names.document));
    let left = old_set.1.forms.iter().filter(|form| !held(&form.id) && own(&form.id));
    merged.left = left.map(|form| form.title.ja.clone()).collect();
    let editing = Editing { root, old: &old.content, region: &names.region };
    if let Some(document) = &document {
        let trial = Trial::new(&old, &new, (&key, names), &forms, &tables);
        let fault = || Box::new(Diagnostic::new(Code::J0806).arg("reason", format!("merge: {}", names.document)));
        let (written, taken) = document.merged(trial).ok_or_else(fault)?;
        let before = old_set.0.documents.get(&names.document);
        merged.files.extend(editing.rewritten(&format!("{}.yaml", names.document), before, &written)?);
        merged.front = before.map(|before| front::front_changes(before, &written)).unwrap_or_default();
        merged.official = written.standing == Standing::Official;
        let DocumentMerge { old, new, pairing, .. } = document;
        merged.articles = changes::article_changes(old, new, pairing, &taken);
        merged.renumbered = changes::renumbered(old, new, pairing);
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
    if let Some(DocumentMerge { old, pairing, .. }) = &document {
        let gone = old.items.iter().zip(&pairing.of_old).filter(|(_, now)| now.is_none());
        let gone: BTreeSet<&str> = gone.map(|(item, _)| item.anchor).collect();
        merged.dangling = links::named(&editing.own_files(&merged.files), &gone);
    }
    Ok(merged)
}

/// The new text's forms, in which references have the names `renamed`.
fn with_names(files: &[Artifact], renamed: &links::Renamed, key: &SetKey) -> Result<Opened, Box<Diagnostic>> {
    let folder = WorkFolder::open()?;
    let linked = files.iter().map(|file| {
        let text = String::from_utf8_lossy(&file.bytes);
        let text = if file.path.contains("/forms/") { renamed.file(&text) } else { text.into_owned() };
        Artifact::new(file.path.clone(), text)
    });
    write_files(folder.path(), &linked.collect::<Vec<_>>())
        .map_err(|error| Box::new(WriteFault::new(folder.path(), error).diagnostic()))?;
    Ok(Opened::read(folder.path(), key))
}

/// A document that exists beside its new text.
struct DocumentMerge<'a> {
    old: Side<'a>,
    new: Side<'a>,
    printed: &'a Document,
    pairing: Pairing,
    merger: DocumentMerger<'a>,
}

impl<'a> DocumentMerge<'a> {
    /// Pairs the provisions of both; `None` where one of them is missing, since the new text may be forms alone. `beside`
    /// are the names that forms and tables get.
    fn open(
        old: &'a Opened,
        new: &'a Opened,
        (key, names): (&SetKey, &Names),
        beside: links::Renamed,
        titled: bool,
    ) -> Option<Self> {
        let side = |opened: &'a Opened| {
            let (files, set) = opened.set(key)?;
            let (written, printed) = (files.documents.get(&names.document)?, set.document(&names.document)?);
            Some((written, printed, Side::of_document(&opened.corpus, set, printed, changes::LANG)))
        };
        let ((written_old, _, old), (written_new, printed, new)) = (side(old)?, side(new)?);
        let pairing = Pairing::of(&old, &new);
        let anchors = |(at, was): (usize, &Option<usize>)| {
            Some((new.items[at].anchor.to_owned(), old.items[(*was)?].anchor.to_owned()))
        };
        let pairs: BTreeMap<String, String> = pairing.of_new.iter().enumerate().filter_map(anchors).collect();
        let merger = DocumentMerger::new(written_old, written_new, pairs, beside, titled);
        Some(Self { old, new, printed, pairing, merger })
    }

    /// Returns the fault that the new text is that of another document of the set or of none yet, if it is.
    fn is_of_another(&self, names: &Names, set: &SetContent, old: &WrittenDocument) -> Option<Box<Diagnostic>> {
        let titles = (old.title.ja.value.as_str(), self.printed.title.ja.as_str());
        let fronts = Fronts { document: &names.document, set, titles };
        fronts.fault(&self.old, &self.new, &self.pairing)
    }

    /// The document with what of its new text it has to take over, and what that is; `None` where it would still print
    /// something else.
    fn merged(&self, mut trial: Trial<'_>) -> Option<(WrittenDocument, Taken)> {
        let mut taken = Taken::default();
        for _ in 0..MOST_ROUNDS {
            let merged = self.merger.merged(&taken);
            // Where levels do not fit, provisions fall out: then all numbers are taken over at once.
            let differing = trial.differing(merged.clone(), self.printed);
            let differing = differing.unwrap_or_else(|| differing::all_numbers(self.printed));
            if differing == Taken::default() {
                return Some((merged, taken));
            }
            if differing.numbers.is_subset(&taken.numbers) && differing.words.is_subset(&taken.words) {
                return None;
            }
            taken.words.extend(differing.words);
            taken.numbers.extend(differing.numbers);
        }
        None
    }
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
    /// The files of the region that hold what is in force, by their paths below the content folder, as they are to be:
    /// those in `changed`, and the others.
    fn own_files(&self, changed: &[Artifact]) -> Vec<(String, String)> {
        let below = format!("/regions/{}/", self.region);
        let own = self.old.files.iter().filter(|file| !self.old.past.contains(&file.path));
        own.filter_map(|file| {
            let at = file.path.find(&below)?;
            let path = file.path.get(at + 1..)?;
            let new = changed.iter().find(|changed| changed.path == path);
            let text = new.map(|new| String::from_utf8_lossy(&new.bytes).into_owned());
            Some((path.to_owned(), text.unwrap_or_else(|| file.text.clone())))
        })
        .collect()
    }

    /// The file of the region with what an import has to add to it; `None` where nothing is missing.
    fn region(&self, fresh: &[Artifact]) -> Result<Option<Artifact>, Box<Diagnostic>> {
        let Some(fresh) = fresh.iter().find(|file| file.is("/region.yaml")) else { return Ok(None) };
        let named = slashed(&below_root(self.root, &fresh.path));
        let Some(source) = self.old.files.iter().find(|source| source.path == named) else { return Ok(None) };
        let whole = completed_region(&source.text, &String::from_utf8_lossy(&fresh.bytes))
            .map_err(|error| Box::new(error.diagnostic(&fresh.path, &source.text, "merge-by-force")))?;
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
        let text = source.map_or("", |source| source.text.as_str());
        let refused = |error: EditError| Box::new(error.diagnostic(&path, text, "merge-by-force"));
        let mut editor = YamlEditor::new(text).map_err(refused)?;
        editor.rewrite(&before, &after).map_err(refused)?;
        Ok(Some(Artifact::new(path, editor.into_text())))
    }
}
