//! The templates of the site, with the words of one language.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent::{FluentArgs, FluentValue};
use serde::Serialize;
use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult};

use super::faulty;
use super::guard::{GUARD, begin_page, guard, guarded};
use super::language::with_languages;
use crate::base::diagnostics::{Code, Diagnostic, Place};
use crate::base::locale::{Lang, Messages};
use crate::theme::Theme;

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
const SHARED: [PageTemplate; 11] = [
    page_template!("base.html"),
    page_template!("standalone.html"),
    page_template!("parts/provision.html"),
    page_template!("parts/form-blocks.html"),
    page_template!("parts/amendment-table.html"),
    page_template!("parts/pair-table.html"),
    page_template!("parts/set-column.html"),
    page_template!("parts/conformance.html"),
    page_template!("parts/news-list.html"),
    page_template!("parts/part-index.html"),
    page_template!("parts/rail.html"),
];

/// Templates that print the words of one language, those of a theme in place of ours.
pub(super) struct Templates<'a> {
    tera: Tera,
    theme: &'a Theme,
    lang: Lang,
}

impl<'a> Templates<'a> {
    /// Returns the templates of `pages`, each of which may be given more than once, with the words of `lang`; what `theme`
    /// has stands in place of ours.
    ///
    /// # Errors
    /// A finding J0621 where a template of the theme is faulty, J0506 where one of ours is; a test renders every one.
    pub(super) fn new(
        theme: &'a Theme,
        lang: Lang,
        pages: impl IntoIterator<Item = PageTemplate>,
    ) -> Result<Self, Box<Diagnostic>> {
        let mut tera = Tera::default();
        // All at once, since they extend each other; pages of one kind name their template once each.
        let messages = theme.shared_messages(lang);
        tera.register_function("t", move |words: Kwargs, _: &State| translate(messages.as_ref(), &words));
        tera.register_function(GUARD, guard);
        let named = SHARED.into_iter().chain(pages).map(|template| (template.name, template.source));
        let named: BTreeMap<&str, Cow<'_, str>> = named.map(|(name, ours)| (name, source(theme, name, ours))).collect();
        tera.add_raw_templates(named).map_err(|error| Box::new(template_fault(theme, &error)))?;
        Ok(Self { tera, theme, lang })
    }

    /// Returns what `template` makes of `values`.
    ///
    /// # Errors
    /// As [`Templates::new`], where the template asks for what `values` do not hold, gives up by itself or goes on without
    /// end.
    pub(super) fn render(&self, template: PageTemplate, values: &impl Serialize) -> Result<String, Box<Diagnostic>> {
        self.rendered(template, Context::from_serialize(values))
    }

    /// Returns what `template` makes of a page's own `values` in its `frame`.
    ///
    /// # Errors
    /// As [`Templates::render`].
    pub(super) fn render_page(
        &self,
        template: PageTemplate,
        frame: &impl Serialize,
        // The page's own values come last, so that one of them may take the place of the frame's.
        values: TeraResult<Context>,
    ) -> Result<String, Box<Diagnostic>> {
        let context = Context::from_serialize(frame).and_then(|mut context| {
            context.extend(values?);
            Ok(context)
        });
        self.rendered(template, context)
    }

    fn rendered(&self, template: PageTemplate, context: TeraResult<Context>) -> Result<String, Box<Diagnostic>> {
        begin_page();
        let made = context.and_then(|context| self.tera.render(template.name, &context));
        made.map(|html| with_languages(html, self.lang)).map_err(|error| Box::new(template_fault(self.theme, &error)))
    }
}

/// The source of the template `name`: what the theme has, with the guard against what has no end, or else ours.
fn source(theme: &Theme, name: &str, ours: &'static str) -> Cow<'static, str> {
    match theme.file(&format!("site/{name}")) {
        Some(file) => Cow::Owned(guarded(&file.text)),
        None => Cow::Borrowed(ours),
    }
}

/// The finding for a template that failed: at the line of the theme's file, or of ours by its name.
fn template_fault(theme: &Theme, error: &tera::Error) -> Diagnostic {
    let file_of = |name: &str| theme.file(&format!("site/{name}"));
    #[expect(clippy::wildcard_enum_match_arm, reason = "the kinds are those of the template engine")]
    let report = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Some(report),
        // Templates that lead into each other, or to none, are no matter of one line.
        ErrorKind::CircularExtend { tpl, .. }
        | ErrorKind::CircularInclude { tpl, .. }
        | ErrorKind::MissingParent { current: tpl, .. } => {
            let finding = |file| Diagnostic::new(Code::J0621).at(&Place::new(file, 0..1));
            return file_of(tpl).map_or_else(|| faulty(error), |file| finding(file).arg("reason", error.to_string()));
        }
        _ => None,
    };
    let own = report.and_then(|report| Some((file_of(report.filename())?, report)));
    let Some((file, report)) = own else { return faulty(error) };
    let line = report.span().start_line.max(1);
    let start: usize = file.text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let words = file.text[start..].lines().next().unwrap_or("");
    let indent = words.len() - words.trim_start().len();
    let place = Place::new(file, start + indent..start + words.trim_end().len().max(indent));
    Diagnostic::new(Code::J0621).at(&place).arg("reason", report.message())
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

    /// Returns the finding that tells why `template` gives up on `values`.
    fn failure(template: PageTemplate, values: &Value) -> Diagnostic {
        let theme = Theme::default();
        let templates = Templates::new(&theme, Lang::En, [template]).expect("templates");
        *templates.render(template, values).expect_err("a template that gives up")
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
