//! Quotation marks and apostrophes of English as it is printed: “…” and ’, whichever a keyboard has.

/// Returns `text`, which is Markdown, with curly quotation marks and apostrophes in place of straight ones. Code, addresses
/// and the targets of links stay as they are.
#[must_use]
pub fn printed_quotes(text: &str) -> String {
    if !text.contains(['"', '\'']) {
        return text.to_owned();
    }
    let mut printed = String::with_capacity(text.len());
    // The sign that ends what is not prose.
    let mut end = None;
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        end = match (end, letter) {
            (Some(sign), _) if sign == letter => None,
            (Some(sign), _) => Some(sign),
            (None, '`') => Some('`'),
            (None, '<') => Some('>'),
            (None, '(') if before == ']' => Some(')'),
            (None, _) => None,
        };
        // Emphasis stands on both sides of a word.
        let mut begins = || letters.peek().is_some_and(|next| next.is_alphanumeric() || *next == '[');
        let opens = before.is_whitespace() || "([{“‘—–/".contains(before) || (before == '*' && begins());
        let sign = match (letter, opens) {
            // What a backslash stands before is meant as it is.
            _ if end.is_some() || before == '\\' => letter,
            ('"', true) => '“',
            ('"', false) => '”',
            ('\'', true) => '‘',
            ('\'', false) => '’',
            _ => letter,
        };
        printed.push(sign);
        before = sign;
    }
    printed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_open_at_the_beginning_of_words_and_close_at_their_end() {
        let cases = [
            ("the \"Free Plan\" is sufficient", "the “Free Plan” is sufficient"),
            ("\"[](form:pledge/title)\", [a \"b\"](#c)", "“[](form:pledge/title)”, [a “b”](#c)"),
            ("the patient's or patients' (\"'a' b\")", "the patient’s or patients’ (“‘a’ b”)"),
            ("`\"code\"` and <https://a.example/?b='c'>", "`\"code\"` and <https://a.example/?b='c'>"),
            ("**\"bold\"** \"*text*\", 5\\\"", "**“bold”** “*text*”, 5\\\""),
        ];
        for (typed, printed) in cases {
            assert_eq!(printed_quotes(typed), printed);
        }
    }
}
