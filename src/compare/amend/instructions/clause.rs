//! The words in which a step is said.

use super::address::{counter, numeral, plain_number};
use super::block::{BlockLine, HEADING};
use super::passages::Passage;
use super::step::{DraftStep, PartPlace, ProvisionPart, Spot};
use super::tree::NodeForm;
use super::voice::{Segment, Voice};
use super::wording::Edit;
use crate::corpus::Role;

/// The ending of a clause: within a sentence, and at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::compare::amend) enum Verb {
    Amend,
    Add,
    Delete,
    Become,
    MoveUp,
    MoveDown,
    Attach,
}

impl Verb {
    pub(in crate::compare::amend) fn within(self) -> &'static str {
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

    pub(in crate::compare::amend) fn at_end(self) -> &'static str {
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

/// Changes of words: 第八条第二号中「八文字」を「十三文字」に改め; in several places 第二条及び第五条中.
pub(super) fn wording_clauses(voice: &mut Voice<'_>, places: &[PartPlace], edits: &[Edit]) -> Vec<Clause> {
    let name = places_name(voice, places);
    let mut clauses = Vec::new();
    // Changes of one kind share their verb: 「八文字」を「十三文字」に、「三月ごとに替える」を「使い回さない」に改める.
    for group in edits.chunk_by(|one, next| std::mem::discriminant(one) == std::mem::discriminant(next)) {
        let said = group.iter().map(|edit| match edit {
            Edit::Change(old, new) => format!("「{old}」を「{new}」に"),
            Edit::Insert(old, new) => format!("「{old}」の下に「{new}」を"),
            Edit::Delete(old) | Edit::DeleteBullet(old) => format!("「{old}」"),
        });
        let said: Vec<String> = said.collect();
        clauses.push(match group.first() {
            Some(Edit::Insert(..)) => (said.join("、"), Verb::Add),
            Some(Edit::Delete(_) | Edit::DeleteBullet(_)) => (format!("{}を", listed(&said)), Verb::Delete),
            _ => (said.join("、"), Verb::Amend),
        });
    }
    // 同条中 is said once, before the first of them.
    if let Some((first, _)) = clauses.first_mut() {
        first.insert_str(0, &format!("{name}中"));
    }
    clauses
}

fn place_address(voice: &Voice<'_>, (node, part): PartPlace) -> Vec<Segment> {
    match part {
        ProvisionPart::Whole | ProvisionPart::WithCaption => voice.address(node),
        ProvisionPart::All | ProvisionPart::Lead | ProvisionPart::Passage(_) | ProvisionPart::Table => {
            voice.first(node)
        }
    }
}

fn part_name(part: ProvisionPart) -> &'static str {
    match part {
        ProvisionPart::All | ProvisionPart::Whole => "",
        ProvisionPart::WithCaption => "（見出しを含む。）",
        ProvisionPart::Lead => "各号列記以外の部分",
        ProvisionPart::Passage(passage) => passage.name(),
        ProvisionPart::Table => "の表",
    }
}

/// 第二条, 第二条第一項及び第三項, 第二条から第六条までの規定.
fn places_name(voice: &mut Voice<'_>, places: &[PartPlace]) -> String {
    let Some((first, rest)) = places.split_first() else { return String::new() };
    let mut last = place_address(voice, *first);
    // Of each article what is said of it.
    let mut names = vec![vec![voice.say(last.clone()) + part_name(first.1)]];
    let mut ends_in_run = false;
    let mut at = voice.run(places);
    let from = |voice: &mut Voice<'_>, end: PartPlace| voice.address(end.0).concat();
    if at > 0 {
        let end = from(voice, places[at]);
        names = vec![vec![format!("{}から{end}まで", names.concat().concat())]];
        ends_in_run = true;
    }
    while at < rest.len() {
        let run = voice.run(&places[at + 1..]);
        let place = places[at + 1];
        let address = place_address(voice, place);
        // Of places in one article only what tells them apart is said again.
        let shared = last.iter().zip(&address).take_while(|(one, own)| one == own).count();
        let told = if shared + 1 == address.len() && last.len() == address.len() { shared } else { 0 };
        let mut name = address[told..].concat() + part_name(place.1);
        if run > 0 {
            name = format!("{name}から{}まで", from(voice, places[at + 1 + run]));
        }
        match names.last_mut().filter(|_| told > 0 && run == 0 && !ends_in_run) {
            Some(article) => article.push(name),
            None => names.push(vec![name]),
        }
        ends_in_run = run > 0;
        last = address;
        at += 1 + run;
    }
    if at > 0 {
        voice.forget();
    }
    listed_by_article(&names) + if ends_in_run { "の規定" } else { "" }
}

