//! Relative references, as Japanese drafting writes them (前項, 前二項, 前各号, 次条, 同条第二項, 本条) and the Ministry of
//! Justice translates them ("the preceding paragraph", "paragraph (2) of the same Article"; 法令翻訳の手引き). They are
//! asked for by a part of the reference, and where the target no longer stands so the absolute citation is printed.

use super::index::{IndexEntry, ProvisionSeat};
use crate::base::locale::Lang;
use crate::base::notation::numerals::Numeral;
use crate::content::Kind;
use crate::corpus::model::Pair;

/// The ways in which a reference may be printed, as its parts ask.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct CitationParts {
    /// `first`: the first paragraph of an article that has several.
    pub(super) first: bool,
    /// `relative`: as seen from the text that refers.
    pub(super) relative: bool,
    /// `onward`: everything from the target to what stands directly before the text that refers (前二項, 前各号).
    pub(super) onward: Option<OnwardWords>,
}

/// The words for several that stand directly before a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OnwardWords {
    /// 前各号 where they begin with the first, 前二号 elsewhere.
    Whole,
    /// `counted`: 前二号 also where they begin with the first.
    Counted,
}

impl CitationParts {
    /// The parts that `written` names, without the first `#anchor`; `None` where one means nothing.
    pub(super) fn of(written: &str) -> Option<Self> {
        let mut parts = Self::default();
        for part in written.split('/') {
            match part {
                "first" => parts.first = true,
                "relative" => parts.relative = true,
                "onward" => parts.onward = Some(OnwardWords::Whole),
                "counted" if parts.onward.is_some() => parts.onward = Some(OnwardWords::Counted),
                _ => return None,
            }
        }
        Some(parts)
    }
}

/// Prints the target of a reference as seen from a place.
pub(super) struct Viewpoint<'a> {
    /// The seats that the referring text stands in, the innermost first.
    pub(super) here: Vec<&'a ProvisionSeat>,
    /// The target of the reference before this one in the same text.
    pub(super) before: Option<&'a IndexEntry>,
}

/// The relation of a target to the text that refers to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nearness {
    Preceding,
    Following,
    /// The text stands in it (本条).
    This,
    /// The reference before it named it (同条).
    Same,
}

impl Viewpoint<'_> {
    /// The relative citation of `target`, by its own seat or that of its first paragraph; `None` where it stands
    /// too far off.
    pub(super) fn relative(&self, target: &IndexEntry, first: bool) -> Option<Pair> {
        let seat = target.seat_of(first)?;
        // From the inside to the outside: 前項 rather than 前条第二項.
        for above in seat.chain() {
            if let Some(nearness) = self.nearness(above) {
                let whole = above.step == seat.step && above.list == seat.list;
                if nearness == Nearness::This && !whole {
                    // Within one article its number goes without saying: 第二項.
                    return Some(seat.below(above));
                }
                return nearness_name(nearness, above, (!whole).then(|| seat.below(above)).as_ref());
            }
        }
        None
    }

    fn nearness(&self, seat: &ProvisionSeat) -> Option<Nearness> {
        for own in self.here.iter().filter(|own| own.list == seat.list) {
            match (own.at.checked_sub(seat.at), seat.at.checked_sub(own.at)) {
                (Some(0), _) => return Some(Nearness::This),
                (Some(1), _) => return Some(Nearness::Preceding),
                (_, Some(1)) => return Some(Nearness::Following),
                _ => {}
            }
        }
        let named = self.before.and_then(|before| before.seat.as_ref());
        let named = named.is_some_and(|named| named.chain().any(|one| one.list == seat.list && one.at == seat.at));
        named.then_some(Nearness::Same)
    }

    /// The citation of everything from `target` to what stands directly before this place; `None` where they stand in no
    /// list together, or nothing stands between.
    pub(super) fn onward(&self, target: &IndexEntry, first: bool, words: OnwardWords) -> Option<Pair> {
        let seat = target.seat_of(first)?;
        let own = self.here.iter().find(|own| own.list == seat.list)?;
        let count = own.at.checked_sub(seat.at).filter(|count| *count > 0)?;
        let (counter, english) = counter_words(seat.kind)?;
        if count == 1 {
            return nearness_name(Nearness::Preceding, seat, None);
        }
        // 各号列記 as a whole is named so (法制執務): 前各号.
        // With two or three of them 前二号 is as usual, so that the author may say which.
        if seat.at == 0 && words == OnwardWords::Whole {
            return Some(Pair { ja: format!("前各{counter}"), en: format!("the preceding {english}s") });
        }
        Some(Pair {
            ja: format!("前{}{counter}", count_in_kanji(count)),
            en: format!("the preceding {} {english}s", count_in_english(count)),
        })
    }
}

fn nearness_name(nearness: Nearness, seat: &ProvisionSeat, below: Option<&Pair>) -> Option<Pair> {
    let (counter, english) = counter_words(seat.kind)?;
    let (ja, en) = match nearness {
        Nearness::Preceding => (format!("前{counter}"), format!("the preceding {english}")),
        Nearness::Following => (format!("次{counter}"), format!("the following {english}")),
        Nearness::This => (format!("本{counter}"), format!("this {english}")),
        Nearness::Same => (format!("同{counter}"), format!("the same {english}")),
    };
    Some(match below {
        Some(below) => Pair { ja: format!("{ja}{}", below.ja), en: format!("{} of {en}", below.en) },
        None => Pair { ja, en },
    })
}

/// The words that count provisions of a kind; `None` where custom has none.
fn counter_words(kind: Kind) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        Kind::Part => ("編", "Part"),
        Kind::Chapter => ("章", "Chapter"),
        Kind::Section => ("節", "Section"),
        Kind::Subsection => ("款", "Subsection"),
        Kind::Division => ("目", "Division"),
        Kind::Article => ("条", "Article"),
        Kind::Paragraph => ("項", "paragraph"),
        Kind::Item => ("号", "item"),
        Kind::Subitem | Kind::Point | Kind::Bullet | Kind::Subbullet | Kind::Note => return None,
    })
}

/// 二, 三: such counts are written in kanji whatever the numbers of the document.
fn count_in_kanji(count: usize) -> String {
    u32::try_from(count).map_or_else(|_| count.to_string(), |count| Numeral::Kanji.write(count))
}

fn count_in_english(count: usize) -> String {
    const WORDS: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let found = count.checked_sub(2).and_then(|at| WORDS.get(at));
    found.map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// The citation of a target in `lang`, with the parts that its author asked for; `None` where it has no such part.
pub(super) fn cited(
    target: &IndexEntry,
    parts: CitationParts,
    absolute: impl Fn(&Pair) -> Pair,
    view: &Viewpoint<'_>,
    lang: Lang,
) -> Option<String> {
    let cite = if parts.first { &target.seat_of(true)?.cite } else { &target.cite };
    let found = if let Some(words) = parts.onward {
        Some(view.onward(target, parts.first, words)?)
    } else if parts.relative {
        view.relative(target, parts.first)
    } else {
        None
    };
    Some(found.unwrap_or_else(|| absolute(cite)).get(lang).to_owned())
}
