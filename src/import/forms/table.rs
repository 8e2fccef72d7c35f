//! Tables of forms, cell by cell: labels with boxes beside them, labels over several rows that name those, heads with empty
//! lines below. A cell that is not understood stands as text and takes nothing else with it.

use std::collections::{BTreeMap, BTreeSet};

use super::asked::{AskedFields, called_after};
use super::box_cell::{CellContent, cell_content};
use super::circled::circled_words;
use super::form_cell::FormCell;
use super::labelled::inline_parts;
use crate::content::FieldType;
use crate::import::outline::draft::{DraftBlock, DraftField, DraftGroup, DraftPart};
use crate::import::outline::table::TableGrid;
use crate::import::outline::words::SourceWords;
use crate::import::recognise::lines::Para;
use crate::import::shapes::labels;

/// A table as it was read.
#[derive(Debug, Default)]
pub(in crate::import) struct FormTable {
    pub(in crate::import) blocks: Vec<DraftBlock>,
    /// The letters that only show where to write.
    pub(in crate::import) blanks: Vec<SourceWords>,
    /// Words that stand in every line of a table and are written once.
    pub(in crate::import) repeated: Vec<SourceWords>,
    /// Cells that stand as text.
    pub(in crate::import) unplaced: Vec<SourceWords>,
}

/// Reads the table whose cells are `paras` and stand as `grid` says.
pub(in crate::import) fn read_form_table(paras: &[Para], grid: &TableGrid) -> FormTable {
    let mut reader = TableReader::new(paras, grid);
    let mut row = 0;
    while row < grid.rows {
        // Tables that repeat come first: a row of heads would else be read as pairs of labels without boxes.
        let taken = reader.entries(row).or_else(|| reader.crossings(row));
        row += taken.unwrap_or_else(|| {
            reader.row(row);
            1
        });
    }
    reader.flush();
    reader.heading();
    reader.out
}

pub(super) struct TableReader<'a> {
    pub(super) grid: &'a TableGrid,
    /// The cells by the rows in which they begin.
    pub(super) rows: Vec<Vec<FormCell>>,
    /// The cells that name the rows beside them.
    captions: BTreeSet<(usize, usize)>,
    group: DraftGroup,
    /// The words above the fields that come next.
    pub(super) caption: SourceWords,
    /// The rows in which what a caption names ends.
    ends: BTreeSet<usize>,
    pub(super) out: FormTable,
}

impl<'a> TableReader<'a> {
    fn new(paras: &[Para], grid: &'a TableGrid) -> Self {
        let mut rows: Vec<Vec<FormCell>> = vec![Vec::new(); grid.rows];
        let mut held: BTreeMap<(usize, usize), SourceWords> = BTreeMap::new();
        for para in paras {
            let Some(cell) = para.cell else { continue };
            // Paragraphs of a cell as one, parted so that words of two lines do not run together.
            held.entry((cell.row, cell.column)).or_default().join_with("\u{3000}", &para.words);
        }
        for place in &grid.cells {
            let words = held.remove(&(place.row, place.column)).unwrap_or_default();
            let content = cell_content(&words);
            if let Some(row) = rows.get_mut(place.row) {
                row.push(FormCell { place: *place, words, content });
            }
        }
        let mut reader = Self {
            grid,
            rows,
            captions: BTreeSet::new(),
            group: DraftGroup::default(),
            caption: SourceWords::default(),
            ends: BTreeSet::new(),
            out: FormTable::default(),
        };
        reader.captions = reader.find_captions();
        reader
    }

    /// Labels over several rows beside which there are labels again: 申込者 beside 氏名, 住所 and 電話番号.
    fn find_captions(&self) -> BTreeSet<(usize, usize)> {
        let names = |cell: &FormCell| {
            let (place, end) = (cell.place, cell.place.column + cell.place.across);
            let rows = self.rows.get(place.row..place.row + place.down).unwrap_or_default();
            let beside = || rows.iter().flatten().filter(|other| other.place.column >= end);
            let labelled = beside().filter(|other| other.is_labelled()).count();
            // 申込者 and 借りる物 in tests/cases/import-docx/form-tables.txt; 備考 over several rows beside room alone is a
            // label.
            place.down > 1 && cell.label().is_some() && labelled > 0 && end < self.grid.columns
        };
        self.rows.iter().flatten().filter(|cell| names(cell)).map(|cell| (cell.place.row, cell.place.column)).collect()
    }

    fn is_caption(&self, cell: &FormCell) -> bool {
        self.captions.contains(&(cell.place.row, cell.place.column))
    }

    /// The cells that begin in a row, without captions.
    pub(super) fn cells(&self, row: usize) -> Vec<FormCell> {
        let all = self.rows.get(row).map_or(&[][..], Vec::as_slice);
        all.iter().filter(|cell| !self.is_caption(cell)).cloned().collect()
    }

    // What is made of them.

