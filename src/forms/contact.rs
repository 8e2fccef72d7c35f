//! A contact's details as lines.

use serde::Serialize;

use crate::base::locale::{Lang, Messages};
use crate::corpus::{Contact, Words};

/// A contact with its details.
#[derive(Debug, Serialize)]
pub struct ContactView {
    id: String,
    name: String,
    lines: Vec<ContactLine>,
}

/// One of the details.
#[derive(Debug, Serialize)]
pub struct ContactLine {
    label: Option<String>,
    /// What is told, without a remark on it.
    value: String,
    /// The target of a click on it.
    href: Option<String>,
    /// The remark that follows the value, which is no part of what is clicked.
    remark: String,
}

impl ContactView {
    /// The contact in the language of `messages`.
    #[must_use]
    pub fn of(contact: &Contact, messages: &Messages) -> Self {
        let lang = messages.lang();
        let word = |words: &Words| words.get(lang).clone();
        let line = |id: &str, value: Option<String>, href: Option<String>| {
            let label = Some(messages.text(&format!("contact-{id}")));
            value.map(|value| ContactLine { label, value, href, remark: String::new() })
        };
        let holder = contact.person.as_ref().or(contact.post.as_ref()).map(|_| post_holder(contact, lang));
        let with_remark = |line: ContactLine| {
            let note = contact.telephone_note.as_ref().map(|note| note.get(lang));
            let remark = note.map(|note| messages.with("contact-noted", &[("note", note)])).unwrap_or_default();
            ContactLine { remark, ..line }
        };
        // Hyphens are for people; RFC 3966 allows them, but not the spaces.
        let call = |number: &String| format!("tel:{}", number.replace(['-', ' '], ""));
        let telephone = contact.telephone.as_ref();
        let email = contact.email.as_ref();
        let mut lines: Vec<ContactLine> = [
            line("holder", holder, None),
            line("address", address(contact, messages), None),
            line("telephone", telephone.cloned(), telephone.map(call)).map(with_remark),
            line("fax", contact.fax.clone(), None),
            line("email", email.cloned(), email.map(|email| format!("mailto:{email}"))),
        ]
        .into_iter()
        .flatten()
        .collect();
        let hours = contact.hours.iter().map(word).enumerate();
        lines.extend(hours.map(|(at, value)| ContactLine {
            // All lines of hours share one label.
            label: (at == 0).then(|| messages.text("contact-hours")),
            value,
            href: None,
            remark: String::new(),
        }));
        Self { id: contact.id.clone(), name: word(&contact.name), lines }
    }
}

/// 〒989-6136 大崎市…; the postal code follows the address in English.
fn address(contact: &Contact, messages: &Messages) -> Option<String> {
    let address = contact.address.as_ref().map(|address| address.get(messages.lang()).as_str());
    match (address, contact.postal_code.as_deref()) {
        (Some(address), Some(code)) => Some(messages.with("contact-place", &[("address", address), ("code", code)])),
        (None, Some(code)) => Some(messages.with("contact-code", &[("code", code)])),
        (address, None) => address.map(str::to_owned),
    }
}

/// The post and the person who holds it; a Japanese post stands before the name, an English one after it.
fn post_holder(contact: &Contact, lang: Lang) -> String {
    let parts = [&contact.post, &contact.person].into_iter().flatten().map(|words| words.get(lang).as_str());
    match lang {
        Lang::Ja => parts.collect::<Vec<_>>().join("　"),
        Lang::En => parts.rev().collect::<Vec<_>>().join(", "),
    }
}

/// The lines by which a letter addresses a contact: the office, then the post and the person.
pub(super) fn name_lines(contact: &Contact, lang: Lang) -> Vec<String> {
    let holder = post_holder(contact, lang);
    let name = contact.name.get(lang).clone();
    [name, holder].into_iter().filter(|line| !line.is_empty()).collect()
}
