//! The page that a web server shows in place of one that is not there. It is shown under any address, so that it
//! leads on and loads the style of the site only where the address of the site is known.

use serde::Serialize;

use super::super::page::page_path;
use super::super::sources::said_of_site;
use super::super::templates::{Templates, page_template};
use super::HomePage;
use crate::base::artifact::Artifact;
use crate::base::diagnostics::Diagnostic;
use crate::base::locale::Lang;
use crate::corpus::Corpus;
use crate::theme::Theme;

#[derive(Serialize)]
struct NotFoundView {
    lang: &'static str,
    title: String,
    /// The folder of the site's styles, if it is known.
    assets: Option<String>,
    has_accent: bool,
    choices: Vec<NotFoundChoice>,
}

/// The page in the words of one language.
#[derive(Serialize)]
struct NotFoundChoice {
    lang: &'static str,
    site: String,
    title: String,
    words: String,
    /// The way to the home page.
    href: Option<String>,
    home: String,
}

/// Returns the page that stands for those that are not there, by the name that hosts of sites look for.
///
/// # Errors
/// A finding where its template is faulty.
pub(in crate::site) fn not_found(
    corpus: &Corpus,
    base_url: Option<&str>,
    theme: &Theme,
) -> Result<Artifact, Box<Diagnostic>> {
    let template = page_template!("pages/not-found.html");
    // A relative way would start from the address that was not found.
    let whole = |path: &str| base_url.map(|base| format!("{}/{path}", base.trim_end_matches('/')));
    let choice = |lang| {
        let messages = theme.messages(lang);
        let home = page_path(&HomePage, lang);
        NotFoundChoice {
            lang: lang.code(),
            site: said_of_site(corpus.identity.title.as_ref(), "site-title", messages),
            title: messages.text("not-found-title"),
            words: messages.text(if base_url.is_some() { "not-found-to-home" } else { "not-found-alone" }),
            href: whole(&home),
            home: messages.text("home"),
        }
    };
    let choices = corpus.languages.iter().map(choice).collect();
    let title = theme.messages(Lang::Ja).text("not-found-title");
    let has_accent = corpus.identity.accent.is_some();
    let view = NotFoundView { lang: Lang::Ja.code(), title, assets: whole("assets/"), has_accent, choices };
    let html = Templates::new(theme, Lang::Ja, [template])?.render(template, &view)?;
    Ok(Artifact::new("404.html", html))
}
