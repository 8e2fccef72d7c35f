//! Sentences as custom says them, carried out by `junsoku apply`.

use crate::apply::{LEAD, apply, printed};
use crate::support::{Case, Run};

/// A policy with chapters, references of several manners and a table.
const SHED: &str = "title: {ja: みどり町物置規程}
standing: official
enacted: 2024-04-01
dates: {calendar: era, digits: kanji}
levels:
  - {kind: chapter, ja: \"第{kanji}章\", en: \"Chapter {n}\"}
  - {kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}
  - {kind: item, ja: \"{kanji}\", en: \"({roman})\"}
paragraph: {ja: \"{wide}\", en: \"({n})\"}
contents: true
body:
  - id: general
    caption: {ja: 総則}
    items:
      - {id: purpose, caption: {ja: 目的}, ja: この規程は、物置の使い方を定める。}
  - id: users
    caption: {ja: 使う者}
    items:
      - id: keys
        caption: {ja: 鍵}
        ja: 鍵は、次の者が預かる。
        items: [{id: chief, ja: 組長}, {id: clerk, ja: 書記}]
      - {id: loan, caption: {ja: 貸出し}, ja: \"[](#users.tools/first)の道具は、三日まで貸す。\"}
      - id: tools
        caption: {ja: 道具}
        ja: 道具は、[別表第一](#list)のとおりとする。
        paragraphs: [{id: count, ja: 道具は、月に一度数える。}]
supplementary:
  - id: commencement
    body: [{id: first, level: none, ja: この規程は、令和六年四月一日から施行する。}]
appendices:
  - id: list
    label: {ja: 別表第一}
    title: {ja: 第四条関係}
    body:
      - id: rows
        level: none
        table:
          head: [[{ja: 道具}, {ja: 数}]]
          rows: [[{ja: はしご}, {ja: 二本}], [{ja: つるべ}, {ja: 一個}]]
";

/// What `sentences` make of the shed.
fn carried(sentences: &str) -> (Case, Run) {
    carried_on(SHED, sentences)
}

fn carried_on(policy: &str, sentences: &str) -> (Case, Run) {
    let case = Case::new(
        "=== !regions/midori/policy.yaml\n=== junsoku.yaml\nseverity: {J0401: off, J0419: off, J0421: off, J0428: off}\n",
    );
    case.write("regions/midori/policy.yaml", policy);
    let lead = LEAD.replace("夜回り", "物置");
    let text = format!("{lead}{sentences}\n　　　附　則\nこの規程は、令和九年四月一日から施行する。\n");
    let run = apply(&case, &text, &["--lang", "ja"]);
    (case, run)
}

fn made(sentences: &str, lines: &[&str]) -> String {
    let (case, run) = carried(sentences);
    assert_eq!(run.code, 0, "{sentences}\n{}", run.stderr);
    let made = printed(&case.load(), "policy");
    for line in lines {
        assert!(made.contains(line), "{sentences}\n{line} in {made}");
    }
    case.read("regions/midori/policy.yaml")
}

#[test]
fn the_same_article_is_the_one_by_its_new_number() {
    made(
        "　第二章中第四条を第五条とし、第三条を第四条とし、同条の前に次の一条を加える。\n（門）\n第三条　門は、閉める。\n",
        &["第三条|門|門は、閉める。", "第四条|貸出し|"],
    );
    made(
        "　第二条中第二号を第三号とし、第一号を第二号とし、同号の前に次の一号を加える。\n　一　町長\n",
        &["一||町長", "二||組長", "三||書記"],
    );
}

#[test]
fn chapters_are_renamed_in_each_customary_way() {
    for sentence in [
        "　第二章の章名を次のように改める。\n　　　第二章　使う者及び番人\n",
        "　第二章の章名を次のように改める。\n　使う者及び番人\n",
        "　「第二章　使う者」を「第二章　使う者及び番人」に改める。\n",
        "　第二章の章名中「使う者」を「使う者及び番人」に改める。\n",
        "　第二章の章名を「使う者及び番人」に改める。\n",
    ] {
        made(sentence, &["第二章|使う者及び番人|"]);
    }
    let (_, run) = carried("　「第二章　番人」を「第二章　使う者及び番人」に改める。\n");
    assert!(run.code != 0 && run.stderr.contains("J0904") && run.stderr.contains("番人"), "{}", run.stderr);
}

#[test]
fn tables_come_change_their_titles_and_are_written_anew() {
    made(
        "　別表第一の次に次の一表を加える。\n　　　　　別表第二\n　　　　　第三条関係\n　　道具　｜　日数\n　　はしご　｜　三日\n",
        &["別表第二|第三条関係|", "はしご　｜　三日"],
    );
    for sentence in [
        "　別表第一中「第四条関係」を「第三条関係」に改める。\n",
        "　別表第一中「（第四条関係）」を「（第三条関係）」に改める。\n",
    ] {
        made(sentence, &["別表第一|第三条関係|", "はしご　｜　二本"]);
    }
    for block in [
        "　別表第一（第四条関係）\n　　道具　｜　数\n　　はしご　｜　三本\n",
        // Pasted from a table of a word processor.
        "　　　　　別表第一\n　　　　　第四条関係\n　　道具\t数\n　　はしご\t三本\n",
    ] {
        let file =
            made(&format!("　別表第一を次のように改める。\n{block}"), &["別表第一|第四条関係|", "はしご　｜　三本"]);
        assert!(!file.contains("つるべ") && file.contains("id: list"), "{file}");
    }
}

#[test]
fn references_go_with_the_words_that_are_amended_away() {
    // The table goes, and so do the words that refer to it, by a manner of its own.
    let file = made(
        "　第四条第一項中「別表第一のとおり」を「三種」に改める。\n　別表第一を削る。\n",
        &["第四条|道具|道具は、三種とする。"],
    );
    assert!(!file.contains("#list"), "{file}");
    // One paragraph is left, which is cited as the article.
    let file = made(
        "　第三条中「第四条第一項」を「第四条」に改める。\n　第四条第二項を削る。\n",
        &["第三条|貸出し|第四条の道具は、三日まで貸す。"],
    );
    assert!(file.contains("[](#users.tools)の道具"), "{file}");
    // What nobody amended is still told.
    let (_, run) = carried("　第四条第二項を削る。\n");
    assert!(run.code != 0 && run.stderr.contains("J0919"), "{}", run.stderr);
}

#[test]
fn contents_are_told_with_all_their_lines_or_some() {
    let chapter =
        "　第一章の次に次の一章を加える。\n　　　　　第二章　番人\n　　　（番人）\n　　第二条　番人を置く。\n";
    let moves = "　第四条を第五条とし、第三条を第四条とし、第二条を第三条とし、第二章を第三章とする。\n";
    let whole = "　目次を次のように改める。\n　　目次\n　　　第一章　総則（第一条）\n　　　第二章　番人（第二条）\n　　　第三章　使う者（第三条―第五条）\n　　　附則\n";
    let some = "　目次中「第二章　使う者（第二条―第四条）」を\n「第二章　番人（第二条）\n　第三章　使う者（第三条―第五条）」に改める。\n";
    for contents in [whole, some] {
        made(&format!("{contents}{moves}{chapter}"), &["第二章|番人|", "第二条|番人|番人を置く。", "第三章|使う者|"]);
    }
    let wrong = whole.replace("第二章　番人（第二条）", "第二章　番人（第三条）");
    let (_, run) = carried(&format!("{wrong}{moves}{chapter}"));
    assert!(run.code != 0 && run.stderr.contains("J0918"), "{}", run.stderr);
}

#[test]
fn what_stays_may_take_a_number_with_a_branch_and_back() {
    let branch = "　第三条を第三条の二とし、同条の前に次の一条を加える。\n（門）\n第三条　門は、閉める。\n";
    let file = made(branch, &["第三条|門|門は、閉める。", "第三条の二|貸出し|", "第四条|道具|"]);
    assert!(file.contains("id: loan, branch: 1"), "{file}");
    let after = "　第三条を第三条の二とし、第二条の次に次の一条を加える。\n（門）\n第三条　門は、閉める。\n　第三条の二を第四条とする。\n";
    let after = after.replace("第三条の二を第四条とする", "第四条を第五条とし、第三条の二を第四条とする");
    let file = made(&after, &["第三条|門|", "第四条|貸出し|", "第五条|道具|"]);
    assert!(!file.contains("branch"), "{file}");
}

#[test]
fn a_table_that_bears_its_article_in_its_name_keeps_it() {
    let before = SHED.replace("label: {ja: 別表第一}", "label: {ja: 別表第一（第四条関係）}");
    let before = before.replace("    title: {ja: 第四条関係}\n", "    title: {ja: 道具の数}\n");
    let block = "　　　　　別表第一（第四条関係）\n　　　　　道具の数\n　　道具　｜　数\n　　はしご　｜　三本\n";
    let (case, run) = carried_on(&before, &format!("　別表第一（第四条関係）を次のように改める。\n{block}"));
    assert_eq!(run.code, 0, "{}", run.stderr);
    let made = printed(&case.load(), "policy");
    assert!(made.contains("別表第一（第四条関係）|道具の数|") && made.contains("はしご　｜　三本"), "{made}");
}
