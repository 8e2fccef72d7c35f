//! Citations and words that are said once for all sets: laws and guidelines cited, and words agreed on.

use super::words::Words;
use crate::base::diagnostics::Place;
use crate::content::Located;
use jiff::civil::Date;

/// A name that is no longer borne.
#[derive(Debug)]
pub struct FormerName {
    /// The former name.
    pub ja: String,
    /// The present name.
    pub now: Words,
}

/// A term and its agreed English.
#[derive(Debug)]
pub struct Term {
    /// Japanese.
    pub ja: String,
    /// The agreed English.
    pub en: String,
    /// Other English that is as good.
    pub also: Vec<String>,
    /// Its place in the file.
    pub place: Place,
}

/// A law or guideline.
#[derive(Debug)]
pub struct Citation {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Words,
    /// Its short name.
    pub short: Option<Words>,
    /// Its number.
    pub number: Option<Words>,
    /// The issuer.
    pub issuer: Option<Words>,
    /// Its versions, the oldest first.
    pub versions: Vec<CitationVersion>,
    /// The law or guideline that took its place.
    pub replaced_by: Option<String>,
}

/// A question with which readers come.
#[derive(Debug)]
pub struct Question {
    /// The question in a few words.
    pub words: Words,
    /// The ids of the topics under which the answer stands, the nearest first.
    pub topics: Vec<String>,
}

/// A version of a law or guideline.
#[derive(Debug)]
pub struct CitationVersion {
    /// Its id.
    pub id: String,
    /// Its name: 第5.1版.
    pub name: Words,
    /// The day from which it holds, where that is known.
    pub from: Option<Located<Date>>,
    /// The volumes in which it is issued.
    pub volumes: Vec<Words>,
    /// Chapters that a later version no longer has under their numbers.
    pub chapters: Vec<MovedChapter>,
}

/// A chapter of a version, and what became of it.
#[derive(Debug)]
pub struct MovedChapter {
    /// The chapter as texts cite it: 第10章.
    pub name: Words,
    /// The place in the latest version where its matter is dealt with.
    pub now: Words,
}

/// A matter that documents provide for.
#[derive(Debug)]
pub struct Topic {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Words,
    /// The matters that belong to it.
    pub about: Option<Words>,
    /// Its place in the file.
    pub place: Place,
}
