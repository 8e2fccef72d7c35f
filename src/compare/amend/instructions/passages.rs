//! The sentences of one text by the names that drafters give them: 本文 and ただし書, 前段, 中段 and 後段.

/// A sentence of a text of several, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::compare::amend) enum Passage {
    /// 本文
    Main,
    /// 前段
    First,
    /// 中段
    Middle,
    /// 後段
    Second,
    /// ただし書
    Proviso,
}

impl Passage {
    /// Its name.
    pub(in crate::compare::amend) fn name(self) -> &'static str {
        match self {
            Self::Main => "本文",
            Self::First => "前段",
            Self::Middle => "中段",
            Self::Second => "後段",
            Self::Proviso => "ただし書",
        }
    }

    /// Whether it follows a sentence that stands by itself.
    pub(in crate::compare::amend) fn is_later(self) -> bool {
        matches!(self, Self::Middle | Self::Second | Self::Proviso)
    }
}

/// The words by which a proviso begins.
const PROVISO: &str = "ただし、";

/// The words by which a sentence shows that it belongs to the one before it.
const GOES_ON: [&str; 3] = ["この場合", "その場合", PROVISO];

/// The sentences of `text`, each with its full stop; stops in brackets end none.
pub(in crate::compare::amend) fn sentences(text: &str) -> Vec<&str> {
    let (mut found, mut depth, mut start) = (Vec::new(), 0_usize, 0);
    for (at, letter) in text.char_indices() {
        match letter {
            '「' | '（' => depth += 1,
            '」' | '）' => depth = depth.saturating_sub(1),
            '。' if depth == 0 => {
                let end = at + letter.len_utf8();
                found.push(&text[start..end]);
                start = end;
            }
            _ => {}
        }
    }
    found.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    found
}

/// The passages of `text`; `None` where it has one sentence, lines, or so many sentences that they have no names.
pub(in crate::compare::amend) fn passages(text: &str) -> Option<Vec<(Passage, &str)>> {
    let sentences = sentences(text);
    let is_proviso = |sentence: &&str| sentence.starts_with(PROVISO);
    let names: &[Passage] = match (sentences.last().is_some_and(is_proviso), sentences.len()) {
        _ if text.contains('\n') => return None,
        (true, 2) => &[Passage::Main, Passage::Proviso],
        (true, 3) => &[Passage::First, Passage::Second, Passage::Proviso],
        (false, 2) => &[Passage::First, Passage::Second],
        (false, 3) => &[Passage::First, Passage::Middle, Passage::Second],
        _ => return None,
    };
    Some(names.iter().copied().zip(sentences).collect())
}

/// Whether the sentences of a text of several belong together so that drafters name them; in an enumeration of
/// sentences they name the whole.
pub(in crate::compare::amend) fn are_named(passages: &[(Passage, &str)]) -> bool {
    passages.iter().skip(1).any(|(_, sentence)| GOES_ON.iter().any(|words| sentence.starts_with(words)))
}

/// The name of `sentence` as the last one of a text that had one sentence before.
pub(in crate::compare::amend) fn name_at_end(sentence: &str) -> Passage {
    if sentence.starts_with(PROVISO) { Passage::Proviso } else { Passage::Second }
}

#[cfg(test)]
mod tests {
    use super::{Passage, passages};

    #[test]
    fn sentences_have_their_names() {
        let names = |text| passages(text).map(|found| found.into_iter().map(|(name, _)| name).collect::<Vec<_>>());
        assert_eq!(names("門を閉める。"), None);
        assert_eq!(names("門を閉める。ただし、祭りの日を除く。"), Some(vec![Passage::Main, Passage::Proviso]));
        assert_eq!(
            names("門（裏門。以下同じ。）を閉める。この場合、鐘を鳴らす。"),
            Some(vec![Passage::First, Passage::Second])
        );
    }
}
