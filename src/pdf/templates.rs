//! The templates that typst sets sheets by.

/// The template of every sheet.
pub(super) const MAIN: &str = "main.typ";
/// The template of several sheets of a form, each in a file of its own.
pub(super) const APART: &str = "apart.typ";

/// The templates, by name.
pub(super) const TEMPLATES: [(&str, &str); 17] = [
    (MAIN, include_str!("../../templates/pdf/main.typ")),
    (APART, include_str!("../../templates/pdf/apart.typ")),
    ("page.typ", include_str!("../../templates/pdf/page.typ")),
    ("text.typ", include_str!("../../templates/pdf/text.typ")),
    ("provision.typ", include_str!("../../templates/pdf/provision.typ")),
    ("table.typ", include_str!("../../templates/pdf/table.typ")),
    ("slot.typ", include_str!("../../templates/pdf/slot.typ")),
    ("blank.typ", include_str!("../../templates/pdf/blank.typ")),
    ("boxes.typ", include_str!("../../templates/pdf/boxes.typ")),
    ("contact.typ", include_str!("../../templates/pdf/contact.typ")),
    ("document.typ", include_str!("../../templates/pdf/document.typ")),
    ("form.typ", include_str!("../../templates/pdf/form.typ")),
    ("amendment.typ", include_str!("../../templates/pdf/amendment.typ")),
    ("overlay.typ", include_str!("../../templates/pdf/overlay.typ")),
    ("booklet.typ", include_str!("../../templates/pdf/booklet.typ")),
    ("impact.typ", include_str!("../../templates/pdf/impact.typ")),
    ("conformance.typ", include_str!("../../templates/pdf/conformance.typ")),
];
