//! What a place to fill in probably holds, by its label.

use crate::base::notation::widths::folded;
use crate::content::{FieldType, PersonPart};

/// Words of labels, what such a field holds, and its id. The first that the label has is taken.
// The order decides where a label has two of the words: 代表者氏名 is a name.
const LABELS: [(&str, FieldType, &str); 37] = [
    ("生年月日", FieldType::Date, "birth-date"),
    ("郵便番号", FieldType::PostalCode, "postal-code"),
    ("〒", FieldType::PostalCode, "postal-code"),
    ("メールアドレス", FieldType::Email, "email"),
    ("電子メール", FieldType::Email, "email"),
    ("Eメール", FieldType::Email, "email"),
    ("e-mail", FieldType::Email, "email"),
    ("FAX", FieldType::Telephone, "fax"),
    ("ファックス", FieldType::Telephone, "fax"),
    ("ファクシミリ", FieldType::Telephone, "fax"),
    ("電話", FieldType::Telephone, "telephone"),
    ("TEL", FieldType::Telephone, "telephone"),
    ("携帯", FieldType::Telephone, "telephone"),
    ("事業所名", FieldType::Text, "establishment"),
    ("施設名", FieldType::Text, "establishment"),
    ("法人名", FieldType::Text, "corporation"),
    ("所在地", FieldType::Text, "address"),
    ("住所", FieldType::Text, "address"),
    ("氏名", FieldType::Text, "name"),
    ("名前", FieldType::Text, "name"),
    ("署名", FieldType::Text, "name"),
    ("ふりがな", FieldType::Furigana, "furigana"),
    ("フリガナ", FieldType::Furigana, "furigana"),
    ("続柄", FieldType::Text, "relationship"),
    ("職種", FieldType::Text, "occupation"),
    ("所属", FieldType::Text, "affiliation"),
    ("代表者", FieldType::Text, "representative"),
    ("担当者", FieldType::Text, "contact-person"),
    ("連絡先", FieldType::Text, "contact"),
    ("勤務先", FieldType::Text, "workplace"),
    ("役職", FieldType::Text, "position"),
    ("年齢", FieldType::Number, "age"),
    ("人数", FieldType::Number, "people"),
    ("理由", FieldType::Multiline, "reason"),
    ("備考", FieldType::Multiline, "remarks"),
    ("該当者に", FieldType::Check, "check"),
    ("性別", FieldType::Text, "sex"),
];

/// The most letters that a label has.
const LONGEST: usize = 40;

fn known(label: &str) -> Option<(FieldType, &'static str)> {
    let label = folded(label).to_lowercase();
    LABELS.iter().find(|(word, ..)| label.contains(&folded(word).to_lowercase())).map(|(_, kind, id)| (*kind, *id))
}

/// Whether a label asks for an address: 所在地, 住所.
pub(in crate::import) fn is_address(label: &str) -> bool {
    known(label).is_some_and(|(_, id)| id == "address")
}

/// Returns the type that the field with this label probably has.
pub(in crate::import) fn field_type_of(label: &str) -> FieldType {
    let bare = folded(label);
    let bare = bare.trim_end_matches(':');
    match known(label) {
        // An account is no address to write to.
        Some((FieldType::Email, _)) if bare.to_uppercase().contains("ID") => FieldType::Text,
        // 管理者（該当者に○） is a column of boxes.
        Some((FieldType::Check, _)) => FieldType::Check,
        Some((kind, _)) => kind,
        None if bare.ends_with("日付") || bare.ends_with("年月日") || bare.ends_with('日') => FieldType::Date,
        None if bare.ends_with('数') => FieldType::Number,
        None => FieldType::Text,
    }
}

/// An id for the field with this label.
pub(in crate::import) fn id(label: &str, at: usize) -> String {
    known(label).map_or_else(|| format!("field-{}", at + 1), |(_, id)| id.to_owned())
}

/// Whether a line that says only `text` is a label with room beside it.
pub(in crate::import) fn is_known(text: &str) -> bool {
    let text = folded(text);
    let text = text.trim_end_matches(':');
    known(text).is_some()
        // 会の代表者　殿 names whom the form is for (tests/cases/import/form-person.txt).
        && !["殿", "様", "御中", "宛", "あて"].iter().any(|end| text.ends_with(end))
        && text.chars().count() <= 12
        && !text.contains(['。', '、', 'は', 'を', 'に', '(', '<', '【'])
}

