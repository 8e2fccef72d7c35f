//! Citations and words that are said once for all sets: laws and guidelines cited, and words agreed on.

use super::words::Words;
use crate::base::diagnostics::Place;

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
    /// Its versions that are cited, by id.
    pub versions: Vec<(String, Words)>,
    /// The guideline that took its place.
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
