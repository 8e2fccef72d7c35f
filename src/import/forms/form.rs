//! The reader of forms: the paragraphs of a 様式 as blocks. What is not understood is a paragraph with its very letters.

use std::collections::{BTreeMap, BTreeSet};

use super::asked::{AskedFields, choice_type};
use super::between::lines_between;
use super::box_cell::boxed_options;
use super::circled::circled_line;
use super::clauses::clauses;
use super::form_title::{is_ki, is_title_para, title_place};
use super::labelled::{dated_field, labelled_line, options_line, parts_of, without_colon};
use super::table;
use super::tokens::{Token, tokens};
use crate::base::notation::widths::folded;
use crate::content::PersonPart;
use crate::import::outline::draft::{Draft, DraftBlock, DraftField, DraftGroup, DraftPart};
use crate::import::outline::node::OutlineNode;
use crate::import::outline::table::TableGrid;
use crate::import::outline::tree::OutlineDivision;
use crate::import::outline::words::SourceWords;
use crate::import::recognise::builder::OutlineBuilder;
use crate::import::recognise::lines::Para;
use crate::import::shapes::heads;
use crate::import::shapes::labels;
use crate::import::shapes::title_words;

/// The form that `division` is, whose paragraphs are `paras`; `tables` says where the cells of tables stand.
pub(in crate::import) fn read_form(
    division: &OutlineDivision,
    paras: &[Para],
    tables: &BTreeMap<usize, TableGrid>,
) -> Draft {
    let mut draft = Draft { title: division.title.clone(), ..Draft::default() };
    let mut rest = paras;
    // （第６条関係） stands beside the number, and the title below it.
    // 利用申込書 stands below 様式第１号（第１条関係） in tests/cases/import/form-application.txt.
    let beside = draft.title.is_empty() || heads::inside(&draft.title.text).is_some();
    if let Some((first, after)) = rest.split_first().filter(|(first, _)| beside && is_title_para(first)) {
        draft.subtitle = std::mem::replace(&mut draft.title, first.words.clone());
        rest = after;
    }
    // A date and whom it is for may stand above the title.
    let untitled = beside && heads::inside(&draft.title.text).is_some();
    let place = title_place(rest).filter(|_| untitled);
    let mut own = Vec::new();
    if let Some(place) = place {
        draft.subtitle = std::mem::replace(&mut draft.title, rest[place].words.clone());
        own.extend_from_slice(&rest[..place]);
        own.extend_from_slice(&rest[place + 1..]);
        rest = &own;
    }
    let mut reader = FormReader { tables, draft, blocks: Vec::new(), enclosed: None };
    let mut at = 0;
    while at < rest.len() {
        at += reader.take(&rest[at..]);
    }
    let draft = reader.finish();
    Draft { between: lines_between(&draft.blocks, paras), ..draft }
}

fn is_closing(text: &str) -> bool {
    folded(text) == "以上"
}

/// The most letters of a line in brackets that is the caption of what follows.
const LONGEST_CAPTION: usize = 14;

struct FormReader<'a> {
    tables: &'a BTreeMap<usize, TableGrid>,
    draft: Draft,
    blocks: Vec<DraftBlock>,
    /// 記, and the blocks above it.
    enclosed: Option<(SourceWords, Vec<DraftBlock>)>,
}

