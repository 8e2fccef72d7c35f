//! Places where YAML folded lines: a break between two lines of a scalar is handed over as a space, and only the file
//! tells it from a space that its author wrote. Japanese sets no space where a line was broken, but keeps one that was
//! written: in definitions it is all that parts a term from its meaning.

use crate::base::markup::is_wide;

/// Returns `value` with a line break in place of each space that folding made between two Japanese letters. `raw` is the
/// scalar as it stands in the file.
pub(super) fn with_breaks(value: String, raw: &str) -> String {
    // The usual case first: most scalars stand on one line, or hold no such space.
    if !raw.trim_end().contains('\n') || !between_wide(&value) {
        return value;
    }
    unfolded(&value, raw).unwrap_or_else(|| every_space(&value))
}

fn between_wide(value: &str) -> bool {
    value.match_indices(' ').any(|(at, _)| stands_between(value, at))
}

/// Whether the space at `at` stands between two Japanese letters.
fn stands_between(value: &str, at: usize) -> bool {
    let (before, after) = (value[..at].chars().next_back(), value[at + 1..].chars().next());
    [before, after].iter().all(|letter| letter.is_some_and(is_wide))
}

/// Takes every such space for one that folding made, where the letters can be neither aligned nor left: those written
/// as escapes stand in quotes of several lines.
fn every_space(value: &str) -> String {
    let letter = |(at, letter): (usize, char)| if letter == ' ' && stands_between(value, at) { '\n' } else { letter };
    value.char_indices().map(letter).collect()
}

/// The letters of `value` are found one after the other in `raw`; `None` where they are written otherwise there.
fn unfolded(value: &str, raw: &str) -> Option<String> {
    let mut rest = body(raw).chars().peekable();
    let mut out = String::with_capacity(value.len());
    for (at, letter) in value.char_indices() {
        if is_blank(letter) {
            let mut broken = false;
            while let Some(blank) = rest.next_if(|next| is_blank(*next)) {
                broken |= blank == '\n';
            }
            // A literal block keeps its breaks as they are; only a space can be one that folding made.
            out.push(if broken && letter == ' ' && stands_between(value, at) { '\n' } else { letter });
        } else {
            // Indentation stands in the file and not in the value.
            while rest.next_if(|next| is_blank(*next)).is_some() {}
            rest.next_if_eq(&letter)?;
            out.push(letter);
        }
    }
    Some(out)
}

fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\n' | '\r')
}

/// The scalar without its quote or the head of its block.
fn body(raw: &str) -> &str {
    match raw.chars().next() {
        Some('>' | '|') => raw.split_once('\n').map_or("", |(_, body)| body),
        Some('"' | '\'') => &raw[1..],
        _ => raw,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, value: &str, expected: &str) {
        assert_eq!(with_breaks(value.to_owned(), raw), expected, "{raw:?}");
    }

    #[test]
    fn only_spaces_of_folding_become_breaks() {
        check("会員 協議会に", "会員 協議会に", "会員 協議会に");
        check("会員 協議会に\n    入った者", "会員 協議会に 入った者", "会員 協議会に\n入った者");
        check(">-\n  会員 協議会に\n  入った者", "会員 協議会に 入った者", "会員 協議会に\n入った者");
        check("|-\n  会員 協議会に\n  入った者", "会員 協議会に\n入った者", "会員 協議会に\n入った者");
        check("\"緑 花子と\n  青\"", "緑 花子と 青", "緑 花子と\n青");
        check("the first\n  line", "the first line", "the first line");
    }

    #[test]
    fn escapes_are_read_as_before() {
        check("\"\\u7DD1\n  花子\"", "緑 花子", "緑\n花子");
    }
}
