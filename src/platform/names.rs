//! Names that some system cannot hold. They are refused on every system, so that content written on one can be checked
//! out and built on all.

use std::collections::BTreeMap;

/// The reason why some system cannot hold a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileNameFault {
    /// Windows keeps it for a device, whatever follows a dot.
    Device,
    /// It ends in a dot or a space, which Windows drops.
    End,
    /// It has a letter that Windows does not allow.
    Letter,
    /// It is longer than some disks allow.
    Long,
}

/// The longest name in bytes. Most disks take 255; something is left for endings such as `.yaml.bak`.
const LONGEST_NAME: usize = 200;

impl FileNameFault {
    /// The word by which messages choose what they say.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::End => "end",
            Self::Letter => "letter",
            Self::Long => "long",
        }
    }
}

/// Returns the reason that keeps some system from holding a file or folder called `name`; nothing where all can.
pub(crate) fn file_name_fault(name: &str) -> Option<FileNameFault> {
    // The letters and the devices are those of Microsoft's “Naming Files, Paths, and Namespaces”.
    if name.chars().any(|letter| letter.is_control() || r#"<>:"/\|?*"#.contains(letter)) {
        return Some(FileNameFault::Letter);
    }
    if name.ends_with(['.', ' ']) {
        return Some(FileNameFault::End);
    }
    // Disks of Linux count bytes, those of Windows units of UTF-16. Bytes are the stricter measure for
    // Japanese, whose letters take three.
    if name.len() > LONGEST_NAME {
        return Some(FileNameFault::Long);
    }
    is_device(name).then_some(FileNameFault::Device)
}

/// Whether Windows keeps `name` for a device: `con`, `aux.yaml`, `com1`.
fn is_device(name: &str) -> bool {
    // Windows opens the device whatever ending follows, and takes no notice of spaces before the dot.
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_lowercase();
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    // It reads the superscripts, which ISO 8859-1 has, as digits too.
    let numbered = port
        .is_some_and(|rest| matches!(rest, "¹" | "²" | "³") || rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit());
    numbered || matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$")
}

/// Two of `paths` that differ by case only, which most disks of Windows and macOS take for one; nothing where there are
/// none.
pub(crate) fn meeting_paths<'a>(paths: impl Iterator<Item = &'a str>) -> Option<(&'a str, &'a str)> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for path in paths {
        // The very same path twice is another fault than two that differ by case.
        if let Some(first) = seen.insert(path.to_lowercase(), path).filter(|first| *first != path) {
            return Some((first, path));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_windows_cannot_hold_are_found() {
        for name in ["con", "NUL", "aux.yaml", "com1", "lpt9.tar.gz", "com0", "prn .txt", "com²"] {
            assert_eq!(file_name_fault(name), Some(FileNameFault::Device), "{name}");
        }
        for name in ["policy.", "policy "] {
            assert_eq!(file_name_fault(name), Some(FileNameFault::End), "{name}");
        }
        for name in ["a:b", "a?", "a\\b", "a\u{7}b", "<a>", "a|b", "a*", "\"a\""] {
            assert_eq!(file_name_fault(name), Some(FileNameFault::Letter), "{name}");
        }
        assert_eq!(file_name_fault(&"名".repeat(67)), Some(FileNameFault::Long));
        assert_eq!(file_name_fault(&"a".repeat(200)), None);
        for name in ["console", "com", "com10", "lpt", "policy.yaml", ".junsoku", "方針.pdf", "nul-1", "a con"] {
            assert_eq!(file_name_fault(name), None, "{name}");
        }
    }

    #[test]
    fn paths_that_differ_by_case_only_meet() {
        assert_eq!(meeting_paths(["a/b", "a/c", "A/b"].into_iter()), Some(("a/b", "A/b")));
        assert_eq!(meeting_paths(["a/b", "a/c", "a/b"].into_iter()), None);
    }
}
