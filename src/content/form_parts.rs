//! Parts of the blocks of forms: fields, tables of rows, persons, signatures.

use super::basics::{Bilingual, Id};
use super::declare::{keyword, record};
use super::decode::{Located, Text};
use super::schema::{WrittenLevel, WrittenProvision, WrittenStyle};

record! {
    /// One of the copies that are made of a form.
    pub struct WrittenCopy => "様式の写しの一つ" {
        /// Its id.
        id: Id => "写しのid",
        /// For whom it is.
        label: Option<Bilingual> => "誰のための写しか",
        /// From whom it comes.
        from: Option<Bilingual> => "誰が交付するか",
        /// The keeper of the copy.
        keeper: Option<Bilingual> => "誰が保管するか",
    }

    /// Running text with places to fill in.
    pub struct Paragraph (Open) => "記入する箇所を含むことのできる文章" {
        /// Its id.
        id: Id => "ブロックのid",
        /// Japanese.
        ja: Text => "日本語の文章",
        /// English.
        en: Option<Text> => "英語の文章",
        // Both languages refer to the same fields, each where its grammar wants them.
        /// The places to fill in, set where the text refers to them.
        fields: Vec<WrittenField> => "記入する箇所。文中の参照の位置に置かれる",
    }

    /// A heading.
    pub struct Heading => "見出し" {
        /// Its id.
        id: Id => "ブロックのid",
        /// Japanese.
        ja: Text => "日本語の見出し",
        /// English.
        en: Option<Text> => "英語の見出し",
    }

    /// The addressee of the form: lines to write names on, or a contact of the set.
    pub struct Addressee (Open) => "宛先。名前を書く欄か、組の連絡先" {
        /// Its id.
        id: Id => "ブロックのid",
        /// The fields to write the addressee in.
        fields: Vec<WrittenField> => "宛先として記入する欄",
        /// The contact that it is always addressed to.
        contact: Option<Text> => "宛先が常に同じときの連絡先",
        /// The honorific (殿, 様, 御中).
        honorific: Bilingual => "敬称（殿、様、御中）",
    }

    /// The issuer of the sheet.
    pub struct Sender => "発行者" {
        /// Its id.
        id: Id => "ブロックのid",
        /// A contact of the set.
        contact: Text => "組の連絡先のid",
    }

    /// Numbered text, as in a document.
    pub struct Provisions (Open) => "文書と同じように番号の付く文章" {
        /// Its id.
        id: Id => "ブロックのid",
        /// One style a depth.
        levels: Vec<WrittenLevel> => "階層ごとの番号の書き方",
        /// The number of second and later paragraphs.
        paragraph: Option<WrittenStyle> => "第二項以降の番号",
        /// The provisions.
        body: Vec<WrittenProvision> => "条項",
    }

    /// A ruled table of labels and boxes.
    pub struct FieldGroup (Open) => "項目名と記入欄の表" {
        /// Its id.
        id: Id => "ブロックのid",
        /// The person or thing that the fields are about.
        caption: Option<Bilingual> => "誰の、何についての欄か",
        /// Whether the office that receives the form fills them in.
        office_use: Option<bool> => "様式を受け取る事務局が記入するかどうか",
        /// The fields.
        fields: Vec<WrittenField> => "記入欄",
        /// The fields of which at least one must be filled in.
        either: Vec<Text> => "そのうちいずれか一つは必ず記入する欄のid",
    }

    /// A ruled table about one person.
    pub struct Person => "一人についての表" {
        /// Its id.
        id: Id => "ブロックのid",
        /// The person's part in the form.
        caption: Option<Bilingual> => "誰についてか",
        /// The parts asked about the person.
        parts: Vec<PersonPart> => "その人について尋ねる事項",
        /// The parts that must be filled in.
        required: Vec<PersonPart> => "そのうち必ず記入する事項",
        /// The parts of which at least one must be filled in.
        either: Vec<PersonPart> => "いずれか一つは必ず記入する事項",
        /// Whether the person signs for another, if anyone does: then nothing, or what is required, is filled in.
        proxy: Option<bool> => "本人に代わって署名する人かどうか。いないときは記入せず、いるときは必要な事項を記入する",
        /// The seal that is asked for beside the name.
        seal: Seal => "氏名の横に押印を求めるかどうか",
    }

