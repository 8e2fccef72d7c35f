//! Resolving what the settings say of the site as a whole, each value held against what it may be.

use std::collections::BTreeMap;

use super::words::resolve_words;
use crate::base::address::{is_site_address, stays_below};
use crate::base::colour::{Colour, LEAST_CONTRAST};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content::{self, Content, Located, PictureKind, SetKey, Settings, SheetFace, SiteLanguage};
use crate::corpus::model::{
    Accent, Corpus, Languages, PublishedParts, Redirect, SheetStyle, SiteIdentity, SitePicture,
};

/// The grounds on which links stand in the light and in the dark scheme: the papers of `templates/site/assets/style.css`.
const GROUNDS: [&[Colour]; 2] = [
    &[
        Colour::WHITE,
        Colour([0xf5, 0xf6, 0xf8]),
        Colour([0xff, 0xfb, 0xea]),
        Colour([0xff, 0xf4, 0xc2]),
        Colour([0xe9, 0xea, 0xee]),
    ],
    &[
        Colour([0x15, 0x16, 0x1a]),
        Colour([0x1f, 0x20, 0x26]),
        Colour([0x2a, 0x26, 0x17]),
        Colour([0x2b, 0x2d, 0x34]),
        Colour([0x46, 0x40, 0x1c]),
    ],
];

/// Puts what the settings of `content` say of the site into `corpus`.
pub(super) fn resolve_site(content: &Content, corpus: &mut Corpus, findings: &mut Diagnostics) {
    let Some(settings) = &content.settings else { return };
    corpus.identity = site_identity(settings, content, findings);
    corpus.languages = languages(settings, findings);
    corpus.base_url = resolve_base_url(settings, findings);
    corpus.parts = parts(settings, content, findings);
    corpus.sheet_style =
        settings.pdf.as_ref().map_or_else(SheetStyle::default, |pdf| sheet_style(pdf, settings, content, findings));
    corpus.redirects = redirects(settings, findings);
}

fn site_identity(settings: &Settings, content: &Content, findings: &mut Diagnostics) -> SiteIdentity {
    let words = |said: &Option<content::Bilingual>| said.as_ref().map(resolve_words);
    SiteIdentity {
        title: words(&settings.title),
        description: words(&settings.description),
        organisation: words(&settings.organisation),
        footer: words(&settings.footer),
        contact: words(&settings.contact),
        logo: settings.logo.as_ref().and_then(|logo| site_picture(logo, content, findings)),
        accent: settings.colour.as_ref().and_then(|colour| accent(colour, findings)),
    }
}

/// The largest picture that every page loads, in bytes.
const LARGEST_LOGO: u64 = 512 * 1024;

/// The picture that the settings name: a drawing or a PNG, small enough for every page, with words that stand for it.
fn site_picture(
    written: &content::WrittenPicture,
    content: &Content,
    findings: &mut Diagnostics,
) -> Option<SitePicture> {
    let path = &written.file.value;
    let refused = |kind: &str| Diagnostic::new(Code::J0222).at(&written.file.place).arg("kind", kind).arg("name", path);
    let Some(found) = content.pictures.iter().find(|picture| picture.path == *path) else {
        let known: Vec<&str> = content.pictures.iter().map(|picture| picture.path.as_str()).collect();
        findings.push(content::suggest(refused("missing"), path, &known));
        return None;
    };
    let fault = match found.kind {
        PictureKind::Jpeg => Some("jpeg"),
        PictureKind::Svg | PictureKind::Png => (found.size > LARGEST_LOGO).then_some("large"),
    };
    if let Some(kind) = fault {
        findings.push(refused(kind));
        return None;
    }
    let alt = resolve_words(&written.alt);
    if alt.ja.trim().is_empty() {
        findings.push(Diagnostic::new(Code::J0222).at(&alt.place).arg("kind", "alt").arg("name", path));
        return None;
    }
    Some(SitePicture { path: path.clone(), alt })
}

