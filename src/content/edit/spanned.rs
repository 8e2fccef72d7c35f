//! The tree of a file in which every key, dash and value has its exact bytes.
//!
//! It is built from the events of granit-parser, which also stands below the reader of content (`yaml.rs`), so that
//! both read a file alike.

// What the parser tells may grow; all that is not named here is refused.
#![allow(clippy::wildcard_enum_match_arm, reason = "the parser's events are an open list")]

use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, Span, StrInput, StructureStyle};

use super::error::{EditError, UnsupportedFeature};
use super::spaces;
use crate::content::folding::with_breaks;
/// The greatest depth of collections in each other; deeper than the reader of content allows.
const DEEPEST: usize = 64;

/// A value and its bytes.
#[derive(Debug, Clone)]
pub(super) struct SpannedValue {
    /// The first byte after the dash, colon, comma or bracket in front of it.
    pub from: usize,
    /// Its bytes, without comments around it and without the line break behind it.
    pub span: Range<usize>,
    /// The shape of the value.
    pub shape: ValueShape,
}

/// The contents of a value.
#[derive(Debug, Clone)]
pub(super) enum ValueShape {
    /// No letters at all (`key:`).
    Absent,
    /// A scalar within or across lines, plain or quoted.
    Scalar { value: String, plain: bool },
    /// A literal or folded scalar below its header.
    BlockScalar { value: String },
    /// A mapping.
    Map(Members),
    /// A list.
    List(Members),
    /// The hole that a member leaves while a move is worked out.
    Gone,
}

/// The members of a collection.
#[derive(Debug, Clone)]
pub(super) struct Members {
    /// Whether it stands in brackets or braces.
    pub flow: bool,
    /// The members in order.
    pub list: Vec<SpannedMember>,
}

/// A member of a collection.
#[derive(Debug, Clone)]
pub(super) struct SpannedMember {
    /// Its key in a mapping.
    pub key: Option<String>,
    /// The byte where it begins: its dash or key; in a flow list its value.
    pub start: usize,
    /// Its value.
    pub value: SpannedValue,
}

impl SpannedValue {
    /// The members of a collection.
    pub(super) fn members(&self) -> Option<&Members> {
        match &self.shape {
            ValueShape::Map(members) | ValueShape::List(members) => Some(members),
            ValueShape::Absent | ValueShape::Scalar { .. } | ValueShape::BlockScalar { .. } | ValueShape::Gone => None,
        }
    }

    /// The members of a collection that stand on lines of their own.
    pub(super) fn block_members(&self) -> Option<&Members> {
        self.members().filter(|members| !members.flow)
    }

    /// The members of a collection, to change.
    pub(super) fn members_mut(&mut self) -> Option<&mut Members> {
        match &mut self.shape {
            ValueShape::Map(members) | ValueShape::List(members) => Some(members),
            ValueShape::Absent | ValueShape::Scalar { .. } | ValueShape::BlockScalar { .. } | ValueShape::Gone => None,
        }
    }

    /// The letters of a scalar that is not null.
    pub(super) fn letters(&self) -> Option<&str> {
        match &self.shape {
            ValueShape::Scalar { value, plain } => {
                (!plain || !matches!(value.as_str(), "~" | "null" | "Null" | "NULL")).then_some(value)
            }
            ValueShape::BlockScalar { value } => Some(value),
            ValueShape::Absent | ValueShape::Map(_) | ValueShape::List(_) | ValueShape::Gone => None,
        }
    }

    /// Whether both say the same, however they are written.
    pub(super) fn says_same(&self, other: &Self) -> bool {
        match (&self.shape, &other.shape) {
            (ValueShape::Map(one), ValueShape::Map(two)) | (ValueShape::List(one), ValueShape::List(two)) => {
                let alike = |(a, b): (&SpannedMember, &SpannedMember)| a.key == b.key && a.value.says_same(&b.value);
                one.list.len() == two.list.len() && one.list.iter().zip(&two.list).all(alike)
            }
            _ => self.members().is_none() && other.members().is_none() && self.letters() == other.letters(),
        }
    }
}

