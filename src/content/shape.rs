//! Shapes of the values of content, as their declarations tell them: from this follow the JSON Schemas and the
//! tables of keys in `content/README.md`.

/// The shape of a value.
#[derive(Debug, Clone)]
pub enum Shape {
    /// Words without letters that cannot be printed.
    Text,
    /// A style of numbers: `第{kanji}条`.
    Style,
    /// Lower-case ASCII letters, digits and hyphens, beginning with a letter.
    Id,
    /// Ids joined by dots.
    RequirementId,
    /// A number with its branches: 7, 5-2.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A whole number from 1 to the largest that is read, 10,000.
    Count,
    /// A day: `2025-03-01`.
    Date,
    /// One word of several.
    Keyword(&'static KeywordShape),
    /// Any number of such values, also none.
    List(Box<Shape>),
    /// A mapping whose keys are names that the author chooses.
    Named(Box<Shape>),
    /// One or the other.
    Either(Box<[Shape; 2]>),
    /// A mapping with these keys and no others.
    Record(&'static RecordShape),
    /// A mapping with exactly one of these keys.
    OneKey(&'static RecordShape),
}

/// The meaning of something, in the languages of the program.
#[derive(Debug, Clone, Copy)]
pub struct Meaning {
    /// English.
    pub en: &'static str,
    /// Japanese.
    pub ja: &'static str,
}

/// A mapping with fixed keys.
#[derive(Debug)]
pub struct RecordShape {
    /// The name of its type.
    pub name: &'static str,
    /// The meaning of the record.
    pub meaning: Meaning,
    /// Its keys, in the order in which they are written.
    pub keys: &'static [KeyShape],
}

/// A key of a mapping.
#[derive(Debug)]
pub struct KeyShape {
    /// The key.
    pub key: &'static str,
    /// The meaning of its value.
    pub meaning: Meaning,
    /// Whether it must be there.
    pub required: bool,
    // A function and no value, since a type may hold itself, as provisions do.
    /// The shape of its value.
    pub shape: fn() -> Shape,
}

/// A set of words.
#[derive(Debug)]
pub struct KeywordShape {
    /// The name of its type.
    pub name: &'static str,
    /// The meaning of the words.
    pub meaning: Meaning,
    /// The words, and what each says.
    pub words: &'static [(&'static str, Meaning)],
}

/// A type whose values have a shape.
pub trait Shaped {
    /// Whether a mapping must have a key that has this type.
    const REQUIRED: bool = true;

    /// Returns what its values look like.
    fn shape() -> Shape;
}

impl<T: Shaped> Shaped for Option<T> {
    const REQUIRED: bool = false;

    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: Shaped> Shaped for Box<T> {
    const REQUIRED: bool = T::REQUIRED;

    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: Shaped> Shaped for Vec<T> {
    const REQUIRED: bool = false;

    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
}

impl Shaped for bool {
    fn shape() -> Shape {
        Shape::Boolean
    }
}

/// Returns the name that schemas and tables of keys give a declared type: without the `Written` that keeps what authors
/// write apart from what it is resolved to.
#[must_use]
pub const fn declared_name(name: &'static str) -> &'static str {
    // The methods of text cannot be called in a constant.
    match name.as_bytes() {
        [b'W', b'r', b'i', b't', b't', b'e', b'n', ..] => name.split_at(7).1,
        _ => name,
    }
}

/// The key in YAML of a field, which Rust writes `r#type` where the word is its own.
#[must_use]
pub const fn key_of(field: &'static str) -> &'static str {
    match field.as_bytes() {
        // The two bytes are ASCII, so that the rest begins at a letter.
        [b'r', b'#', ..] => field.split_at(2).1,
        _ => field,
    }
}
