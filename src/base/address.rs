//! Addresses of sites, and paths below them.

/// Whether paths can be added to `address`: a scheme of the web, a host, perhaps a folder.
#[must_use]
pub fn is_site_address(address: &str) -> bool {
    let (scheme, rest) = address.split_once("://").unwrap_or(("", ""));
    let known = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let host = rest.split('/').next().unwrap_or("");
    // No path can be added behind a query or a fragment.
    let strange = |c: char| c.is_whitespace() || c.is_control() || "?#\"<>'\\".contains(c);
    // A name with its password before `@` would be published in every feed and site map.
    known && !host.is_empty() && !host.contains('@') && !rest.contains(strange)
}

/// Whether `path` is that of a file below a folder on every system: names joined by `/`, without `.` and `..`.
#[must_use]
pub fn stays_below(path: &str) -> bool {
    // It would let the next build write or remove files of others; `\` and `:` lead out on Windows.
    let leads_out = |part: &str| part.is_empty() || part == "." || part == ".." || part.contains(['\\', ':']);
    !path.split('/').any(leads_out)
}

/// Returns the path of a file as an address has it: other letters than those of RFC 3986, 2.3, and `/` by their bytes.
#[must_use]
pub fn address_of(path: &str) -> String {
    // A file may have any name that a disk holds.
    let letter = |byte: u8| match byte {
        b'/' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    path.bytes().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_a_site_has_a_scheme_and_a_host() {
        assert!(["https://a.example.jp", "http://a/b/", "HTTPS://a:8080/b"].into_iter().all(is_site_address));
        let wrong = ["a.example.jp", "//a", "https://", "https:///a", "ftp://a", "https://a?b", "https://a b", ""];
        assert!(!wrong.into_iter().any(is_site_address));
    }

    #[test]
    fn other_letters_of_a_path_stand_as_bytes() {
        assert_eq!(address_of("old/規程 1.pdf"), "old/%E8%A6%8F%E7%A8%8B%201.pdf");
    }

    #[test]
    fn a_path_below_a_folder_does_not_lead_out() {
        assert!(stays_below("a") && stays_below("a/b.html"));
        assert!(!["", "/a", "a//b", "../a", "a/./b", "c:\\a", "a/"].into_iter().any(stays_below));
    }
}