/// The part of a person that a label asks for, where the program prints it in the same letters.
pub(in crate::import) fn person_part(label: &str) -> Option<PersonPart> {
    match folded(label).as_str() {
        "氏名" => Some(PersonPart::Name),
        "ふりがな" => Some(PersonPart::Furigana),
        "続柄" => Some(PersonPart::Relationship),
        "住所" => Some(PersonPart::Address),
        "電話番号" => Some(PersonPart::Telephone),
        _ => None,
    }
}

/// Where the label begins that stands behind a word for a person: 代理人　住所.
pub(in crate::import) fn person_and_label(text: &str) -> Option<usize> {
    const PERSONS: [&str; 18] = [
        "本人",
        "代理人",
        "家族",
        "申請者",
        "申込者",
        "届出者",
        "保護者",
        "同意者",
        "誓約者",
        "利用者",
        "代表者",
        "管理者",
        "委任者",
        "受任者",
        "説明者",
        "立会人",
        "保証人",
        "身元引受人",
    ];
    let at = text.find(['\u{3000}', ' '])?;
    let rest = text[at..].trim_start();
    let person = PERSONS.contains(&text[..at].trim_matches(['（', '）', '(', ')']));
    (person && person_part(rest).is_some()).then(|| text.len() - rest.len())
}

/// Whether `text` could be a label at all.
pub(in crate::import) fn is_label(text: &str) -> bool {
    let text = text.trim();
    // A letter in a circle is a mark that was misread.
    let circled = |letter: char| matches!(u32::from(letter), 0x2460..=0x24FF | 0x3200..=0x32FF);
    !text.is_empty()
        && !text.chars().all(circled)
        && text.chars().count() <= LONGEST
        && !text.contains(['。', '、', '※'])
}

/// Whether only one of these can be chosen.
pub(in crate::import) fn excludes(options: &[&str]) -> bool {
    const PAIRS: [[&str; 2]; 19] = [
        ["はい", "いいえ"],
        ["有", "無"],
        ["あり", "なし"],
        ["男", "女"],
        ["可", "不可"],
        ["可", "否"],
        ["要", "不要"],
        ["要", "否"],
        ["済", "未"],
        ["有り", "無し"],
        ["同居", "別居"],
        ["該当", "非該当"],
        ["希望する", "希望しない"],
        ["同意", "不同意"],
        ["賛成", "反対"],
        ["承認", "不承認"],
        ["する", "しない"],
        ["同意する", "同意しない"],
        ["新規", "変更"],
    ];
    // Whole options are compared, since 有 stands within 有料 too.
    let has = |word: &str| options.iter().any(|option| folded(option) == word);
    PAIRS.iter().any(|pair| pair.iter().all(|word| has(word)))
}

/// The id of a form by its title.
pub(in crate::import) fn form_id(title: &str) -> Option<&'static str> {
    // What is asked for comes before how: 退会届 is a withdrawal, and only 届 by itself is a notification.
    const TITLES: [(&str, &str); 12] = [
        ("退会", "withdrawal"),
        ("申込", "application"),
        ("申請", "application"),
        ("同意", "consent"),
        ("誓約", "pledge"),
        ("承諾", "acceptance"),
        ("変更届", "change"),
        ("報告", "report"),
        ("通知", "notice"),
        ("連絡", "notice"),
        ("委任", "proxy"),
        ("届", "notification"),
    ];
    let title = folded(title);
    TITLES.iter().find(|(word, _)| title.contains(word)).map(|(_, id)| *id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_suggest_types() {
        let kinds = [
            ("氏　名", FieldType::Text),
            ("〒", FieldType::PostalCode),
            ("ＴＥＬ", FieldType::Telephone),
            ("E-mail", FieldType::Email),
            ("MCS ID (登録メールアドレス)", FieldType::Text),
            ("登録日", FieldType::Date),
            ("参加者数：", FieldType::Number),
            ("フリガナ", FieldType::Furigana),
            ("退会理由", FieldType::Multiline),
            ("管理者（該当者に○）", FieldType::Check),
        ];
        for (label, expected) in kinds {
            assert_eq!(field_type_of(label), expected, "{label}");
        }
        assert!(is_known("住　所") && !is_known("住所を書く") && excludes(&["はい", "いいえ"]));
    }
}