    /// A table with a line for each entry.
    pub struct WrittenRows (Open) => "一件を一行に記入する表" {
        /// Its id.
        id: Id => "ブロックのid",
        /// The subject of the entries.
        caption: Option<Bilingual> => "何を記入する表か",
        /// The text before the table, in Japanese.
        ja: Option<Text> => "表の前に置く文章（日本語）",
        /// The text before the table, in English.
        en: Option<Text> => "表の前に置く文章（英語）",
        /// The columns.
        columns: Vec<WrittenField> => "列",
        /// The columns of which at least one must be filled in, in each line that is begun.
        either: Vec<Text> => "記入する行では、いずれか一つは必ず記入する列のid",
        /// Whether the office that receives the form fills them in.
        office_use: Option<bool> => "様式を受け取る事務局が記入するかどうか",
        // A sheet is printed with just these lines, filled in or not.
        /// The number of lines on a sheet.
        count: Located<u32> => "一枚の行数",
        /// The least number of entries.
        min: Option<Located<u32>> => "必要な件数の下限",
        /// The greatest number of entries; as many as lines, unless it continues.
        max: Option<Located<u32>> => "件数の上限。ないときは行数まで（続けるときは制限なし）",
        /// The head of a first column that numbers the lines.
        numbered: Option<Bilingual> => "行に番号を付ける最初の列の見出し",
        /// Whether further sheets of the same table may be added.
        continues: Option<bool> => "同じ表の用紙を追加できるかどうか",
    }

    /// An appended table, drawn in full.
    pub struct TableBlock => "別表の全体" {
        /// Its id.
        id: Id => "ブロックのid",
        /// The table of the set.
        table: Text => "組の別表のid",
    }

    /// A contact's details.
    pub struct ContactBlock => "連絡先の詳細" {
        /// Its id.
        id: Id => "ブロックのid",
        /// Its purpose, for instance 提出先.
        caption: Option<Bilingual> => "何のための連絡先か（提出先など）",
        /// A contact of the set.
        contact: Text => "組の連絡先のid",
    }

    /// A line for a date.
    pub struct DateLine => "日付を書く行" {
        /// Its id.
        id: Id => "ブロックのid",
        /// The event that is dated.
        label: Option<Bilingual> => "何の日付か",
        /// The words printed before the year.
        calendar: DateCalendar => "年の前に印刷するもの",
        /// Whether it must be filled in; left out where the source does not say.
        required: Option<bool> => "必ず記入するかどうか（出典に記載がなければ書かない）",
    }

    /// Lines to sign on.
    pub struct Signature (Open) => "署名欄" {
        /// Its id.
        id: Id => "ブロックのid",
        /// The person who signs.
        caption: Option<Bilingual> => "誰が署名するか",
        /// The lines; the seal stands on the last.
        fields: Vec<WrittenField> => "欄。押印の場所は最後の欄に付く",
        /// The seal that is asked for.
        seal: Seal => "押印を求めるかどうか",
    }

    /// One thing to fill in.
    pub struct WrittenField => "記入欄の一つ" {
        // Data, links and the names of a PDF's fields go by it, while labels change.
        /// Its id.
        id: Id => "欄のid",
        /// Its label.
        label: Bilingual => "項目名",
        /// The type of the value.
        r#type: FieldType => "記入するものの種類",
        /// Whether it must be filled in; left out where the source does not say.
        required: Option<bool> => "必ず記入するかどうか（出典に記載がなければ書かない）",
        /// Its height in lines of handwriting.
        lines: Option<Located<u32>> => "手書きの行数で表した高さ",
        /// Of a date: what is printed before the year.
        calendar: Option<DateCalendar> => "日付の欄：年の前に印刷するもの",
        /// Of a choice: the appended table.
        table: Option<Text> => "選択の欄：選択肢となる別表",
        /// Of radio buttons and check boxes: what they offer.
        options: Vec<WrittenChoice> => "選択肢（`radio`と`checkboxes`の欄）",
        /// Of a text: whether its reading is written above it.
        furigana: Option<bool> => "文字の欄：上にふりがなの欄を設けるかどうか",
    }

