//! Pages at former addresses, which lead readers on at once and stand in no frame.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::links::relative;
use super::super::sources::said_of_site;
use super::super::templates::{Templates, page_template};
use crate::base::address::address_of;
use crate::base::artifact::Artifact;
use crate::base::diagnostics::{Code, Diagnostic};
use crate::base::locale::Lang;
use crate::corpus::{Corpus, Redirect};
use crate::theme::Theme;

#[derive(Serialize)]
struct RedirectView {
    title: String,
    /// The way to the page now.
    href: String,
    /// Its address, if known.
    canonical: Option<String>,
    words: String,
}

/// Returns the page `from` that leads on to the file `to` of the site, with the words of the message `words`.
///
/// # Errors
/// A finding where its template is faulty.
pub(super) fn led_on(
    from: &str,
    to: &str,
    words: &str,
    corpus: &Corpus,
    theme: &Theme,
) -> Result<Artifact, Box<Diagnostic>> {
    let way = WayOn { from, href: address_of(&relative(from, to)), canonical: canonical(to, corpus), words };
    redirect_page(way, corpus, theme)
}

/// A page that leads on, and where to.
struct WayOn<'a> {
    from: &'a str,
    href: String,
    canonical: Option<String>,
    /// The message that the page shows.
    words: &'a str,
}

fn redirect_page(way: WayOn<'_>, corpus: &Corpus, theme: &Theme) -> Result<Artifact, Box<Diagnostic>> {
    let template = page_template!("pages/redirect.html");
    let messages = theme.messages(Lang::Ja);
    let title = said_of_site(corpus.identity.title.as_ref(), "site-title", messages);
    let WayOn { from, href, canonical, words } = way;
    let view = RedirectView { title, href, canonical, words: messages.text(words) };
    let html = Templates::new(theme, Lang::Ja, [template])?.render(template, &view)?;
    Ok(Artifact::new(from, html))
}

/// The address of the file `to`, where that of the site is known.
fn canonical(to: &str, corpus: &Corpus) -> Option<String> {
    corpus.base_url.as_ref().map(|base| format!("{}/{}", base.trim_end_matches('/'), address_of(to)))
}

/// Returns the pages at former addresses, none of which is one of the files `made`.
///
/// # Errors
/// A finding J0519 where a former address is that of a made page or a page that it leads to is not made, J0506 or J0621
/// where the template is faulty.
pub(in crate::site) fn redirect_pages(
    corpus: &Corpus,
    made: &BTreeSet<String>,
    theme: &Theme,
) -> Result<Vec<Artifact>, Box<Diagnostic>> {
    // Disks of Windows and macOS take names that differ by case only for one.
    let taken: BTreeSet<String> = made.iter().map(|path| path.to_lowercase()).collect();
    let brought = corpus.static_files.iter().map(|file| file.path.as_str());
    let stay = corpus.earlier_files.iter().map(String::as_str);
    let there: BTreeSet<&str> = made.iter().map(String::as_str).chain(brought).chain(stay).collect();
    let refused = |redirect: &Redirect, kind: &str, path: &str| {
        Err(Box::new(Diagnostic::new(Code::J0519).at(&redirect.place).arg("kind", kind).arg("path", path)))
    };
    let page = |redirect: &Redirect| {
        let (from, to) = (&redirect.from, &redirect.to);
        if taken.contains(&from.to_lowercase()) {
            return refused(redirect, "taken", from);
        }
        if redirect.is_outside {
            let way = WayOn { from, href: to.clone(), canonical: Some(to.clone()), words: "redirect-words" };
            return redirect_page(way, corpus, theme);
        }
        if !there.contains(to.as_str()) {
            return refused(redirect, "missing", to);
        }
        let href = format!("{}{}", address_of(&relative(from, to)), redirect.fragment);
        redirect_page(WayOn { from, href, canonical: canonical(to, corpus), words: "redirect-words" }, corpus, theme)
    };
    corpus.redirects.iter().map(page).collect()
}