fn languages(settings: &Settings, findings: &mut Diagnostics) -> Languages {
    let Some(written) = &settings.languages else { return Languages::default() };
    let has = |wanted| written.iter().any(|language| language.value == wanted);
    for (at, language) in written.iter().enumerate() {
        if written[..at].iter().any(|earlier| earlier.value == language.value) {
            findings.push(Diagnostic::new(Code::J0220).at(&language.place).arg("kind", "twice"));
        }
    }
    if !has(SiteLanguage::Japanese) {
        let place = written.first().map_or(&settings.place, |language| &language.place);
        findings.push(Diagnostic::new(Code::J0220).at(place).arg("kind", "japanese"));
    }
    Languages { english: has(SiteLanguage::English) }
}

fn resolve_base_url(settings: &Settings, findings: &mut Diagnostics) -> Option<String> {
    let address = settings.base_url.as_ref()?;
    if is_site_address(&address.value) {
        return Some(address.value.clone());
    }
    findings.push(Diagnostic::new(Code::J0221).at(&address.place).arg("address", &address.value));
    None
}

/// The accent, if both its colours can be read on every ground of their schemes.
fn accent(written: &content::ColourSetting, findings: &mut Diagnostics) -> Option<Accent> {
    let light = readable(written.light(), 0, findings)?;
    let dark = match written.dark() {
        Some(dark) => readable(dark, 1, findings)?,
        None => lightened(light),
    };
    Some(Accent { light, dark })
}

/// The colour that `text` writes, if it can be read in the scheme 0 (light) or 1 (dark).
fn readable(text: &content::Text, scheme: usize, findings: &mut Diagnostics) -> Option<Colour> {
    let Some(colour) = Colour::parse(&text.value) else {
        findings.push(Diagnostic::new(Code::J0224).at(&text.place).arg("colour", &text.value));
        return None;
    };
    let (ground, ratio) = least_contrast(colour, scheme);
    if ratio >= LEAST_CONTRAST {
        return Some(colour);
    }
    // Rounded down, so that what fails never reads as what passes.
    let ratio = format!("{:.2}", (ratio * 100.0).floor() / 100.0);
    let diagnostic = Diagnostic::new(Code::J0225).at(&text.place).arg("colour", &text.value).arg("ratio", ratio);
    let scheme = if scheme == 0 { "light" } else { "dark" };
    findings.push(diagnostic.arg("ground", ground.to_string()).arg("scheme", scheme));
    None
}

/// The ground of a scheme from which `colour` stands apart the least, and that contrast.
fn least_contrast(colour: Colour, scheme: usize) -> (Colour, f64) {
    let grounds = GROUNDS[scheme].iter().map(|ground| (*ground, colour.contrast(*ground)));
    grounds.min_by(|one, other| one.1.total_cmp(&other.1)).unwrap_or((Colour::WHITE, 1.0))
}

/// The darkest colour of the hue of `light` that can be read on every dark ground.
fn lightened(light: Colour) -> Colour {
    let steps = (0..=20_u8).map(|step| light.mixed(Colour::WHITE, f64::from(step) / 20.0));
    let mut readable = steps.filter(|colour| least_contrast(*colour, 1).1 >= LEAST_CONTRAST);
    // White can be read on all of them.
    readable.next().unwrap_or(Colour::WHITE)
}

fn parts(settings: &Settings, content: &Content, findings: &mut Diagnostics) -> PublishedParts {
    let Some(written) = &settings.publish else { return PublishedParts::default() };
    let regions = content.sets.keys().filter(|key| !key.is_edition() && **key != SetKey::Baseline).count();
    let has_baseline = content.sets.contains_key(&SetKey::Baseline);
    let mut contradiction = |part: &str| {
        findings.push(Diagnostic::new(Code::J0226).at(&written.place.narrowed(part)).arg("part", part));
    };
    if written.conformance == Some(true) && content.requirements.is_empty() && !content.broken_requirements {
        contradiction("conformance");
    }
    if written.comparison == Some(true) && !has_baseline && regions < 2 {
        contradiction("comparison");
    }
    PublishedParts {
        comparison: written.comparison.unwrap_or(true),
        conformance: written.conformance.unwrap_or(true),
        references: written.references.unwrap_or(true),
        forms: written.forms.unwrap_or(true),
    }
}

/// The least and the most of a margin in millimetres: printers leave out what is nearer to the edge, and a line of 60 mm
/// holds no sentence.
const MARGINS: [u32; 2] = [10, 60];

