//! The fonts that the output was made for, each pinned to its content, and their folder in the cache.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::machine::{Existing, FileToWrite, WriteFault, move_file, remove_file, write_files};

/// A font file of an npm package.
#[derive(Debug, Clone, Copy)]
pub(super) struct PinnedFont {
    /// The package, without its version.
    pub package: &'static str,
    /// The version of the package.
    pub version: &'static str,
    /// The path of the file inside the package, with `/`.
    pub path: &'static str,
    /// The size in bytes.
    pub size: u64,
    /// The BLAKE3 hash in hexadecimal digits.
    pub blake3: &'static str,
}

impl PinnedFont {
    /// The name of the file in the cache.
    pub(super) fn file_name(&self) -> &'static str {
        self.path.rsplit('/').next().unwrap_or(self.path)
    }

    /// The package as npm wants it named: `package@version`.
    pub(super) fn requirement(&self) -> String {
        format!("{}@{}", self.package, self.version)
    }
}

/// All fonts that the templates use.
pub(super) const FONTS: &[PinnedFont] = &[
    PinnedFont {
        package: "@expo-google-fonts/biz-udgothic",
        version: "0.4.0",
        path: "400Regular/BIZUDGothic_400Regular.ttf",
        size: 4_486_740,
        blake3: "7e1fe66eae953c3adcda1aded5882ad94bdf7efc048f7d225d72868252db2117",
    },
    PinnedFont {
        package: "@expo-google-fonts/biz-udgothic",
        version: "0.4.0",
        path: "700Bold/BIZUDGothic_700Bold.ttf",
        size: 4_457_640,
        blake3: "672efdf794e77539f7cd3e8d6e1489aa4f9783261783d4315a5d0902ea673029",
    },
    PinnedFont {
        package: "@expo-google-fonts/biz-udpgothic",
        version: "0.4.2",
        path: "400Regular/BIZUDPGothic_400Regular.ttf",
        size: 4_515_260,
        blake3: "f372daf33047e5846aee34f799b762fd8b7b5e1e404856235dda2b44036d564b",
    },
    PinnedFont {
        package: "@expo-google-fonts/biz-udpgothic",
        version: "0.4.2",
        path: "700Bold/BIZUDPGothic_700Bold.ttf",
        size: 4_485_780,
        blake3: "907958bcae94aed18e6fb7939d7a15db273631532eda0eec673c037261065590",
    },
    PinnedFont {
        package: "@expo-google-fonts/noto-sans-jp",
        version: "0.4.3",
        path: "400Regular/NotoSansJP_400Regular.ttf",
        size: 5_472_784,
        blake3: "d07efa2e143a32eb41d784c64812a4c9152bda5ecbc4e7771d6c23638faba4b2",
    },
    PinnedFont {
        package: "@expo-google-fonts/noto-sans-jp",
        version: "0.4.3",
        path: "700Bold/NotoSansJP_700Bold.ttf",
        size: 5_468_188,
        blake3: "af3134e33cdc13cba96bf1846f733ce9e9b5915876408deb6106eacb790ba164",
    },
];

/// The fonts of sheets whose running text is set in mincho: the others, since headings stay gothic, and two more.
pub(super) const FONTS_WITH_MINCHO: &[PinnedFont] = &[
    FONTS[0],
    FONTS[1],
    FONTS[2],
    FONTS[3],
    FONTS[4],
    FONTS[5],
    PinnedFont {
        package: "@expo-google-fonts/biz-udmincho",
        version: "0.4.0",
        path: "400Regular/BIZUDMincho_400Regular.ttf",
        size: 5_891_380,
        blake3: "f4fa5e0cf053ca18698dd98b88d04f26e138f2c0f29e9aca467c6723ea3969c8",
    },
    PinnedFont {
        package: "@expo-google-fonts/biz-udpmincho",
        version: "0.4.0",
        path: "400Regular/BIZUDPMincho_400Regular.ttf",
        size: 5_938_536,
        blake3: "014bc52cf870039fe3eee591a2a94d2da47bfa48e57f001f0c7fcffc04f660cf",
    },
];

/// The file that says that every font of its folder was checked.
const MARKER: &str = "checked.txt";

/// A folder of pinned fonts in the cache; named after the list, so that another list gets another folder.
#[derive(Debug)]
pub(super) struct PinnedFolder<'a> {
    fonts: &'a [PinnedFont],
    /// The path where it is, or is to be.
    pub path: PathBuf,
}

impl<'a> PinnedFolder<'a> {
    /// The folder for `fonts` inside `cache`.
    pub(super) fn new(cache: &Path, fonts: &'a [PinnedFont]) -> Self {
        let name = format!("fonts-{}", &list_hash(fonts)[..16]);
        Self { fonts, path: cache.join(name) }
    }

    /// Whether all fonts are there: the marker is whole, and each file has the pinned content. Reading them takes
    /// some ten milliseconds, and a font that was changed in the cache would change every PDF.
    pub(super) fn is_complete(&self) -> bool {
        fs::read_to_string(self.path.join(MARKER)).is_ok_and(|text| text == marker_content(self.fonts))
            && holds_all(self.fonts, &self.path)
    }

    /// Moves the fonts, whose content was checked, from where `source` says (in the same file system) and marks
    /// the folder as complete. Killed at any point, it leaves a folder that does not count as complete.
    ///
    /// # Errors
    /// What the file system says.
    pub(super) fn fill(&self, source: impl Fn(&PinnedFont) -> PathBuf) -> io::Result<()> {
        let marker = self.path.join(MARKER);
        // First, so that the folder does not count as complete while its files change.
        remove_file(&marker)?;
        for font in self.fonts {
            // After a power failure the marker must not stand beside an empty font.
            move_file(&source(font), &self.path.join(font.file_name()))?;
        }
        let text = marker_content(self.fonts);
        let mark = FileToWrite { path: marker, bytes: text.as_bytes(), existing: Existing::Replaced };
        write_files(&[mark]).map(drop).map_err(WriteFault::into_error)
    }
}

/// Whether `folder` holds each of `fonts` with the pinned content.
pub(super) fn holds_all(fonts: &[PinnedFont], folder: &Path) -> bool {
    fonts.par_iter().all(|font| {
        let content = fs::read(folder.join(font.file_name()));
        content.is_ok_and(|bytes| blake3::hash(&bytes).to_hex().as_str() == font.blake3)
    })
}

/// The hash of the list, which says which fonts these are.
pub(super) fn list_hash(fonts: &[PinnedFont]) -> String {
    blake3::hash(marker_content(fonts).as_bytes()).to_hex().to_string()
}

/// The content of the marker: hash, size and name of each font.
fn marker_content(fonts: &[PinnedFont]) -> String {
    fonts.iter().fold(String::new(), |mut text, font| {
        // Writing to a String never fails.
        let _ = writeln!(text, "{} {} {}", font.blake3, font.size, font.file_name());
        text
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_font_has_a_name_and_a_hash_of_its_own() {
        let names: BTreeSet<_> = FONTS_WITH_MINCHO.iter().map(PinnedFont::file_name).collect();
        let hashes: BTreeSet<_> = FONTS_WITH_MINCHO.iter().map(|font| font.blake3).collect();
        assert_eq!((names.len(), hashes.len()), (FONTS.len() + 2, FONTS.len() + 2));
        assert!(hashes.iter().all(|hash| blake3::Hash::from_hex(hash).is_ok()));
    }
}
