//! The arguments that findings bear, held against those that their codes declare.

use std::collections::BTreeSet;

use junsoku::base::diagnostics::Diagnostics;

/// The arguments of the hints that several codes share, which a finding with such a hint may bear besides its own.
const OF_SHARED_HINTS: [&str; 3] = ["known", "name", "near"];

/// The arguments that every fault in data of a form bears, whether its message needs them or not.
const OF_DATA: [&str; 2] = ["path", "record"];

/// Demands that every finding bears the arguments that its code declares, each once, and no others.
pub(crate) fn check_arguments(findings: &Diagnostics) {
    for finding in findings.sorted() {
        let (code, given): (_, Vec<&str>) = (finding.code, finding.arg_names().collect());
        let once: BTreeSet<&str> = given.iter().copied().collect();
        assert_eq!(once.len(), given.len(), "{code} bears an argument twice: {given:?}");
        let shared = if finding.shared_hint().is_some() { &OF_SHARED_HINTS[..] } else { &[] };
        let of_data = if code.name().starts_with("J07") { &OF_DATA[..] } else { &[] };
        let is_own = |name: &&str| code.args().contains(name) || of_data.contains(name);
        let strange: Vec<&&str> = once.iter().filter(|name| !is_own(name) && !shared.contains(name)).collect();
        assert!(strange.is_empty(), "{code} bears {strange:?}, which it does not declare");
        let missing: Vec<&&str> = code.args().iter().filter(|name| !once.contains(*name)).collect();
        assert!(missing.is_empty(), "{code} lacks {missing:?}: {given:?}");
    }
}
