//! What the sources hold, counted by hand from them: a provision that disappears from the content fails here.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use junsoku::content::SetKey;
use junsoku::corpus::{BlockKind, Corpus, Document, Form, Provision, Role, Set};
use support::{Loaded, Program, shipped_content};

fn shipped() -> Corpus {
    Loaded::from(&shipped_content()).corpus
}

fn set<'a>(corpus: &'a Corpus, name: &str) -> &'a Set {
    corpus.set(&SetKey::from_name(name)).unwrap_or_else(|| panic!("no set {name}"))
}

fn document<'a>(corpus: &'a Corpus, name: &str) -> &'a Document {
    set(corpus, name).documents.iter().find(|document| document.id == "policy").expect("a policy")
}

fn form<'a>(corpus: &'a Corpus, name: &str, id: &str) -> &'a Form {
    set(corpus, name).forms.iter().find(|form| form.id == id).unwrap_or_else(|| panic!("no form {name}/{id}"))
}

/// The provisions of one part of a document.
fn part(document: &Document, role: Role) -> Vec<&Provision> {
    let parts = document.divisions.iter().filter(|division| division.role == role);
    parts.flat_map(|division| &division.provisions).collect()
}

/// The provision of this anchor.
fn at<'a>(document: &'a Document, anchor: &str) -> &'a Provision {
    let mut found = None;
    document.walk(&mut |provision| {
        if provision.anchor == anchor {
            found = Some(provision);
        }
    });
    found.unwrap_or_else(|| panic!("{}: no {anchor}", document.id))
}

fn labels<'a>(provisions: impl IntoIterator<Item = &'a Provision>) -> Vec<&'a str> {
    provisions.into_iter().map(|provision| provision.label.ja.as_str()).collect()
}

/// Demands these numbers of items at these anchors.
fn check_items(document: &Document, expected: &[(&str, usize)]) {
    for (anchor, count) in expected {
        assert_eq!(at(document, anchor).items.len(), *count, "{anchor}");
    }
}

#[test]
fn the_shipped_content_is_clean_in_both_languages() {
    // J0401 would tell a missing translation.
    Loaded::from(&shipped_content()).check_codes(&[]);
    let run = Program::new(["check", "--content"]).arg(shipped_content()).run().check(0);
    assert_eq!((run.stdout.as_str(), run.stderr.as_str()), ("nothing found\n", ""));
}

#[test]
fn chuo_has_eleven_articles() {
    let corpus = shipped();
    let policy = document(&corpus, "chuo");
    let articles = part(policy, Role::Body);
    let numbers = "第一条 第二条 第三条 第四条 第五条 第六条 第七条 第八条 第九条 第十条 第十一条";
    assert_eq!(labels(articles.iter().copied()), numbers.split(' ').collect::<Vec<_>>());
    assert!(articles.iter().all(|article| article.caption.is_some() && article.text.is_some()));
    check_items(policy, &[("laws", 3), ("administrator-duties", 5), ("leader-duties", 2)]);
    check_items(policy, &[("pledge-education.pledge-contents", 5)]);
    let items: usize = articles.iter().map(|article| article.items.len()).sum();
    let paragraphs: Vec<_> = articles.iter().flat_map(|article| &article.paragraphs).collect();
    assert_eq!((items, paragraphs.len()), (3 + 5 + 2, 1));
}

#[test]
fn chuo_has_notes_a_supplementary_provision_and_an_appendix() {
    let corpus = shipped();
    let policy = document(&corpus, "chuo");
    assert_eq!(policy.notes.len(), 3);
    assert_eq!(labels(part(policy, Role::Supplementary)), ["第一条"]);
    let appendix = part(policy, Role::Appendix);
    assert_eq!(labels(appendix.iter().copied()), ["（１）", "（２）", "（３）"]);
    assert_eq!(appendix.iter().map(|point| point.items.len()).collect::<Vec<_>>(), [2, 3, 11]);
    assert!(policy.cover.is_some());
}

#[test]
fn chuo_has_two_forms_made_from_the_models() {
    let corpus = shipped();
    let forms: Vec<_> = set(&corpus, "chuo")
        .forms
        .iter()
        .map(|form| (form.label.as_ref().expect("a number").ja.as_str(), form.id.as_str(), form.model.is_some()))
        .collect();
    assert_eq!(forms, [("様式第１号", "staff-pledge", true), ("様式第２号", "patient-consent", true)]);
}

