//! The page at the root of the site, which offers both languages. It has no frame, since it is in neither of them. A site
//! in Japanese alone has a page there that leads on to its home page.

use serde::Serialize;

use super::super::page::page_path;
use super::super::sources::{said_of_site, usual_lead};
use super::super::templates::{Templates, page_template};
use super::HomePage;
use super::redirect::led_on;
use crate::base::artifact::Artifact;
use crate::base::diagnostics::Diagnostic;
use crate::base::locale::Lang;
use crate::corpus::Corpus;
use crate::theme::Theme;

#[derive(Serialize)]
struct GatewayView {
    choices: Vec<LanguageChoice>,
    has_accent: bool,
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

/// Returns the page that offers the languages of the site, or leads on to the only one.
///
/// # Errors
/// A finding where its template is faulty.
pub(in crate::site) fn gateway(corpus: &Corpus, theme: &Theme) -> Result<Artifact, Box<Diagnostic>> {
    if !corpus.languages.english {
        let home = page_path(&HomePage, Lang::Ja);
        return led_on("index.html", &home, "redirect-home", corpus, theme);
    }
    let identity = &corpus.identity;
    let template = page_template!("pages/gateway.html");
    // Each language greets in its own words, since nobody knows yet which one is read here.
    let choice = |lang| {
        let messages = theme.messages(lang);
        LanguageChoice {
            lang: lang.code(),
            href: page_path(&HomePage, lang),
            title: said_of_site(identity.title.as_ref(), "site-title", messages),
            word: messages.text("enter"),
            lead: said_of_site(identity.description.as_ref(), usual_lead(corpus), messages),
        }
    };
    let choices = corpus.languages.iter().map(choice).collect();
    let has_accent = identity.accent.is_some();
    let html = Templates::new(theme, Lang::Ja, [template])?.render(template, &GatewayView { choices, has_accent })?;
    Ok(Artifact::new("index.html", html))
}