/// 第二条第一号及び第二号、第三条並びに第五条: 及び joins what belongs together closer, 並びに the rest.
fn listed_by_article(names: &[Vec<String>]) -> String {
    let articles: Vec<String> = names.iter().map(|article| listed(article)).collect();
    match articles.split_last() {
        Some((last, before)) if !before.is_empty() && names.iter().any(|article| article.len() > 1) => {
            format!("{}並びに{last}", before.join("、"))
        }
        _ => listed(&articles),
    }
}

/// A sentence put behind others: 第四条に次のただし書を加え, 第四条第二項に後段として次のように加え.
pub(super) fn append_clause(
    voice: &mut Voice<'_>,
    node: usize,
    passage: Passage,
    lead: bool,
    before_proviso: bool,
) -> Clause {
    let part = match (lead, before_proviso) {
        (_, true) => Passage::Main.name(),
        (true, false) => "各号列記以外の部分",
        (false, false) => "",
    };
    let address = voice.say(voice.first(node));
    let what = match passage {
        Passage::Proviso => "次のただし書を".to_owned(),
        Passage::Main | Passage::First | Passage::Middle | Passage::Second => {
            format!("{}として次のように", passage.name())
        }
    };
    (format!("{address}{part}に{what}"), Verb::Add)
}

/// 一、二及び三
pub(super) fn listed(names: &[String]) -> String {
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{}及び{last}", before.join("、")),
        None => String::new(),
    }
}

/// 第八条の見出し, 第二章の章名, 別紙の題名
fn caption_of(voice: &mut Voice<'_>, node: usize) -> String {
    let noun = match (voice.node(node).form, heading_counter(voice, node)) {
        (NodeForm::Division(_), _) => "題名".to_owned(),
        (_, Some(counter)) => format!("{counter}名"),
        (_, None) => "見出し".to_owned(),
    };
    let address = voice.say(voice.address(node));
    format!("{address}の{noun}")
}

/// The word by which a chapter or the like is counted.
fn heading_counter(voice: &Voice<'_>, node: usize) -> Option<char> {
    counter(&voice.own(node)).filter(|word| matches!(word, '編' | '章' | '節' | '款' | '目'))
}

/// 第二章の章名を次のように, and the line that stands below it: 第二章　夜回り. `None` for what is no chapter or the like.
pub(super) fn heading_clause(voice: &mut Voice<'_>, node: usize, printed: &str) -> Option<(Clause, BlockLine)> {
    heading_counter(voice, node)?;
    let line = BlockLine { indent: HEADING, text: format!("{}　{printed}", voice.own(node)) };
    Some(((format!("{}を次のように", caption_of(voice, node)), Verb::Amend), line))
}

/// Whether the title of an appendix stands nowhere else in it, so that it can be quoted: 別表第一中「第三条関係」を.
fn is_quotable(voice: &Voice<'_>, node: usize) -> bool {
    let title = voice.node(node).caption.as_str();
    let is_appendix = voice.node(node).form == NodeForm::Division(Role::Appendix);
    let stands = |at: usize| {
        let own = voice.node(at);
        own.text.contains(title) || at != node && own.caption.contains(title)
    };
    is_appendix
        && !voice.node(node).is_called_by_caption()
        && !title.is_empty()
        && !voice.below(node).into_iter().any(stands)
}

/// A caption set, added or taken away.
pub(super) fn caption_clause(voice: &mut Voice<'_>, node: usize, printed: &str, had: bool) -> Clause {
    if had && !printed.is_empty() && is_quotable(voice, node) {
        let title = voice.node(node).caption.clone();
        let address = voice.say(voice.address(node));
        return (format!("{address}中「{title}」を「{printed}」に"), Verb::Amend);
    }
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
        Spot::AtHead(_) => format!("{place}に{}として", run_name(names)),
        Spot::After(_) | Spot::AfterFirst(_) | Spot::AfterBullet(_) => format!("{place}の次に"),
        Spot::Before(_) | Spot::BeforeBullet(_) | Spot::Top => format!("{place}の前に"),
        Spot::Into { .. } => format!("{place}に"),
        Spot::IntoTable { named, .. } => format!("{place}{named}に"),
    };
    // Beside other tables a table is one of them.
    let is_table_beside = place.starts_with("別表") && matches!(names, [only] if only.starts_with("別表"));
    let what = if is_table_beside { "次の一表を".to_owned() } else { what_comes(names) };
    (format!("{place}{what}"), Verb::Add)
}

