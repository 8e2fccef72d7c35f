//! The families of fonts that there are, and those of them that serve the documents.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::SetupContext;
use super::environment::{WITHOUT_OWN_FONTS, is_needed_by_fonts};

/// The longest time that typst may take to look through all fonts of a machine.
const LISTING: Duration = Duration::from_mins(1);

/// Families for running text and headings, the best first.
const GOTHIC: &[&str] = &[
    "BIZ UDGothic",
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Source Han Sans JP",
    "IPAexGothic",
    "IPAGothic",
    "Hiragino Sans",
    "Hiragino Kaku Gothic ProN",
    "Yu Gothic",
    "Meiryo",
    "MS Gothic",
    "TakaoGothic",
    "VL Gothic",
];
/// Families with proportional letters for Latin text.
const LATIN: &[&str] = &["BIZ UDPGothic"];
/// Families for running text with serifs, each with the proportional face for its Latin text.
const MINCHO: &[[&str; 2]] = &[
    ["BIZ UDMincho", "BIZ UDPMincho"],
    ["Noto Serif CJK JP", "Noto Serif CJK JP"],
    ["Noto Serif JP", "Noto Serif JP"],
    ["Source Han Serif JP", "Source Han Serif JP"],
    ["IPAexMincho", "IPAexMincho"],
    ["IPAMincho", "IPAMincho"],
    ["Hiragino Mincho ProN", "Hiragino Mincho ProN"],
    ["Yu Mincho", "Yu Mincho"],
    ["MS Mincho", "MS Mincho"],
];
/// Families with the many characters that the others lack.
const FALLBACK: &[&str] = &["Noto Sans JP", "Noto Sans CJK JP", "Source Han Sans JP"];

/// The names by which typst knows the fonts of the documents. All are there; several may be the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Families {
    /// Running text and headings in Japanese.
    pub gothic: String,
    /// Latin text; the gothic where there is no proportional family.
    pub latin: String,
    /// For characters that the others lack.
    pub fallback: String,
    /// Running text in mincho and its Latin text, where there is such a face.
    pub mincho: Option<[String; 2]>,
}

impl Families {
    /// The best of the families in `found`, mincho among them where it is asked for; `None` where no Japanese one is
    /// there.
    pub(super) fn among(found: &[Family], mincho: bool) -> Option<Self> {
        // The order is ours, not that of the machine, so that two machines with the same fonts choose alike.
        let best = |wanted: &[&str]| wanted.iter().find_map(|name| found.iter().find(|f| f.is_called(name)));
        let name = |family: &Family| family.name.clone();
        let gothic = name(best(GOTHIC)?);
        // Not every machine has these two: then every letter is set in the gothic.
        let or_gothic = |wanted| best(wanted).map_or_else(|| gothic.clone(), name);
        let mincho = MINCHO.iter().filter(|_| mincho).find_map(|[own, latin]| {
            let own = name(best(&[*own])?);
            let latin = best(&[*latin]).map_or_else(|| own.clone(), name);
            Some([own, latin])
        });
        Some(Self { latin: or_gothic(LATIN), fallback: or_gothic(FALLBACK), gothic, mincho })
    }

    /// Those of the pinned fonts, mincho among them where it is asked for.
    pub(super) fn pinned(mincho: bool) -> Self {
        Self {
            gothic: "BIZ UDGothic".to_owned(),
            latin: "BIZ UDPGothic".to_owned(),
            fallback: "Noto Sans JP".to_owned(),
            mincho: mincho.then(|| ["BIZ UDMincho", "BIZ UDPMincho"].map(str::to_owned)),
        }
    }

    /// The names, each once, the gothic first.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for name in [&self.gothic, &self.latin, &self.fallback].into_iter().chain(self.mincho.iter().flatten()) {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        names
    }
}

/// A family as `typst fonts --variants` lists it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Family {
    pub name: String,
    pub files: Vec<PathBuf>,
}

impl Family {
    /// Family names do not distinguish capitals.
    pub(super) fn is_called(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }
}

/// The families that typst finds in `folders`, or on the machine where there are none. A typst that fails
/// finds none.
pub(super) fn list_families(context: &SetupContext<'_>, typst: &Path, folders: &[PathBuf]) -> Vec<Family> {
    let mut command = context.environment.program(typst, LISTING, is_needed_by_fonts);
    command = command.args(["fonts", "--variants"]).env(WITHOUT_OWN_FONTS, "true");
    if !folders.is_empty() {
        command = command
            .arg("--ignore-system-fonts")
            .args(folders.iter().flat_map(|f| [OsString::from("--font-path"), f.into()]));
    }
    match command.run(|_| {}) {
        Ok(done) if done.status.success() => parse_families(&done.stdout),
        _ => Vec::new(),
    }
}

/// Families stand at the margin, their files behind `├` or `└`, the styles of a file further in.
fn parse_families(lines: &[String]) -> Vec<Family> {
    let mut families: Vec<Family> = Vec::new();
    for line in lines {
        // So typst 0.15 prints them; another shape gives no family, which is reported (J0604, J0609).
        let file = line.strip_prefix("  ├ ").or_else(|| line.strip_prefix("  └ "));
        match (file, families.last_mut()) {
            (Some(file), Some(family)) => family.files.push(PathBuf::from(file)),
            _ if line.is_empty() || line.starts_with(' ') => {}
            _ => families.push(Family { name: line.clone(), files: Vec::new() }),
        }
    }
    families
}

#[cfg(test)]
mod tests {
    use super::*;

    fn families(names: &[&str]) -> Option<Families> {
        let found: Vec<Family> = names.iter().map(|n| Family { name: (*n).to_owned(), files: vec![] }).collect();
        Families::among(&found, false)
    }

    #[test]
    fn the_listing_of_typst_is_understood() {
        let text = "BIZ UDGothic\n  ├ a/B_400.ttf\n  │   Style: Normal, Weight: 400, Stretch: 100%\n  └ a/B_700.ttf\n      \
                    Style: Normal\n\nNoto Sans JP\n  └ a/N.ttf\n";
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let found = parse_families(&lines);
        assert_eq!(found.iter().map(|f| f.name.as_str()).collect::<Vec<_>>(), ["BIZ UDGothic", "Noto Sans JP"]);
        assert_eq!(found[0].files, [PathBuf::from("a/B_400.ttf"), PathBuf::from("a/B_700.ttf")]);
    }

    #[test]
    fn the_best_families_are_taken() {
        assert_eq!(families(&["Noto Sans JP", "biz udgothic"]).unwrap().gothic, "biz udgothic");
        let one = families(&["DejaVu Sans", "IPAexGothic"]).unwrap();
        assert_eq!(one.names(), ["IPAexGothic"]);
        assert_eq!(families(&["DejaVu Sans", "Noto Sans CJK SC"]), None);
        let pinned = ["BIZ UDGothic", "BIZ UDPGothic", "Noto Sans JP"];
        assert_eq!(families(&pinned), Some(Families::pinned(false)));
    }
}
