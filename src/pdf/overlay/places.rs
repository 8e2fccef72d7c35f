//! The places of a blank sheet as `overlay.typ` takes them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::forms::PrintedValue;

/// What is filled in on sheets of a form, alone.
#[derive(Debug, Serialize)]
pub(in crate::pdf) struct OverlayBody {
    /// The paths that have a place.
    pub(in crate::pdf) paths: BTreeSet<String>,
    /// The places of each page of the blank sheet.
    pub(in crate::pdf) places: Vec<Vec<OverlayPlace>>,
    /// The values of each sheet, by their paths.
    pub(in crate::pdf) sheets: Vec<BTreeMap<String, PrintedValue>>,
}

/// A place to fill in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(in crate::pdf) struct OverlayPlace {
    /// Its number, to which what is laid into it leads.
    pub(in crate::pdf) number: usize,
    pub(in crate::pdf) path: String,
    /// The option that is marked here.
    pub(in crate::pdf) option: Option<String>,
    /// How letters stand in it, as `slot.typ` says it.
    pub(in crate::pdf) how: String,
    /// Where it begins in points, from the left and from the head of the page.
    pub(in crate::pdf) x: f32,
    pub(in crate::pdf) y: f32,
    pub(in crate::pdf) width: f32,
    pub(in crate::pdf) height: f32,
}
