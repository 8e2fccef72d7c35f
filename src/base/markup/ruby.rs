//! Readings above letters, as Aozora Bunko writes them: `｜漢字《かんじ》`. None of these signs means anything to Markdown or
//! to YAML, all of them can be typed, and a text that keeps them reads well as it stands. The bar is asked for at every
//! place, since 《》 alone are quotation marks of documents. `\｜` is a bar.

use super::Inline;

/// The signs before the letters, before the reading and behind it.
pub(super) const BAR: char = '｜';
const OPEN: char = '《';
const CLOSE: char = '》';

/// Takes readings out of the letters of `inlines`.
pub(super) fn put_readings(inlines: &mut Vec<Inline<String>>) {
    for inline in inlines.iter_mut() {
        match inline {
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Note(inner)
            | Inline::Language { words: inner, .. }
            | Inline::Link { words: inner, .. } => put_readings(inner),
            Inline::Text(_) | Inline::Break | Inline::Code(_) | Inline::Ruby { .. } | Inline::Picture { .. } => {}
        }
    }
    // Nearly no text has readings; one that is empty is none.
    let is_changed =
        |inline: &Inline<String>| matches!(inline, Inline::Text(text) if text.is_empty() || text.contains(BAR));
    if inlines.iter().any(is_changed) {
        let parted = |inline| if let Inline::Text(text) = inline { with_readings(&text) } else { vec![inline] };
        *inlines = std::mem::take(inlines).into_iter().flat_map(parted).collect();
    }
}

fn with_readings(text: &str) -> Vec<Inline<String>> {
    let mut out = Vec::new();
    let (mut plain, mut rest) = (String::new(), text);
    while let Some(at) = rest.find(BAR) {
        let (before, from_bar) = rest.split_at(at);
        let behind = &from_bar[BAR.len_utf8()..];
        if let Some(before) = before.strip_suffix('\\') {
            plain.push_str(before);
            plain.push(BAR);
            rest = behind;
            continue;
        }
        plain.push_str(before);
        match reading(behind) {
            Some((base, reading, after)) => {
                if !plain.is_empty() {
                    out.push(Inline::Text(std::mem::take(&mut plain)));
                }
                out.push(Inline::Ruby { base: base.to_owned(), reading: reading.to_owned() });
                rest = after;
            }
            None => {
                plain.push(BAR);
                rest = behind;
            }
        }
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        out.push(Inline::Text(plain));
    }
    out
}

/// The letters, the reading and what follows, where `text` goes on so behind a bar.
fn reading(text: &str) -> Option<(&str, &str, &str)> {
    let (base, rest) = text.split_once(OPEN)?;
    let (reading, after) = rest.split_once(CLOSE)?;
    let is_sound = |part: &str| !part.is_empty() && !part.contains([BAR, OPEN, CLOSE, '\n']);
    (is_sound(base) && is_sound(reading)).then_some((base, reading, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_stands_behind_a_bar_and_letters() {
        let ruby = |base: &str, reading: &str| Inline::Ruby { base: base.to_owned(), reading: reading.to_owned() };
        let text = |text: &str| Inline::Text(text.to_owned());
        assert_eq!(
            with_readings("この｜鍵《かぎ》と｜御薬手帳《おくすりてちょう》。"),
            [text("この"), ruby("鍵", "かぎ"), text("と"), ruby("御薬手帳", "おくすりてちょう"), text("。")]
        );
        for plain in ["《鍵》", "｜鍵", "｜《かぎ》", "｜鍵《》", "｜a｜b", "", "a"] {
            let said: String = with_readings(plain)
                .iter()
                .map(|inline| match inline {
                    Inline::Text(text) => text.clone(),
                    _ => panic!("{plain}"),
                })
                .collect();
            assert_eq!(said, plain);
        }
        assert_eq!(with_readings("\\｜鍵《かぎ》"), [text("｜鍵《かぎ》")]);
    }
}
