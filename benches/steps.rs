//! How long the steps of the program take, on the content that this repository ships: `cargo bench`.

#![allow(clippy::expect_used, reason = "a measurement fails by panicking")]

use std::path::{Path, PathBuf};

use divan::{Bencher, black_box};
use junsoku::base::diagnostics::Diagnostics;
use junsoku::base::locale::{Lang, Messages};
use junsoku::compare::{RowOrder, Side, align, comparison_rows};
use junsoku::content::{self, Content, SetKey};
use junsoku::corpus::{self, Corpus};
use junsoku::import::{self, Names};
use junsoku::site;

fn main() {
    divan::main();
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

fn shipped() -> Content {
    content::read_content(&folder(), &mut Diagnostics::default())
}

fn resolved() -> Corpus {
    corpus::resolve(&shipped(), &mut Diagnostics::default())
}

/// All YAML files into typed values.
#[divan::bench(sample_count = 20)]
fn parse() -> Content {
    shipped()
}

/// Typed values into the numbered model with its references.
#[divan::bench(sample_count = 20)]
fn resolve(bencher: Bencher<'_, '_>) {
    let content = shipped();
    bencher.bench(|| corpus::resolve(black_box(&content), &mut Diagnostics::default()));
}

/// The first documents of the baseline and of a region, as flat lists.
fn two_policies(corpus: &Corpus) -> [Side<'_>; 2] {
    [SetKey::Baseline, SetKey::Region("chuo".to_owned())].map(|key| {
        let set = corpus.set(&key).expect("a shipped set");
        Side::of_document(corpus, set, set.documents.first().expect("a document"), Lang::Ja)
    })
}

/// Two policies of different authors, paired provision by provision.
#[divan::bench(sample_count = 20)]
fn align_policies(bencher: Bencher<'_, '_>) {
    let corpus = resolved();
    let [first, second] = two_policies(&corpus);
    bencher.bench(|| align(black_box(&first), black_box(&second)));
}

/// One page of HTML: the two policies side by side, with what differs marked.
#[divan::bench(sample_count = 20)]
fn render_one_page(bencher: Bencher<'_, '_>) {
    let corpus = resolved();
    let [first, second] = two_policies(&corpus);
    let alignment = align(&first, &second);
    let rows = comparison_rows(&first, &second, &alignment, RowOrder::Old);
    let messages = Messages::of(Lang::Ja);
    let page = || site::comparison(&corpus, (&first, &second), (&alignment, &rows), None, messages);
    bencher.bench(|| page().expect("a page"));
}

/// A policy that exists as text, recognised, written as content and proven letter for letter.
#[divan::bench(sample_count = 20)]
fn recognise_one_text(bencher: Bencher<'_, '_>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/import/articles-kanji.txt");
    let bytes = std::fs::read(path).expect("a case");
    let names = Names { region: "midori".to_owned(), document: "policy".to_owned(), name: None };
    bencher.bench(|| {
        let (source, _) = import::read_source(black_box(&bytes), "case.txt", false).expect("a text");
        import::import_source(&source, &names).expect("content")
    });
}
