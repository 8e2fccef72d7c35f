//! `check` looks at some regions at a time; what it finds is what looking at all of them at once finds.

use std::path::Path;

use crate::support::{Case, check_arguments, for_each_case, root};
use jiff::civil::date;
use junsoku::base::diagnostics::{Diagnostics, human};
use junsoku::base::locale::{Lang, Messages};
use junsoku::content::ContentFolder;
use junsoku::rules::loading::load_published_in_parts;
use junsoku::rules::parts::{Parting, check_parts};

fn told(findings: &Diagnostics) -> String {
    human(findings, Messages::of(Lang::En), false)
}

/// Demands that the content `root` has the same findings as a whole and one region at a time, and returns them.
fn check_same(root: &Path) -> String {
    let mut whole = Diagnostics::default();
    let _corpus = junsoku::load(root, &mut whole);
    let mut parts = Diagnostics::default();
    let folder = ContentFolder::open(root, &mut parts);
    check_parts(&folder, Parting { day: None, count: 1 }, &mut parts, |_, _, _| ());
    check_arguments(&parts);
    check_published(root);
    let findings = told(&whole);
    assert_eq!(told(&parts), findings);
    assert_eq!(parts.sorted(), whole.sorted(), "{}", root.display());
    findings
}

/// Demands that what is published of `root` is the same whether it is read at once or one region at a time, on days before, between
/// and after those of its texts.
fn check_published(root: &Path) {
    for day in [date(1990, 1, 1), date(2025, 4, 1), date(2100, 1, 1)] {
        let published = |count| {
            let mut findings = Diagnostics::default();
            let corpus = load_published_in_parts(root, Parting { day: Some(day), count }, &mut findings);
            (format!("{corpus:#?}"), told(&findings))
        };
        let ((whole, all), (parts, each)) = (published(usize::MAX), published(1));
        assert_eq!(each, all, "{}", root.display());
        let differs = whole.lines().zip(parts.lines()).find(|(one, other)| one != other);
        assert!(whole == parts, "{}: {differs:?}", root.display());
    }
}

#[test]
fn every_case_has_the_findings_that_it_has_as_a_whole() {
    for_each_case("diagnostics/*.txt", |case| {
        check_same(&Case::from_file(case).root());
    });
    check_same(&root());
}

/// A second and a third region beside that of every case.
const REGIONS: &str = "base: conformance
=== junsoku.yaml
severity: {J0419: off}
=== regions/aoba/region.yaml
name: {ja: あおば町, en: Aoba Town}
council: {ja: あおば町会議, en: Aoba Town Council}
summary: {ja: 見本。, en: A sample.}
form_label: {ja: \"様式第{wide}号\", en: \"Form No. {n}\"}
=== regions/aoba/policy.yaml
title: {ja: あおば町規程, en: Aoba Town Rules}
standing: official
levels: [{kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}]
body:
  - {id: other, ja: \"[](midori/policy#length)と[](law:river)による。\", en: \"See [](midori/policy#length) and [](law:river).\"}
  - {id: near, ja: \"[](midori/policy#lenght)を見る。\", en: \"See [](midori/policy#lenght).\"}
=== regions/aoba/forms/notice.yaml
number: 1
extends: midori/notice
origin: source
standing: official
=== regions/chuo/region.yaml
name: {ja: 中央町, en: Chuo Town}
council: {ja: 中央町会議, en: Chuo Town Council}
summary: {ja: 見本。, en: A sample.}
form_label: {ja: \"様式第{wide}号\", en: \"Form No. {n}\"}
";

#[test]
fn what_regions_have_to_do_with_each_other_is_found_in_parts() {
    let case = Case::new(REGIONS);
    let found = check_same(&case.root());
    assert!(found.contains("J0302") && found.contains("midori/policy#length"), "{found}");
    assert!(!found.contains("“law:river”") && found.contains("J0421"), "what only one region uses is used:\n{found}");
    // A page that names a region that is not there, and one that refers to one that is.
    case.write("pages/near.md", "---\ntitle: {ja: 案内, en: Guide}\nregion: aobaa\n---\n[](chuo/policy#nothing)\n");
    let found = check_same(&case.root());
    assert!(found.contains("J0343") && found.contains("aoba"), "{found}");
}

#[test]
fn the_record_of_reviews_is_judged_as_a_whole() {
    let case = Case::new(REGIONS);
    let gone = "translation gone/policy#a ja=1 en=2\ntranslation aoba/policy#gone ja=1 en=2\n";
    case.write("junsoku.lock", format!("# junsoku.lock 1\n{gone}translation shared#law:gone ja=1 en=2\n"));
    let found = check_same(&case.root());
    assert_eq!(found.matches("J0420").count(), 0, "with errors somewhere nothing is said to be gone:\n{found}");
    case.write("regions/aoba/policy.yaml", case.read("regions/aoba/policy.yaml").replace("lenght", "length"));
    let found = check_same(&case.root());
    assert_eq!(found.matches("J0420").count(), 3, "{found}");
    case.write("junsoku.lock", "# junsoku.lock 1\nnonsense\n");
    assert!(check_same(&case.root()).contains("J0110"));
}
