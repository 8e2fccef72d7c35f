//! Provisions of two documents paired, and what differs between them.
//!
//! To add a case, add a file to `cases/compare` with the documents `old` and `policy` of the region `midori`, or of
//! `midori` and `kawa`.

use std::fmt::Write as _;

use crate::support::{Case, check_case, effort, for_each_case};
use junsoku::base::locale::Lang;
use junsoku::compare::{Fate, Row, RowOrder, Side, SideItem, WordDifference, align, comparison_rows};
use junsoku::content::SetKey;
use junsoku::corpus::{Corpus, Set};

#[test]
fn rows_are_as_written_down() {
    for_each_case("compare/*.txt", |case| {
        let loaded = Case::from_file(case).load();
        assert!(!loaded.findings.has_errors(), "{}", loaded.told(Lang::En));
        check_case("compare", table(&loaded.corpus));
    });
}

fn set<'a>(corpus: &'a Corpus, id: &str) -> &'a Set {
    corpus.set(&SetKey::Region(id.to_owned())).expect("a region")
}

fn side<'a>(corpus: &'a Corpus, set: &'a Set, document: &str) -> Side<'a> {
    Side::of_document(corpus, set, set.document(document).expect("a document"), Lang::Ja)
}

/// The old document, or the policy of the other region, beside the policy of midori.
fn table(corpus: &Corpus) -> String {
    let midori = set(corpus, "midori");
    let new = side(corpus, midori, "policy");
    let old = match corpus.set(&SetKey::Region("kawa".to_owned())) {
        Some(kawa) => side(corpus, kawa, "policy"),
        None => side(corpus, midori, "old"),
    };
    let alignment = align(&old, &new);
    let rows = comparison_rows(&old, &new, &alignment, RowOrder::New);
    let mut out = String::new();
    for row in &rows {
        let basis = row.new.and_then(|at| alignment.of_new[at]).map_or("", |found| found.basis.word());
        let old_fate = row.old.and_then(|at| alignment.old_fates.get(&at)).map(|fate| told(*fate, &old, &new));
        let new_fate = row.new.and_then(|at| alignment.new_fates.get(&at)).map(|fate| told(*fate, &old, &new));
        let fates = [old_fate, new_fate.filter(|fate| fate != "moved")].into_iter().flatten().collect::<Vec<_>>();
        let name =
            |item: Option<&SideItem<'_>>| item.map_or("-".to_owned(), |item| format!("{} {}", item.anchor, item.label));
        let (of_old, of_new) = (row.old.map(|at| &old.items[at]), row.new.map(|at| &new.items[at]));
        let _ =
            writeln!(out, "{} | {} | {} {basis} {}", name(of_new), name(of_old), row.state.word(), fates.join(", "));
        let _ = write!(out, "{}", marked(row));
    }
    out
}

fn told(fate: Fate, old: &Side<'_>, new: &Side<'_>) -> String {
    match fate {
        Fate::Moved => "moved".to_owned(),
        Fate::Split(at) => format!("split from {}", old.items[at].anchor),
        Fate::Merged(at) => format!("merged into {}", new.items[at].anchor),
    }
}

fn marked(row: &Row) -> String {
    let line = |difference: &WordDifference| {
        let stretches = difference.stretches.iter().map(|one| match (one.same, one.old.as_str(), one.new.as_str()) {
            (true, _, new) => new.to_owned(),
            (false, old, "") => format!("[-{old}-]"),
            (false, "", new) => format!("{{+{new}+}}"),
            (false, old, new) => format!("[-{old}-]{{+{new}+}}"),
        });
        stretches.collect::<String>()
    };
    [&row.caption, &row.text]
        .into_iter()
        .map(line)
        .filter(|line| !line.is_empty())
        .map(|line| format!("    {line}\n"))
        .collect()
}

/// A policy of `count` articles, each about something else.
fn long(count: usize, extra: &str) -> String {
    let head = "title: {ja: 長い規程}\nstanding: official\nlevels:\n  - {kind: article, ja: \"第{n}条\", en: \"Article {n}\"}\nbody:\n";
    let letter = |at: usize| char::from_u32(0x4E00 + u32::try_from(at * 37 % 9_000).expect("small")).expect("a kanji");
    let article = |at: usize| {
        let own: String = (0..12).map(|n| letter(at * 12 + n)).collect();
        format!("  - {{id: a{at}{extra}, ja: \"当番は、{own}について組長へ届け、{at}回までに直すこととする。\"}}\n")
    };
    head.to_owned() + &(0..count).map(article).collect::<String>()
}

#[test]
fn a_thousand_provisions_take_less_than_a_second() {
    let case = Case::new("");
    case.write("regions/midori/old.yaml", long(1_000, "")).write("regions/midori/policy.yaml", long(1_000, "-x"));
    let loaded = case.load();
    let midori = set(&loaded.corpus, "midori");
    let (old, new) = (side(&loaded.corpus, midori, "old"), side(&loaded.corpus, midori, "policy"));
    let (rows, taken) = effort(|| {
        let alignment = align(&old, &new);
        comparison_rows(&old, &new, &alignment, RowOrder::New)
    });
    assert!(rows.iter().all(|row| row.old == row.new), "each provision is paired with its own");
    assert!(taken.as_secs_f64() < 1.0, "{taken:?}");
}

#[test]
fn one_changed_word_in_each_of_a_thousand_is_found_too() {
    let case = Case::new("");
    case.write("regions/midori/old.yaml", long(1_000, ""));
    case.write("regions/midori/policy.yaml", long(1_000, "-x").replace("直す", "改める"));
    let loaded = case.load();
    let midori = set(&loaded.corpus, "midori");
    let (old, new) = (side(&loaded.corpus, midori, "old"), side(&loaded.corpus, midori, "policy"));
    let (alignment, taken) = effort(|| align(&old, &new));
    assert!((0..1_000).all(|at| alignment.new_of(at) == Some(at)), "each provision is paired with its own");
    assert!(taken.as_secs_f64() < 1.0, "{taken:?}");
}