fn sheet_style(
    written: &content::WrittenSheetStyle,
    settings: &Settings,
    content: &Content,
    findings: &mut Diagnostics,
) -> SheetStyle {
    let mut margin = |given: &Option<Located<u32>>| {
        let given = given.as_ref()?;
        if (MARGINS[0]..=MARGINS[1]).contains(&given.value) {
            return Some(given.value);
        }
        let [least, most] = MARGINS.map(|bound| bound.to_string());
        let diagnostic = Diagnostic::new(Code::J0227).at(&given.place).arg("value", given.value.to_string());
        findings.push(diagnostic.arg("least", least).arg("most", most));
        None
    };
    let margins = written.margins.as_ref();
    let margins = margins.map_or([None; 4], |m| [&m.top, &m.bottom, &m.left, &m.right].map(&mut margin));
    let seal = written.seal.as_ref();
    if let Some(seal) = seal.filter(|_| settings.organisation.is_none()) {
        findings.push(Diagnostic::new(Code::J0226).at(&seal.place).arg("part", "seal"));
    }
    SheetStyle {
        margins,
        mincho: written.body == Some(SheetFace::Mincho),
        seal: seal.and_then(|seal| site_picture(seal, content, findings)),
        without_contents: written.contents == Some(false),
    }
}

fn redirects(settings: &Settings, findings: &mut Diagnostics) -> Vec<Redirect> {
    let mut redirects: BTreeMap<String, Redirect> = BTreeMap::new();
    for written in &settings.redirects {
        let refused = |kind: &str, text: &content::Text| {
            Diagnostic::new(Code::J0228).at(&text.place).arg("kind", kind).arg("path", &text.value)
        };
        match redirect(written) {
            Err((kind, text)) => findings.push(refused(kind, text)),
            Ok(redirect) if redirects.contains_key(&redirect.from) => findings.push(refused("twice", &written.from)),
            Ok(redirect) => drop(redirects.insert(redirect.from.clone(), redirect)),
        }
    }
    redirects.into_values().collect()
}

/// The redirect, or why it is none and what of it is at fault.
fn redirect(written: &content::WrittenRedirect) -> Result<Redirect, (&'static str, &content::Text)> {
    let from = file_at(&written.from.value).ok_or(("from", &written.from))?;
    if !from.to_ascii_lowercase().ends_with(".html") && !from.to_ascii_lowercase().ends_with(".htm") {
        return Err(("from", &written.from));
    }
    // It is shown at the address to which it leads.
    let place = written.to.place.clone();
    let to = &written.to.value;
    if is_site_address(to) {
        return Ok(Redirect { from, to: to.clone(), fragment: String::new(), is_outside: true, place });
    }
    let (path, fragment) = to.find('#').map_or((to.as_str(), ""), |at| to.split_at(at));
    let to = file_at(path).ok_or(("to", &written.to))?;
    if to == from {
        return Err(("itself", &written.to));
    }
    Ok(Redirect { from, to, fragment: fragment.to_owned(), is_outside: false, place })
}

/// The file that a server gives for the address `path` below that of the site.
fn file_at(path: &str) -> Option<String> {
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let is_plain = !path.contains(['?', '"', '<', '>']) && !path.contains(char::is_control);
    (is_plain && stays_below(&path)).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grounds_are_those_of_the_style() {
        let style = include_str!("../../../templates/site/assets/style.css");
        let (light, dark) = style.split_once("prefers-color-scheme: dark").expect("two schemes");
        for (scheme, text) in [light, dark].into_iter().enumerate() {
            for name in ["paper", "paper-soft", "note-paper", "target", "unknown"] {
                let value = text.split(&format!("--{name}: ")).nth(1).and_then(|rest| rest.split(';').next());
                let colour = value.and_then(Colour::parse).unwrap_or_else(|| panic!("{name}"));
                assert!(GROUNDS[scheme].contains(&colour), "{name} {colour}");
            }
        }
    }

    #[test]
    fn a_dark_colour_is_lightened_until_it_can_be_read() {
        for colour in [Colour([10, 95, 60]), Colour::BLACK, Colour([0, 0x17, 0xc1])] {
            assert!(least_contrast(lightened(colour), 1).1 >= LEAST_CONTRAST, "{colour}");
        }
    }
}