/// The first paragraph becomes a later one, and others are put in before it: 第一項を第二項とし、同項の前に次の一項を加え. `of_list` says
/// that its article was named for all of a list.
pub(super) fn put_first_clauses(
    voice: &mut Voice<'_>,
    article: usize,
    (own, names): (&str, &[String]),
    was_only: bool,
    of_list: bool,
) -> [Clause; 2] {
    let home = voice.address(article);
    let moved = [home.clone(), vec![own.to_owned()]].concat();
    let becomes = if of_list {
        let first = voice.node(article).first.clone().unwrap_or_default();
        voice.remember(moved.clone());
        format!("{first}を{own}")
    } else {
        let from = voice.say(voice.first(article));
        format!("{from}を{}", voice.say(moved.clone()))
    };
    let place = if was_only {
        format!("{}に{}として", voice.say(home), run_name(names))
    } else {
        format!("{}の前に", voice.say(moved))
    };
    [(becomes, Verb::Become), (format!("{place}{}", what_comes(names)), Verb::Add)]
}

/// 第一号, 第一号及び第二号, 第一号から第三号まで
fn run_name(names: &[String]) -> String {
    match names {
        [first, _, .., last] => format!("{first}から{last}まで"),
        names => listed(names),
    }
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

/// Provisions deleted together: 第三条、第四条及び第六条を削り, 第三条から第五条までを削り. `names` are what comes after what
/// was said already.
pub(super) fn deletion(names: &[String], said: &[String]) -> Clause {
    let numbers: Option<Vec<u32>> = names.iter().map(|name| plain_number(name)).collect();
    // Two are named one by one: 第四条及び第五条を削る in tests/cases/amending/editions.txt.
    let in_row = numbers.filter(|numbers| numbers.len() > 2 && numbers.windows(2).all(|pair| pair[0] + 1 == pair[1]));
    if let (Some(_), [first, .., last]) = (in_row, said) {
        return (format!("{first}から{last}までを"), Verb::Delete);
    }
    (format!("{}を", listed(said)), Verb::Delete)
}

/// A run of provisions that all move by the same number.
#[derive(Debug)]
pub(super) struct ShiftClause {
    /// The place among the moves of the one with the lowest number, and of the one with the highest.
    pub(super) ends: (usize, usize),
    /// By how many, and the counter word: 一条.
    pub(super) by: String,
    pub(super) verb: Verb,
}

impl ShiftClause {
    /// The shift of all `moves`.
    pub(super) fn of(moves: &[(String, String)]) -> Option<Self> {
        let (first, last) = (moves.first()?, moves.len() - 1);
        let by = i64::from(plain_number(&first.1)?) - i64::from(plain_number(&first.0)?);
        let ends = if by > 0 { (last, 0) } else { (0, last) };
        let verb = if by > 0 { Verb::MoveDown } else { Verb::MoveUp };
        let count = numeral(&first.0).write(u32::try_from(by.unsigned_abs()).ok()?);
        Some(Self { ends, by: format!("{count}{}", counter(&first.0)?), verb })
    }

    /// 第九条から第十一条までを一条ずつ; of two 第九条及び第十条を一条ずつ.
    pub(super) fn said(&self, low: &str, high: &str) -> Clause {
        let is_pair = self.ends.0.abs_diff(self.ends.1) == 1;
        let range = match (low == high, is_pair) {
            (true, _) => low.to_owned(),
            (false, true) => format!("{low}及び{high}"),
            (false, false) => format!("{low}から{high}まで"),
        };
        (format!("{range}を{}ずつ", self.by), self.verb)
    }
}

/// The number of `moves`, from the first on, that can be said as one shift after the first of them was said by itself.
/// Custom says three and more so, the first alone and the others together (tests/cases/amend/14-article-between.txt).
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
    if run >= 3 { run } else { 0 }
}

/// The provision whose number a step is about, by which it is said under 「第八条中」 with others of the same list.
pub(super) fn in_list(step: &DraftStep) -> Option<usize> {
    match step {
        DraftStep::Renumber { node, .. }
        | DraftStep::Delete { node }
        | DraftStep::Insert { spot: Spot::After(node) | Spot::Before(node), .. } => Some(*node),
        DraftStep::Words { .. }
        | DraftStep::Caption { .. }
        | DraftStep::Replace { .. }
        | DraftStep::ReplaceRun { .. }
        | DraftStep::Append { .. }
        | DraftStep::DeletePassage { .. }
        | DraftStep::ReplacePassage { .. }
        | DraftStep::DeleteFirst { .. }
        | DraftStep::PutFirst { .. }
        | DraftStep::Insert { .. } => None,
    }
}
