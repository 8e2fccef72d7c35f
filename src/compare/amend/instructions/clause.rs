//! The words in which a step is said.

use super::address::{counter, numeral, plain_number};
use super::step::{DraftStep, ProvisionPart, Spot};
use super::tree::NodeForm;
use super::voice::Voice;
use super::wording::Edit;

/// The ending of a clause: within a sentence, and at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Amend,
    Add,
    Delete,
    Become,
    MoveUp,
    MoveDown,
    Attach,
}

impl Verb {
    pub(super) fn within(self) -> &'static str {
        match self {
            Self::Amend => "改め",
            Self::Add => "加え",
            Self::Delete => "削り",
            Self::Become => "とし",
            Self::MoveUp => "繰り上げ",
            Self::MoveDown => "繰り下げ",
            Self::Attach => "付し",
        }
    }

    pub(super) fn at_end(self) -> &'static str {
        match self {
            Self::Amend => "改める",
            Self::Add => "加える",
            Self::Delete => "削る",
            Self::Become => "とする",
            Self::MoveUp => "繰り上げる",
            Self::MoveDown => "繰り下げる",
            Self::Attach => "付する",
        }
    }
}

/// A clause without the ending of its verb.
pub(super) type Clause = (String, Verb);

/// Changes of words: 第八条第二号中「八文字」を「十三文字」に改め.
pub(super) fn wording_clauses(voice: &mut Voice<'_>, node: usize, part: ProvisionPart, edits: &[Edit]) -> Vec<Clause> {
    // The title is named as 題名 by the voice, and has no caption of its own (tests/cases/amending/words.txt).
    let name = match part {
        ProvisionPart::Caption if voice.node(node).form == NodeForm::Root => voice.say(voice.address(node)),
        ProvisionPart::Caption => caption_of(voice, node),
        ProvisionPart::All => voice.say(voice.first(node)),
        ProvisionPart::Lead => format!("{}各号列記以外の部分", voice.say(voice.first(node))),
    };
    let mut clauses = Vec::new();
    // Changes of one kind share their verb: 「八文字」を「十三文字」に、「三月ごとに替える」を「使い回さない」に改める.
    for group in edits.chunk_by(|one, next| std::mem::discriminant(one) == std::mem::discriminant(next)) {
        let said = group.iter().map(|edit| match edit {
            Edit::Change(old, new) => format!("「{old}」を「{new}」に"),
            Edit::Insert(old, new) => format!("「{old}」の下に「{new}」を"),
            Edit::Delete(old) => format!("「{old}」"),
        });
        let said: Vec<String> = said.collect();
        clauses.push(match group.first() {
            Some(Edit::Insert(..)) => (said.join("、"), Verb::Add),
            Some(Edit::Delete(_)) => (format!("{}を", listed(&said)), Verb::Delete),
            _ => (said.join("、"), Verb::Amend),
        });
    }
    // 同条中 is said once, before the first of them.
    if let Some((first, _)) = clauses.first_mut() {
        first.insert_str(0, &format!("{name}中"));
    }
    clauses
}

/// 一、二及び三
fn listed(names: &[String]) -> String {
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{}及び{last}", before.join("、")),
        None => String::new(),
    }
}

/// 第八条の見出し, 第二章の章名, 別紙の題名
fn caption_of(voice: &mut Voice<'_>, node: usize) -> String {
    let noun = match (voice.node(node).form, counter(&voice.own(node))) {
        (NodeForm::Division(_), _) => "題名".to_owned(),
        (_, Some(counter @ ('編' | '章' | '節' | '款' | '目'))) => format!("{counter}名"),
        _ => "見出し".to_owned(),
    };
    let address = voice.say(voice.address(node));
    format!("{address}の{noun}")
}

/// A caption set, added or taken away.
pub(super) fn caption_clause(voice: &mut Voice<'_>, node: usize, printed: &str, had: bool) -> Clause {
    let name = caption_of(voice, node);
    if printed.is_empty() {
        return (format!("{name}を"), Verb::Delete);
    }
    if had {
        return (format!("{name}を「{printed}」に"), Verb::Amend);
    }
    // 第八条に見出しとして「（…）」を付し
    // `caption_of` put the two together; 第五条に見出しとして「（門）」を付し in tests/cases/amending/words.txt.
    let (address, noun) = name.rsplit_once('の').unwrap_or((&name, "見出し"));
    (format!("{address}に{noun}として「{printed}」を"), Verb::Attach)
}

