//! The words of the interface: which languages there are, and every message in each of them.
//!
//! All text lives in `locales/{ja,en}/*.ftl` ([Fluent](https://projectfluent.org/) syntax) and is built
//! into the program, so that an installed junsoku needs no files beside it.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::LazyLock;

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use serde::Serialize;
use unic_langid::{LanguageIdentifier, langid};

/// A language that junsoku publishes and speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Japanese, the language of the documents.
    Ja,
    /// English, the language of the translations.
    En,
}

impl Lang {
    /// Both languages, Japanese first.
    pub const ALL: [Self; 2] = [Self::Ja, Self::En];

    /// The BCP 47 tag, as in `lang="ja"` and in the folder names of the output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    /// The other of the two languages.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Ja => Self::En,
            Self::En => Self::Ja,
        }
    }

    /// The language of a value of `--lang`, `LC_ALL` or `LANG` (`ja`, `ja_JP.UTF-8`, `en`, `C` …).
    ///
    /// `None` for a language that junsoku does not speak.
    #[must_use]
    pub fn from_locale(value: &str) -> Option<Self> {
        let tag = value.split(['.', '_', '-', '@']).next().unwrap_or_default();
        match tag.to_ascii_lowercase().as_str() {
            "ja" => Some(Self::Ja),
            // Scripts and servers without a setting have the locale C, whose messages are English by custom.
            "en" | "c" | "posix" => Some(Self::En),
            _ => None,
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::Ja => langid!("ja"),
            Self::En => langid!("en"),
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The files of one language, in the order in which they are read.
fn sources(lang: Lang) -> &'static [&'static str] {
    macro_rules! files {
        ($dir:literal) => {
            &[
                include_str!(concat!("../../locales/", $dir, "/amendment.ftl")),
                include_str!(concat!("../../locales/", $dir, "/cli.ftl")),
                include_str!(concat!("../../locales/", $dir, "/comparison.ftl")),
                include_str!(concat!("../../locales/", $dir, "/conformance.ftl")),
                include_str!(concat!("../../locales/", $dir, "/diagnostics.ftl")),
                include_str!(concat!("../../locales/", $dir, "/document.ftl")),
                include_str!(concat!("../../locales/", $dir, "/editions.ftl")),
                include_str!(concat!("../../locales/", $dir, "/form-page.ftl")),
                include_str!(concat!("../../locales/", $dir, "/impact.ftl")),
                include_str!(concat!("../../locales/", $dir, "/import.ftl")),
                include_str!(concat!("../../locales/", $dir, "/oscal.ftl")),
                include_str!(concat!("../../locales/", $dir, "/prefectures.ftl")),
                include_str!(concat!("../../locales/", $dir, "/public-body.ftl")),
                include_str!(concat!("../../locales/", $dir, "/report.ftl")),
                include_str!(concat!("../../locales/", $dir, "/rules.ftl")),
                include_str!(concat!("../../locales/", $dir, "/setup.ftl")),
                include_str!(concat!("../../locales/", $dir, "/site.ftl")),
                include_str!(concat!("../../locales/", $dir, "/starter.ftl")),
                include_str!(concat!("../../locales/", $dir, "/verdict.ftl")),
            ]
        };
    }
    match lang {
        Lang::Ja => files!("ja"),
        Lang::En => files!("en"),
    }
}

/// The messages of one language.
pub struct Messages {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Messages").field(&self.lang).finish()
    }
}

impl Messages {
    /// Returns the messages of `lang`, whose files are read at the first call in the life of the program.
    #[must_use]
    pub fn of(lang: Lang) -> &'static Self {
        static JAPANESE: LazyLock<Messages> = LazyLock::new(|| Messages::read_files(Lang::Ja));
        static ENGLISH: LazyLock<Messages> = LazyLock::new(|| Messages::read_files(Lang::En));
        match lang {
            Lang::Ja => &JAPANESE,
            Lang::En => &ENGLISH,
        }
    }

    /// Reads the files of `lang`. Faulty lines are left out; a test holds that there are none.
    fn read_files(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.identifier()]);
        // Direction marks around arguments would end up in copied text; both languages run left to right.
        bundle.set_use_isolating(false);
        for source in sources(lang) {
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle }
    }

    /// Returns the messages of `lang`, those of `texts` in place of ours. Faulty lines are left out.
    #[must_use]
    pub fn changed<'a>(lang: Lang, texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut messages = Self::read_files(lang);
        for text in texts {
            let resource = match FluentResource::try_new(text.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            messages.bundle.add_resource_overriding(resource);
        }
        messages
    }

    /// Returns the names of the arguments that our message `id` uses.
    #[must_use]
    pub fn arguments(&self, id: &str) -> Vec<String> {
        let named = |source: &&'static str| {
            let found = messages_in(source).into_iter().find(|(name, _)| *name == id);
            found.map(|(_, range)| message_arguments(&source[range]))
        };
        sources(self.lang).iter().find_map(named).unwrap_or_else(Vec::new)
    }

    /// The language of these messages.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether there is a message with this id.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// The ids that begin with `prefix`, in the order in which they are written.
    pub fn ids_below(&self, prefix: &str) -> impl Iterator<Item = &'static str> {
        // The bundle knows no order of its messages; the files do.
        let names =
            sources(self.lang).iter().flat_map(|source| source.lines().filter_map(|line| line.split_once(" =")));
        names.map(|(name, _)| name).filter(move |name| name.starts_with(prefix))
    }

    /// The message `id`; its id itself where there is none, so that a gap shows.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        self.format(id, &FluentArgs::new())
    }

    /// The message `id` with one argument or more.
    #[must_use]
    pub fn with(&self, id: &str, args: &[(&str, &str)]) -> String {
        let mut values = FluentArgs::new();
        for (name, value) in args {
            values.set(Cow::from((*name).to_owned()), FluentValue::from((*value).to_owned()));
        }
        self.format(id, &values)
    }

    /// The message `id` with arguments that Fluent already knows (numbers keep their plural forms).
    #[must_use]
    pub fn format(&self, id: &str, args: &FluentArgs<'_>) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        // What is amiss shows in the text itself, as `{$name}`; tests/integration/codes.rs holds that messages use
        // just the arguments of their code.
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned()
    }
}

