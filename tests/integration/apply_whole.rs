//! A whole document written anew (全部改正) by `junsoku apply`, as such texts are printed.

use crate::apply::{WATCH, apply, printed, watch};

/// The new text below its title.
const ANEW: &str = "　（目的）\n第一条　この規程は、夜回りの組について定める。\n　（組長）\n第二条　組に、組長を置く。\n２　組長は、次のことをする。\n　一　当番を決めること。\n　二　鍵を預かること。\n\n　　　附　則\n１　この規程は、令和九年四月一日から施行する。\n２　改正前の規程により預かった鍵は、改正後の規程により預かったものとみなす。\n";

#[test]
fn the_new_text_is_all_that_follows() {
    let lead = "みどり町夜回り規程（令和六年規程第一号）の全部を";
    for (text, title) in [
        // Its title above the sentence that leads in, as the printed text has it.
        (format!("みどり町夜回り要綱\n\n{lead}改正する。\n{ANEW}"), "みどり町夜回り要綱"),
        // Below it.
        (format!("{lead}次のように改正する。\n　　　みどり町夜回り要綱\n{ANEW}"), "みどり町夜回り要綱"),
        // Nowhere: the one above is that of the amending document.
        (format!("みどり町夜回り規程の全部を改正する規程\n\n{lead}次のように改正する。\n{ANEW}"), "みどり町夜回り規程"),
    ] {
        let case = watch();
        let run = apply(&case, &text, &["--lang", "ja"]);
        assert_eq!(run.code, 0, "{text}\n{}", run.stderr);
        assert!(!run.stderr.contains("J0923"), "{}", run.stderr);
        let made = printed(&case.load(), "policy");
        for line in [
            "第一条|目的|この規程は、夜回りの組について定める。",
            "第二条|組長|組に、組長を置く。",
            "２||組長は、次のことをする。",
            "二||鍵を預かること。",
            "２||改正前の規程により預かった鍵は、改正後の規程により預かったものとみなす。",
        ] {
            assert!(made.contains(line), "{line} in {made}");
        }
        assert!(!made.contains("門番"), "{made}");
        let file = case.read("regions/midori/policy.yaml");
        assert!(file.contains(title) && file.contains("amended: [2027-04-01]"), "{file}");
        assert_eq!(case.read("regions/midori/editions/2024-04-01/policy.yaml"), WATCH);
    }
}

#[test]
fn contents_are_no_provisions_and_tables_stand_below() {
    let contents = "目　次\n　第一章　総則（第一条）\n　附則\n　　　第一章　総則\n";
    let text = format!(
        "みどり町夜回り規程\nみどり町夜回り規程の全部を改正する。\n{contents}　（目的）\n第一条　この規程は、夜回りの持ち場を別表第一に定める。\n　　　附　則\nこの規程は、令和九年四月一日から施行する。\n別表第一（第一条関係）\n　役　｜　持ち場\n　門番　｜　表の門\n"
    );
    let case = watch();
    let (head, _) = WATCH.split_once("body:").expect("a body");
    let chapter = "levels:\n  - {kind: chapter, ja: \"第{kanji}章\", en: \"Chapter {n}\"}\n";
    let body = "body:\n  - {id: rules, caption: {ja: 約束}, items: [{id: purpose, ja: 夜回りをする。}]}\n";
    case.write("regions/midori/policy.yaml", head.replace("levels:\n", chapter) + body);
    let run = apply(&case, &text, &["--lang", "ja"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let file = case.read("regions/midori/policy.yaml");
    assert!(!file.contains("目　次"), "{file}");
    let made = printed(&case.load(), "policy");
    for line in
        ["第一章|総則|", "別表第一|第一条関係|", "門番　｜　表の門", "この規程は、令和九年四月一日から施行する。"]
    {
        assert!(made.contains(line), "{line} in {made}");
    }
}
