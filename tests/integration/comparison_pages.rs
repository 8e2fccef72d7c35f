//! The pages that show sets side by side, where there are many sets.

use crate::support::{Case, Files, text};

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
