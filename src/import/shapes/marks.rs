//! Numbers and bullets at the head of a line: 第１条, 第１, （１）, ①, ア, 一, １－２．, ・, ※1.

pub use super::list_mark::ListMark;
use super::mark_kinds::LineHead;

/// The mark at the head of `text`.
#[must_use]
pub fn find_mark(text: &str) -> Option<ListMark> {
    let head = LineHead::of(text);
    // Ranges come first, since 第４条から would be refused as a head of an article; units before ordinals, since 第１条
    // begins as 第１ does. The others differ in their first letter, and bullets, which may be any sign, come last.
    head.several()
        .or_else(|| head.unit())
        .or_else(|| head.ordinal())
        .or_else(|| head.bracketed())
        .or_else(|| head.digits())
        .or_else(|| head.kanji())
        .or_else(|| head.letter())
        .or_else(|| head.bullet())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Option<(String, Vec<u32>, String)> {
        let mark = find_mark(text)?;
        let (style, number) = mark.readings[0].clone();
        Some((style.template(), number, text[mark.rest..].to_owned()))
    }

    fn check(text: &str, template: &str, number: &[u32], rest: &str) {
        assert_eq!(seen(text), Some((template.to_owned(), number.to_vec(), rest.to_owned())), "{text}");
    }

    #[test]
    fn heads_are_read() {
        check("第１条　目的", "第{wide}条", &[1], "目的");
        check("第 16 条 目的", "第{n}条", &[16], "目的");
        check("第 2 条この規程は", "第{n}条", &[2], "この規程は");
        check("第二条の二（目的）", "第{kanji}条", &[2, 2], "（目的）");
        check("第１条：目的", "第{wide}条", &[1], "目的");
        check("第3章 雑則", "第{n}章", &[3], "雑則");
        check("第Ⅱ章　運用", "第{ROMAN}章", &[2], "運用");
        check("第 III 章　運用", "第{ROMAN}章", &[3], "運用");
        check("第１部　総則", "第{wide}部", &[1], "総則");
        check("（１）管理者", "（{wide}）", &[1], "管理者");
        check("( 11 ) 管理者", "({n})", &[11], "管理者");
        check("⑵管理者", "({n})", &[2], "管理者");
        check("（※1） 注", "（※{n}）", &[1], "注");
        check("①管理者", "{circled}", &[1], "管理者");
        check("一　管理者", "{kanji}", &[1], "管理者");
        check("ア 管理者", "{katakana}", &[1], "管理者");
        check("(オ) 管理者", "({katakana})", &[5], "管理者");
        check("２　前項の", "{wide}", &[2], "前項の");
        check("１．基本", "{wide}．", &[1], "基本");
        check("１－２．基本", "{parent}－{wide}．", &[2], "基本");
        check("1.2.3 基本", "{parent}.{n}", &[3], "基本");
        check("７）在宅", "{wide}）", &[7], "在宅");
        check("・項目", "・", &[], "項目");
        check("- 項目", "-", &[], "項目");
        check("※1 注", "※{n}", &[1], "注");
        check("＊注", "＊", &[], "注");
    }

    #[test]
    fn branches_and_rarer_numerals_are_read() {
        check("一の二　管理者", "{kanji}", &[1, 2], "管理者");
        check("２の２　前項の", "{wide}", &[2, 2], "前項の");
        check("（1の2）管理者", "（{n}）", &[1, 2], "管理者");
        check("(1)の2 管理者", "({n})", &[1, 2], "管理者");
        check("Ⅱ　請求", "{ROMAN}", &[2], "請求");
        check("㈡請求", "({kanji})", &[2], "請求");
        check("❸請求", "{negative}", &[3], "請求");
        check("（い）請求", "（{hiragana}）", &[2], "請求");
        check("A. 請求", "{ALPHA}.", &[1], "請求");
        check("⒈請求", "{n}.", &[1], "請求");
        check("o 請求", "o", &[], "請求");
        check("Ø 請求", "Ø", &[], "請求");
        check("イの二　請求", "{katakana}", &[2, 2], "請求");
        check("第１．請求", "第{wide}．", &[1], "請求");
        check("iii) 請求", "{roman})", &[3], "請求");
    }

    #[test]
    fn an_ordinal_without_a_unit_has_its_heading_behind_it() {
        check("第１　目的", "第{wide}", &[1], "目的");
        check("第２　条件", "第{wide}", &[2], "条件");
        check("第３　節電", "第{wide}", &[3], "節電");
        check("第 4 項目", "第{n}", &[4], "項目");
        check("第５の２　章程", "第{wide}", &[5, 2], "章程");
        check("第６", "第{wide}", &[6], "");
        for text in ["第 3 号", "第三者に", "第１回の会議", "第 2 項の規定"] {
            assert_eq!(find_mark(text), None, "{text}");
        }
    }

    #[test]
    fn several_numbers_are_one_mark() {
        let mark = find_mark("第4条から第6条まで　削除").unwrap();
        assert_eq!((mark.readings[0].1.as_slice(), mark.to.as_slice()), ([4].as_slice(), [6].as_slice()));
    }

    #[test]
    fn sentences_are_no_heads() {
        for text in [
            "第５条の規定により",
            "第１項及び",
            "一般社団法人",
            "2 ヶ月以内",
            "2018.9",
            "三者は",
            "(会議等で)",
            "○○様",
            "-5度",
            "a.b",
            "令和7年",
            "12月",
            "ア、イ及びウ",
            "I am",
            "は 会員",
            "１",
        ] {
            assert!(
                find_mark(text).is_none_or(|mark| text == "１" && mark.end == text.len()),
                "{text}: {:?}",
                find_mark(text)
            );
        }
    }

    #[test]
    fn kana_are_read_in_both_orders() {
        let mark = find_mark("イ　管理者").unwrap();
        let read: Vec<_> = mark.readings.iter().map(|(style, number)| (style.template(), number[0])).collect();
        assert_eq!(read, [("{katakana}".to_owned(), 2), ("{iroha}".to_owned(), 1)]);
    }
}
