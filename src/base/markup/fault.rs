//! What a text must not hold.

/// A construct of Markdown that a text must not hold, by its name, also a stem of message ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkupFault(pub &'static str);