#[test]
fn the_baseline_has_six_sections_and_their_subsections() {
    let corpus = shipped();
    let policy = document(&corpus, "baseline");
    let body = part(policy, Role::Body);
    let numbered: Vec<_> = body.into_iter().filter(|section| section.kind.is_some()).collect();
    assert_eq!(labels(numbered.iter().copied()), ["１．", "２．", "３．", "４．", "５．", "６．"]);
    let below: Vec<Vec<&str>> =
        numbered.iter().map(|section| labels(section.items.iter().filter(|item| item.kind.is_some()))).collect();
    let expected = [
        "１－１． １－２．",
        "２－１． ２－２． ２－３．",
        "３－１． ３－２．",
        "４－１． ４－２．",
        "５－１． ５－２．",
        "６－１． ６－２．",
    ];
    let expected: Vec<Vec<&str>> = expected.iter().map(|line| line.split(' ').collect()).collect();
    assert_eq!(below, expected);
    check_items(policy, &[("references.leaks", 2), ("references.materials", 2)]);
    assert_eq!(at(policy, "introduction").paragraphs.len(), 6);
}

#[test]
fn the_baseline_has_every_row_of_its_tables() {
    let corpus = shipped();
    let policy = document(&corpus, "baseline");
    check_items(policy, &[("principles.risks.table", 4), ("principles.vendor-measures.table", 4)]);
    let measures = [("organizational", 18, 3), ("technical", 3, 7), ("physical", 1, 1)];
    for (section, required, recommended) in measures {
        let table = format!("measures.{section}.table");
        assert_eq!(at(policy, &table).columns.len(), 2, "{table}");
        check_items(policy, &[(&format!("{table}.required"), required)]);
        check_items(policy, &[(&format!("{table}.recommended"), recommended)]);
    }
    let rows = |table: &str| -> Vec<usize> { at(policy, table).items.iter().map(|row| row.items.len()).collect() };
    assert_eq!(rows("principles.risks.table"), [2, 1, 1, 2]);
    assert_eq!(rows("principles.vendor-measures.table"), [6, 4, 4, 3]);
}

#[test]
fn the_baseline_has_every_duty() {
    let corpus = shipped();
    let policy = document(&corpus, "baseline");
    let methods = "access-control.access-methods";
    check_items(policy, &[("access-control.administrator.duties", 7)]);
    check_items(policy, &[(&format!("{methods}.administrator-users"), 8), (&format!("{methods}.users"), 7)]);
    check_items(policy, &[(&format!("{methods}.users.guideline-duties"), 5), ("pledge-education.pledge", 5)]);
}

#[test]
fn the_baseline_explains_seven_terms() {
    let corpus = shipped();
    let policy = document(&corpus, "baseline");
    let glossary = policy.divisions.iter().find(|division| division.anchor == "glossary").expect("a glossary");
    assert_eq!(glossary.columns.len(), 3);
    assert_eq!(labels(&glossary.provisions), ["1", "2", "3", "4", "5", "6", "7"]);
    let cited: Vec<&str> = glossary.provisions.iter().map(|term| term.cite.ja.as_str()).collect();
    assert_eq!(cited, ["※1", "※2", "※3", "※4", "※5", "※6", "※7"]);
}

/// The numbered texts of a form, wherever they stand in it.
fn provisions_of(form: &Form) -> Vec<&[Provision]> {
    fn collect<'a>(blocks: &'a [junsoku::corpus::Block], found: &mut Vec<&'a [Provision]>) {
        for block in blocks {
            match &block.kind {
                BlockKind::Provisions(provisions) => found.push(provisions),
                BlockKind::Enclosure(blocks) | BlockKind::Overleaf { blocks, .. } => collect(blocks, found),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    collect(&form.blocks, &mut found);
    found
}

#[test]
fn the_consent_form_has_its_points_and_purposes() {
    let corpus = shipped();
    for name in ["baseline", "chuo"] {
        let texts = provisions_of(form(&corpus, name, "patient-consent"));
        let [points, purposes] = texts.as_slice() else { panic!("{name}: {} numbered texts", texts.len()) };
        assert_eq!(points.len(), 8, "{name}");
        let groups: Vec<usize> = purposes.iter().map(|group| group.items.len()).collect();
        assert_eq!(groups, [9, 14, 2], "{name}");
    }
}

#[test]
fn the_pledge_has_five_articles() {
    let corpus = shipped();
    for name in ["baseline", "chuo"] {
        let texts = provisions_of(form(&corpus, name, "staff-pledge"));
        let [articles] = texts.as_slice() else { panic!("{name}: {} numbered texts", texts.len()) };
        assert_eq!(labels(*articles), ["第１条", "第２条", "第３条", "第４条", "第５条"], "{name}");
        let items: Vec<usize> = articles.iter().map(|article| article.items.len()).collect();
        assert_eq!(items, [3, 3, 0, 0, 0], "{name}");
    }
}