    /// One of the options of a field.
    pub struct WrittenChoice => "欄の選択肢の一つ" {
        /// Its id.
        id: Id => "選択肢のid",
        /// Japanese.
        ja: Text => "日本語",
        /// English.
        en: Option<Text> => "英語",
    }
}

impl FormTask {
    /// The tasks of a facility, for which every region with forms has a page.
    pub const OF_FACILITY: [Self; 4] = [Self::Join, Self::Change, Self::Leave, Self::Consent];
}

keyword! {
    /// The origin of a form's text.
    pub enum Origin => "様式の本文の出どころ" {
        /// The issuer's publication holds it.
        Source = "source" => "発行者の刊行物に本文がある",
        /// The publication names it without a body; the baseline's model stands in.
        BaselineModel = "baseline-model" => "刊行物には名称だけがあり、準則のひな型で補う",
        /// The publication names it without a body; junsoku wrote a model.
        ProjectModel = "project-model" => "刊行物には名称だけがあり、junsokuのひな型で補う",
    }

    /// The task for which people look for a form.
    pub enum FormTask => "様式を探す人の用件" {
        /// Joining: applying for use.
        Join = "join" => "参加する（利用の申込み）",
        /// Telling of a change.
        Change = "change" => "変更を届け出る",
        /// Leaving: ending the use.
        Leave = "leave" => "やめる（退会・利用の終了）",
        /// Asking a patient for consent.
        Consent = "consent" => "患者の同意を得る",
        /// Pledging confidentiality.
        Pledge = "pledge" => "誓約する",
        /// A notice that the office issues, so that no facility fills it in.
        Notice = "notice" => "事務局が発行する通知（施設は記入しない）",
    }

    /// The seal that a signature asks for.
    pub enum Seal => "署名に押印を求めるかどうか" {
        /// A seal (印).
        Required = "required" => "押印が必要",
        /// A signature, or the name in print with a seal (署名又は記名押印).
        SignOrSeal = "sign-or-seal" => "署名又は記名押印",
        /// No seal.
        None = "none" => "押印は不要",
    }

    /// The words printed before the year of a date line.
    pub enum DateCalendar => "日付の行で年の前に印刷するもの" {
        /// The present era (令和).
        Era = "era" => "現在の元号（令和）",
        /// The words for the Western calendar (（西暦）).
        Western = "western" => "（西暦）",
        /// Nothing.
        None = "none" => "何も印刷しない",
    }

    /// The type of a field's value.
    pub enum FieldType => "記入するものの種類" {
        /// One line of text.
        Text = "text" => "一行の文字",
        /// A whole number.
        Number = "number" => "整数",
        /// Several lines of text.
        Multiline = "multiline" => "数行の文字",
        /// The reading of a name.
        Furigana = "furigana" => "氏名のふりがな",
        /// A postal code (〒).
        PostalCode = "postal-code" => "郵便番号",
        /// A telephone number.
        Telephone = "telephone" => "電話番号",
        /// An e-mail address.
        Email = "email" => "メールアドレス",
        /// A date.
        Date = "date" => "日付",
        /// One entry of an appended table.
        Choice = "choice" => "別表の項目の一つ",
        /// One of several options.
        Radio = "radio" => "選択肢のうち一つ",
        /// Any of several options.
        Checkboxes = "checkboxes" => "選択肢のうちいくつでも",
        /// A mark, or none.
        Check = "check" => "印を付けるか、付けないか",
    }

    /// The parts that a block about a person asks for.
    pub enum PersonPart => "人について尋ねる事項" {
        /// The name (氏名).
        Name = "name" => "氏名",
        /// The reading of the name (ふりがな).
        Furigana = "furigana" => "ふりがな",
        /// The relationship (続柄).
        Relationship = "relationship" => "続柄",
        /// The address (住所).
        Address = "address" => "住所",
        /// The telephone number (電話番号).
        Telephone = "telephone" => "電話番号",
    }
}