/// Reads the tree of `text`.
pub(super) fn spanned(text: &str) -> Result<SpannedValue, EditError> {
    // It ends a line for YAML (5.4) and for no search for line breaks here; a comment before it would seem to
    // reach further.
    if let Some(at) = lone_carriage_return(text) {
        return Err(EditError::Unsupported { at, feature: UnsupportedFeature::LineBreak });
    }
    let options = granit_parser::options! {
        emit_comments: false,
        disallow_directives: true,
        flow_nesting_limit: DEEPEST,
        block_nesting_limit: DEEPEST,
    };
    // A byte order mark is part of no token.
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut builder =
        Builder { text, events: Parser::new_from_str_with_options(text, options), cursor: start, end: start };
    builder.file()
}

/// Whether well-formed YAML holds a comment.
pub(super) fn has_comment(text: &str) -> bool {
    let options = granit_parser::options! { max_buffered_comment_events: usize::MAX };
    Parser::new_from_str_with_options(text, options)
        // What cannot be read counts as a comment: it must not be put on one line either.
        .any(|event| !matches!(event, Ok((ref event, _)) if !matches!(event, Event::Comment(..))))
}

fn lone_carriage_return(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    text.match_indices('\r').map(|(at, _)| at).find(|at| bytes.get(at + 1) != Some(&b'\n'))
}

/// Builds the tree from the parser's events.
struct Builder<'a> {
    text: &'a str,
    events: Parser<'a, StrInput<'a>>,
    /// The first byte after the last token.
    cursor: usize,
    /// The end of the last value.
    end: usize,
}

impl<'a> Builder<'a> {
    fn event(&mut self) -> Result<(Event<'a>, Range<usize>), EditError> {
        match self.events.next() {
            Some(Ok((event, span))) => Ok((event, bytes(span))),
            Some(Err(error)) => {
                let at = error.marker().byte_offset().unwrap_or_default();
                Err(EditError::Syntax { at, reason: error.to_string() })
            }
            None => Ok((Event::StreamEnd, self.text.len()..self.text.len())),
        }
    }

    fn file(&mut self) -> Result<SpannedValue, EditError> {
        let absent = SpannedValue { from: self.cursor, span: self.cursor..self.cursor, shape: ValueShape::Absent };
        let root = loop {
            let (event, span) = self.event()?;
            match event {
                // A file may begin with `---`.
                Event::DocumentStart(true, _) => self.cursor = span.end,
                Event::StreamStart | Event::DocumentStart(false, _) => {}
                Event::StreamEnd => return Ok(absent),
                event => break self.value(event, span)?,
            }
        };
        loop {
            let (event, span) = self.event()?;
            match event {
                Event::DocumentEnd => {}
                Event::StreamEnd => return Ok(root),
                _ => return Err(unsupported(span.start, UnsupportedFeature::SeveralDocuments)),
            }
        }
    }

    fn value(&mut self, event: Event<'a>, span: Range<usize>) -> Result<SpannedValue, EditError> {
        let from = self.cursor;
        let (anchor, tagged) = match &event {
            Event::Scalar(_, _, anchor, tag)
            | Event::SequenceStart(_, anchor, tag)
            | Event::MappingStart(_, anchor, tag) => (*anchor, tag.is_some()),
            _ => return Err(unsupported(span.start, UnsupportedFeature::Anchor)),
        };
        if anchor != 0 {
            return Err(unsupported(span.start, UnsupportedFeature::Anchor));
        }
        if tagged {
            return Err(unsupported(span.start, UnsupportedFeature::Tag));
        }
        let (span, shape) = match event {
            Event::Scalar(value, style, ..) => self.scalar(value.into_owned(), style, span)?,
            Event::SequenceStart(StructureStyle::Flow, ..) => self.flow_list(span)?,
            Event::MappingStart(StructureStyle::Flow, ..) => self.flow_map(span)?,
            Event::SequenceStart(..) => self.block_list()?,
            _ => self.block_map()?,
        };
        self.cursor = self.cursor.max(span.end);
        self.end = span.end;
        Ok(SpannedValue { from, span, shape })
    }