/// Returns the messages in the text of a file, each by its id with its bytes.
#[must_use]
pub fn messages_in(text: &str) -> Vec<(&str, Range<usize>)> {
    let mut found: Vec<(&str, Range<usize>)> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let is_head = line.starts_with(|c: char| c.is_ascii_alphabetic());
        match (line.split_once('='), found.last_mut()) {
            (Some((id, _)), _) if is_head => found.push((id.trim_end(), at..at + line.len())),
            (_, Some((_, range))) if !line.starts_with('#') => range.end = at + line.len(),
            _ => {}
        }
        at += line.len();
    }
    found
}

/// Returns the names of the arguments that a message uses: `{ $name }`.
#[must_use]
pub fn message_arguments(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for rest in text.split('{').skip(1) {
        let Some(rest) = rest.trim_start().strip_prefix('$') else { continue };
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-')).unwrap_or(rest.len());
        let name = rest[..end].to_owned();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Returns where the text of a file of messages is faulty, and why; `None` where it is not.
#[must_use]
pub fn message_fault(text: &str) -> Option<(Range<usize>, String)> {
    let (_, errors) = FluentResource::try_new(text.to_owned()).err()?;
    let error = errors.into_iter().next()?;
    Some((error.pos.clone(), error.kind.to_string()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn ids_and_arguments(lang: Lang) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for source in sources(lang) {
            let resource = FluentResource::try_new((*source).to_owned())
                .unwrap_or_else(|(_, errors)| panic!("{lang}: {errors:?}"));
            drop(resource);
            let mut id = String::new();
            for line in source.lines().filter(|line| !line.starts_with('#')) {
                if let Some((name, _)) = line.split_once(" =")
                    && !line.starts_with(' ')
                {
                    id = name.to_owned();
                    assert!(found.insert(id.clone()), "{lang}: {id} stands twice");
                }
                for argument in line.split("{ $").skip(1) {
                    let end = argument.find(|c: char| !c.is_alphanumeric()).unwrap_or(argument.len());
                    found.insert(format!("{id} ${}", &argument[..end]));
                }
            }
        }
        found
    }

    #[test]
    fn both_languages_have_the_same_messages_with_the_same_arguments() {
        let (ja, en) = (ids_and_arguments(Lang::Ja), ids_and_arguments(Lang::En));
        assert!(ja.len() > 100, "only {} messages", ja.len());
        assert_eq!(ja.difference(&en).collect::<Vec<_>>(), Vec::<&String>::new(), "only in ja");
        assert_eq!(en.difference(&ja).collect::<Vec<_>>(), Vec::<&String>::new(), "only in en");
    }

    #[test]
    fn messages_are_found_with_their_arguments() {
        let text = "# a = b\none = { $x } and { $y ->\n    [p] q\n   *[r] { $x }\n }\ntwo = z\n";
        let found = messages_in(text);
        assert_eq!(found.iter().map(|(id, _)| *id).collect::<Vec<_>>(), ["one", "two"]);
        assert_eq!(message_arguments(&text[found[0].1.clone()]), ["x", "y"]);
        assert_eq!(Messages::of(Lang::En).arguments("footer-contact"), ["contact"]);
        assert!(message_fault(text).is_none() && message_fault("one = {\n").is_some());
    }

    #[test]
    fn a_locale_names_its_language() {
        assert_eq!(Lang::from_locale("ja_JP.UTF-8"), Some(Lang::Ja));
        assert_eq!(Lang::from_locale("C.UTF-8"), Some(Lang::En));
        assert_eq!(Lang::from_locale("fr_FR"), None);
    }
}
