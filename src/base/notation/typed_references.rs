//! References that were typed as numbers or relative words in running text: 第７条, 前項, 別表第１, 様式第３号, Article 7.
//!
//! An article behind the name of a law or of another document is theirs: 個人情報の保護に関する法律第２３条.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex_lite::{Captures, Regex};

use super::numbers::numbers;
use crate::base::locale::Lang;

/// A typed reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedReference {
    /// The words as they stand in the text.
    pub words: String,
    /// The thing that they name.
    pub named: NamedTarget,
    /// The paragraph of an article that they name.
    pub paragraph: Option<u32>,
    /// The item of it.
    pub item: Option<u32>,
}

/// The thing that typed words name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NamedTarget {
    /// An article, by its number and branches.
    Article(Vec<u32>),
    /// A form.
    Form(u32),
    /// An appended table.
    Table(u32),
    /// 前条
    PrecedingArticle,
    /// 次条
    FollowingArticle,
    /// 前項
    PrecedingParagraph,
    /// Something else near by or in the same article: 前二項, 同条第二項, 第二項.
    Near,
}

/// The typed references in `text`, which may hold Markdown; what stands in links is none.
#[must_use]
pub fn typed_references(text: &str, lang: Lang) -> Vec<TypedReference> {
    if !may_refer(text, lang) {
        return Vec::new();
    }
    let link = LINK.as_ref().filter(|_| text.contains(['[', '<']) || text.contains("://"));
    let masked = link.map_or(Cow::Borrowed(text), |link| link.replace_all(text, LINKED));
    let expression = match lang {
        Lang::Ja => JAPANESE.as_ref(),
        Lang::En => ENGLISH.as_ref(),
    };
    let Some(expression) = expression else { return Vec::new() };
    match lang {
        Lang::Ja => japanese_references(&masked, expression),
        Lang::En => english_references(&masked, expression),
    }
}

/// What stands before 条, 項 and 号 in relative words: 前条, 次項, 同号, 前各号.
const RELATIVE_WORDS: &str = "前次同各";

/// The digits of numbers, as the expressions below have them.
const DIGITS: &str = "0123456789０１２３４５６７８９〇一二三四五六七八九十百";

/// Every English reference has one of them.
const ENGLISH_WORDS: [&str; 7] = ["Article", "preceding", "following", "paragraph (", "item (", "Form ", "Table "];

/// Whether `text` has letters of which every reference has some: most texts have none, and no expression need run.
fn may_refer(text: &str, lang: Lang) -> bool {
    match lang {
        Lang::Ja => names_unit(text) || text.contains("様式") || text.contains("別表"),
        Lang::En => ENGLISH_WORDS.into_iter().any(|word| text.contains(word)),
    }
}

/// Whether a 条, 項 or 号 in `text` is behind a number or a relative word, and not part of another word such as 事項 or 条件.
fn names_unit(text: &str) -> bool {
    text.match_indices(['条', '項', '号']).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        before
            .is_some_and(|before| RELATIVE_WORDS.contains(before) || DIGITS.contains(before) || before.is_whitespace())
    })
}

/// The links of `text` whose words are relative, with their anchors: `[前項](#use)`. The words stay when the target moves.
#[must_use]
pub fn relative_words_of_links(text: &str) -> Vec<(TypedReference, String)> {
    let Some(expression) = RELATIVE_LINK.as_ref().filter(|_| text.contains("](#")) else { return Vec::new() };
    let link = |captures: Captures<'_>| {
        let words = captures.get(1)?.as_str().to_owned();
        let named = match words.as_str() {
            "前条" => NamedTarget::PrecedingArticle,
            "次条" => NamedTarget::FollowingArticle,
            _ => NamedTarget::PrecedingParagraph,
        };
        Some((TypedReference { words, named, paragraph: None, item: None }, captures.get(2)?.as_str().to_owned()))
    };
    expression.captures_iter(text).filter_map(link).collect()
}

/// Stands in place of a link, which may be to a law.
const LINKED: &str = "\u{FFFC}";

/// Declares expressions. Each is a fixed text that compiles, which the tests below need too.
macro_rules! expression {
    ($name:ident, $text:expr) => {
        static $name: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new($text).ok());
    };
}

