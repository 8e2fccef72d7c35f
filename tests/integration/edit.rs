//! The editor in place: what it makes of small files, written down, and that no text makes it panic.
//!
//! To add a case, add a file to `cases/edit`: the text, and below each line `=== VERB PATH …` the value to put in; `.`
//! is the path of the whole file.
//! `=== crlf` gives the text the line breaks of Windows, `=== open` takes away its last line break.

use junsoku::content::{EditError, EditPath, Landing, UnsupportedFeature, YamlEditor};
use proptest::prelude::*;

use crate::support::{check_case, for_each_case};

fn landing(word: &str) -> Landing {
    let step = |words: &str| EditPath::from_words(words).steps().first().cloned().expect("a step");
    match word.split_once(':') {
        Some(("before", words)) => Landing::Before(step(words)),
        Some(("after", words)) => Landing::After(step(words)),
        _ if word == "first" => Landing::First,
        _ if word == "last" => Landing::Last,
        _ => Landing::InOrder(word.split(',').map(str::to_owned).collect()),
    }
}

/// The case carried out: the text after its edits with its carriage returns shown, and what was refused.
fn carried_out(case: &str) -> String {
    let (text, edits) = case.split_once("\n=== ").expect("an edit");
    let (mut text, mut refused) = (format!("{text}\n"), String::new());
    for block in edits.trim_end().split("\n=== ") {
        let (line, value) = block.split_once('\n').unwrap_or((block, ""));
        match line {
            "crlf" => text = text.replace('\n', "\r\n"),
            "open" => text.truncate(text.trim_end().len()),
            _ => match edited(&text, line, value) {
                Ok(edited) => text = edited,
                Err(error) => refused.push_str(&format!("=== {line}: {error}\n")),
            },
        }
    }
    let end = if text.ends_with('\n') { "" } else { "(no line break)\n" };
    format!("{}{end}{refused}", text.replace('\r', "␍"))
}

fn edited(text: &str, line: &str, value: &str) -> Result<String, EditError> {
    let words: Vec<&str> = line.split(' ').collect();
    let word = |index: usize| *words.get(index).unwrap_or_else(|| panic!("{line}: a word is missing"));
    let path = |index: usize| EditPath::from_words(word(index).trim_start_matches('.'));
    let mut edit = YamlEditor::new(text)?;
    match word(0) {
        "set" => edit.set(&path(1), value)?,
        "insert" => edit.insert(&path(1), &landing(word(2)), value)?,
        "insert-key" => edit.insert_key(&path(1), &landing(word(2)), word(3), value)?,
        "remove" => edit.remove(&path(1))?,
        "move" => edit.relocate(&path(1), &path(2), &landing(word(3)))?,
        verb => panic!("no verb {verb}"),
    }
    Ok(edit.into_text())
}

#[test]
fn edits_are_as_written_down() {
    for_each_case("edit/*.txt", |case| {
        let case = std::fs::read_to_string(case).expect("a case");
        check_case("edit", carried_out(&case));
    });
}

#[test]
fn what_would_be_damaged_is_refused_at_once() {
    let refused = [
        ("a: &x b\n", UnsupportedFeature::Anchor),
        ("a: !x b\n", UnsupportedFeature::Tag),
        ("a: b\n---\na: c\n", UnsupportedFeature::SeveralDocuments),
        ("? a\n: b\n", UnsupportedFeature::ComplexKey),
        ("{a: b, c}\n", UnsupportedFeature::ComplexKey),
        ("[a: b]\n", UnsupportedFeature::BarePair),
        ("a: b\rc: d\n", UnsupportedFeature::LineBreak),
    ];
    for (text, expected) in refused {
        match YamlEditor::new(text) {
            Err(EditError::Unsupported { feature, .. }) => assert_eq!(feature, expected, "{text}"),
            other => panic!("{text}: {other:?}"),
        }
    }
    for text in ["a: b: c\n", "a: [b\n", "a: 1\n\tb: 2\n"] {
        assert!(matches!(YamlEditor::new(text), Err(EditError::Syntax { .. })), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic(text in "([-?:,\\[\\]{}#&*!|>'\"%@ \n\t\r~a猫]|- |: |\n  |\r\n|#c\n|a: ){0,40}", value in "[-:{}\\[\\]|>\n a\"#]{0,8}") {
        let Ok(edit) = YamlEditor::new(text) else { return Ok(()) };
        let paths = ["", "a", "0", "a/a", "a/0", "0/a", "0/0"].map(EditPath::from_words);
        for path in &paths {
            let _ = edit.fragment(path);
            let _ = edit.clone().set(path, &value);
            let _ = edit.clone().insert(path, &Landing::First, &value);
            let _ = edit.clone().insert_key(path, &Landing::Last, "k", &value);
            let _ = edit.clone().remove(path);
            for to in &paths {
                let _ = edit.clone().relocate(path, to, &Landing::First);
            }
        }
    }
}
