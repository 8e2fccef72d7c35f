//! These tests do not look at the content that this repository ships, so that whoever edits it breaks none of them.

use std::path::Path;

use crate::support::{is_kind, read_folder, text};

/// Whether a source names the shipped content: by a path from the folder of this crate, or from its own place.
fn names_the_shipped_content(source: &str) -> bool {
    let from_the_crate = |rest: &str| {
        let path = rest.split(';').next().unwrap_or_default();
        path.contains("\"content") || path.contains("\"/content")
    };
    source.split("CARGO_MANIFEST_DIR").skip(1).any(from_the_crate)
        || ["../content/", "\"content/"].iter().any(|path| source.contains(path))
}

#[test]
fn no_test_of_the_program_looks_at_the_shipped_content() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut seen = 0;
    for folder in ["integration", "invariants"] {
        for (path, bytes) in read_folder(&tests.join(folder)) {
            if is_kind(&path, "rs") && path != "sources.rs" {
                assert!(!names_the_shipped_content(text(&bytes)), "{folder}/{path}");
                seen += 1;
            }
        }
    }
    assert!(seen > 40, "{seen}");
}

#[test]
fn a_use_of_the_shipped_content_is_found() {
    for used in [
        "Path::new(env!(\"CARGO_MANIFEST_DIR\")).join(\"content\")",
        "include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/content/README.md\"))",
        "include_str!(\"../../content/README.md\")",
        "Case::of(\"content/shared\")",
    ] {
        assert!(names_the_shipped_content(used), "{used}");
    }
    for other in [
        "Path::new(env!(\"CARGO_MANIFEST_DIR\")).join(\"tests/fixtures\"); x(\"content\")",
        "root().join(\"content.yaml\")",
    ] {
        assert!(!names_the_shipped_content(other), "{other}");
    }
}