expression!(RELATIVE_LINK, r"\[(前条|次条|前項)\]\(#([^()/\s]+)\)");
expression!(LINK, r"\[[^\[\]]*\]\([^()\s]*\)|<[^<>\s]*>|https?://\S*");
expression!(
    JAPANESE,
    r"(?x)
    (?P<form>(?:別記|別紙)?様式\s*第?\s*(?P<form_number>[0-9０-９〇一二三四五六七八九十百]+)号?(?P<form_branch>(?:の[0-9０-９〇一二三四五六七八九十百]+)*)
      | (?:別記|別紙)?第\s*(?P<form_before>[0-9０-９〇一二三四五六七八九十百]+)\s*号\s*様式)
    | (?P<table>別表\s*第?\s*(?P<table_number>[0-9０-９〇一二三四五六七八九十百]+))
    | (?P<article>第\s*(?P<number>[0-9０-９〇一二三四五六七八九十百]+)\s*条(?P<branch>(?:の[0-9０-９〇一二三四五六七八九十百]+)*))
      (?:第(?P<of_paragraph>[0-9０-９〇一二三四五六七八九十百]+)項)?(?:第(?P<of_item>[0-9０-９〇一二三四五六七八九十百]+)号)?
    | (?P<preceding>前条) | (?P<following>次条) | (?P<paragraph>前項)
    | (?P<near>前[二三四五六七八九各]+[条項号] | 前号 | 次号 | 次項 | 同[条項号](?:第[0-9０-９〇一二三四五六七八九十百]+[項号])*
      | 第[0-9０-９〇一二三四五六七八九十百]+[項号](?:第[0-9０-９〇一二三四五六七八九十百]+号)?)
    "
);
expression!(
    ENGLISH,
    r"(?x)
    (?P<article>\bArticles?\s+(?P<number>[0-9]+)(?P<branch>(?:-[0-9]+)*))
      (?:(?:,\s+paragraph\s+|\s*)\((?P<of_paragraph>[0-9]+)\))?(?:,\s+item\s+\((?P<of_item>[ivxl]+)\))?
    | \bthe\s+(?P<which>preceding|following)\s+(?P<what>Article|paragraph|item)\b
    | (?P<near>\bthe\s+preceding\s+(?:two|three|four|five)\s+(?:Articles|paragraphs|items)\b
      | \bparagraph\s+\([0-9]+\)(?:,\s+item\s+\([ivxl]+\))? | \bitem\s+\([ivxl]+\))
    | (?P<form>\b(?:Appended\s+)?Form\s+(?:No\.\s*)?(?P<form_number>[0-9]+)(?P<form_branch>(?:-[0-9]+)*))
    | (?P<table>\bAppended\s+Table\s+(?P<table_number>[0-9]+))
    "
);
expression!(NEXT_ARTICLE, r"^(?:,\s+|,?\s+(?:and|or|to|through)\s+)(?P<number>[0-9]+(?:-[0-9]+)*)\b");
expression!(BETWEEN, r"^(?:及び|又は|並びに|若しくは|、|から|まで|の規定|ただし書|本文|に規定する|\s)*$");

fn japanese_references(text: &str, expression: &Regex) -> Vec<TypedReference> {
    let mut found = Vec::new();
    // The end of the last reference into another text: what goes on from there is into it too.
    let mut foreign: Option<usize> = None;
    for captures in expression.captures_iter(text) {
        let Some(whole) = captures.get(0) else { continue };
        let before = &text[..whole.start()];
        let goes_on = foreign.and_then(|end| before.get(end..)).is_some_and(goes_on_with);
        let is_same =
            whole.as_str().starts_with('同') || whole.as_str().starts_with('第') && captures.name("article").is_none();
        let of_another = if captures.name("near").is_some() && whole.as_str().starts_with('第') {
            // 第二項 by itself is of this article; after a noun it counts something else (第三号議案, 個情第534号).
            follows_noun(before) || before.ends_with(LINKED) || before.ends_with(['条', '項', '）', ')'])
        } else if captures.name("article").is_some() {
            is_foreign(before)
        } else {
            false
        };
        if of_another || goes_on || (is_same && foreign.is_some()) {
            foreign = Some(whole.end());
            continue;
        }
        if counts_on(text, whole.end()) {
            continue;
        }
        found.extend(captured_target(&captures).map(|named| TypedReference {
            words: whole.as_str().to_owned(),
            named,
            paragraph: captured_number(&captures, "of_paragraph"),
            item: captured_number(&captures, "of_item"),
        }));
    }
    found
}

/// Whether nothing but connectors of references stands in `between`.
fn goes_on_with(between: &str) -> bool {
    BETWEEN.as_ref().is_some_and(|connectors| connectors.is_match(between))
}

