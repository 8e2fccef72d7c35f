//! The whole content folder as typed values.

use super::basics::{Bilingual, unheld_name};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::conformance::WrittenConformance;
use super::decode::Decode;
use super::encode::yaml_of;
use super::files::{self, ContentFile, LockFile};
use super::form::WrittenForm;
use super::own_page::{WrittenPage, read_pages};
use super::pictures::{PictureFile, list_pictures};
use super::public_body::{WrittenAccessibilityTest, WrittenPublicBody};
use super::requirement::WrittenRequirementGroup;
use super::schema::WrittenDocument;
use super::set::{WrittenCodeTable, WrittenSet};
use super::set_key::SetKey;
use super::settings::{Settings, Wording};
use super::shared::{
    Guidelines, Law, Laws, Links, Topics, WrittenGlossary, WrittenGuideline, WrittenLink, WrittenQuestion, WrittenTerm,
    WrittenTopic,
};
use super::slots::{FileSlot, edition_folder, file_slot, misplaced};
use super::static_files::{StaticFile, list_static_files};
use super::value::Encode;
use super::yaml;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, SourceFile};
use crate::platform::{below_root, slashed};

/// The files of one set.
#[derive(Debug, Default)]
pub struct SetContent {
    /// `region.yaml` or `baseline.yaml`.
    pub set: Option<WrittenSet>,
    /// The documents by id.
    pub documents: BTreeMap<String, WrittenDocument>,
    /// The forms by id.
    pub forms: BTreeMap<String, WrittenForm>,
    /// The appended tables by id.
    pub tables: BTreeMap<String, WrittenCodeTable>,
    /// The region's roles and deviations.
    pub conformance: Option<WrittenConformance>,
    /// Documents (`policy`), forms (`forms/pledge`) and tables (`tables/jobs`) whose files had errors: what refers into them cannot be judged.
    pub broken: BTreeSet<String>,
}

/// Everything that was read.
#[derive(Debug, Default)]
pub struct Content {
    /// The sets and their earlier editions.
    pub sets: BTreeMap<SetKey, SetContent>,
    /// The regions that are there and were not read, since they were not wanted and nothing that was read names them.
    pub unread: BTreeSet<SetKey>,
    /// The baseline's requirements by group.
    pub requirements: BTreeMap<String, WrittenRequirementGroup>,
    /// Whether a file of requirements had errors, so that a mapping to an unknown one may be right.
    pub broken_requirements: bool,
    /// The weights of findings.
    pub settings: Option<Settings>,
    /// Former names and variants of spelling.
    pub wording: Option<Wording>,
    /// What a public body says of its site.
    pub public_body: Option<WrittenPublicBody>,
    /// The results of the last test of accessibility.
    pub accessibility_test: Option<WrittenAccessibilityTest>,
    /// The pages of the site's own.
    pub pages: Vec<WrittenPage>,
    /// The files that are published as they are.
    pub static_files: Vec<StaticFile>,
    /// The pictures.
    pub pictures: Vec<PictureFile>,
    /// Every file that was read, in their order.
    pub files: Vec<Arc<SourceFile>>,
    /// The paths of those of earlier editions.
    pub past: BTreeSet<String>,
    /// The day for which [`arrange`](crate::corpus::arrange) has put coming texts behind those in force.
    pub arranged: Option<Date>,
    /// The record of reviews, `junsoku.lock`, as it stands.
    pub lock: LockFile,
    /// The ledger of published addresses, `junsoku.addresses`, as it stands.
    pub addresses: LockFile,
    /// The laws cited.
    pub laws: Vec<Law>,
    /// The words for "whatever version is the latest" of a guideline.
    pub latest: Option<Bilingual>,
    /// The guidelines cited.
    pub guidelines: Vec<WrittenGuideline>,
    /// The agreed English of terms.
    pub terms: Vec<WrittenTerm>,
    /// The addresses named.
    pub links: Vec<WrittenLink>,
    /// The topics by which documents are compared.
    pub topics: Vec<WrittenTopic>,
    /// The questions with which readers come.
    pub questions: Vec<WrittenQuestion>,
    /// The files of `shared/` that had errors, by what refers to their entries: `law`, `guideline`, `link`, `topic`.
    pub broken_citations: BTreeSet<&'static str>,
}

/// Reads every YAML file below `root`, reporting all faults of all files.
#[must_use]
pub fn read_content(root: &Path, findings: &mut Diagnostics) -> Content {
    let listed = files::list_content_files(root, findings);
    let files: Vec<ContentFile> = listed.iter().filter_map(|file| file.read(findings)).collect();
    let lock = files::read_record(root, findings);
    let addresses = files::read_addresses(root, findings);
    Content { lock, addresses, ..read_files(root, &files, findings) }
}

