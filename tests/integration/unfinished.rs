//! What is unfinished is not broken: regions that nobody has compared, drafts, and regions with errors of their own.

use std::fs;

use crate::support::{Case, Loaded, Program, read_folder};
use junsoku::base::locale::Lang;
use junsoku::conformance::{ReadingState, reading_state, regions_held};
use junsoku::content::SetKey;

/// A second town, whose only document has the standing `standing`, and whose article meets what `meets` says.
fn with_shiro(standing: &str, said: &str, meets: &str) -> Case {
    Case::new(&format!(
        "base: conformance\n=== regions/shiro/region.yaml\nname: {{ja: しろ町, en: Shiro Town}}\n\
         council: {{ja: しろ町会議, en: Shiro Town Council}}\nsummary: {{ja: 見本。, en: A sample.}}\n{said}\
         === regions/shiro/rules.yaml\ntitle: {{ja: しろ町規程, en: Shiro Rules}}\nstanding: {standing}\n\
         levels: [{{kind: article, ja: \"第{{kanji}}条\", en: \"Article {{n}}\"}}]\nbody:\n  - id: first\n    \
         ja: 合言葉は、１２文字以上とする。\n    en: A watchword must have 12 or more characters.\n{meets}"
    ))
}

const MEETS: &str = "    meets: [{requirement: keys.length, extent: partial, parameters: {length: 12 characters}}]\n";

fn state(loaded: &Loaded) -> Option<ReadingState> {
    reading_state(loaded.corpus.set(&SetKey::from_name("shiro")).expect("the town"))
}

#[test]
fn a_region_without_mappings_is_unread_and_told_once() {
    let loaded = with_shiro("official", "", "").load();
    assert_eq!(state(&loaded), Some(ReadingState::Unread));
    let told = loaded.told(Lang::Ja);
    assert_eq!(told.matches("J0438").count(), 1, "{told}");
    assert!(!told.contains("shiro は満たしていません"), "{told}");
    assert!(regions_held(&loaded.corpus).all(|set| set.key.to_string() != "shiro"));
}

#[test]
fn the_comparison_begins_with_a_word_or_a_mapping() {
    let begun = with_shiro("official", "conformance: begun\n", "").load();
    assert_eq!(state(&begun), Some(ReadingState::Compared));
    assert!(begun.codes().contains(&"J0413") && !begun.codes().contains(&"J0438"), "{}", begun.told(Lang::En));
    let mapped = with_shiro("official", "", MEETS).load();
    assert_eq!(state(&mapped), Some(ReadingState::Compared));
}

#[test]
fn what_a_draft_lacks_is_told_and_stops_nothing() {
    let loaded = with_shiro("draft", "", MEETS).load();
    assert_eq!(state(&loaded), Some(ReadingState::Draft));
    let told = loaded.told(Lang::En);
    assert!(told.contains("warning[J0413]: shiro"), "{told}");
}

#[test]
fn pages_call_an_unread_region_unread_and_a_draft_a_draft() {
    let case = with_shiro("draft", "", "");
    let output = case.root().with_file_name("output");
    // The town of the default files lacks a required item; only its own pages are stopped.
    Program::site(&case.root(), &output).run();
    let files = read_folder(&output);
    let page = |path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    assert!(page("ja/regions/shiro/index.html").contains("まだ準則と照合していません"));
    assert!(page("ja/regions/shiro/rules/index.html").contains("しろ町会議の正式な文書ではなく"));
    assert!(page("ja/conformance/index.html").contains("未照合"));
    assert!(!files.contains_key("ja/conformance/shiro/index.html"));
    let component = page("data/oscal/regions/shiro/component-definition.json");
    assert!(component.contains("まだ") && !component.contains("implemented-requirements"), "{component}");
}

#[test]
fn an_error_of_one_region_stops_no_other() {
    let case = with_shiro("official", "", MEETS);
    let output = case.root().with_file_name("output");
    let build = |args: &[&str], code| Program::site(&case.root(), &output).args(args).run().check(code);
    fs::write(case.root().join("regions/shiro/rules.yaml"), "titel: x\n").expect("a file");
    let told = build(&[], 1);
    assert!(told.stderr.contains("shiro"), "{}", told.stderr);
    assert!(output.join("ja/index.html").is_file() && !output.join("ja/regions/shiro/rules").exists());
    assert!(!output.join("ja/regions/shiro/index.html").exists(), "there were none to keep");
    fs::remove_dir_all(&output).expect("the output");
    build(&["--all-or-nothing"], 1);
    assert!(!output.exists());
    build(&["--region", "shiro"], 1);
    assert!(!output.exists());
}

#[test]
fn pages_published_before_stay_while_a_region_has_errors() {
    let case = with_shiro("official", "", MEETS);
    // The sample requirement is met in part, which must be acknowledged.
    case.write("regions/shiro/conformance.yaml", DEVIATIONS);
    let output = case.root().with_file_name("output");
    Program::site(&case.root(), &output).run().check(0);
    let before = read_folder(&output);
    let good = case.read("regions/shiro/rules.yaml");
    for _ in 0..2 {
        case.write("regions/shiro/rules.yaml", "titel: x\n");
        Program::site(&case.root(), &output).run().check(1);
        let after = read_folder(&output);
        for page in ["ja/regions/shiro/rules/index.html", "ja/conformance/shiro/index.html"] {
            assert_eq!(after[page], before[page], "{page}");
        }
        assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
        let home = String::from_utf8_lossy(&after["ja/index.html"]).into_owned();
        assert!(home.contains("前回公開したページ") && home.contains("regions/shiro/index.html"), "{home}");
    }
    case.write("regions/shiro/rules.yaml", good);
    Program::site(&case.root(), &output).run().check(0);
    assert!(read_folder(&output) == before, "mended, it is as it was");
}

const DEVIATIONS: &str = "standing: official\ndeviations:\n  - requirement: keys.length\n    \
    ja: 文字の種類を定めていない。\n    en: No kinds of characters are laid down.\n";