fn captured_number(captures: &Captures<'_>, name: &str) -> Option<u32> {
    numbers(captures.name(name)?.as_str()).first().map(|number| number.value)
}

/// The form that is named; one with a branch (様式第１号の２) has no number that could be looked up.
fn named_form(captures: &Captures<'_>) -> Option<NamedTarget> {
    let has_branch = captures.name("form_branch").is_some_and(|branch| !branch.as_str().is_empty());
    if has_branch {
        return Some(NamedTarget::Near);
    }
    captured_number(captures, "form_number").or_else(|| captured_number(captures, "form_before")).map(NamedTarget::Form)
}

fn captured_target(captures: &Captures<'_>) -> Option<NamedTarget> {
    let value = |name: &str| captured_number(captures, name);
    if captures.name("form").is_some() {
        return named_form(captures);
    }
    if captures.name("table").is_some() {
        return value("table_number").map(NamedTarget::Table);
    }
    if captures.name("article").is_some() {
        let mut number = vec![value("number")?];
        let branch = captures.name("branch").map_or("", |branch| branch.as_str());
        number.extend(numbers(branch).iter().map(|number| number.value));
        return Some(NamedTarget::Article(number));
    }
    Some(if captures.name("preceding").is_some() {
        NamedTarget::PrecedingArticle
    } else if captures.name("following").is_some() {
        NamedTarget::FollowingArticle
    } else if captures.name("paragraph").is_some() {
        NamedTarget::PrecedingParagraph
    } else {
        NamedTarget::Near
    })
}

/// Whether an article named behind `before` is of a law or another document.
fn is_foreign(before: &str) -> bool {
    let before = before.trim_end();
    if before.ends_with("その") {
        return true;
    }
    let before = before.strip_suffix('の').map_or(before, str::trim_end);
    if ["附則", "本則", "この規程", "この規則", "この規約", "この要綱"].iter().any(|own| before.ends_with(own))
    {
        return false;
    }
    before.ends_with(LINKED) || before.ends_with(['」', '』', '）', ')', '】']) || follows_noun(before)
}

/// Whether `before` ends with a word of kanji or katakana that is no connector of references.
fn follows_noun(before: &str) -> bool {
    let is_noun = |letter: char| matches!(letter, '\u{4E00}'..='\u{9FFF}' | '\u{30A1}'..='\u{30FA}' | 'ー');
    before.ends_with(is_noun)
}

/// Whether what was found goes on as something else: 前項目, 第２号被保険者.
fn counts_on(text: &str, end: usize) -> bool {
    text[end..].starts_with(['目', '議', '被', '様', '研', '級', '線', '車', '館', '室', '棟'])
}

fn english_references(text: &str, expression: &Regex) -> Vec<TypedReference> {
    let mut found = Vec::new();
    for captures in expression.captures_iter(text) {
        let Some(whole) = captures.get(0) else { continue };
        let after = text[whole.end()..].trim_start();
        // Article 6 of the Operation Policy, of a link, of its rules.
        let of_another = after.starts_with("of the ")
            || after.starts_with("of ") && after[3..].starts_with([LINKED.chars().next().unwrap_or(' '), '“', '"']);
        let of_its = ["its ", "their "].iter().any(|word| text[..whole.start()].ends_with(word));
        if of_another || of_its {
            continue;
        }
        let Some(named) = named_in_english(&captures) else { continue };
        let is_article = matches!(named, NamedTarget::Article(_));
        found.push(TypedReference {
            words: whole.as_str().to_owned(),
            named,
            paragraph: captured_number(&captures, "of_paragraph"),
            item: captures.name("of_item").and_then(|item| roman_value(item.as_str())),
        });
        if is_article && whole.as_str().starts_with("Articles") {
            found.extend(articles_after(&text[whole.end()..]));
        }
    }
    found
}

fn named_in_english(captures: &Captures<'_>) -> Option<NamedTarget> {
    if captures.name("form").is_some() {
        return named_form(captures);
    }
    if captures.name("table").is_some() {
        return captured_number(captures, "table_number").map(NamedTarget::Table);
    }
    if let Some(number) = captures.name("number") {
        let branch = captures.name("branch").map_or("", |branch| branch.as_str());
        let parts = numbers(number.as_str()).into_iter().chain(numbers(branch));
        return Some(NamedTarget::Article(parts.map(|number| number.value).collect()));
    }
    let word = |name| captures.name(name).map(|one| one.as_str());
    Some(match (word("which"), word("what")) {
        (Some("preceding"), Some("Article")) => NamedTarget::PrecedingArticle,
        (Some("following"), Some("Article")) => NamedTarget::FollowingArticle,
        (Some("preceding"), Some("paragraph")) => NamedTarget::PrecedingParagraph,
        _ => NamedTarget::Near,
    })
}

