//! What an amending text may quote: units of meaning. A number with what it counts, a name whole, an address with all its
//! parts, a time of day.
//!
//! Drafters quote what has a meaning by itself: 「八文字」 rather than 「八」, 「第十条第一項」 rather than 「十」, 「連携元事業所」
//! rather than 「元」 (tests/cases/amend/01-numbers.txt, 06-compound.txt).

use crate::base::notation::numbers::numbers;
use crate::compare::{Word, split_words};

/// Words in kanji that stand by themselves among others: what follows 八文字 is not part of it.
const ALONE: [&str; 14] = [
    "以上",
    "以下",
    "以内",
    "以外",
    "以前",
    "以後",
    "以降",
    "未満",
    "当該",
    "及び",
    "又は",
    "並びに",
    "若しくは",
    "超",
];

/// Syllables in which the stem of a verb ends that is the front part of a name: 取扱い責任者, 申込み期限.
const STEM_ENDS: &str = "いきぎしちにびみりえけげせれ";

/// The end of a verb that says what must be done.
const OBLIGATION: &str = "なければならない";

/// The kinds of appended things whose number is part of their name: 別表第二.
const APPENDED: [&str; 5] = ["別表", "様式", "別紙", "附則", "別記"];

/// A kind of phrase, which says what goes on with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PhraseKind {
    /// Ends in a number whose unit may follow.
    Number,
    /// A number with its unit.
    Counted,
    /// An address, or the beginning of one.
    Address,
    /// A name: kanji, katakana and Latin letters.
    Name,
    Other,
}

/// The phrases of `text`, which together are `text`.
pub(super) fn phrases(text: &str) -> Vec<String> {
    let mut phrases = Vec::new();
    for phrase in phrase_words(&split_words(text)) {
        // White space belongs to no phrase.
        let (words, space) = phrase.written.split_at(phrase.written.trim_end().len());
        phrases.extend([words, space].into_iter().filter(|part| !part.is_empty()).map(str::to_owned));
    }
    phrases
}

/// `words` joined to phrases, each of the value of its words.
pub(in crate::compare::amend) fn phrase_words(words: &[Word]) -> Vec<Word> {
    let words = &without_adverbs(words);
    let mut phrases: Vec<(Word, PhraseKind)> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).map_or("", |next| next.written.as_str());
        let joined = phrases.last().and_then(|(before, kind)| joined_kind(&before.written, *kind, &word.written, next));
        match (phrases.last_mut(), joined) {
            (Some((last, kind)), Some(joined)) => {
                last.written.push_str(&word.written);
                last.value.push_str(&word.value);
                *kind = joined;
            }
            _ => phrases.push((word.clone(), kind_of(&word.written))),
        }
    }
    phrases.into_iter().map(|(phrase, _)| phrase).collect()
}

/// `words` with units and the particles behind them apart, where the dictionary takes both for an adverb: 時に in 午後７時に
/// (tests/cases/amend/43-time-of-day.txt).
fn without_adverbs(words: &[Word]) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    for word in words {
        let unit = word.written.trim_end_matches(['に', 'の', 'は', 'を', 'が', 'と', 'も', 'で', 'へ']);
        let follows_number = out.last().is_some_and(|last| kind_of(&last.written) == PhraseKind::Number);
        let is_apart = follows_number && !unit.is_empty() && unit.chars().all(is_unit) && word.value == word.written;
        let parts = if is_apart { word.written.split_at(unit.len()) } else { (word.written.as_str(), "") };
        if !is_apart || parts.1.is_empty() {
            out.push(word.clone());
            continue;
        }
        let part = |text: &str| Word { written: text.to_owned(), value: text.to_owned() };
        out.extend([part(parts.0), part(parts.1)]);
    }
    out
}

fn is_number(text: &str) -> bool {
    numbers(text).first().is_some_and(|number| text.starts_with(number.written))
}

fn kind_of(word: &str) -> PhraseKind {
    let is_all_number = numbers(word).last().is_some_and(|number| number.after.is_empty()) && is_number(word);
    if word == "第" {
        PhraseKind::Address
    } else if is_all_number {
        PhraseKind::Number
    } else if is_name(word) {
        PhraseKind::Name
    } else {
        PhraseKind::Other
    }
}

/// Returns what the phrase `before` becomes with `word`, which `next` follows; `None` where `word` begins a phrase of its own.
fn joined_kind(before: &str, kind: PhraseKind, word: &str, next: &str) -> Option<PhraseKind> {
    if is_obligation(before, word) {
        return Some(PhraseKind::Other);
    }
    match kind {
        PhraseKind::Address => address_kind(before, word, next),
        PhraseKind::Number => unit_kind(word, next),
        PhraseKind::Counted => {
            let goes_on = match word {
                "間" | "目" | "分" | "月" | "年" | "所" | "国" => true,
                "の" => before.ends_with('分') && is_number(next),
                _ => before.ends_with(['時', '年', '月', '分', 'の']) && is_number(word),
            };
            let kind = if is_number(word) { PhraseKind::Number } else { PhraseKind::Counted };
            goes_on.then_some(kind)
        }
        PhraseKind::Name => {
            if word == "第" && APPENDED.iter().any(|kind| before.ends_with(kind)) {
                return Some(PhraseKind::Address);
            }
            // 前三号 is what is meant, not 三号.
            if matches!(before, "午前" | "午後" | "前") && is_number(word) {
                return Some(kind_of(word));
            }
            let goes_on = is_name(word) && kind_of(word) == PhraseKind::Name;
            goes_on.then_some(PhraseKind::Name)
        }
        PhraseKind::Other => None,
    }
}

