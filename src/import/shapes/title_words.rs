//! Words by which titles, captions, dates of promulgation and those who issue a text are told from sentences.

use super::heads::inside;
use crate::base::notation::widths::folded;

/// Headings that need no number and no markup.
#[must_use]
pub fn is_preface(text: &str) -> bool {
    matches!(folded(text).as_str(), "はじめに" | "前文" | "まえがき" | "序文" | "序" | "おわりに" | "あとがき")
}

/// Whether `text` could be a title of a document: what it is called by, and no sentence.
#[must_use]
pub fn is_title_text(text: &str) -> bool {
    const ENDS: [&str; 32] = [
        "ポリシー",
        "規程",
        "規定",
        "規約",
        "規則",
        "会則",
        "要綱",
        "要領",
        "ルール",
        "準則",
        "マニュアル",
        "指針",
        "方針",
        "細則",
        "ガイドライン",
        "手引き",
        "手引",
        "手順書",
        "取決め",
        "憲章",
        "条例",
        "法",
        "法律",
        "訓令",
        "基準",
        "協定",
        "協定書",
        "覚書",
        "心得",
        "内規",
        "要項",
        "規準",
    ];
    /// Words that end in 法 and name no law.
    const NO_LAWS: [&str; 7] = ["方法", "用法", "療法", "手法", "作法", "技法", "寸法"];
    let text = folded(text);
    let bare = inside(&text).map_or(text.as_str(), |inner| &text[inner]);
    let bare = ["(案)", "(改正版)", "(改訂版)", "改正版", "改訂版"]
        .iter()
        .find_map(|end| bare.strip_suffix(end))
        .unwrap_or(bare);
    // ・規則 is a member of a list of rules.
    let sentence =
        bare.contains(['。', '、', '※']) || bare.starts_with('・') || NO_LAWS.iter().any(|word| bare.ends_with(word));
    !sentence && (4..=60).contains(&bare.chars().count()) && ENDS.iter().any(|end| bare.ends_with(end))
}

/// Whether `text` says under which number a rule was promulgated: 告示第78号, （平成五年法律第八十八号）.
#[must_use]
pub fn is_promulgation(text: &str) -> bool {
    const INSTRUMENTS: [&str; 13] =
        ["告示", "規則", "条例", "訓令", "要綱", "規程", "法律", "政令", "省令", "府令", "公告", "決裁", "訓"];
    let text = folded(text);
    let bare = inside(&text).map_or(text.as_str(), |inner| &text[inner]);
    let Some((before, number)) = bare.strip_suffix('号').and_then(|text| text.rsplit_once('第')) else {
        return false;
    };
    // tests/cases/import/contents.txt has 第七号, and circle-title.txt has 告示第21号.
    let digits = |letter: char| letter.is_ascii_digit() || "一二三四五六七八九十百千".contains(letter);
    !bare.contains(['。', '、']) && number.chars().all(digits) && INSTRUMENTS.iter().any(|one| before.ends_with(one))
}

/// Whether `text` says on which articles a form or table is based: （第２条関係）.
#[must_use]
pub fn is_basis(text: &str) -> bool {
    let text = folded(text);
    let bare = inside(&text).map_or(text.as_str(), |inner| &text[inner]);
    // （第２条、第５条及び第８条関係） names several articles; what is longer is a sentence.
    bare.starts_with('第') && bare.ends_with("関係") && bare.contains('条') && bare.chars().count() <= 24
}

/// Whether the words after a number could be a caption: no sentence, and nothing that begins or ends one.
#[must_use]
pub fn may_be_caption(text: &str) -> bool {
    /// Words that lead into a list or refer to a neighbour.
    const LEADS: [&str; 6] = ["次の", "次に", "前号", "前項", "前各号", "その他前"];
    /// Particles that a sentence has behind its first words.
    const INNER: [&str; 6] = ["は、", "が、", "を、", "に、", "で、", "り、"];
    const ENDS: [&str; 11] = ["とき", "こと", "もの", "場合", "を", "は", "が", "に", "削除", "略", "いう"];
    let words = text.trim();
    // 会員　町に届け出た事業所 in tests/cases/import/articles-kanji.txt is a word and its meaning, no caption.
    let parted = words.contains('\u{3000}') && !is_letter_spaced(words);
    // 町に住む者 is of a list, 管理者 is a name.
    let person = words.strip_suffix('者').is_some_and(|before| before.ends_with(|last| ('ぁ'..='ん').contains(&last)));
    is_short(words)
        && words.chars().count() <= 40
        && !parted
        && !person
        && !LEADS.iter().any(|lead| words.starts_with(lead))
        && !INNER.iter().any(|inner| words.contains(inner))
        && !ENDS.iter().any(|end| words.ends_with(end))
}

