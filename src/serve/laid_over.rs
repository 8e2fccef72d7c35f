//! Findings as they are laid over pages, in the language of each, and what a server adds to a page for it.

use serde_json::json;

use super::addresses::OWN;
use crate::base::diagnostics::{Diagnostics, Severity, finding_records};
use crate::base::locale::{Lang, Messages};

/// The findings that lie over the pages, in each language, as JSON; empty where there are none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct LaidOver {
    ja: String,
    en: String,
}

/// The number of findings that are shown over a page; more hide the page and are not read.
const MOST_SHOWN: usize = 20;

impl LaidOver {
    /// What is shown of `findings`: all errors, or where there are none the warnings, folded away.
    pub(super) fn of(findings: &Diagnostics) -> Self {
        let [ja, en] = Lang::ALL.map(|lang| findings_html(findings, Messages::of(lang)));
        Self { ja, en }
    }

    /// Returns the JSON for a page in `lang`.
    pub(super) fn json(&self, lang: Lang) -> &str {
        let text = match lang {
            Lang::Ja => &self.ja,
            Lang::En => &self.en,
        };
        if text.is_empty() { "null" } else { text }
    }
}

fn findings_html(findings: &Diagnostics, messages: &Messages) -> String {
    let errors = findings.count(Severity::Error);
    let warnings = findings.count(Severity::Warning);
    if errors + warnings == 0 {
        return String::new();
    }
    let mut told = findings.clone();
    if errors > 0 {
        told.revise(|finding| (finding.severity == Severity::Error).then_some(finding));
    }
    let mut records = finding_records(&told, messages);
    let count = records.as_array().map_or(0, Vec::len);
    if let Some(records) = records.as_array_mut() {
        records.truncate(MOST_SHOWN);
    }
    let (id, number) = if errors > 0 { ("serve-errors", errors) } else { ("serve-warnings", warnings) };
    let number = number.to_string();
    let more = count.saturating_sub(MOST_SHOWN).to_string();
    let data = json!({
        "title": messages.with(id, &[("count", &number)]),
        "kept": if errors > 0 { messages.text("serve-kept") } else { String::new() },
        "more": if more == "0" { String::new() } else { messages.with("serve-more", &[("count", &more)]) },
        "close": messages.text("serve-close"),
        "hint": messages.text("hint"),
        "open": errors > 0,
        "findings": records,
    });
    data.to_string()
}

/// The language of the page at `path`: the reader's.
pub(super) fn language_of(path: &str) -> Lang {
    if path.starts_with("en/") { Lang::En } else { Lang::Ja }
}

/// The page `html` with the script that reloads it, which is all that a page of the server has besides what a build makes
/// of it. Its own policy forbids scripts to ask for anything (`connect-src`), which is lifted for this server.
pub(super) fn with_script(html: &str, path: &str, version: &str) -> String {
    let script = format!(
        "<script src=\"/{}/live.js\" data-page=\"{}\" data-version=\"{version}\" defer></script>",
        OWN,
        escaped(path)
    );
    let html = if html.contains("connect-src 'none'") {
        html.replacen("connect-src 'none'", "connect-src 'self'", 1)
    } else {
        html.replacen(
            "content=\"default-src 'none';",
            "content=\"default-src 'none'; script-src 'self'; connect-src 'self';",
            1,
        )
    };
    let html =
        if html.contains("style-src 'self'") { html } else { html.replacen("style-src ", "style-src 'self' ", 1) };
    match html.rfind("</body>") {
        Some(at) => format!("{}{script}{}", &html[..at], &html[at..]),
        None => html + &script,
    }
}

/// A page for a site of which nothing could be made yet.
pub(super) fn blank_page() -> String {
    let messages = Messages::of(Lang::Ja);
    format!(
        "<!DOCTYPE html><html lang=\"ja\"><head><meta charset=\"utf-8\"><title>{0}</title></head><body><p>{0}</p></body></html>",
        messages.text("serve-nothing")
    )
}

/// `text` as the value of an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
