//! Letters that number provisions only where others like them do: 甲 before 乙, A before B. One alone is a word.

use std::collections::BTreeMap;

use super::lines::Para;
use crate::base::notation::numerals::Numeral;

/// Takes the marks away that are letters and have no neighbour of their sequence.
pub(in crate::import) fn drop_lone(paras: &mut [Para]) {
    let mut last: BTreeMap<String, (u32, usize)> = BTreeMap::new();
    let mut kept = vec![false; paras.len()];
    for (at, para) in paras.iter().enumerate() {
        let Some((key, number)) = weak(para) else { continue };
        // 甲　毎日見回る人 stands above 乙　… in tests/cases/import/rare-numerals.txt. A neighbour makes both certain, however
        // far away.
        if let Some((_, place)) = last.get(&key).filter(|(before, _)| number == before.saturating_add(1)) {
            (kept[*place], kept[at]) = (true, true);
        }
        last.insert(key, (number, at));
    }
    for (para, kept) in paras.iter_mut().zip(kept) {
        if !kept && weak(para).is_some() {
            para.mark = None;
        }
    }
}

/// The sequence and the number of a mark that is a letter without a sign.
fn weak(para: &Para) -> Option<(String, u32)> {
    let mark = para.mark.as_ref()?;
    let (style, number) = mark.readings.first()?;
    let letter =
        matches!(style.numeral, Some(Numeral::Stem | Numeral::UpperAlpha | Numeral::Hiragana | Numeral::HiraganaIroha));
    let bare = style.before.is_empty() && style.after.is_empty();
    (letter && bare && number.len() == 1).then(|| (style.key(), number[0]))
}
