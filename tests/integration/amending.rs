//! Amending texts (改め文), read as a legal clerk reads them, and carried out by an interpreter that knows nothing of how
//! they were written.
//!
//! To add a case, add a file to `cases/amending` with the documents `old` and `policy` of the region `midori`.

use std::panic::catch_unwind;

use crate::support::{Case, Loaded, amended, check_case, for_each_case, policy};
use junsoku::base::locale::Lang;
use junsoku::compare::amend::Amendment;
use junsoku::compare::amend::instructions::{AmendingText, amending_text};
use junsoku::content::SetKey;
use proptest::prelude::{ProptestConfig, TestCaseError, any, prop_assert_eq, proptest};

/// The amending text from `old` to `policy`.
fn amending(loaded: &Loaded) -> AmendingText {
    let set = loaded.corpus.set(&SetKey::Region("midori".to_owned())).expect("a region");
    let side = |id| (&loaded.corpus, set, set.document(id).expect("a document"));
    amending_text(&Amendment::between(side("old"), side("policy"), Lang::Ja))
}

fn load(case: &Case) -> Loaded {
    let loaded = case.load();
    assert!(!loaded.findings.has_errors(), "{}", loaded.told(Lang::En));
    loaded
}

#[test]
fn texts_are_as_written_down() {
    for_each_case("amending/*.txt", |path| {
        let loaded = load(&Case::from_file(path));
        let text = amending(&loaded);
        let anew =
            if text.anew.is_empty() { String::new() } else { format!("\n\n全部改正: {}", text.anew.join("、")) };
        check_case("amending", text.lines().join("\n") + &anew);
    });
}

/// The default files, with the old and the new policy.
fn editions(old: &policy::Policy, new: &policy::Policy) -> Case {
    let case = Case::new("=== !regions/midori/policy.yaml\n");
    case.write("regions/midori/old.yaml", old.yaml()).write("regions/midori/policy.yaml", new.yaml());
    case
}

/// Whether the amending text, carried out on the old edition, gives the new one.
fn check(loaded: &Loaded) -> Result<AmendingText, TestCaseError> {
    let text = amending(loaded);
    let set = loaded.corpus.set(&SetKey::Region("midori".to_owned())).expect("a region");
    let of = |id| amended::Policy::of(set.document(id).expect("a document"));
    let lines = text.lines();
    let told = || format!("\n{}\n\n{}", of("old").printed(), lines.join("\n"));
    let made = catch_unwind(|| amended::carry_out(&of("old"), &lines));
    let made = made.map_err(|why| {
        let why = why.downcast_ref::<String>().cloned().unwrap_or_default();
        TestCaseError::fail(format!("the text cannot be carried out: {why}{}", told()))
    })?;
    prop_assert_eq!(made.printed(), of("policy").printed(), "{}", told());
    Ok(text)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn carried_out_it_gives_the_new_edition(
        numbers in proptest::collection::vec(any::<u16>(), 0..400),
        changes in proptest::collection::vec(proptest::collection::vec(any::<u16>(), 150), 0..6),
    ) {
        let old = policy::Policy::random(&mut policy::Dice::new(&numbers));
        let mut new = old.clone();
        for change in &changes {
            new.change(&mut policy::Dice::new(change));
        }
        check(&load(&editions(&old, &new)))?;
    }
}

#[test]
fn what_is_written_down_can_be_carried_out() {
    for_each_case("amending/*.txt", |path| {
        check(&load(&Case::from_file(path))).expect("the new edition");
    });
}
