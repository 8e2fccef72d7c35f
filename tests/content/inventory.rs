//! What the sources hold, counted by hand from them: a provision that disappears from the content fails here.

use crate::support::{Program, corpus, loaded, root};
use junsoku::base::diagnostics::human;
use junsoku::base::locale::{Lang, Messages};
use junsoku::content::SetKey;
use junsoku::corpus::{Corpus, Document, Form, Provision, Role, Set};

pub(crate) fn set<'a>(corpus: &'a Corpus, name: &str) -> &'a Set {
    corpus.set(&SetKey::from_name(name)).unwrap_or_else(|| panic!("no set {name}"))
}

fn document<'a>(corpus: &'a Corpus, name: &str) -> &'a Document {
    let id = if name == "osaki" { "rules" } else { "policy" };
    set(corpus, name).documents.iter().find(|document| document.id == id).expect("a document")
}

pub(crate) fn form<'a>(corpus: &'a Corpus, name: &str, id: &str) -> &'a Form {
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

pub(crate) fn labels<'a>(provisions: impl IntoIterator<Item = &'a Provision>) -> Vec<&'a str> {
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
    let findings = loaded().1;
    assert!(findings.sorted().is_empty(), "{}", human(&findings, Messages::of(Lang::En), false));
    let run = Program::new(["check", "--content"]).arg(root()).run().check(0);
    assert_eq!((run.stdout.as_str(), run.stderr.as_str()), ("no problems found\n", ""));
}

#[test]
fn chuo_has_eleven_articles() {
    let corpus = corpus();
    let policy = document(corpus, "chuo");
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
    let corpus = corpus();
    let policy = document(corpus, "chuo");
    assert_eq!(policy.notes.len(), 3);
    assert_eq!(labels(part(policy, Role::Supplementary)), ["第一条"]);
    let appendix = part(policy, Role::Appendix);
    assert_eq!(labels(appendix.iter().copied()), ["（１）", "（２）", "（３）"]);
    assert_eq!(appendix.iter().map(|point| point.items.len()).collect::<Vec<_>>(), [2, 3, 11]);
    assert!(policy.cover.is_some());
}

#[test]
fn the_baseline_has_six_sections_and_their_subsections() {
    let corpus = corpus();
    let policy = document(corpus, "baseline");
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
    let corpus = corpus();
    let policy = document(corpus, "baseline");
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
    let corpus = corpus();
    let policy = document(corpus, "baseline");
    let methods = "access-control.access-methods";
    check_items(policy, &[("access-control.administrator.duties", 7)]);
    check_items(policy, &[(&format!("{methods}.administrator-users"), 8), (&format!("{methods}.users"), 7)]);
    check_items(policy, &[(&format!("{methods}.users.guideline-duties"), 5), ("pledge-education.pledge", 5)]);
}

#[test]
fn the_baseline_explains_seven_terms() {
    let corpus = corpus();
    let policy = document(corpus, "baseline");
    let glossary = policy.divisions.iter().find(|division| division.anchor == "glossary").expect("a glossary");
    assert_eq!(glossary.columns.len(), 3);
    assert_eq!(labels(&glossary.provisions), ["1", "2", "3", "4", "5", "6", "7"]);
    let cited: Vec<&str> = glossary.provisions.iter().map(|term| term.cite.ja.as_str()).collect();
    assert_eq!(cited, ["※1", "※2", "※3", "※4", "※5", "※6", "※7"]);
}

/// The labels of provisions with those below them in braces; `-` for one without a number, `/` before paragraphs.
fn ladder<'a>(provisions: impl IntoIterator<Item = &'a Provision>) -> String {
    let mut out = String::new();
    for provision in provisions {
        out.push_str(if provision.label.ja.is_empty() { "-" } else { &provision.label.ja });
        let (items, paragraphs) = (ladder(&provision.items), ladder(&provision.paragraphs));
        if !items.is_empty() || !paragraphs.is_empty() {
            let bar = if paragraphs.is_empty() { "" } else { "/" };
            out.push_str(&format!("{{{items}{bar}{paragraphs}}}"));
        }
    }
    out
}

