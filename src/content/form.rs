//! What authors write of forms: a tree of blocks, from which the paper, the page and the data follow.

use super::block::Block;
use super::decode::{Located, Text};
use super::schema::{Bilingual, EditorNote, Id, Level, Provision, Source, Standing, Style};
use crate::{keyword, record};

record! {
    /// A form.
    pub struct Form {
        /// Its number among the set's forms.
        number: Option<Located<u32>>,
        /// Its title.
        title: Option<Bilingual>,
        /// A second line below the title.
        subtitle: Option<Bilingual>,
        /// Where its text comes from.
        origin: Origin,
        /// Whether it is the issuer's own text.
        standing: Standing,
        /// What it restates.
        source: Option<Source>,
        /// Who fills it in, when, and who keeps it.
        purpose: Option<Bilingual>,
        /// The provision that asks for it: `policy#pledge`.
        basis: Option<Text>,
        /// `false`: what is filled in on the page is never kept in the browser (patients' consent, passwords).
        draft: Option<bool>,
        /// What a careful editor would raise; for reviewers.
        editor_notes: Vec<EditorNote>,
        /// Which copies are made of it, and who keeps them.
        copies: Vec<Copy>,
        /// The form that it takes over: `baseline/staff-pledge`.
        extends: Option<Text>,
        /// Blocks that stand in place of the extended form's.
        replace: Vec<Block>,
        /// Blocks of the extended form that are left out.
        drop: Vec<Id>,
        /// Blocks after the extended form's.
        append: Vec<Block>,
        /// The blocks of a form that extends none.
        blocks: Vec<Block>,
    }

    /// One of the copies that are made of a form.
    pub struct Copy {
        /// Its id.
        id: Id,
        /// For whom it is.
        label: Option<Bilingual>,
        /// From whom it comes.
        from: Option<Bilingual>,
        /// Who keeps it.
        keeper: Option<Bilingual>,
    }

    /// Running text with places to fill in.
    pub struct Paragraph {
        /// Its id.
        id: Id,
        /// Japanese.
        ja: Text,
        /// English.
        en: Option<Text>,
        /// The places to fill in, set where the text refers to them.
        fields: Vec<Field>,
    }

    /// A heading.
    pub struct Heading {
        /// Its id.
        id: Id,
        /// Japanese.
        ja: Text,
        /// English.
        en: Option<Text>,
    }

    /// Whom the form is addressed to: lines to write names on, or a contact of the set.
    pub struct Addressee {
        /// Its id.
        id: Id,
        /// What is written there.
        fields: Vec<Field>,
        /// Whom it is always addressed to.
        contact: Option<Text>,
        /// 殿, 様.
        honorific: Bilingual,
    }

    /// Who issues the sheet.
    pub struct Sender {
        /// Its id.
        id: Id,
        /// A contact of the set.
        contact: Text,
    }

    /// Numbered text, as in a document.
    pub struct Provisions {
        /// Its id.
        id: Id,
        /// One style a depth.
        levels: Vec<Level>,
        /// The number of second and later paragraphs.
        paragraph: Option<Style>,
        /// The provisions.
        body: Vec<Provision>,
    }

    /// What stands between 記 and 以上.
    pub struct Enclosure {
        /// Its id.
        id: Id,
        /// The number of its captioned blocks.
        numbering: Option<Style>,
        /// `false`: does not end with 以上.
        closing: Option<bool>,
        /// The blocks.
        blocks: Vec<Block>,
    }

    /// A page of its own, printed on the back.
    pub struct Overleaf {
        /// Its id.
        id: Id,
        /// Its title.
        title: Bilingual,
        /// The blocks.
        blocks: Vec<Block>,
        /// Whether it ends with 以上.
        closing: Option<bool>,
    }

    /// A ruled table of labels and boxes.
    pub struct FieldGroup {
        /// Its id.
        id: Id,
        /// Whom or what the fields are about.
        caption: Option<Bilingual>,
        /// Whether the office that receives the form fills them in.
        office_use: Option<bool>,
        /// The fields.
        fields: Vec<Field>,
    }

    /// A ruled table about one person.
    pub struct Person {
        /// Its id.
        id: Id,
        /// Who it is.
        caption: Option<Bilingual>,
        /// What is asked about the person.
        parts: Vec<PersonPart>,
        /// What of it must be filled in.
        required: Vec<PersonPart>,
        /// Whether the person signs for another, if anyone does: then nothing, or what is required, is filled in.
        proxy: Option<bool>,
        /// Whether a seal is asked for beside the name.
        seal: Seal,
    }

