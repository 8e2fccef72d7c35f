//! Every form has a page that sends nothing, and a schema of all that can be filled in.

use crate::support::html::tags;
use crate::support::{corpus, is_kind, site, text};
use junsoku::base::locale::{Lang, Messages};
use junsoku::forms::filling::{AskedSheet, schema};

#[test]
fn a_form_page_can_send_nothing() {
    let pages: Vec<_> = site()
        .iter()
        .filter(|(path, _)| path.contains("/forms/") && path.split('/').count() > 3 && is_kind(path, "html"))
        .collect();
    let forms: usize = corpus().sets.values().map(|set| set.forms.len()).sum();
    assert_eq!(pages.len(), Lang::ALL.len() * forms, "{:?}", pages.iter().map(|(path, _)| path).collect::<Vec<_>>());
    for (path, bytes) in pages {
        let tags = tags(text(bytes));
        let policy = tags.iter().find(|tag| tag.get("http-equiv") == Some("Content-Security-Policy"));
        let policy = policy.and_then(|tag| tag.get("content")).unwrap_or_else(|| panic!("{path}: no policy"));
        for rule in ["default-src 'none'", "connect-src 'none'", "form-action 'none'"] {
            assert!(policy.contains(rule), "{path}: {policy}");
        }
        assert!(!tags.iter().any(|tag| tag.get("action").is_some() || tag.get("formaction").is_some()), "{path}");
    }
}

#[test]
fn every_form_has_a_schema_with_every_field() {
    let corpus = corpus();
    let mut forms = 0;
    for set in corpus.sets.values() {
        for form in &set.forms {
            let sheet = AskedSheet::of(corpus, set, form, Messages::of(Lang::Ja));
            let schema = schema(&sheet, "x");
            forms += 1;
            for block in &sheet.blocks {
                let own = &schema["properties"][&block.id];
                let entry = if block.rows.is_some() { &own["items"] } else { own };
                for field in &block.fields {
                    assert!(entry["properties"][&field.id].is_object(), "{} {}.{}", sheet.name, block.id, field.id);
                }
            }
        }
    }
    assert!(forms > 0);
}
