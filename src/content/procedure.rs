//! Procedures as authors write them: which forms a task of a facility takes, in which order, and what else is to be known.

use super::basics::Bilingual;
use super::declare::record;
use super::decode::Text;
use super::form_parts::FormTask;

record! {
    /// A procedure: the forms of a task in their order, and what else is to be known of it.
    pub struct WrittenProcedure (Open) => "手続（用件ごとに、使う様式とその順序、提出先など）" {
        /// The task.
        task: FormTask => "用件",
        /// The procedure in a sentence or two.
        about: Option<Bilingual> => "手続の説明（一、二文）",
        /// The time by which it is done.
        deadline: Option<Bilingual> => "期限",
        /// The contact to whom the forms are sent, by id.
        send_to: Option<Text> => "提出先（連絡先のid）",
        /// The forms, in the order in which they are filled in.
        forms: Vec<WrittenStep> => "使う様式。記入する順に",
        /// Answers that go into several of the forms and are asked for once.
        answers: Vec<WrittenAnswer> => "複数の様式に共通し、一度だけ尋ねる項目",
    }

    /// A form of a procedure.
    pub struct WrittenStep => "手続で使う様式" {
        /// The form, by id.
        form: Text => "様式のid",
        /// The person or office that keeps it.
        keeper: Option<Bilingual> => "保管する者",
        /// The condition under which it is needed, or what else is to be known.
        note: Option<Bilingual> => "必要になる場合など、添える言葉",
    }

    /// An answer that goes into several places.
    pub struct WrittenAnswer => "複数の欄に入る一つの答え" {
        /// The places: `application:establishment.name`. The label of the first is asked.
        fields: Vec<Text> => "答えが入る欄（`様式のid:欄`。例は`application:establishment.name`）。最初の欄の名称で尋ねる",
    }
}
