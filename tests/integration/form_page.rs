//! The pages on which forms are filled in: what their scripts say. How they behave is tested in `tests/browser`.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use crate::support::{missing, program_on_path, text};
use junsoku::base::locale::{Lang, Messages};

#[test]
fn the_scripts_have_all_their_words() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/site/assets/form");
    let mut used = BTreeSet::new();
    for file in std::fs::read_dir(folder).expect("the scripts") {
        let script = std::fs::read_to_string(file.expect("a script").path()).expect("a readable script");
        for piece in script.split("word(\"").skip(1) {
            used.insert(piece.split('"').next().expect("a word").to_owned());
        }
        // A fault of a field is told by the word of its name, one of loading by itself.
        for piece in script.split("fault: \"").chain(script.split("fault(\"")).skip(1) {
            let id = piece.split('"').next().expect("a word");
            let is_id = !id.is_empty() && id.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-');
            used.extend(is_id.then(|| if id.starts_with("load-") { id.to_owned() } else { format!("fault-{id}") }));
        }
    }
    assert!(used.len() > 40, "{used:?}");
    for lang in Lang::ALL {
        let messages = Messages::of(lang);
        let lacking: Vec<_> = used.iter().filter(|id| !messages.has(&format!("fill-script-{id}"))).collect();
        assert!(lacking.is_empty(), "{lang}: {lacking:?}");
    }
}

#[test]
fn dates_values_and_data_are_read_as_written_down() {
    let Some(node) = program_on_path("node") else { return missing("node") };
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/values.test.mjs");
    let run = Command::new(node).arg("--test").arg(tests).output().expect("node runs");
    assert!(run.status.success(), "{}", text(&run.stdout));
}