impl FormReader<'_> {
    /// Takes what begins at the head of `paras`, and says how many of them it was.
    fn take(&mut self, paras: &[Para]) -> usize {
        let para = &paras[0];
        let words = &para.words;
        if let Some(cell) = para.cell {
            let count = paras.iter().take_while(|one| one.cell.is_some_and(|one| one.table == cell.table)).count();
            if let Some(grid) = self.tables.get(&cell.table) {
                let table = table::read_form_table(&paras[..count], grid);
                self.draft.blanks.extend(table.blanks);
                self.draft.repeated.extend(table.repeated);
                self.draft.unplaced.extend(table.unplaced);
                table.blocks.into_iter().for_each(|block| self.table(block));
            }
            return count;
        }
        // 記 … 以上 in tests/cases/import/form-application.txt are such a pair; a second 記 within is a word.
        if is_ki(&words.text) && self.enclosed.is_none() {
            self.enclosed = Some((words.clone(), std::mem::take(&mut self.blocks)));
            return 1;
        }
        if is_closing(&words.text) && self.enclosed.is_some() {
            self.close(words.clone());
            return 1;
        }
        let tokens = tokens(&words.text);
        if tokens.iter().any(|token| matches!(token, Token::Box(_))) {
            return self.options(paras);
        }
        if let Some(asked) = circled_line(words) {
            self.asked(asked);
            return 1;
        }
        if self.date(words, &tokens) || self.addressee(words, &tokens) || self.label(words, &tokens) {
            return 1;
        }
        // Numbers come after all that asks for something: １　電話番号： is a field, not a clause.
        let count = clauses(paras);
        if count > 0 {
            return self.provisions(&paras[..count]);
        }
        if para.heading.is_some() || is_bracketed_head(words) {
            self.blocks.push(DraftBlock::Heading(words.clone()));
            return 1;
        }
        self.paragraph(words, tokens);
        1
    }

    fn finish(mut self) -> Draft {
        self.close(SourceWords::default());
        self.draft.blocks = self.blocks;
        self.draft
    }

    fn close(&mut self, closing: SourceWords) {
        if let Some((head, above)) = self.enclosed.take() {
            let blocks = std::mem::replace(&mut self.blocks, above);
            self.blocks.push(DraftBlock::Enclosure { head, blocks, closing });
        }
    }

    fn blank(&mut self, words: SourceWords) {
        if !words.is_empty() {
            self.draft.blanks.push(words);
        }
    }

    fn date(&mut self, words: &SourceWords, tokens: &[Token]) -> bool {
        let (label, range, calendar) = match tokens {
            [Token::Date(range, calendar)] => (SourceWords::default(), range, calendar),
            [Token::Text(label), Token::Date(range, calendar)] => (words.slice(label.clone()), range, calendar),
            _ => return false,
        };
        if !label.is_empty() && !labels::is_label(&label.text) {
            return false;
        }
        let field = dated_field(label.clone(), words.slice(range.clone()), *calendar);
        self.blocks.push(DraftBlock::Date { label: without_colon(&label), field });
        true
    }

    /// A label, a blank and 殿. Without a label the blank stands in a paragraph, where none is printed.
    fn addressee(&mut self, words: &SourceWords, tokens: &[Token]) -> bool {
        let honorific = |range: &std::ops::Range<usize>| {
            matches!(folded(&words.text[range.clone()]).as_str(), "殿" | "様" | "御中" | "さま")
        };
        match tokens {
            [Token::Text(label), Token::Blank(blank), Token::Text(end)]
                if honorific(end) && labels::is_label(&words.text[label.clone()]) =>
            {
                self.blank(words.slice(blank.clone()));
                let field = DraftField::of(without_colon(&words.slice(label.clone())));
                self.blocks.push(DraftBlock::Addressee { fields: vec![field], honorific: words.slice(end.clone()) });
                true
            }
            // 殿 stands below （事業所名） in tests/cases/import/form-tables.md, and ＿＿＿　様 by itself in
            // form-application.txt.
            [Token::Text(end)] | [Token::Blank(_), Token::Text(end)] if honorific(end) => {
                for token in tokens {
                    if let Token::Blank(blank) = token {
                        self.blank(words.slice(blank.clone()));
                    }
                }
                let end = words.slice(end.clone());
                let mut fields: Vec<DraftField> =
                    std::iter::from_fn(|| self.bracketed_label()).map(DraftField::of).collect();
                // They were taken from the last line upwards.
                fields.reverse();
                let block = if fields.is_empty() {
                    DraftBlock::Paragraph(vec![DraftPart::Field(DraftField::text(end.clone())), DraftPart::Words(end)])
                } else {
                    DraftBlock::Addressee { fields, honorific: end }
                };
                self.blocks.push(block);
                true
            }
            _ => false,
        }
    }

    /// （事業所名） alone on the line above: where a name is written.
    fn bracketed_label(&mut self) -> Option<SourceWords> {
        let Some(DraftBlock::Paragraph(parts)) = self.blocks.last() else { return None };
        let [DraftPart::Words(words)] = parts.as_slice() else { return None };
        let inner = heads::inside(&words.text)?;
        let label =
            Some(words.slice(inner)).filter(|label| labels::is_known(&label.text) || label.text.ends_with('名'))?;
        self.blocks.pop();
        Some(label)
    }

    /// Labels with blanks beside them, and perhaps a seal at the end.
    fn label(&mut self, words: &SourceWords, tokens: &[Token]) -> bool {
        let Some(line) = labelled_line(words, tokens) else { return false };
        line.blanks.into_iter().for_each(|blank| self.blank(blank));
        let mut fields = line.fields;
        // 代理人　住所: who it is about, and the first thing asked of them; 続柄 in brackets behind it stands before it then.
        let named = |field: &DraftField| labels::person_and_label(&field.label.text);
        let first = fields.iter_mut().find_map(|field| named(field).map(|at| (at, field)));
        if let Some((at, first)) = first {
            let caption = first.label.slice(0..at);
            *first = DraftField::of(first.label.slice(at..first.label.text.len()));
            let mut group = DraftGroup { caption, fields, seal: line.seal, ..DraftGroup::default() };
            settle_person(&mut group);
            self.blocks.push(DraftBlock::Group(group));
            return true;
        }
        self.group(DraftGroup { fields, seal: line.seal, ..DraftGroup::default() });
        true
    }

    /// A table: labels have a caption above, and anything else has none.
    fn table(&mut self, block: DraftBlock) {
        match block {
            DraftBlock::Group(group) if group.caption.is_empty() => {
                let caption = self.caption();
                self.blocks.push(DraftBlock::Group(DraftGroup { caption, ..group }));
            }
            DraftBlock::Group(_)
            | DraftBlock::Paragraph(_)
            | DraftBlock::Heading(_)
            | DraftBlock::Addressee { .. }
            | DraftBlock::Date { .. }
            | DraftBlock::Rows { .. }
            | DraftBlock::Provisions(_)
            | DraftBlock::Enclosure { .. } => self.blocks.push(block),
        }
    }

    /// Adds labels to those above, unless a seal ends them.
    fn group(&mut self, group: DraftGroup) {
        // Lines of labels are one block; behind a seal another person signs (様式第２号 in
        // tests/cases/import/form-application.txt).
        if let Some(DraftBlock::Group(above)) = self.blocks.last_mut()
            && above.boxed == group.boxed
            && above.seal.is_empty()
        {
            above.fields.extend(group.fields);
            above.seal = group.seal;
            settle_person(above);
            return;
        }
        let caption = self.caption();
        let mut group = DraftGroup { caption, ..group };
        settle_person(&mut group);
        self.blocks.push(DraftBlock::Group(group));
    }

    /// A head directly above is the caption of what is filled in below it.
    fn caption(&mut self) -> SourceWords {
        let caption = match self.blocks.last() {
            Some(DraftBlock::Heading(words)) => words.slice(heads::inside(&words.text).unwrap_or(0..words.text.len())),
            // （届出者）
            Some(DraftBlock::Paragraph(parts)) => match parts.as_slice() {
                [DraftPart::Words(words)] if words.text.chars().count() <= LONGEST_CAPTION => {
                    heads::inside(&words.text).map(|inner| words.slice(inner)).unwrap_or_default()
                }
                _ => SourceWords::default(),
            },
            _ => SourceWords::default(),
        };
        if caption.is_empty() {
            return caption;
        }
        self.blocks.pop();
        caption
    }

    /// Boxes to mark: those of a line, or of several lines with one each.
    fn options(&mut self, paras: &[Para]) -> usize {
        let single = |para: &&Para| {
            para.cell.is_none()
                && matches!(tokens(&para.words.text).as_slice(), [Token::Box(_), Token::Text(text)] if labels::is_label(&para.words.text[text.clone()]))
        };
        // □ 転居 / □ 家の都合 / □ その他 in tests/cases/import/form-application.txt are one choice.
        let lines = paras.iter().take_while(single).count();
        if lines > 1 {
            let mut options = Vec::new();
            for para in &paras[..lines] {
                if let [Token::Box(mark), Token::Text(text)] = tokens(&para.words.text).as_slice() {
                    self.blank(para.words.slice(mark.clone()));
                    options.push(para.words.slice(text.clone()));
                }
            }
            self.choice(&SourceWords::default(), options);
            return lines;
        }
        let words = &paras[0].words;
        match options_line(words, &tokens(&words.text)) {
            Some((label, options, boxes)) => {
                for one in boxes {
                    self.blank(one);
                }
                self.choice(&label, options);
            }
            None => self.loose_options(words),
        }
        1
    }

    /// Boxes with more beside them than their words: □その他（　　　）, as cells of tables have them
    /// (tests/cases/import/form-lines.txt). What is no choice stays text, and is told.
    fn loose_options(&mut self, words: &SourceWords) {
        let Some(asked) = boxed_options(words, &tokens(&words.text)) else {
            self.draft.unplaced.push(words.clone());
            self.blocks.push(DraftBlock::Paragraph(vec![DraftPart::Words(words.clone())]));
            return;
        };
        self.asked(asked);
    }

    /// A choice, with the room behind its options.
    fn asked(&mut self, asked: AskedFields) {
        asked.blanks.into_iter().for_each(|blank| self.blank(blank));
        for field in asked.fields {
            if field.options.is_empty() {
                self.group(DraftGroup { boxed: true, fields: vec![field], ..DraftGroup::default() });
            } else {
                self.choice(&field.label, field.options);
            }
        }
    }

    fn choice(&mut self, label: &SourceWords, options: Vec<SourceWords>) {
        let kind = choice_type(&options);
        // A choice without a label is named by its options, which stand in the text anyway, so that no letter is
        // added.
        if label.is_empty() {
            let mut label = SourceWords::default();
            for option in &options {
                label.join_with("・", option);
            }
            let field = DraftField { kind, options, ..DraftField::text(label) };
            self.blocks.push(DraftBlock::Paragraph(vec![DraftPart::Field(field)]));
        } else {
            let field = DraftField { kind, options, ..DraftField::text(without_colon(label)) };
            self.group(DraftGroup { boxed: true, fields: vec![field], ..DraftGroup::default() });
        }
    }

    fn provisions(&mut self, paras: &[Para]) -> usize {
        let built = OutlineBuilder::new(paras, self.tables).build(&BTreeSet::new());
        let mut divisions = built.divisions.into_iter();
        let nodes: Vec<OutlineNode> = divisions.next().map_or_else(Vec::new, |division| division.nodes);
        // What a form cannot hold (a division, a history, a folded table) stays paragraph by paragraph.
        if divisions.next().is_some() || !built.repeated.is_empty() || nodes.is_empty() {
            self.blocks
                .extend(paras.iter().map(|para| DraftBlock::Paragraph(vec![DraftPart::Words(para.words.clone())])));
        } else {
            self.blocks.push(DraftBlock::Provisions(nodes));
        }
        paras.len()
    }

    /// Running text; underlines, empty brackets and dates in it are places to fill in.
    fn paragraph(&mut self, words: &SourceWords, tokens: Vec<Token>) {
        let parts = parts_of(words, tokens, &mut self.draft.blanks);
        self.blocks.push(DraftBlock::Paragraph(parts));
    }
}

/// Finds out whether a group is about one person who signs for another: 氏名　㊞（続柄　　）.
fn settle_person(group: &mut DraftGroup) {
    let parts: Option<Vec<PersonPart>> =
        group.fields.iter().map(|field| labels::person_part(&field.label.text)).collect();
    let Some(parts) = parts.filter(|_| !group.seal.is_empty()) else { return };
    let each_once = parts.iter().collect::<BTreeSet<_>>().len() == parts.len();
    if each_once && parts.contains(&PersonPart::Relationship) && parts.contains(&PersonPart::Name) {
        // The name stands last beside its seal; here it stands where the text has it.
        if let [.., PersonPart::Relationship, PersonPart::Name] = parts.as_slice() {
            let last = group.fields.len() - 1;
            group.fields.swap(last - 1, last);
        }
        group.person = true;
    }
}

/// A head of the form's own: 【…】, ＜…＞.
fn is_bracketed_head(words: &SourceWords) -> bool {
    heads::inside(&words.text).is_some()
        && title_words::is_short(&words.text)
        && words.text.trim_start().starts_with(['【', '＜', '<', '《', '■', '［'])
}