/// 第八条の次に次の二条を加え
pub(super) fn insertion_clause(place: &str, spot: Spot, names: &[String]) -> Clause {
    let place = match spot {
        Spot::After(_) | Spot::AfterFirst(_) => format!("{place}の次に"),
        Spot::Before(_) | Spot::Top => format!("{place}の前に"),
        Spot::Into { .. } => format!("{place}に"),
    };
    (format!("{place}{}", what_comes(names)), Verb::Add)
}

fn what_comes(names: &[String]) -> String {
    let Some(first) = names.first() else { return "次のように".to_owned() };
    // 次の二条を counts what comes; what has no counter word is only 次のように.
    if let Some(word) = counter(first).filter(|word| names.iter().all(|name| counter(name) == Some(*word))) {
        let count = u32::try_from(names.len()).unwrap_or(u32::MAX);
        return format!("次の{}{word}を", numeral(first).write(count));
    }
    let kinds = ["附則", "別紙", "別表", "別図", "別記", "様式"];
    match (names, kinds.iter().find(|kind| first.starts_with(**kind))) {
        ([_], Some(kind)) => format!("次の{kind}を"),
        _ => "次のように".to_owned(),
    }
}

/// Provisions deleted together: 第三条、第四条及び第六条を削り, 第三条から第五条までを削り. `names` have `prefix` in common.
pub(super) fn deletion(prefix: &str, names: &[String]) -> Clause {
    let numbers: Option<Vec<u32>> = names.iter().map(|name| plain_number(name)).collect();
    // Two are named one by one: 第四条及び第五条を削る in tests/cases/amending/editions.txt.
    let in_row = numbers.filter(|numbers| numbers.len() > 2 && numbers.windows(2).all(|pair| pair[0] + 1 == pair[1]));
    if let (Some(_), [first, .., last]) = (in_row, names) {
        return (format!("{prefix}{first}から{last}までを"), Verb::Delete);
    }
    (format!("{prefix}{}を", listed(names)), Verb::Delete)
}

/// A run of provisions that all move by the same number: the places after the first of `moves`, from the lowest number to
/// the highest, and by how many.
pub(super) fn shift_clause(names: &[(String, String)]) -> Option<Clause> {
    let (mut low, mut high) = (names.first()?, names.last()?);
    // Room is made from the back, so that what moves down is given from the highest number on.
    let by = i64::from(plain_number(&low.1)?) - i64::from(plain_number(&low.0)?);
    if by > 0 {
        (low, high) = (high, low);
    }
    let verb = if by > 0 { Verb::MoveDown } else { Verb::MoveUp };
    let count = numeral(&low.0).write(u32::try_from(by.unsigned_abs()).ok()?);
    let word = counter(&low.0)?;
    Some((format!("{}から{}までを{count}{word}ずつ", low.0, high.0), verb))
}

/// The number of `moves`, from the first on, that can be said as one shift after the first of them was said by itself.
/// Custom says four and more so, the first alone and the others together.
pub(super) fn shift_length(moves: &[(String, String)]) -> usize {
    let read = |(from, to): &(String, String)| {
        Some((i64::from(plain_number(from)?), i64::from(plain_number(to)?), counter(from)?))
    };
    let Some((first, first_to, word)) = moves.first().and_then(read) else { return 0 };
    let by = first_to - first;
    // What moves down is said from the back and what moves up from the front: numbers.txt in tests/cases/amending has
    // both.
    let step = if by > 0 { -1 } else { 1 };
    let goes_on = |(at, one): (i64, &(String, String))| {
        let same_word = counter(&one.1) == Some(word);
        read(one) == Some((first + step * at, first + step * at + by, word)) && same_word
    };
    let run = (0..).zip(moves).take_while(|one| goes_on(*one)).count();
    if run >= 4 { run } else { 0 }
}

/// The provision whose number a step is about, by which it is said under 「第八条中」 with others of the same list.
pub(super) fn in_list(step: &DraftStep) -> Option<usize> {
    match step {
        DraftStep::Renumber { node, .. }
        | DraftStep::Delete { node }
        | DraftStep::Insert { spot: Spot::After(node) | Spot::Before(node), .. } => Some(*node),
        DraftStep::Words { .. } | DraftStep::Caption { .. } | DraftStep::Replace { .. } | DraftStep::Insert { .. } => {
            None
        }
    }
}
