//! Links and pictures of a text from what their author wrote to what was found for them.

use super::Inline;

/// Finds what the links and pictures of a text lead to.
pub trait Follow<T> {
    /// Returns what is printed for a link to `written` with these words of its own.
    fn link(&mut self, written: &str, words: Vec<Inline<T>>) -> Vec<Inline<T>>;

    /// Returns the path of the picture that is `written`; `None` where its description is printed in its place.
    fn picture(&mut self, written: &str) -> Option<String>;
}

/// Returns `inlines` with what `find` found for their links and pictures, which are asked for in their order: links after those
/// in their words.
#[must_use]
pub fn followed<T>(inlines: Vec<Inline<String>>, find: &mut dyn Follow<T>) -> Vec<Inline<T>> {
    let mut out = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.push(Inline::Text(text)),
            Inline::Code(text) => out.push(Inline::Code(text)),
            Inline::Break => out.push(Inline::Break),
            Inline::Ruby { base, reading } => out.push(Inline::Ruby { base, reading }),
            Inline::Language { lang, words } => out.push(Inline::Language { lang, words: followed(words, find) }),
            Inline::Note(inner) => out.push(Inline::Note(followed(inner, find))),
            Inline::Strong(inner) => out.push(Inline::Strong(followed(inner, find))),
            Inline::Emphasis(inner) => out.push(Inline::Emphasis(followed(inner, find))),
            Inline::Picture { path, alt } => out.push(match find.picture(&path) {
                Some(path) => Inline::Picture { path, alt },
                None => Inline::Text(alt),
            }),
            Inline::Link { target, words } => {
                let words = followed(words, find);
                out.extend(find.link(&target, words));
            }
        }
    }
    out
}
