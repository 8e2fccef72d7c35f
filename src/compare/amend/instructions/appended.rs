//! What is said of forms and appended tables: amended row by row, or written anew behind the sentence, put in and taken out,
//! with their numbers.

use std::collections::BTreeMap;

use super::block::BlockLine;
use super::clause::{Verb, listed};
use super::sentences::Sentence;
use super::wording::{Edit, edits};
use crate::compare::amend::annex_entries::AnnexEntry;
use crate::compare::amend::annexes::{Annex, AnnexChange, AnnexKind, AnnexPair};

/// The sentences about what is appended.
pub(super) fn appended_sentences(pair: &AnnexPair) -> Vec<Sentence> {
    let changes = pair.changes();
    let mut sentences = Vec::new();
    for kind in [AnnexKind::Table, AnnexKind::Form] {
        let of_kind: Vec<&AnnexChange> = changes.iter().filter(|change| kind_of(change) == Some(kind)).collect();
        let amended = of_kind.iter().filter_map(|change| Some((change.old.as_ref()?, change.new.as_ref()?)));
        for (old, new) in amended.filter(|(old, new)| old.entries != new.entries) {
            sentences.extend(amended_annex(old, new));
        }
        sentences.extend(numbering(&of_kind, pair, kind));
    }
    sentences
}

fn kind_of(change: &AnnexChange) -> Option<AnnexKind> {
    change.new.as_ref().or(change.old.as_ref()).map(|annex| annex.kind)
}

/// 様式第三号を次のように改める, with the form behind; a table by its rows where they allow it. It bears its old number still.
fn amended_annex(old: &Annex, new: &Annex) -> Vec<Sentence> {
    let anew = || vec![Sentence { text: format!("{}を次のように改める。", old.name), block: printed(new) }];
    match old.kind {
        AnnexKind::Form => anew(),
        AnnexKind::Table => by_rows(old, new).unwrap_or_else(anew),
    }
}

/// The changes of a table row by row; `None` where more than rows changed, or their order.
fn by_rows(old: &Annex, new: &Annex) -> Option<Vec<Sentence>> {
    let head = |annex: &Annex| annex.entries.iter().filter(|entry| !is_row(entry)).cloned().collect::<Vec<_>>();
    let kept_keys = |one: &Annex, other: &Annex| {
        let has = |entry: &&AnnexEntry| other.entries.iter().any(|own| own.key == entry.key);
        rows_of(one).into_iter().filter(has).map(|entry| entry.key.clone()).collect::<Vec<_>>()
    };
    if head(old) != head(new) || kept_keys(old, new) != kept_keys(new, old) {
        return None;
    }
    let mut said = RowSentences { name: &old.name, open: Vec::new(), sentences: Vec::new() };
    said.words(&changed_words(old, new)?);
    let has = |annex: &Annex, entry: &AnnexEntry| annex.entries.iter().any(|own| own.key == entry.key);
    let gone = rows_of(old).into_iter().filter(|row| !has(new, row));
    let gone: Vec<String> = gone.map(|row| format!("{}の項", code(row))).collect();
    if !gone.is_empty() {
        said.say(&format!("{}を", listed(&gone)), Verb::Delete);
    }
    let rows = rows_of(new);
    let mut at = 0;
    while at < rows.len() {
        let run = rows[at..].iter().take_while(|row| !has(old, row)).count();
        if run > 0 {
            let place = match (at.checked_sub(1).and_then(|before| rows.get(before)), rows.get(at + run)) {
                (_, None) => "に".to_owned(),
                (Some(before), Some(_)) => format!("{}の項の次に", code(before)),
                (None, Some(next)) => format!("{}の項の前に", code(next)),
            };
            let line = |row: &&AnnexEntry| BlockLine { indent: 0, text: row.words.clone() };
            said.say(&format!("{place}次のように"), Verb::Add);
            said.close(rows[at..at + run].iter().map(line).collect());
        }
        at += run.max(1);
    }
    said.close(Vec::new());
    Some(said.sentences)
}

fn is_row(entry: &AnnexEntry) -> bool {
    entry.key.starts_with("row ")
}

fn rows_of(annex: &Annex) -> Vec<&AnnexEntry> {
    annex.entries.iter().filter(|entry| is_row(entry)).collect()
}

/// The changes of words in rows that both have, each once: what changes wherever it stands is quoted short.
fn changed_words(old: &Annex, new: &Annex) -> Option<Vec<Edit>> {
    let after: BTreeMap<&str, &AnnexEntry> = new.entries.iter().map(|entry| (entry.key.as_str(), entry)).collect();
    let changed = rows_of(old).into_iter().filter_map(|row| Some((row, *after.get(row.key.as_str())?)));
    let changed: Vec<(&AnnexEntry, &AnnexEntry)> = changed.filter(|(row, new)| row.words != new.words).collect();
    let others = |row: &AnnexEntry| -> Vec<&str> {
        old.entries.iter().filter(|other| other.key != row.key).map(|other| other.words.as_str()).collect()
    };
    let each = |is_short: bool| -> Option<Vec<Vec<Edit>>> {
        let edits = |(row, new): &(&AnnexEntry, &AnnexEntry)| {
            let others = if is_short { Vec::new() } else { others(row) };
            edits(&row.words, &new.words, &others, &[])
        };
        changed.iter().map(edits).collect()
    };
    let is_everywhere = |lists: &Vec<Vec<Edit>>| {
        lists.iter().flatten().all(|edit| {
            let count = old.entries.iter().filter(|entry| entry.words.contains(edit.quoted())).count();
            count == lists.iter().filter(|list| list.contains(edit)).count()
        })
    };
    let lists = each(true).filter(is_everywhere).or_else(|| each(false))?;
    let mut told: Vec<Edit> = Vec::new();
    for edit in lists.into_iter().flatten() {
        if !told.contains(&edit) {
            told.push(edit);
        }
    }
    Some(told)
}

