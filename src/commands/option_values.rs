//! The values that options take: words to choose from, and the readers of those that are more than a word.

use clap::ValueEnum;
use clap::builder::PossibleValuesParser;

use crate::base::address::is_site_address;
use crate::content::{Extent, FILE_KINDS};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Human,
    Json,
    Sarif,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum AmendFormat {
    Text,
    Html,
    Pdf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum ImpactFormat {
    Text,
    Json,
    Pdf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum ComparisonFormat {
    Human,
    Json,
    Html,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum TemplateFormat {
    Xlsx,
    Csv,
    Json,
}

/// A candidate that is accepted on the command line.
#[derive(Debug, Clone, Copy)]
pub(super) struct AcceptedNumber {
    /// Its number in the list.
    pub(super) number: usize,
    /// Whether it is the number of a topic.
    pub(super) is_topic: bool,
    /// The extent, where it is not the proposed one.
    pub(super) extent: Option<Extent>,
}

/// `3`, `3=partial`, or `t3` for a topic.
pub(super) fn accepted(value: &str) -> Result<AcceptedNumber, String> {
    let example = "1,4=partial,t2".to_owned();
    if let Some(number) = value.strip_prefix('t') {
        return Ok(AcceptedNumber { number: number.parse().map_err(|_| example)?, is_topic: true, extent: None });
    }
    let (number, word) = value.split_once('=').map_or((value, None), |(number, word)| (number, Some(word)));
    let extent = word.map(|word| Extent::from_word(word).ok_or_else(|| Extent::WORDS.join(", "))).transpose()?;
    let number = number.trim().parse().map_err(|_| example)?;
    Ok(AcceptedNumber { number, is_topic: false, extent })
}

/// The names of the kinds of file.
pub(super) fn kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(FILE_KINDS.iter().map(|kind| kind.name))
}

/// The address of a site; another one is answered by an example.
pub(super) fn base_url(value: &str) -> Result<String, String> {
    if is_site_address(value) { Ok(value.to_owned()) } else { Err("https://www.example.jp/mcs/".to_owned()) }
}