    /// A table with a line for each entry.
    pub struct Rows {
        /// Its id.
        id: Id,
        /// What is entered.
        caption: Option<Bilingual>,
        /// What is said before the table, in Japanese.
        ja: Option<Text>,
        /// What is said before the table, in English.
        en: Option<Text>,
        /// The columns.
        columns: Vec<Field>,
        /// Whether the office that receives the form fills them in.
        office_use: Option<bool>,
        /// How many lines a sheet has.
        count: Located<u32>,
        /// How many entries there must be.
        min: Option<Located<u32>>,
        /// How many entries there may be; as many as lines, unless it continues.
        max: Option<Located<u32>>,
        /// The head of a first column that numbers the lines.
        numbered: Option<Bilingual>,
        /// Whether further sheets of the same table may be added.
        continues: Option<bool>,
    }

    /// An appended table, drawn in full.
    pub struct TableBlock {
        /// Its id.
        id: Id,
        /// The table of the set.
        table: Text,
    }

    /// A contact's details.
    pub struct ContactBlock {
        /// Its id.
        id: Id,
        /// What it is there for (提出先).
        caption: Option<Bilingual>,
        /// A contact of the set.
        contact: Text,
    }

    /// A line for a date.
    pub struct DateLine {
        /// Its id.
        id: Id,
        /// What the date is of.
        label: Option<Bilingual>,
        /// What is printed before the year.
        calendar: DateCalendar,
        /// Whether it must be filled in.
        required: Option<bool>,
    }

    /// Lines to sign on.
    pub struct Signature {
        /// Its id.
        id: Id,
        /// Who signs.
        caption: Option<Bilingual>,
        /// The lines; the seal stands on the last.
        fields: Vec<Field>,
        /// Whether a seal is asked for.
        seal: Seal,
    }

    /// One thing to fill in.
    pub struct Field {
        /// Its id.
        id: Id,
        /// Its label.
        label: Bilingual,
        /// What it holds.
        r#type: FieldType,
        /// Whether it must be filled in.
        required: Option<bool>,
        /// Its height in lines of handwriting.
        lines: Option<Located<u32>>,
        /// Of a date: what is printed before the year.
        calendar: Option<DateCalendar>,
        /// Of a choice: the appended table.
        table: Option<Text>,
        /// Of radio buttons and check boxes: what they offer.
        options: Vec<Choice>,
        /// Of a text: whether its reading is written above it.
        furigana: Option<bool>,
    }

    /// One of the options of a field.
    pub struct Choice {
        /// Its id.
        id: Id,
        /// Japanese.
        ja: Text,
        /// English.
        en: Option<Text>,
    }
}

keyword! {
    /// Where a form's text comes from.
    pub enum Origin {
        /// The issuer's publication holds it.
        Source = "source",
        /// The publication names it without a body; the baseline's model stands in.
        BaselineModel = "baseline-model",
        /// The publication names it without a body; junsoku wrote a model.
        ProjectModel = "project-model",
    }

    /// Whether a signature asks for a seal.
    pub enum Seal {
        /// 印
        Required = "required",
        /// 署名又は記名押印
        SignOrSeal = "sign-or-seal",
        /// No seal.
        None = "none",
    }

    /// What is printed before the year of a date line.
    pub enum DateCalendar {
        /// 令和
        Era = "era",
        /// （西暦）
        Western = "western",
        /// Nothing.
        None = "none",
    }

    /// What a field holds.
    pub enum FieldType {
        /// One line of text.
        Text = "text",
        /// A whole number.
        Number = "number",
        /// Several lines of text.
        Multiline = "multiline",
        /// The reading of a name.
        Furigana = "furigana",
        /// 〒
        PostalCode = "postal-code",
        /// A telephone number.
        Telephone = "telephone",
        /// An e-mail address.
        Email = "email",
        /// A date.
        Date = "date",
        /// One entry of an appended table.
        Choice = "choice",
        /// One of several options.
        Radio = "radio",
        /// Any of several options.
        Checkboxes = "checkboxes",
        /// A mark, or none.
        Check = "check",
    }

    /// What a block about a person asks for.
    pub enum PersonPart {
        /// 氏名
        Name = "name",
        /// ふりがな
        Furigana = "furigana",
        /// 続柄
        Relationship = "relationship",
        /// 住所
        Address = "address",
        /// 電話番号
        Telephone = "telephone",
    }
}
