//! Damaged inputs by the hundred or by the ten thousand: no panic, no stall, nothing blamed on the program, no letter lost.
//! Each input of the corpus of the fuzz targets is damaged at random and given to its target. `cargo test --test campaigns`
//! tries a hundred of each format; `JUNSOKU_CAMPAIGN=10000 JUNSOKU_SEED=7 cargo test --test campaigns -- --nocapture` as many
//! as that. The README of this folder tells what was measured, and of the campaigns with whole processes.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod damage;
#[allow(dead_code, reason = "what the tests of costs want of it")]
#[path = "../integration/support/effort.rs"]
mod effort;
#[allow(unreachable_pub, reason = "the fuzz targets, to which they belong, use them from outside")]
#[path = "../../fuzz/src/targets.rs"]
mod targets;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Duration;

use damage::{Chance, damaged, damaged_docx, docx_of};
use effort::effort;

/// For how long a processor may be busy with one input of a few kilobytes, in a program that is not optimised.
const SOON: Duration = Duration::from_secs(20);

/// The number that the environment gives for `name`.
fn given(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(usual)
}

/// The inputs of a target in the repository, by name.
fn corpus(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
    let mut paths: Vec<_> =
        fs::read_dir(&folder).expect("a corpus").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| fs::read(path).expect("a readable input");
    // Word files stand as the XML of their documents, so that people can read them.
    paths.iter().map(|path| if name == "docx" { docx_of(&read(path)) } else { read(path) }).collect()
}

/// Runs `target` on the corpus `name` and on as many damaged inputs as are asked for; every failing input is kept.
fn campaign(name: &str, target: fn(&[u8]), damage: fn(&[Vec<u8>], &mut Chance) -> Vec<u8>) {
    let (size, seed) = (given("JUNSOKU_CAMPAIGN", 100), given("JUNSOKU_SEED", 1));
    let seeds = corpus(name);
    assert!(!seeds.is_empty(), "{name}: no corpus");
    let mut chance = Chance::new(seed);
    let tries = seeds.iter().cloned().chain((0..size).map(|_| Vec::new())).enumerate();
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("campaign-{name}"));
    let (mut failures, mut longest) = (Vec::new(), Duration::ZERO);
    for (at, whole) in tries {
        let input = if at < seeds.len() { whole } else { damage(&seeds, &mut chance) };
        // An overflow of the stack ends the process: then this is the input that did it.
        fs::write(&kept, &input).expect("a written input");
        let (ended, taken) = effort(|| catch_unwind(AssertUnwindSafe(|| target(&input))));
        longest = longest.max(taken);
        if ended.is_err() || taken > SOON {
            let path = kept.with_file_name(format!("campaign-{name}-{at}"));
            fs::write(&path, &input).expect("a written input");
            failures.push(path);
        }
    }
    eprintln!(
        "{name}: {} tries, {} failures, seed {seed}, the longest {longest:.1?} of a processor",
        seeds.len() as u64 + size,
        failures.len()
    );
    assert!(failures.is_empty(), "{name}: {failures:?}");
}

fn bytes(seeds: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    damaged(chance.one_of(seeds).as_slice(), seeds, chance)
}

#[test]
fn damaged_policies() {
    campaign("yaml", targets::yaml, bytes);
}

#[test]
fn damaged_forms() {
    campaign("form", targets::form, bytes);
}

#[test]
fn damaged_settings() {
    campaign("settings", targets::settings, bytes);
}

#[test]
fn damaged_records_of_reviews() {
    campaign("lock", targets::lock, bytes);
}

#[test]
fn damaged_word_files() {
    campaign("docx", targets::docx, damaged_docx);
}

#[test]
fn damaged_texts() {
    campaign("text", targets::text, bytes);
}

#[test]
fn damaged_data_in_json() {
    campaign("json", targets::json, bytes);
}

#[test]
fn damaged_data_in_tables() {
    campaign("csv", targets::csv, bytes);
}

#[test]
fn damaged_dates() {
    campaign("dates", targets::dates, bytes);
}