    /// Takes the captions that begin in a row, and ends what others name.
    pub(super) fn begin(&mut self, row: usize) {
        if self.ends.remove(&row) {
            self.flush();
        }
        let captions: Vec<FormCell> =
            self.rows.get(row).into_iter().flatten().filter(|cell| self.is_caption(cell)).cloned().collect();
        for cell in captions {
            self.flush();
            self.caption.join_with("\u{3000}", &cell.words);
            self.ends.insert(row + cell.place.down);
        }
    }

    pub(super) fn flush(&mut self) {
        if !self.group.fields.is_empty() {
            self.out.blocks.push(DraftBlock::Group(std::mem::take(&mut self.group)));
        }
    }

    /// A caption below which nothing is filled in is a heading.
    pub(super) fn heading(&mut self) {
        let caption = std::mem::take(&mut self.caption);
        if !caption.is_empty() {
            self.out.blocks.push(DraftBlock::Heading(caption));
        }
    }

    pub(super) fn field(&mut self, field: DraftField) {
        if self.group.fields.is_empty() {
            self.group =
                DraftGroup { boxed: true, caption: std::mem::take(&mut self.caption), ..DraftGroup::default() };
        }
        self.group.fields.push(field);
    }

    fn block(&mut self, block: DraftBlock) {
        self.flush();
        self.heading();
        self.out.blocks.push(block);
    }

    /// Text, in which room is a place to fill in.
    fn text(&mut self, words: &SourceWords) {
        let parts = inline_parts(words, &mut self.out.blanks);
        if !parts.iter().any(|part| matches!(part, DraftPart::Field(_))) {
            self.out.unplaced.push(words.clone());
        }
        self.block(DraftBlock::Paragraph(parts));
    }

    fn row(&mut self, row: usize) {
        self.begin(row);
        let cells = self.cells(row);
        match cells.as_slice() {
            [] => {}
            [cell] if cell.place.across > 1 || self.grid.columns == cell.place.across => self.whole_row(row, cell),
            // Heads of what is asked for in the rows below: 項目 | 内容.
            cells if cells.len() > 1 && cells.iter().all(|cell| Self::is_bare_label(row, cell)) => {
                let mut line = SourceWords::default();
                for cell in cells {
                    line.join_with("\u{3000}", &cell.words);
                }
                // The first row is the head of the table and asks for nothing, as a person expects.
                if row > 0 {
                    self.out.unplaced.push(line.clone());
                }
                self.block(DraftBlock::Paragraph(vec![DraftPart::Words(line)]));
            }
            cells => self.pairs(cells),
        }
    }

    /// Whether a cell is a label behind which nothing is written.
    fn is_bare_label(row: usize, cell: &FormCell) -> bool {
        cell.label().is_some_and(|words| row == 0 || !labels::is_known(&words.text))
    }

    /// A cell that is as broad as the table: a heading, room to write below one, or text.
    fn whole_row(&mut self, row: usize, cell: &FormCell) {
        match &cell.content {
            // 使う人 stands above its list in tests/cases/import-docx/form-tables.txt; a label in the last row heads
            // nothing.
            CellContent::Label(words) if row + 1 < self.grid.rows => {
                self.flush();
                self.heading();
                self.caption = words.clone();
            }
            // 困っていること stands above an empty row in tests/cases/import-docx/form-tables.txt.
            CellContent::Empty(blanks) if !self.caption.is_empty() && self.group.fields.is_empty() => {
                self.out.blanks.extend(blanks.clone());
                let label = std::mem::take(&mut self.caption);
                self.field(DraftField { kind: FieldType::Multiline, ..DraftField::text(label) });
            }
            CellContent::Asks(asked) => {
                // The words above are the label of what has none.
                let bare = asked.fields.iter().any(|field| field.label.is_empty());
                let label = (bare && self.group.fields.is_empty()).then(|| std::mem::take(&mut self.caption));
                self.asked(label.filter(|label| !label.is_empty()), asked.clone(), &cell.words);
            }
            CellContent::Empty(blanks) => self.out.blanks.extend(blanks.clone()),
            CellContent::Label(words) | CellContent::Text(words) => self.text(words),
        }
    }

    /// Labels and boxes in turn.
    fn pairs(&mut self, cells: &[FormCell]) {
        let mut label: Option<SourceWords> = None;
        // 電話 | 自宅 | 　 | 携帯 | 　: the first label is over the others.
        let named = cells.iter().filter(|cell| cell.label().is_some()).count();
        let over =
            cells.len() > 3 && named * 2 == cells.len() + 1 && cells.iter().take(2).all(|cell| cell.label().is_some());
        for (at, cell) in cells.iter().enumerate() {
            let circled = label.as_ref().and_then(|label| circled_words(label, &cell.words));
            if let Some(asked) = circled.filter(|_| !matches!(cell.content, CellContent::Empty(_))) {
                self.asked(label.take(), asked, &cell.words);
                continue;
            }
            match &cell.content {
                CellContent::Label(words) if over && at == 1 => {
                    if let Some(label) = &mut label {
                        label.join_with("\u{3000}", words);
                    }
                }
                CellContent::Label(words) => {
                    if let Some(lone) = label.replace(words.clone()) {
                        self.lone_label(&lone);
                    }
                }
                CellContent::Empty(blanks) => {
                    self.out.blanks.extend(blanks.clone());
                    if let Some(label) = label.take() {
                        let field = DraftField::of(label);
                        // Room over several rows is for sentences.
                        let kind = if cell.place.down > 2 && field.kind == FieldType::Text {
                            FieldType::Multiline
                        } else {
                            field.kind
                        };
                        self.field(DraftField { kind, ..field });
                    }
                }
                CellContent::Asks(asked) => self.asked(label.take(), asked.clone(), &cell.words),
                CellContent::Text(words) => {
                    let mut all = label.take().unwrap_or_default();
                    all.join_with("\u{3000}", words);
                    self.text(&all);
                }
            }
        }
        if let Some(lone) = label {
            self.lone_label(&lone);
        }
    }

