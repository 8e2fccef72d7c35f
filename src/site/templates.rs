//! The templates of the site, with the words of one language.

use std::collections::BTreeMap;

use fluent::{FluentArgs, FluentValue};
use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult};

use crate::base::locale::{Lang, Messages};

/// A template of a page, by its path below `templates/site/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PageTemplate {
    pub(super) name: &'static str,
    pub(super) source: &'static str,
}

/// The template at a path below `templates/site/`, as it was when the program was built.
macro_rules! page_template {
    ($name:literal) => {
        $crate::site::templates::PageTemplate {
            name: $name,
            source: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/site/", $name)),
        }
    };
}
pub(super) use page_template;

/// Templates that those of pages extend or draw parts of a page with. Those of the pages are named in the pages' files.
const SHARED: [PageTemplate; 9] = [
    page_template!("base.html"),
    page_template!("standalone.html"),
    page_template!("parts/provision.html"),
    page_template!("parts/form-blocks.html"),
    page_template!("parts/amendment-table.html"),
    page_template!("parts/pair-table.html"),
    page_template!("parts/set-column.html"),
    page_template!("parts/conformance.html"),
    page_template!("parts/news-list.html"),
];

/// Templates that print the words of one language.
pub(super) struct Templates {
    tera: Tera,
}

impl Templates {
    /// Returns the templates of `pages`, each of which may be given more than once, with the words of `lang`.
    ///
    /// # Errors
    /// Where a template is faulty; a test renders every one.
    pub(super) fn new(lang: Lang, pages: impl IntoIterator<Item = PageTemplate>) -> TeraResult<Self> {
        let mut tera = Tera::default();
        let messages = Messages::of(lang);
        tera.register_function("t", move |words: Kwargs, _: &State| translate(messages, &words));
        // All at once, since they extend each other; pages of one kind name their template once each.
        let named: BTreeMap<&str, &str> =
            SHARED.into_iter().chain(pages).map(|template| (template.name, template.source)).collect();
        tera.add_raw_templates(named)?;
        Ok(Self { tera })
    }

    /// Returns what `template` makes of `values`.
    ///
    /// # Errors
    /// Where the template asks for what `values` do not hold, or gives up by itself.
    pub(super) fn render(&self, template: PageTemplate, values: &impl Serialize) -> TeraResult<String> {
        self.tera.render(template.name, &Context::from_serialize(values)?)
    }

    /// Returns what `template` makes of a page's own `values` in its `frame`.
    ///
    /// # Errors
    /// As [`Templates::render`].
    pub(super) fn render_page(
        &self,
        template: PageTemplate,
        frame: &impl Serialize,
        values: Context,
    ) -> TeraResult<String> {
        let mut context = Context::from_serialize(frame)?;
        // The page's own values come last, so that one of them may take the place of the frame's.
        context.extend(values);
        self.tera.render(template.name, &context)
    }
}

/// `t(key="page-of", page=1)`: the message `key` with its arguments.
fn translate(messages: &Messages, words: &Kwargs) -> TeraResult<String> {
    let id: &str = words.must_get("key")?;
    // Fluent would print the id itself; here a misspelt one ends the build with its name (J0506).
    if !messages.has(id) {
        return Err(tera::Error::message(format!("there is no message {id}")));
    }
    let mut args = FluentArgs::new();
    for (name, value) in words.iter() {
        // Whole numbers keep their plural forms.
        let value = match value.as_i64() {
            Some(number) => FluentValue::from(number),
            None => FluentValue::from(value.to_string()),
        };
        args.set(name.to_string(), value);
    }
    Ok(messages.format(id, &args))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::base::diagnostics::{Code, Diagnostic};
    use crate::site::faulty;

    /// Returns the finding that tells why `template` gives up on `values`.
    fn failure(template: PageTemplate, values: &Value) -> Diagnostic {
        let templates = Templates::new(Lang::En, [template]).expect("templates");
        faulty(&templates.render(template, values).expect_err("a template that gives up"))
    }

    fn reason(diagnostic: &Diagnostic) -> String {
        assert_eq!(diagnostic.code, Code::J0506);
        diagnostic.message(Messages::of(Lang::En))
    }

    #[test]
    fn an_unknown_kind_of_block_is_named() {
        let source = "{{ <form_block block={block} entries={entries} /> }}";
        let template = PageTemplate { name: "block.html", source };
        let block = json!({ "block": "hologram", "id": "one" });
        let entry = json!({ "fields": {}, "sentences": [], "office_use": false, "proxy": false });
        let said = reason(&failure(template, &json!({ "block": block, "entries": { "one": entry } })));
        assert!(said.contains("no block of the kind hologram"), "{said}");
    }

    #[test]
    fn an_unknown_kind_of_field_is_named() {
        let entry = json!({ "id": "one", "kind": "fingerprint", "label": "Finger", "required": true });
        let control = PageTemplate { name: "control.html", source: "{{ <control entry={entry} at=\"block\" /> }}" };
        let said = reason(&failure(control, &json!({ "entry": entry })));
        assert!(said.contains("a field of the kind fingerprint"), "{said}");
        let boxed = PageTemplate { name: "box.html", source: "{{ <field_box field={entry} /> }}" };
        let said = reason(&failure(boxed, &json!({ "entry": entry })));
        assert!(said.contains("a field of the kind fingerprint"), "{said}");
    }

    #[test]
    fn an_unknown_side_of_an_amendment_is_named() {
        let source = "{{ <amended_piece piece={piece} side={side} /> }}";
        let template = PageTemplate { name: "piece.html", source };
        let values = json!({ "piece": { "marked": true, "text": "words" }, "side": "middle" });
        let said = reason(&failure(template, &values));
        assert!(said.contains("a side called middle"), "{said}");
    }
}