/// The sentences about the rows of one table: its name at the beginning of each, and 同表 after that.
struct RowSentences<'t> {
    name: &'t str,
    open: Vec<(String, Verb)>,
    sentences: Vec<Sentence>,
}

impl RowSentences<'_> {
    fn say(&mut self, clause: &str, verb: Verb) {
        let name = if self.open.is_empty() { self.name } else { "同表" };
        self.open.push((format!("{name}{clause}"), verb));
    }

    /// 別表第一中「…」を「…」に、「…」を「…」に改め, then what is deleted.
    fn words(&mut self, edits: &[Edit]) {
        let change = |edit: &Edit| match edit {
            Edit::Change(old, new) => Some(format!("「{old}」を「{new}」に")),
            Edit::Insert(old, new) => Some(format!("「{old}」を「{old}{new}」に")),
            Edit::Delete(_) | Edit::DeleteBullet(_) => None,
        };
        let changes: Vec<String> = edits.iter().filter_map(change).collect();
        let gone = edits.iter().filter(|edit| change(edit).is_none());
        let gone: Vec<String> = gone.map(|edit| format!("「{}」", edit.quoted())).collect();
        if !changes.is_empty() {
            self.say(&format!("中{}", changes.join("、")), Verb::Amend);
        }
        if !gone.is_empty() {
            self.say(&format!("中{}を", listed(&gone)), Verb::Delete);
        }
    }

    fn close(&mut self, block: Vec<BlockLine>) {
        let Some(((last, verb), before)) = self.open.split_last() else { return };
        let before: String = before.iter().map(|(clause, verb)| format!("{clause}{}、", verb.within())).collect();
        self.sentences.push(Sentence { text: format!("{before}{last}{}。", verb.at_end()), block });
        self.open.clear();
    }
}

fn code(row: &AnnexEntry) -> &str {
    row.key.strip_prefix("row ").unwrap_or(&row.key)
}

/// What goes, what gets another number and what comes, in an order in which no number is borne twice.
fn numbering(changes: &[&AnnexChange], pair: &AnnexPair, kind: AnnexKind) -> Vec<Sentence> {
    let mut clauses: Vec<(String, &str, &str)> = Vec::new();
    let (mut up, mut down) = (Vec::new(), Vec::new());
    for change in changes {
        match (&change.old, &change.new) {
            (Some(old), None) => clauses.push((format!("{}を", old.name), "削り", "削る")),
            (Some(old), Some(new)) if old.name != new.name => {
                if new.number > old.number {
                    down.push((old, new));
                } else {
                    up.push((old, new));
                }
            }
            _ => {}
        }
    }
    up.sort_by_key(|(old, _)| old.number);
    down.sort_by_key(|(old, _)| std::cmp::Reverse(old.number));
    let moved = up.into_iter().chain(down);
    clauses.extend(moved.map(|(old, new)| (format!("{}を{}", old.name, new.name), "とし", "とする")));
    let mut sentences = Vec::new();
    let come = changes.iter().filter(|change| change.old.is_none()).filter_map(|change| change.new.as_ref());
    for new in come {
        let (unit, place) = (if kind == AnnexKind::Form { "次の一様式を" } else { "次の一表を" }, place_of(new, pair));
        clauses.push((format!("{place}{unit}"), "加え", "加える"));
        sentences.extend(closed(&std::mem::take(&mut clauses), printed(new)));
    }
    sentences.extend(closed(&clauses, Vec::new()));
    sentences
}

/// 様式第三号の次に; by the number that is borne when it is said.
fn place_of(annex: &Annex, pair: &AnnexPair) -> String {
    let of_kind: Vec<&Annex> = pair.new.iter().filter(|other| other.kind == annex.kind).collect();
    let at = of_kind.iter().position(|other| other.id == annex.id).unwrap_or(0);
    let stands = |other: &&&Annex| pair.old.iter().any(|old| (old.kind, &old.id) == (other.kind, &other.id));
    match (at.checked_sub(1).and_then(|before| of_kind.get(before)), of_kind[at..].iter().find(stands)) {
        (Some(before), _) => format!("{}の次に", before.name),
        (None, Some(next)) => format!("{}の前に", next.name),
        (None, None) => "附則の次に".to_owned(),
    }
}

fn closed(clauses: &[(String, &str, &str)], block: Vec<BlockLine>) -> Option<Sentence> {
    let (last, before) = clauses.split_last()?;
    let before: String = before.iter().map(|(clause, within, _)| format!("{clause}{within}、")).collect();
    Some(Sentence { text: format!("{before}{}{}。", last.0, last.2), block })
}

/// A form or table as it stands, line by line.
fn printed(annex: &Annex) -> Vec<BlockLine> {
    let name = BlockLine { indent: 0, text: annex.name.clone() };
    let words = annex.entries.iter().filter(|entry| !entry.words.is_empty());
    let lines = words.flat_map(|entry| {
        let indent = if entry.key == "title" { super::block::HEADING } else { 0 };
        entry.words.split('\n').map(move |line| BlockLine { indent, text: line.to_owned() }).collect::<Vec<_>>()
    });
    std::iter::once(name).chain(lines).collect()
}
