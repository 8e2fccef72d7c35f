//! The page at the root of the site, which offers both languages. It has no frame, since it is in neither of them.

use serde::Serialize;

use super::super::page::page_path;
use super::super::sources::said_of_site;
use super::super::templates::{Templates, page_template};
use super::HomePage;
use crate::base::artifact::Artifact;
use crate::base::locale::{Lang, Messages};
use crate::corpus::SiteIdentity;

#[derive(Serialize)]
struct GatewayView {
    choices: [LanguageChoice; 2],
}

/// A language, greeted in its own words.
#[derive(Serialize)]
struct LanguageChoice {
    lang: &'static str,
    href: String,
    title: String,
    word: String,
    lead: String,
}

/// Returns the page that offers both languages.
///
/// # Errors
/// Where its template is faulty.
pub(in crate::site) fn gateway(identity: &SiteIdentity) -> tera::TeraResult<Artifact> {
    let template = page_template!("pages/gateway.html");
    // Each language greets in its own words, since nobody knows yet which one is read here.
    let choices = Lang::ALL.map(|lang| {
        let messages = Messages::of(lang);
        LanguageChoice {
            lang: lang.code(),
            href: page_path(&HomePage, lang),
            title: said_of_site(identity.title.as_ref(), "site-title", messages),
            word: messages.text("enter"),
            lead: said_of_site(identity.description.as_ref(), "site-lead", messages),
        }
    });
    let html = Templates::new(Lang::Ja, [template])?.render(template, &GatewayView { choices })?;
    Ok(Artifact::new("index.html", html))
}
