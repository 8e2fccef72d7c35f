//! Ids that say what a provision is about: an English word for captions that many documents share, else its number.

use std::collections::BTreeSet;

use crate::base::notation::widths::folded;
use crate::import::outline::node::OutlineNode;
use crate::import::shapes::style::NumberUnit;

/// Captions, as they begin or as a whole, and the ids that they get. The first that fits is taken.
// Longer beginnings stand before shorter ones: 対象患者 before 対象, 事務局の連絡先 before 事務局.
const WORDS: [(&str, &str); 44] = [
    ("目的", "purpose"),
    ("趣旨", "purpose"),
    ("定義", "definitions"),
    ("用語", "definitions"),
    ("構成", "structure"),
    ("適用範囲", "scope"),
    ("対象患者", "patients"),
    ("対象", "scope"),
    ("基本的な考え方", "principles"),
    ("基本方針", "principles"),
    ("基本理念", "principles"),
    ("法令", "laws"),
    ("運営", "operation"),
    ("事務局の連絡先", "secretariat"),
    ("事務局", "secretariat"),
    ("利用申込", "application"),
    ("申込", "application"),
    ("参加申込", "application"),
    ("退会", "withdrawal"),
    ("MCS管理者の設置", "administrator"),
    ("MCS管理者の責務", "administrator-duties"),
    ("MCS管理者", "administrator"),
    ("管理者の設置", "administrator"),
    ("管理者の責務", "administrator-duties"),
    ("患者グループ連携リーダーの責務", "leader-duties"),
    ("患者グループ連携リーダー", "leader"),
    ("利用者の責務", "user-duties"),
    ("スタッフ誓約書", "pledge"),
    ("誓約", "pledge"),
    ("守秘義務", "confidentiality"),
    ("教育", "education"),
    ("研修", "training"),
    ("患者同意", "consent"),
    ("患者・家族の同意", "consent"),
    ("患者の同意", "consent"),
    ("ID・パスワード", "passwords"),
    ("パスワード", "passwords"),
    ("IT機器", "devices"),
    ("グループ", "groups"),
    ("患者グループ", "patient-groups"),
    ("施行期日", "effective-date"),
    ("経過措置", "transition"),
    ("はじめに", "introduction"),
    ("前文", "introduction"),
];

/// The id of `caption` by itself.
pub(in crate::import) fn of_caption(caption: &str) -> Option<&'static str> {
    let caption = folded(caption);
    // （目的） and 目的 are one caption, whoever printed the brackets.
    let bare = caption.trim_matches(['(', ')']);
    if bare.ends_with("留意事項") || bare.ends_with("注意事項") {
        return Some("notes");
    }
    if bare.starts_with("その他") || bare.starts_with("雑則") {
        return Some("other");
    }
    WORDS.iter().find(|(word, _)| bare.starts_with(word)).map(|(_, id)| *id)
}

/// The ids of the nodes of one list; `paragraphs` says that they are later paragraphs.
pub(in crate::import) fn assign(nodes: &[OutlineNode], paragraphs: bool, taken: &mut BTreeSet<String>) -> Vec<String> {
    nodes.iter().enumerate().map(|(at, node)| free(&proposed_id(node, at, paragraphs), taken)).collect()
}

/// `wish`, with a number behind it where it is taken.
pub(in crate::import) fn free(wish: &str, taken: &mut BTreeSet<String>) -> String {
    if taken.insert(wish.to_owned()) {
        return wish.to_owned();
    }
    let named = |number: usize| format!("{wish}-{number}");
    // Thousands of provisions may wish for the same: the first free number is looked for in growing steps.
    // `high` is free at every step, whatever ids of labels are taken in between.
    let mut high = 2;
    while taken.contains(&named(high)) {
        high *= 2;
    }
    let mut low = high / 2;
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if taken.contains(&named(middle)) { low = middle } else { high = middle }
    }
    let id = named(high);
    taken.insert(id.clone());
    id
}

fn proposed_id(node: &OutlineNode, at: usize, paragraphs: bool) -> String {
    if let Some(id) = of_caption(&node.caption.text) {
        return id.to_owned();
    }
    let Some(label) = &node.label else {
        return format!(
            "{}-{}",
            if paragraphs { "paragraph" } else { "text" },
            // The text of an article is its first paragraph, as 第２項 counts.
            if paragraphs { at + 2 } else { at + 1 }
        );
    };
    let kind = match label.unit {
        Some(NumberUnit::Part) => "part",
        Some(NumberUnit::Chapter) => "chapter",
        Some(NumberUnit::Section) => "section",
        Some(NumberUnit::Subsection) => "subsection",
        Some(NumberUnit::Division) => "division",
        Some(NumberUnit::Article) => "article",
        None if node.counted => "paragraph",
        None if label.style.before.contains(['※', '＊', '*']) => "note",
        // What has a caption heads what is below it, whatever its number looks like.
        None if !node.caption.is_empty() => "section",
        None => "item",
    };
    let number: Vec<String> = label.number.iter().map(ToString::to_string).collect();
    if number.is_empty() { format!("{kind}-{}", at + 1) } else { format!("{kind}-{}", number.join("-")) }
}