/// Whether the letters of `text` are set apart, as those of a short heading are: 総　則.
#[must_use]
pub fn is_letter_spaced(text: &str) -> bool {
    let mut letters = text.split_whitespace();
    // A column of numbers is no heading, and of two words one letter each nobody makes more than eight.
    let single = |word: &str| word.chars().count() == 1 && !word.is_ascii() && word.chars().all(char::is_alphabetic);
    (2..=8).contains(&letters.clone().count()) && letters.all(single)
}

/// Whether `text` is so few words that it heads something even where it ends as a sentence could: 守ること.
#[must_use]
pub fn is_brief(text: &str) -> bool {
    let words = text.trim();
    is_short(words) && words.chars().count() <= 16 && !words.contains(['、', '，', '\u{3000}'])
}

/// Whether `text` could be the title of a form or appendix: short, and no sentence.
#[must_use]
pub fn is_short(text: &str) -> bool {
    let text = folded(text);
    !text.is_empty() && text.chars().count() <= 45 && !text.contains('。') && !text.ends_with(['、', ':', '：'])
}

/// Whether `text` is what forms are called: 利用申込書, 退会届.
#[must_use]
pub fn is_form_title(text: &str) -> bool {
    const ENDS: [&str; 22] = [
        "申込書",
        "誓約書",
        "同意書",
        "届",
        "届出書",
        "申請書",
        "連絡書",
        "通知書",
        "報告書",
        "承諾書",
        "確認書",
        "委任状",
        "調査票",
        "連絡票",
        "登録票",
        "申請票",
        "申出書",
        "依頼書",
        "請求書",
        "撤回書",
        "推薦書",
        "チェックリスト",
    ];
    let text = folded(text);
    is_short(&text)
        && text.chars().count() >= 4
        && ENDS.iter().any(|end| text.ends_with(end))
        && !text.contains(['、', ':', '「'])
}

/// Whether `text` is what those who issue documents are called.
#[must_use]
pub fn is_issuer(text: &str) -> bool {
    const ENDS: [&str; 17] = [
        "会",
        "会議",
        "市",
        "区",
        "町",
        "村",
        "県",
        "府",
        "都",
        "センター",
        "会社",
        "法人",
        "事務局",
        "ネットワーク",
        "本部",
        "課",
        "機構",
    ];
    let text = folded(text);
    is_short(&text)
        && text.chars().count() >= 3
        && !text.contains(['、', ':', '※'])
        && ENDS.iter().any(|end| text.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_no_sentences() {
        assert!(is_title_text("みどり町ＭＣＳ運用ポリシー") && is_title_text("「みどり町運用規程」"));
        assert!(!is_title_text("この町のＭＣＳ運用ポリシーです。") && !is_title_text("管理者は、規程"));
        assert!(is_letter_spaced("総　則") && is_letter_spaced("秘　密　保　持") && may_be_caption("雑　　則"));
        assert!(
            !is_letter_spaced("会員　町に届け出た事業所") && !is_letter_spaced("１　２") && !is_letter_spaced("総則")
        );
        assert!(is_preface("は じ め に") && !is_preface("はじめに述べる"));
    }

    #[test]
    fn forms_are_known_by_their_titles() {
        for text in ["利用申込書", "登録変更届", "同意撤回書", "会員登録票"] {
            assert!(is_form_title(text), "{text}");
        }
        assert!(!is_form_title("届") && !is_form_title("前項の届出書、同意書") && !is_form_title("用語の説明"));
    }
}