/// Whether `word` goes on with a verb that says what must be done: 守らなければならない is one, of which 守らな says nothing.
fn is_obligation(before: &str, word: &str) -> bool {
    let ends = OBLIGATION.char_indices().skip(1).map(|(at, _)| OBLIGATION.split_at(at));
    ends.into_iter().any(|(said, rest)| before.ends_with(said) && !word.is_empty() && rest.starts_with(word))
}

/// 第 and a number, its counter word, a branch, and further addresses: 第二条の二第一項.
fn address_kind(before: &str, word: &str, next: &str) -> Option<PhraseKind> {
    let ends_in_counter = before.ends_with(['編', '章', '節', '款', '目', '条', '項', '号', '表']);
    let goes_on = if before.ends_with('第') || before.ends_with('の') {
        is_number(word)
    } else if ends_in_counter {
        word.starts_with('第') || word == "の" && is_number(next)
    } else {
        // The counter word, or what else a number counts: 第三種.
        word.chars().next().is_some_and(is_unit)
    };
    let is_ordinal = goes_on
        && !ends_in_counter
        && !is_number(word)
        && !word.starts_with(['編', '章', '節', '款', '目', '条', '項', '号']);
    let kind = if is_ordinal && word != "の" { PhraseKind::Counted } else { PhraseKind::Address };
    goes_on.then_some(kind)
}

/// The word that a number counts: 文字, か月.
fn unit_kind(word: &str, next: &str) -> Option<PhraseKind> {
    if matches!(word, "か" | "ヶ" | "ヵ" | "カ" | "ケ" | "箇" | "個") && next.starts_with(['月', '年', '所', '国'])
    {
        return Some(PhraseKind::Counted);
    }
    let is_counted = word.starts_with(['か', 'ヶ', 'ヵ', '%', '％']) || word.chars().next().is_some_and(is_unit);
    (is_counted && !ALONE.contains(&word)).then_some(PhraseKind::Counted)
}

/// Letters that can begin what a number counts.
fn is_unit(letter: char) -> bool {
    letter.is_alphanumeric() && !('ぁ'..='ん').contains(&letter)
}

/// Whether a word is a name or a part of one.
fn is_name(word: &str) -> bool {
    if ALONE.contains(&word) || word.starts_with(['同', '第']) && word.chars().count() == 1 {
        return false;
    }
    let is_hiragana = |letter: char| ('ぁ'..='ん').contains(&letter);
    let is_part =
        |letter: char| letter.is_alphanumeric() && !is_hiragana(letter) || matches!(letter, '々' | 'ー' | '〆');
    let stem = word.trim_end_matches(|letter| STEM_ENDS.contains(letter));
    let is_mixed = || word.chars().all(|letter| is_part(letter) || is_hiragana(letter)) && word.starts_with(is_part);
    !stem.is_empty()
        && (word.chars().all(is_part) || word.ends_with(is_hiragana) && is_mixed() && stem.len() < word.len())
}

/// Whether `phrase` has a letter that carries meaning by itself; particles and endings have none.
pub(super) fn is_meaningful(phrase: &str) -> bool {
    phrase.chars().any(|letter| letter.is_alphanumeric() && !('ぁ'..='ん').contains(&letter))
}

#[cfg(test)]
mod tests {
    use super::phrases;

    #[test]
    fn what_has_a_meaning_is_whole() {
        let cases = [
            ("夕方の六時までに", "六時"),
            ("第十条第一項の届", "第十条第一項"),
            ("第三条の届出", "第三条"),
            ("第二条の二の届", "第二条の二"),
            ("パスワードは13文字以上とする", "13文字"),
            ("２か月ごとに", "２か月"),
            ("三箇月以内に", "三箇月"),
            ("五年間保存する", "五年間"),
            ("連携元事業所は", "連携元事業所"),
            ("利用者ＩＤを", "利用者ＩＤ"),
            ("午後５時３０分に", "午後５時３０分"),
            ("令和八年四月一日から", "令和八年四月一日"),
            ("別表第二に掲げる", "別表第二"),
            ("第三種の票", "第三種"),
            ("取扱い責任者を", "取扱い責任者"),
            ("前三号に掲げる", "前三号"),
        ];
        for (text, phrase) in cases {
            let found = phrases(text);
            assert_eq!(found.concat(), text);
            assert!(found.iter().any(|one| one == phrase), "{phrase}: {found:?}");
        }
        for text in ["規則を守らなければならない。", "意見を聴かなければならない。", "これを遵守しなければならない。"]
        {
            let found = phrases(text);
            assert!(found.iter().any(|one| one.ends_with("なければならない")), "{found:?}");
        }
    }
}