/// The further articles of “Articles 2, 3 and 5”, whose words are their numbers.
fn articles_after(mut rest: &str) -> Vec<TypedReference> {
    let mut found = Vec::new();
    while let Some(captures) = NEXT_ARTICLE.as_ref().and_then(|next| next.captures(rest)) {
        let (Some(whole), Some(number)) = (captures.get(0), captures.name("number")) else { break };
        let words = number.as_str().to_owned();
        let number = numbers(&words).iter().map(|number| number.value).collect();
        found.push(TypedReference { words, named: NamedTarget::Article(number), paragraph: None, item: None });
        rest = &rest[whole.end()..];
    }
    found
}

/// The value of small Roman numerals, as items have them: iv is 4.
fn roman_value(text: &str) -> Option<u32> {
    let value = |letter| match letter {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        _ => None,
    };
    let values: Option<Vec<u32>> = text.chars().map(value).collect();
    let values = values?;
    let mut sum = 0_u32;
    let mut greatest = 0;
    for value in values.into_iter().rev() {
        // What stands before a greater one is taken off.
        sum = if value < greatest { sum.saturating_sub(value) } else { sum + value };
        greatest = greatest.max(value);
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, lang: Lang) -> Vec<String> {
        typed_references(text, lang).into_iter().map(|typed| typed.words).collect()
    }

    #[test]
    fn what_was_typed_is_found() {
        for (text, expected) in [
            ("第７条の規定による。", &["第７条"][..]),
            ("第五条の二第二項第一号及び第99条", &["第五条の二第二項第一号", "第99条"]),
            ("前項の者、前二項、前各号、次条及び同条第二項", &["前項", "前二項", "前各号", "次条", "同条第二項"]),
            ("別表第１と様式第３号、別記様式２", &["別表第１", "様式第３号", "別記様式２"]),
            ("附則第二条による。第二項の場合", &["第二条", "第二項"]),
            ("様式第１号の２及び別記第２号様式", &["様式第１号の２", "別記第２号様式"]),
        ] {
            assert_eq!(words(text, Lang::Ja), expected, "{text}");
        }
        assert_eq!(
            words("Under Article 7 and the preceding paragraph.", Lang::En),
            ["Article 7", "the preceding paragraph"]
        );
        assert_eq!(
            words(
                "Articles 2, 3 and 5-2; the preceding two paragraphs; Form No. 2, Appended Table 1, paragraph (2)",
                Lang::En
            ),
            [
                "Articles 2",
                "3",
                "5-2",
                "the preceding two paragraphs",
                "Form No. 2",
                "Appended Table 1",
                "paragraph (2)"
            ]
        );
    }

    #[test]
    fn what_is_of_another_text_is_not_ours() {
        for text in [
            "個人情報の保護に関する法律第２３条及び第２４条、同条第二項",
            "[](law:personal-information)第２３条",
            "「運用方針」（[](date:2018-04-01)施行）の第6条",
            "昭和23年法律第201号、医政発第0331009号、個情第534号",
            "第5版、三項目、第２号被保険者、[前条](#purpose)、その第6条",
            "本条及びこの条、各号、第１回",
        ] {
            assert_eq!(words(text, Lang::Ja), [""; 0], "{text}");
        }
        for text in
            ["Article 6 of the [](unavailable:policy)", "its Article 6", "Act No. 201 of 1948", "the following items"]
        {
            assert_eq!(words(text, Lang::En), [""; 0], "{text}");
        }
    }

    #[test]
    fn numbers_are_read_with_their_branches() {
        let named = |text| typed_references(text, Lang::Ja).remove(0).named;
        assert_eq!(named("第十二条の三"), NamedTarget::Article(vec![12, 3]));
        assert_eq!(named("様式第３号"), NamedTarget::Form(3));
        assert_eq!(named("別表2"), NamedTarget::Table(2));
        assert_eq!((named("第３号様式"), named("様式第１号の２")), (NamedTarget::Form(3), NamedTarget::Near));
        let typed = typed_references("Article 4, paragraph (3), item (iv)", Lang::En).remove(0);
        assert_eq!((typed.paragraph, typed.item), (Some(3), Some(4)));
        assert_eq!(typed_references("Article 2(5)", Lang::En).remove(0).paragraph, Some(5));
    }
}
