//! The macros that declare content. One declaration says how a value is read ([`Decode`](super::Decode)), how it is
//! written ([`Encode`](super::Encode)) and what it looks like ([`Shaped`](super::Shaped)), so that no key is spelt twice.

/// Declares structs whose fields are the keys of a mapping: how each is read, how it is written and what it looks like.
///
/// After the name stands how people lay it out ([`Layout`](super::Layout); `Line` where nothing is said), after `=>` what
/// the doc comment says, in Japanese. Each struct gains a field `place`. A key is required unless its type is `Option`
/// or `Vec`; keys are written in the order of the declaration.
#[macro_export]
#[doc(hidden)]
macro_rules! record {
    ($(
        $(#[doc = $en:literal])*
        pub struct $name:ident $(($layout:ident))? => $ja:literal {
            $($(#[doc = $field_en:literal])* $field:ident: $type:ty => $field_ja:literal,)*
        }
    )*) => { $(
        $(#[doc = $en])*
        #[derive(Debug, Clone)]
        pub struct $name {
            $($(#[doc = $field_en])* pub $field: $type,)*
            /// Its place in the file.
            pub place: $crate::base::diagnostics::Place,
        }

        impl $crate::content::Decode for $name {
            fn decode(
                node: &$crate::content::YamlNode,
                findings: &mut $crate::base::diagnostics::Diagnostics,
            ) -> Option<Self> {
                let known = [$($crate::content::key_of(stringify!($field))),*];
                let fields = $crate::content::Fields::open(node, &known, findings)?;
                // All keys are read before a missing one ends it, so that each fault of the mapping is told in one run.
                $(let $field = fields.field($crate::content::key_of(stringify!($field)), findings);)*
                Some(Self { $($field: $field?,)* place: node.place.clone() })
            }
        }

        impl $crate::content::Encode for $name {
            fn encode(&self) -> Option<$crate::content::YamlValue> {
                use $crate::content::{Encode, Layout, key_of, mapping};
                #[allow(unused_mut, unused_assignments, reason = "some structs name their layout")]
                let mut layout = Layout::Line;
                $(layout = Layout::$layout;)?
                Some(mapping(layout, [$((key_of(stringify!($field)), Encode::encode(&self.$field))),*]))
            }
        }

        impl $crate::content::Shaped for $name {
            fn shape() -> $crate::content::Shape {
                use $crate::content::{KeyShape, Meaning, RecordShape, Shape, Shaped, key_of};
                static RECORD: RecordShape = RecordShape {
                    name: $crate::content::declared_name(stringify!($name)),
                    meaning: Meaning { en: concat!($($en),*), ja: $ja },
                    keys: &[$(KeyShape {
                        key: key_of(stringify!($field)),
                        meaning: Meaning { en: concat!($($field_en),*), ja: $field_ja },
                        required: <$type as Shaped>::REQUIRED,
                        shape: <$type as Shaped>::shape,
                    }),*],
                };
                Shape::Record(&RECORD)
            }
        }
    )* };
}

/// Declares enums whose variants are words of the YAML: how each is read, how it is written and which words there are.
/// After `=>` stands what the doc comment says, in Japanese.
#[macro_export]
#[doc(hidden)]
macro_rules! keyword {
    ($(
        $(#[doc = $en:literal])*
        pub enum $name:ident => $ja:literal {
            $($(#[doc = $variant_en:literal])* $variant:ident = $word:literal => $variant_ja:literal,)*
        }
    )*) => { $(
        $(#[doc = $en])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[doc = $variant_en])* $variant,)* }

        impl $name {
            /// Every word, in the order of declaration.
            pub const WORDS: &'static [&'static str] = &[$($word),*];
        }

        $crate::content::declare::words! { $name: $(#[doc = $en])* => $ja { $($(#[doc = $variant_en])* $variant = $word => $variant_ja,)* } }
    )* };
}

/// Gives the enum `$name` the words of its variants: how they are read and written, and what they say.
#[macro_export]
#[doc(hidden)]
macro_rules! words {
    ($name:ident: $(#[doc = $en:literal])* => $ja:literal {
        $($(#[doc = $variant_en:literal])* $variant:ident = $word:literal => $variant_ja:literal,)*
    }) => {
        impl $name {
            /// The word in YAML, also the stem of message ids.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The value that `word` names.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }

        impl $crate::content::Keyword for $name {}

        impl $crate::content::Decode for $name {
            fn decode(
                node: &$crate::content::YamlNode,
                findings: &mut $crate::base::diagnostics::Diagnostics,
            ) -> Option<Self> {
                let text = $crate::content::Text::decode(node, findings)?;
                let value = Self::from_word(&text.value);
                if value.is_none() {
                    let known = [$($word),*].into_iter();
                    findings.push($crate::content::unknown_name($crate::base::diagnostics::Code::J0205, &text.value, &text.place, known));
                }
                value
            }
        }

        impl $crate::content::Encode for $name {
            fn encode(&self) -> Option<$crate::content::YamlValue> {
                Some($crate::content::YamlValue::Plain(self.word().to_owned()))
            }
        }

        impl $crate::content::Shaped for $name {
            fn shape() -> $crate::content::Shape {
                use $crate::content::{KeywordShape, Meaning, Shape};
                static KEYWORD: KeywordShape = KeywordShape {
                    name: stringify!($name),
                    meaning: Meaning { en: concat!($($en),*), ja: $ja },
                    words: &[$(($word, Meaning { en: concat!($($variant_en),*), ja: $variant_ja })),*],
                };
                Shape::Keyword(&KEYWORD)
            }
        }
    };
}

pub(in crate::content) use {keyword, record, words};