/// As [`read_content`], with the file `replacement` in place of the document `id` of the set `key`, whether that has one or not.
#[must_use]
pub fn read_content_with(
    root: &Path,
    (key, id): (&SetKey, &str),
    replacement: &Path,
    findings: &mut Diagnostics,
) -> Content {
    let place = format!("{}/{id}.yaml", key.folder());
    let mut listed = files::list_content_files(root, findings);
    listed.retain(|file| file.parts.join("/") != place);
    let mut files: Vec<ContentFile> = listed.iter().filter_map(|file| file.read(findings)).collect();
    files.extend(files::at(replacement, &place, findings));
    let lock = files::read_record(root, findings);
    let addresses = files::read_addresses(root, findings);
    Content { lock, addresses, ..read_files(root, &files, findings) }
}

/// Reads `files` of the content folder `root`, and its pages and files to publish; not its record of reviews.
pub(super) fn read_files(root: &Path, files: &[ContentFile], findings: &mut Diagnostics) -> Content {
    // Side by side, and gathered in the order of the files, so that a run on more cores tells the same.
    let parsed: Vec<(Parsed, Diagnostics)> = files.par_iter().map(parse_content_file).collect();
    let sources = files.iter().map(|file| Arc::clone(&file.source)).collect();
    let past = files.iter().filter(|file| edition_folder(&file.parts).is_some());
    let past = past.map(|file| file.source.path.clone()).collect();
    let mut content = Content { files: sources, past, ..Content::default() };
    content.pages = read_pages(root, findings);
    content.static_files = list_static_files(root, findings);
    content.pictures = list_pictures(root, findings);
    for (parsed, found) in parsed {
        content.add(parsed, &found);
        findings.append(found);
    }
    forget_kept_same(&mut content);
    // Told once for a folder, not once for each of its files.
    let homes: BTreeSet<&SetKey> = content.sets.keys().map(SetKey::present).collect();
    for key in homes {
        if content.sets.get(key).is_none_or(|set| set.set.is_none() && !set.broken.contains("set")) {
            findings.push(missing_set(root, key));
        }
    }
    content
}

fn missing_set(root: &Path, key: &SetKey) -> Diagnostic {
    let path = below_root(root, &key.folder()).join(key.file());
    let file = SourceFile::new(slashed(&path), "");
    Diagnostic::new(Code::J0109).at(&Place::whole(&Arc::new(file))).arg("file", key.file())
}

/// A file's typed value; `None` where it could not be read.
enum Parsed {
    Set(SetKey, Option<Box<WrittenSet>>),
    Document(SetKey, String, Option<Box<WrittenDocument>>),
    Form(SetKey, String, Option<Box<WrittenForm>>),
    Table(SetKey, String, Option<Box<WrittenCodeTable>>),
    Conformance(SetKey, Option<Box<WrittenConformance>>),
    Requirements(String, Option<Box<WrittenRequirementGroup>>),
    Laws(Option<Laws>),
    Guidelines(Option<Guidelines>),
    Links(Option<Links>),
    Glossary(Option<WrittenGlossary>),
    Topics(Option<Topics>),
    Settings(Option<Box<Settings>>),
    Wording(Option<Wording>),
    PublicBody(Option<Box<WrittenPublicBody>>),
    AccessibilityTest(Option<Box<WrittenAccessibilityTest>>),
    Nothing,
}

fn parse_content_file(file: &ContentFile) -> (Parsed, Diagnostics) {
    let mut findings = Diagnostics::default();
    // Folders too: a region called `aux` cannot be checked out on Windows.
    if let Some(unheld) = file.parts.iter().find_map(|part| unheld_name(part)) {
        findings.push(unheld.at(&Place::whole(&file.source)));
        return (Parsed::Nothing, findings);
    }
    let Some(slot) = file_slot(&file.parts) else {
        findings.push(misplaced(file).at(&Place::whole(&file.source)));
        return (Parsed::Nothing, findings);
    };
    let parsed = match slot {
        FileSlot::Set(key) => Parsed::Set(key, decode_file(file, &mut findings)),
        FileSlot::Document(key, id) => Parsed::Document(key, id, decode_file(file, &mut findings)),
        FileSlot::Form(key, id) => Parsed::Form(key, id, decode_file(file, &mut findings)),
        FileSlot::Table(key, id) => Parsed::Table(key, id, decode_file(file, &mut findings)),
        FileSlot::Conformance(key) => Parsed::Conformance(key, decode_file(file, &mut findings)),
        FileSlot::Requirements(id) => Parsed::Requirements(id, decode_file(file, &mut findings)),
        FileSlot::Laws => Parsed::Laws(decode_file(file, &mut findings)),
        FileSlot::Guidelines => Parsed::Guidelines(decode_file(file, &mut findings)),
        FileSlot::Links => Parsed::Links(decode_file(file, &mut findings)),
        FileSlot::Glossary => Parsed::Glossary(decode_file(file, &mut findings)),
        FileSlot::Topics => Parsed::Topics(decode_file(file, &mut findings)),
        FileSlot::Settings => Parsed::Settings(decode_file(file, &mut findings)),
        FileSlot::Wording => Parsed::Wording(decode_file(file, &mut findings)),
        FileSlot::PublicBody => Parsed::PublicBody(decode_file(file, &mut findings)),
        FileSlot::AccessibilityTest => Parsed::AccessibilityTest(decode_file(file, &mut findings)),
    };
    (parsed, findings)
}

