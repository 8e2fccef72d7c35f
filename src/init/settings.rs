//! `junsoku.yaml` of a new site.

use super::NewSite;
use crate::base::locale::{Lang, Messages};
use crate::content::{Bilingual, Settings, Severities, Shape, Shaped as _, SiteLanguage, Weight, yaml_of};

/// Rules that a new site does not need: much of the vocabulary that the program carries waits for documents that use it.
const UNASKED: [&str; 2] = ["J0421", "J0433"];

/// Returns the settings, below a comment that names all that can be set.
pub(super) fn settings(site: &NewSite<'_>) -> String {
    let messages = Messages::of(Lang::Ja);
    let comment = messages.text("init-settings") + "\n" + &known_keys();
    let comment: String = comment.lines().map(|line| format!("# {line}\n")).collect();
    let title = site.name.map_or_else(|| messages.text("site-title"), str::to_owned);
    let settings = Settings {
        title: Some(Bilingual::japanese(title)),
        organisation: site.council.map(Bilingual::japanese),
        // An English half of Japanese words would serve nobody; whoever has English names it.
        languages: Some(vec![SiteLanguage::Japanese.into()]),
        severity: Severities(UNASKED.map(|code| (code.into(), Weight::Off)).into()),
        ..Settings::new()
    };
    comment + &yaml_of(&settings)
}

/// Returns a line for each key that the settings may have.
fn known_keys() -> String {
    // The settings are declared as a record.
    let Shape::Record(record) = Settings::shape() else { return String::new() };
    record.keys.iter().map(|key| format!("  {}：{}\n", key.key, key.meaning.ja.replace('`', ""))).collect()
}
