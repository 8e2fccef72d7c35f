//! The files that a theme may replace, as the program has them.

use include_dir::{Dir, include_dir};

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// The templates that make pages and sheets; the others make files of a new site or reports of an import.
const FOLDERS: [&str; 2] = ["site", "pdf"];

/// The files of words that readers of a site see; the others are the program's words to those who use it.
const WORDS: [&str; 10] = [
    "amendment.ftl",
    "comparison.ftl",
    "conformance.ftl",
    "document.ftl",
    "editions.ftl",
    "form-page.ftl",
    "impact.ftl",
    "report.ftl",
    "site.ftl",
    "verdict.ftl",
];

/// Returns the names of the files that a theme may replace, in their order.
#[must_use]
pub fn theme_files() -> Vec<String> {
    let templates = FOLDERS.iter().filter_map(|name| TEMPLATES.get_dir(name)).flat_map(files_below);
    let words = LOCALES.dirs().flat_map(files_below).filter(|path| WORDS.iter().any(|name| path.ends_with(name)));
    let mut names: Vec<String> = templates.chain(words.map(|path| format!("locales/{path}"))).collect();
    names.sort();
    names
}

/// Returns our file of that name; `None` where a theme has no such file.
#[must_use]
pub fn default_file(name: &str) -> Option<&'static str> {
    let file = match name.strip_prefix("locales/") {
        Some(path) if WORDS.iter().any(|words| path.ends_with(words)) => LOCALES.get_file(path),
        None if FOLDERS.iter().any(|folder| name.starts_with(&format!("{folder}/"))) => TEMPLATES.get_file(name),
        Some(_) | None => None,
    };
    file?.contents_utf8()
}

/// Returns the name of our file that `name` most likely means: one that ends alike, or is spelt nearly so.
pub(super) fn nearest(name: &str) -> Option<String> {
    let last = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    let likeness = |known: &String| {
        let whole = strsim::jaro_winkler(known, name);
        if last(known) == last(name) { 1.0 + whole } else { whole }
    };
    let names = theme_files().into_iter().map(|known| (likeness(&known), known));
    names.filter(|(like, _)| *like >= 0.9).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, known)| known)
}

fn files_below(folder: &Dir<'static>) -> Vec<String> {
    let mut found: Vec<String> = folder.files().map(|file| crate::platform::slashed(file.path())).collect();
    found.extend(folder.dirs().flat_map(files_below));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_that_is_listed_is_there() {
        let names = theme_files();
        assert!(names.iter().all(|name| default_file(name).is_some()), "{names:?}");
        for name in ["site/base.html", "site/assets/style.css", "pdf/document.typ", "locales/ja/site.ftl"] {
            assert!(names.iter().any(|known| known == name), "{name}");
        }
        assert!(default_file("locales/ja/diagnostics.ftl").is_none() && default_file("init/README.md").is_none());
        assert_eq!(nearest("base.html").as_deref(), Some("site/base.html"));
    }
}
