//! The pages that show sets side by side, where there are many sets.

use crate::support::html::tags;
use crate::support::{Case, Files, text};
use junsoku::base::locale::{Lang, Messages};

/// Content with `count` regions besides the baseline.
fn many(count: usize) -> Files {
    let case = Case::new("base: conformance\n");
    case.write("shared/topics.yaml", "topics:\n  - {id: words, title: {ja: 合言葉, en: Watchwords}}\n");
    let policy = case.read("regions/midori/policy.yaml").replace("- id: length", "- id: length\n    topic: words");
    for at in 1..count {
        let region = case.read("regions/midori/region.yaml");
        case.write(&format!("regions/k{at}/region.yaml"), region).write(&format!("regions/k{at}/policy.yaml"), &policy);
        case.write(&format!("regions/k{at}/conformance.yaml"), case.read("regions/midori/conformance.yaml"));
    }
    case.build().files
}

#[test]
fn with_many_regions_only_the_baseline_is_held_against_each() {
    // Beside each page there are its two tables.
    let pages = |files: &Files| files.keys().filter(|path| path.starts_with("ja/compare/pairs/")).count() / 3;
    assert_eq!(pages(&many(12)), 13 * 12 / 2);
    let thirteen = many(13);
    assert_eq!(pages(&thirteen), 13);
    assert!(text(&thirteen["ja/compare/index.html"]).contains("junsoku compare A B"));
    assert!(thirteen.contains_key("ja/compare/view/index.html"));
}

#[test]
fn with_very_many_sets_pages_say_what_they_leave_out() {
    assert!(many(39).contains_key("ja/compare/view/index.html"), "forty sets with the baseline");
    let files = many(40);
    assert!(!files.contains_key("ja/compare/view/index.html"));
    let said = Messages::of(Lang::Ja);
    let home = text(&files["ja/compare/index.html"]);
    let topic = text(&files["ja/compare/topics/words/index.html"]);
    for (html, id) in [(home, "comparison-no-pick"), (home, "comparison-table-many"), (topic, "comparison-topic-many")]
    {
        assert!(html.contains(&said.with(id, &[("most", "40")])), "{id}");
    }
    let columns = tags(topic).iter().filter(|tag| tag.has_class("set-column")).count();
    assert_eq!(columns, 1, "the baseline");
    assert!((1..40).all(|at| topic.contains(&format!("regions/k{at}/policy/index.html#length"))));
}
