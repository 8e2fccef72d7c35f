//! `junsoku fix`: what is certain is mended, shown, and never twice; the rest of a file stays as it is.

use std::fs;

use crate::support::{Case, Program, Run};

const POLICY: &str = "regions/midori/policy.yaml";

const TYPED: &str = "# 町の規程\ntitle：{ja: みどり町運用規程, en: Midori Town Rules}  # 題名\nstanding: official\nenacted: 令和6年4月1日\n\
                     levels:\n  - {kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}\nbody:\n  - id: Key_Desk\n\
                     \tja: 鍵を無くした #ときは、すぐに申し出る。\n    en：Note: whoever loses a key says so.\n";

const MENDED: &str = "# 町の規程\ntitle: {ja: みどり町運用規程, en: Midori Town Rules}  # 題名\nstanding: official\nenacted: 2024-04-01\n\
                      levels:\n  - {kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}\nbody:\n  - id: key-desk\n    \
                      ja: \"鍵を無くした #ときは、すぐに申し出る。\"\n    en: \"Note: whoever loses a key says so.\"\n";

fn fix(case: &Case, more: &[&str]) -> Run {
    let program = Program::new(["fix", "--lang", "ja", "--content"]).arg(case.root());
    more.iter().fold(program, Program::arg).run()
}

#[test]
fn what_is_certain_is_mended_once_and_comments_stay() {
    let case = Case::new("");
    case.write(POLICY, TYPED);
    let shown = fix(&case, &["--dry-run"]).check(0).stdout;
    assert_eq!(case.read(POLICY), TYPED);
    assert!(shown.contains("-enacted: 令和6年4月1日\n+enacted: 2024-04-01"), "{shown}");
    let done = fix(&case, &[]).check(0).stdout;
    assert_eq!(case.read(POLICY), MENDED);
    assert!(done.contains("修正しました"), "{done}");
    let again = fix(&case, &[]).check(0).stdout;
    assert!(again.contains("修正する箇所はありません") && case.read(POLICY) == MENDED, "{again}");
}

#[test]
fn what_is_no_utf_8_is_refused_and_left() {
    let case = Case::new("");
    let path = case.root().join(POLICY);
    let bytes = b"title\x81\x46 {ja: \x8b\x4b\x92\xf6}\n";
    fs::write(&path, bytes).expect("a file");
    let run = fix(&case, &[]).check(1);
    assert!(run.stderr.contains("J0102"), "{}", run.stderr);
    assert_eq!(fs::read(&path).expect("a file"), bytes);
}