    /// A label without a box: what is usually asked for is written behind it.
    fn lone_label(&mut self, words: &SourceWords) {
        if labels::is_known(&words.text) { self.field(DraftField::of(words.clone())) } else { self.text(words) }
    }

    /// Takes what a cell asks for, beside its label.
    fn asked(&mut self, label: Option<SourceWords>, asked: AskedFields, words: &SourceWords) {
        let AskedFields { mut fields, seal, blanks, unit } = asked;
        let mut label = label.map(|mut label| {
            label.join_with("\u{3000}", &unit);
            label
        });
        let lacks = fields.iter().any(|field| field.label.is_empty());
        if lacks && label.is_none() {
            return self.unlabelled(fields, seal, blanks, words);
        }
        self.out.blanks.extend(blanks);
        if let (Some(own), true) = (&label, fields.first().is_some_and(|first| first.label.is_empty())) {
            name_rooms(own, &mut fields);
        }
        for field in &mut fields {
            if field.label.is_empty() {
                let own = label.take().unwrap_or_default();
                // What the cell shows is surer than what its label suggests.
                let kind = if field.kind == FieldType::Text { DraftField::of(own.clone()).kind } else { field.kind };
                (field.label, field.kind) = (own, kind);
            }
        }
        // 電話番号 beside （自宅）　　（携帯）.
        if let (Some(label), Some(first)) = (label, fields.first_mut()) {
            let own = std::mem::replace(&mut first.label, label);
            first.label.join_with("\u{3000}", &own);
        }
        fields.retain(|field| !field.label.is_empty());
        if seal.is_empty() {
            for field in fields {
                self.field(field);
            }
            return;
        }
        // The seal is of the name before it alone.
        self.flush();
        let last = fields.pop();
        for field in fields {
            self.field(field);
        }
        // A group has one seal, at its end, so that the fields before the signed one stand in a group without.
        self.flush();
        let caption = std::mem::take(&mut self.caption);
        let group = DraftGroup { caption, fields: last.into_iter().collect(), seal, ..DraftGroup::default() };
        self.out.blocks.push(DraftBlock::Group(group));
    }

    /// A cell that asks for something no cell names.
    fn unlabelled(
        &mut self,
        fields: Vec<DraftField>,
        seal: SourceWords,
        blanks: Vec<SourceWords>,
        words: &SourceWords,
    ) {
        let lone = match fields.as_slice() {
            [field] => Some(field.clone()),
            _ => None,
        };
        match lone {
            // 氏名 | 　 | 印
            Some(field) if field.kind == FieldType::Text && !seal.is_empty() && !self.group.fields.is_empty() => {
                self.out.blanks.extend(blanks);
                let last = self.group.fields.pop();
                let caption = if self.group.fields.is_empty() {
                    std::mem::take(&mut self.group.caption)
                } else {
                    SourceWords::default()
                };
                self.flush();
                let group = DraftGroup { caption, fields: last.into_iter().collect(), seal, ..DraftGroup::default() };
                self.out.blocks.push(DraftBlock::Group(group));
            }
            Some(field) if field.kind == FieldType::Date && seal.is_empty() => {
                self.out.blanks.extend(blanks);
                self.block(DraftBlock::Date {
                    label: SourceWords::default(),
                    field: DraftField { label: field.line.clone(), ..field },
                });
            }
            Some(field) if !field.options.is_empty() => {
                self.out.blanks.extend(blanks);
                let mut label = SourceWords::default();
                for option in &field.options {
                    label.join_with("・", option);
                }
                self.block(DraftBlock::Paragraph(vec![DraftPart::Field(DraftField { label, ..field })]));
            }
            _ if fields.iter().any(|field| !field.label.is_empty()) && seal.is_empty() => {
                self.out.blanks.extend(blanks);
                for field in fields.into_iter().filter(|field| !field.label.is_empty()) {
                    self.field(field);
                }
            }
            _ => self.text(words),
        }
    }
}

/// Calls the rooms behind the options of the first field after its label too: 既往歴・有 in
/// tests/cases/import-docx/circled.txt.
fn name_rooms(label: &SourceWords, fields: &mut [DraftField]) {
    let Some((choice, rooms)) = fields.split_first_mut() else { return };
    for room in rooms.iter_mut().filter(|room| choice.options.contains(&room.label)) {
        room.label = called_after(label, &room.label);
    }
}
