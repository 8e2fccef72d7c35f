//! The templates of the site, with the words of one language.

use fluent::{FluentArgs, FluentValue};
use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult};

use crate::locale::{Lang, Messages};

/// The templates, by name.
const TEMPLATES: [(&str, &str); 27] = [
    ("base.html", include_str!("../../templates/site/base.html")),
    ("provision.html", include_str!("../../templates/site/provision.html")),
    ("blocks.html", include_str!("../../templates/site/blocks.html")),
    ("gateway.html", include_str!("../../templates/site/gateway.html")),
    ("home.html", include_str!("../../templates/site/home.html")),
    ("about.html", include_str!("../../templates/site/about.html")),
    ("references.html", include_str!("../../templates/site/references.html")),
    ("set.html", include_str!("../../templates/site/set.html")),
    ("document.html", include_str!("../../templates/site/document.html")),
    ("both.html", include_str!("../../templates/site/both.html")),
    ("amendment.html", include_str!("../../templates/site/amendment.html")),
    ("alone.html", include_str!("../../templates/site/alone.html")),
    ("pair.html", include_str!("../../templates/site/pair.html")),
    ("comparison-alone.html", include_str!("../../templates/site/comparison-alone.html")),
    ("amendment-alone.html", include_str!("../../templates/site/amendment-alone.html")),
    ("changes.html", include_str!("../../templates/site/changes.html")),
    ("form.html", include_str!("../../templates/site/form.html")),
    ("tables.html", include_str!("../../templates/site/tables.html")),
    ("stands.html", include_str!("../../templates/site/stands.html")),
    ("conformance.html", include_str!("../../templates/site/conformance.html")),
    ("stand.html", include_str!("../../templates/site/stand.html")),
    ("requirement.html", include_str!("../../templates/site/requirement.html")),
    ("columns.html", include_str!("../../templates/site/columns.html")),
    ("comparison.html", include_str!("../../templates/site/comparison.html")),
    ("comparison-topic.html", include_str!("../../templates/site/comparison-topic.html")),
    ("comparison-pair.html", include_str!("../../templates/site/comparison-pair.html")),
    ("comparison-pick.html", include_str!("../../templates/site/comparison-pick.html")),
];

/// Templates that print the words of one language.
pub(super) struct Templates {
    tera: Tera,
}

impl Templates {
    /// The templates with the words of `lang`.
    ///
    /// # Errors
    /// Where a template is faulty; a test renders every one.
    pub(super) fn new(lang: Lang) -> TeraResult<Self> {
        let mut tera = Tera::default();
        let messages = Messages::of(lang);
        tera.register_function("t", move |words: Kwargs, _: &State| translate(messages, &words));
        tera.add_raw_templates(TEMPLATES)?;
        Ok(Self { tera })
    }

    /// The page that `template` makes of `view`.
    ///
    /// # Errors
    /// Where a template asks for what the view does not hold.
    pub(super) fn render(&self, template: &str, view: &impl Serialize) -> TeraResult<String> {
        self.tera.render(template, &Context::from_serialize(view)?)
    }
}

/// `t(key="page-of", page=1)`: the message `key` with its arguments.
fn translate(messages: &Messages, words: &Kwargs) -> TeraResult<String> {
    let id: &str = words.must_get("key")?;
    if !messages.has(id) {
        return Err(tera::Error::message(format!("there is no message {id}")));
    }
    let mut args = FluentArgs::new();
    for (name, value) in words.iter() {
        let value = match value.as_i64() {
            Some(number) => FluentValue::from(number),
            None => FluentValue::from(value.to_string()),
        };
        args.set(name.to_string(), value);
    }
    Ok(messages.format(id, &args))
}