/// Demands that each article, in order, has below it what the list says.
fn check_ladders(articles: &[&Provision], expected: &[&str]) {
    let found: Vec<String> = articles.iter().map(|article| ladder([*article])).collect();
    assert_eq!(found, expected);
}

fn days(document: &Document) -> (String, Vec<String>, Option<String>) {
    let cover = document.cover.as_ref().and_then(|cover| cover.date);
    let enacted = document.enacted.expect("a date");
    (
        enacted.to_string(),
        document.amendment_dates().map(|day| day.to_string()).collect(),
        cover.map(|day| day.to_string()),
    )
}

#[test]
fn osaki_has_every_section_and_its_ladder() {
    let corpus = corpus();
    let rules = document(corpus, "osaki");
    let body = part(rules, Role::Body);
    let expected = [
        "-{(1){＊}(2){123}(3)}",
        "1{(1){①②③}(2)(3)}",
        "2{(1){①②③{ア{(ア)(イ)(ウ)(エ)(オ)}イ}④⑤⑥＊（※1）（※2）}(2){①②③④⑤/-{＊＊＊}}(3){①②③}(4)(5)(6){/--}(7){＊}(8)(9)}",
        "3{(1)(2)(3){①②}(4){①②③}(5){①②③④⑤⑥⑦⑧}(6)(7){①{(ア)(イ)}②③④⑤⑥}(8)}",
    ];
    check_ladders(&body, &expected);
    assert_eq!(labels(part(rules, Role::Supplementary)), ["(1)", "(2)"]);
    assert!(body.iter().flat_map(|chapter| &chapter.items).all(|section| section.caption.is_some()));
    assert_eq!(days(rules), ("2018-09-06".to_owned(), vec!["2021-03-01".to_owned()], Some("2021-03-01".to_owned())));
}

#[test]
fn osaki_has_its_tables_its_office_and_the_policy_that_it_lacks() {
    let corpus = corpus();
    let osaki = set(corpus, "osaki");
    let tables: Vec<_> = osaki.tables.iter().map(|table| (table.number, table.rows.len())).collect();
    assert_eq!(tables, [(Some(1), 14), (Some(2), 44)]);
    let codes = |count: usize| (1..=count).map(|code| code.to_string()).collect::<Vec<_>>();
    for table in &osaki.tables {
        assert_eq!(table.rows.iter().map(|row| row.code.clone()).collect::<Vec<_>>(), codes(table.rows.len()));
    }
    let office = osaki.contacts.iter().find(|contact| contact.id == "office").expect("the office");
    let reach = [&office.postal_code, &office.telephone, &office.fax, &office.email];
    let reach: Vec<&str> = reach.iter().map(|line| line.as_deref().expect("a line")).collect();
    assert_eq!(reach, ["989-6136", "0229-25-5376", "0229-25-5378", "shien17@vesta.ocn.ne.jp"]);
    assert_eq!(
        at(document(corpus, "osaki"), "application.secretariat").contact.as_ref().map(|c| c.id.as_str()),
        Some("office")
    );
    let lacking: Vec<_> =
        osaki.unavailable.iter().map(|lacking| (lacking.id.as_str(), lacking.dated.is_some())).collect();
    assert_eq!(lacking, [("operation-policy", true), ("usage-guide", false), ("administrator-manual", false)]);
    assert_eq!(osaki.unavailable[0].dated.map(|day| day.to_string()).as_deref(), Some("2018-04-01"));
}