    fn scalar(
        &mut self,
        value: String,
        style: ScalarStyle,
        span: Range<usize>,
    ) -> Result<(Range<usize>, ValueShape), EditError> {
        match style {
            // A value that is not there has no bytes. Its place is behind its colon, wherever the parser puts it.
            ScalarStyle::Plain if span.is_empty() => Ok((self.cursor..self.cursor, ValueShape::Absent)),
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let start = spaces::skip(self.text, self.cursor);
                self.expect(start, b"|>", UnsupportedFeature::ComplexKey)?;
                let end = spaces::block_scalar_end(self.text, start, span);
                let value = with_breaks(value, &self.text[start..end]);
                Ok((start..end, ValueShape::BlockScalar { value }))
            }
            ScalarStyle::Plain | ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                let value = with_breaks(value, &self.text[span.clone()]);
                Ok((span, ValueShape::Scalar { value, plain: style == ScalarStyle::Plain }))
            }
        }
    }

    fn expect(&self, at: usize, any: &[u8], feature: UnsupportedFeature) -> Result<(), EditError> {
        match self.text.as_bytes().get(at) {
            Some(byte) if any.contains(byte) => Ok(()),
            _ => Err(unsupported(at, feature)),
        }
    }

    fn flow_list(&mut self, open: Range<usize>) -> Result<(Range<usize>, ValueShape), EditError> {
        self.expect(open.start, b"[", UnsupportedFeature::BarePair)?;
        self.cursor = open.start + 1;
        let mut list = Vec::new();
        loop {
            let (event, span) = self.event()?;
            if matches!(event, Event::SequenceEnd) {
                return Ok((open.start..span.end, ValueShape::List(Members { flow: true, list })));
            }
            let value = self.value(event, span)?;
            list.push(SpannedMember { key: None, start: value.span.start, value });
        }
    }

    fn flow_map(&mut self, open: Range<usize>) -> Result<(Range<usize>, ValueShape), EditError> {
        self.expect(open.start, b"{", UnsupportedFeature::BarePair)?;
        self.cursor = open.start + 1;
        let mut list = Vec::new();
        loop {
            let (event, span) = self.event()?;
            if matches!(event, Event::MappingEnd) {
                return Ok((open.start..span.end, ValueShape::Map(Members { flow: true, list })));
            }
            let mut begin = spaces::skip(self.text, self.cursor);
            // The parser has no event for commas.
            if self.text.as_bytes().get(begin) == Some(&b',') {
                begin = spaces::skip(self.text, begin + 1);
            }
            list.push(self.pair(begin, event, &span)?);
        }
    }

    fn block_list(&mut self) -> Result<(Range<usize>, ValueShape), EditError> {
        let mut list: Vec<SpannedMember> = Vec::new();
        loop {
            let (event, span) = self.event()?;
            if matches!(event, Event::SequenceEnd) {
                return Ok((self.around(&list), ValueShape::List(Members { flow: false, list })));
            }
            let start = spaces::skip(self.text, self.cursor);
            self.expect(start, b"-", UnsupportedFeature::ComplexKey)?;
            self.cursor = start + 1;
            let value = self.value(event, span)?;
            list.push(SpannedMember { key: None, start, value });
        }
    }

    fn block_map(&mut self) -> Result<(Range<usize>, ValueShape), EditError> {
        let mut list: Vec<SpannedMember> = Vec::new();
        loop {
            let (event, span) = self.event()?;
            if matches!(event, Event::MappingEnd) {
                return Ok((self.around(&list), ValueShape::Map(Members { flow: false, list })));
            }
            let begin = spaces::skip(self.text, self.cursor);
            list.push(self.pair(begin, event, &span)?);
        }
    }

    /// Reads a key, which must begin at `begin`, and its value.
    fn pair(&mut self, begin: usize, key: Event<'a>, span: &Range<usize>) -> Result<SpannedMember, EditError> {
        let Event::Scalar(name, ScalarStyle::Plain | ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted, 0, None) =
            key
        else {
            return Err(unsupported(span.start, UnsupportedFeature::ComplexKey));
        };
        let colon = span.end + spaces::blanks(&self.text[span.end..]);
        // Something stands before the key, such as the `?` of a complex one.
        if span.is_empty() || span.start != begin {
            return Err(unsupported(span.start, UnsupportedFeature::ComplexKey));
        }
        self.expect(colon, b":", UnsupportedFeature::ComplexKey)?;
        self.cursor = colon + 1;
        let (event, at) = self.event()?;
        let value = self.value(event, at)?;
        Ok(SpannedMember { key: Some(name.into_owned()), start: span.start, value })
    }

    fn around(&self, list: &[SpannedMember]) -> Range<usize> {
        list.first().map_or(self.cursor, |member| member.start)..self.end
    }
}

fn unsupported(at: usize, feature: UnsupportedFeature) -> EditError {
    EditError::Unsupported { at, feature }
}

fn bytes(span: Span) -> Range<usize> {
    let start = span.start.byte_offset().unwrap_or_default();
    start..span.end.byte_offset().unwrap_or(start).max(start)
}