fn decode_file<T: Decode>(file: &ContentFile, findings: &mut Diagnostics) -> Option<T> {
    match yaml::parse_yaml(&file.source) {
        Ok(node) => T::decode(&node, findings),
        Err(found) => {
            findings.append(found);
            None
        }
    }
}

impl Content {
    /// Returns the file of the set `key`; an edition has that of the present set.
    #[must_use]
    pub fn written_set(&self, key: &SetKey) -> Option<&WrittenSet> {
        self.sets.get(key.present())?.set.as_ref()
    }

    fn add(&mut self, parsed: Parsed, findings: &Diagnostics) {
        let broken = findings.has_errors();
        match parsed {
            Parsed::Set(key, value) => {
                let set = self.sets.entry(key).or_default();
                set.set = value.map(|set| *set);
                set.mark("set", broken);
            }
            Parsed::Document(key, id, value) => {
                let set = self.sets.entry(key).or_default();
                set.mark(&id, broken);
                set.documents.extend(value.map(|document| (id, *document)));
            }
            Parsed::Form(key, id, value) => {
                let set = self.sets.entry(key).or_default();
                set.mark(&format!("forms/{id}"), broken);
                set.forms.extend(value.map(|form| (id, *form)));
            }
            Parsed::Table(key, id, value) => {
                let set = self.sets.entry(key).or_default();
                set.mark(&format!("tables/{id}"), broken);
                set.tables.extend(value.map(|table| (id, *table)));
            }
            Parsed::Conformance(key, value) => {
                let set = self.sets.entry(key).or_default();
                set.mark("conformance", broken);
                set.conformance = value.map(|conformance| *conformance);
            }
            Parsed::Requirements(id, value) => {
                self.broken_requirements |= broken;
                self.requirements.extend(value.map(|group| (id, *group)));
            }
            Parsed::Settings(value) => self.settings = value.map(|settings| *settings),
            Parsed::Wording(value) => self.wording = value,
            Parsed::PublicBody(value) => self.public_body = value.map(|said| *said),
            Parsed::AccessibilityTest(value) => self.accessibility_test = value.map(|test| *test),
            Parsed::Laws(value) => {
                self.broken_citations.extend(broken.then_some("law"));
                self.laws = value.map_or_else(Vec::new, |file| file.laws);
            }
            Parsed::Guidelines(value) => {
                self.broken_citations.extend(broken.then_some("guideline"));
                if let Some(file) = value {
                    (self.latest, self.guidelines) = (file.latest, file.guidelines);
                }
            }
            Parsed::Links(value) => {
                self.broken_citations.extend(broken.then_some("link"));
                self.links = value.map_or_else(Vec::new, |file| file.links);
            }
            Parsed::Glossary(value) => self.terms = value.map_or_else(Vec::new, |file| file.terms),
            Parsed::Topics(value) => {
                self.broken_citations.extend(broken.then_some("topic"));
                let lists = value.map(|file| (file.topics, file.questions));
                (self.topics, self.questions) = lists.unwrap_or_else(|| (Vec::new(), Vec::new()));
            }
            Parsed::Nothing => {}
        }
    }
}

impl SetContent {
    fn mark(&mut self, id: &str, broken: bool) {
        if broken {
            self.broken.insert(id.to_owned());
        }
    }
}

/// Takes away from editions the forms and tables that say what every later edition and the present set say too: an
/// edition takes from the present set what it does not hold, and of what never changed there is one page and not many.
fn forget_kept_same(content: &mut Content) {
    let editions: Vec<SetKey> = content.sets.keys().filter(|key| key.is_edition()).cloned().collect();
    for key in editions {
        let forms = kept_same(content, &key, |set| &set.forms);
        let tables = kept_same(content, &key, |set| &set.tables);
        if let Some(edition) = content.sets.get_mut(&key) {
            edition.forms.retain(|id, _| !forms.contains(id));
            edition.tables.retain(|id, _| !tables.contains(id));
        }
    }
}

/// The ids of those of an edition.
fn kept_same<T: Encode>(
    content: &Content,
    key: &SetKey,
    of: impl Fn(&SetContent) -> &BTreeMap<String, T>,
) -> Vec<String> {
    let Some(edition) = content.sets.get(key) else { return Vec::new() };
    let Some(present) = content.sets.get(key.present()) else { return Vec::new() };
    let later =
        || content.sets.iter().filter(|(other, _)| other.present() == key.present() && other.date() > key.date());
    let is_same = |(id, kept): &(&String, &T)| {
        let words = yaml_of(*kept);
        of(present).get(*id).is_some_and(|present| yaml_of(present) == words)
            && later().filter_map(|(_, set)| of(set).get(*id)).all(|later| yaml_of(later) == words)
    };
    of(edition).iter().filter(is_same).map(|(id, _)| id.clone()).collect()
}