#[test]
fn minato_has_eighteen_articles_two_supplementary_ones_and_its_points() {
    let corpus = corpus();
    let policy = document(corpus, "minato");
    let expected = [
        "第1条",
        "第2条{・・}",
        "第3条",
        "第4条{--}",
        "第5条",
        "第6条{・・・}",
        "第7条",
        "第8条{・・・・・・・}",
        "第9条{/-{(1)(2)(3)(4)(5)}}",
        "第10条",
        "第11条",
        "第12条{(1)(2)(3)(4)(5)(6)}",
        "第13条{(1)(2)(3)(4)(5)(6)(7)(8)(9)(10)}",
        "第14条",
        "第15条{(1)(2)(3)(4)}",
        "第16条{(1)(2)(3)}",
        "第17条{(1)(2)(3)(4)(5)(6)(7)(8){・・}}",
        "第18条",
    ];
    check_ladders(&part(policy, Role::Body), &expected);
    assert_eq!(labels(part(policy, Role::Supplementary)), ["第1条", "第2条"]);
    let points = part(policy, Role::Appendix);
    assert_eq!(points.iter().map(|point| point.items.len()).collect::<Vec<_>>(), [2, 3, 11]);
    assert_eq!(days(policy), ("2020-04-01".to_owned(), vec!["2020-10-01".to_owned()], Some("2020-04-01".to_owned())));
}

#[test]
fn kumagaya_has_a_preface_and_eleven_articles() {
    let corpus = corpus();
    let policy = document(corpus, "kumagaya");
    let body = part(policy, Role::Body);
    assert_eq!(body[0].paragraphs.len(), 6);
    let expected = [
        "第1条",
        "第2条{(1)(2)}",
        "第3条{(1)(2)}",
        "第4条",
        "第5条{(1)(2)(3)(4)}",
        "第6条{/234}",
        "第7条{(1)(2)(3)(4)(5)}",
        "第8条{(1)(2)(3)(4)(5)(6)}",
        "第9条{(1)(2)(3)(4)(5)(6)(7)(8)(9)}",
        "第10条{(1)(2)(3)(4)(5)(6)(7)(8)(9)(10)(11)}",
        "第11条",
    ];
    check_ladders(&body[1..], &expected);
    assert_eq!(labels(part(policy, Role::Supplementary)), [""]);
    assert_eq!(days(policy), ("2023-01-27".to_owned(), vec![], None));
}

#[test]
fn what_an_editor_would_raise_is_noted() {
    let corpus = corpus();
    let noted = |name: &str, anchor: &str| !at(document(corpus, name), anchor).editor_notes.is_empty();
    assert!(!document(corpus, "minato").editor_notes.is_empty(), "the cover is older than the amendment");
    for (name, anchor) in [
        ("minato", "passwords"),
        ("minato", "laws"),
        ("chuo", "laws.embrace-operation-rules"),
        ("kumagaya", "usage-notes.leaving-establishment"),
    ] {
        assert!(noted(name, anchor), "{name}: {anchor}");
    }
    assert!(!form(corpus, "osaki", "decision-notice").editor_notes.is_empty(), "a password is printed");
}

/// The shipped content is as it was reviewed.
#[test]
fn the_shipped_content_has_no_suspect_link() {
    let run = Program::new(["check", "--strict", "--content"]).arg(root()).run();
    assert_eq!(run.check(0).stdout, "no problems found\n");
}

#[test]
fn sets_requirements_and_forms_are_counted() {
    let corpus = corpus();
    let forms: usize = corpus.sets.values().map(|set| set.forms.len()).sum();
    let documents: usize = corpus.sets.values().map(|set| set.documents.len()).sum();
    assert_eq!((corpus.sets.len(), documents, forms), (5, 5, 15));
    let requirements = corpus.requirements().count();
    let records = junsoku::conformance::conformance_records(corpus).len();
    assert_eq!((requirements, records), (77, 308), "77 requirements of 4 regions");
    assert!(corpus.topics.len() > 30, "{}", corpus.topics.len());
    let mapped: usize = corpus.sets.values().map(|set| set.conformance.mappings.len()).sum();
    assert!(mapped > 100, "{mapped}");
}
