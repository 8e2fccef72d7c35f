//! `junsoku.yaml` of a new site.

use super::NewSite;
use crate::base::locale::{Lang, Messages};
use crate::content::{Bilingual, Settings, Severities, SiteLanguage, Weight, yaml_of};

/// Rules that a new site does not need: much of the vocabulary that the program carries waits for documents that use it.
const UNASKED: [&str; 2] = ["J0421", "J0433"];

/// Returns the settings, each below a comment that says what it is.
pub(super) fn settings(site: &NewSite<'_>) -> String {
    let messages = Messages::of(Lang::Ja);
    let comment: String = messages.text("init-settings").lines().map(|line| format!("# {line}\n")).collect();
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
