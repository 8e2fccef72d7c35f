//! Fields with the places that belong to them, and the faults between them.

use std::collections::{BTreeMap, BTreeSet};

use super::slots::LinkSlot;
use super::{CHECKED, FieldKind, FieldOption, FieldSpec, FillableError};

/// A field of the PDF. A group of checkboxes is several of these.
#[derive(Debug)]
pub(super) struct PdfField<'a> {
    /// Its full name, part by part.
    pub(super) name: Vec<&'a str>,
    pub(super) label: String,
    pub(super) required: bool,
    pub(super) face: Face<'a>,
    /// The size of its letters in points; 0: as the viewer chooses.
    pub(super) size: f32,
    /// The field's places in reading order, at least one.
    pub(super) places: Vec<FieldPlace<'a>>,
}

/// The look and behaviour of a field.
#[derive(Debug, Clone, Copy)]
pub(super) enum Face<'a> {
    Text { multiline: bool, max_letters: Option<u32>, breadth: u32 },
    Choice(&'a [FieldOption]),
    Check,
    Radio,
}

/// One place of a field.
#[derive(Debug)]
pub(super) struct FieldPlace<'a> {
    /// The position among all places.
    order: usize,
    pub(super) slot: &'a LinkSlot,
    pub(super) label: String,
    /// The field's value when this box is ticked; `None` where there is no box.
    pub(super) state: Option<&'a str>,
}

type Slots<'a> = [(usize, &'a LinkSlot)];

/// The fields in reading order.
pub(super) fn matched<'a>(specs: &'a [FieldSpec], slots: &'a [LinkSlot]) -> Result<Vec<PdfField<'a>>, FillableError> {
    let mut by_path: BTreeMap<&str, Vec<(usize, &LinkSlot)>> = BTreeMap::new();
    for (order, slot) in slots.iter().enumerate() {
        by_path.entry(&slot.path).or_default().push((order, slot));
    }
    let mut fields = Vec::new();
    for spec in specs {
        let slots = by_path.remove(spec.path.as_str()).ok_or_else(|| FillableError::NoPlace(spec.path.clone()))?;
        fields.extend(of_spec(spec, &slots)?);
    }
    // A link that no field takes would stay a link to an address that nothing opens.
    if let Some(path) = by_path.into_keys().next() {
        return Err(FillableError::UnknownPath(path.to_owned()));
    }
    check_names(&fields)?;
    fields.sort_by_key(|field| field.places.first().map(|place| place.order));
    Ok(fields)
}

fn of_spec<'a>(spec: &'a FieldSpec, slots: &Slots<'a>) -> Result<Vec<PdfField<'a>>, FillableError> {
    let field = |face, places| PdfField {
        name: spec.path.split('.').collect(),
        label: spec.label.clone(),
        required: spec.required,
        face,
        size: 0.0,
        places,
    };
    Ok(match &spec.kind {
        FieldKind::Text { multiline, max_letters, breadth } => {
            let face = Face::Text { multiline: *multiline, max_letters: *max_letters, breadth: *breadth };
            vec![field(face, unticked(spec, slots)?)]
        }
        FieldKind::Choice { options } => vec![field(Face::Choice(options), unticked(spec, slots)?)],
        FieldKind::Check => {
            check_options(slots, &[CHECKED])?;
            vec![field(Face::Check, ticked(slots, CHECKED, &spec.label)?)]
        }
        FieldKind::Radio { options } => {
            let mut places = Vec::new();
            for (option, label) in labelled_options(spec, slots, options)? {
                places.extend(ticked(slots, option, &label)?);
            }
            // They were gathered option by option; a second copy of the form stands after all options of the first.
            places.sort_by_key(|place| place.order);
            vec![field(Face::Radio, places)]
        }
        FieldKind::Checkboxes { options } => {
            let mut fields = Vec::new();
            for (option, label) in labelled_options(spec, slots, options)? {
                let mut field = field(Face::Check, ticked(slots, option, &label)?);
                field.name.push(option);
                field.label = label;
                // Of one box alone, PDF would take it to mean "tick this one".
                field.required = false;
                fields.push(field);
            }
            fields
        }
    })
}

/// The options and what is read aloud of each, once it is sure that the slots have no others.
fn labelled_options<'a>(
    spec: &FieldSpec,
    slots: &Slots<'_>,
    options: &'a [FieldOption],
) -> Result<Vec<(&'a str, String)>, FillableError> {
    let ids: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
    check_options(slots, &ids)?;
    // `Off` is how PDF calls a box that is not ticked.
    if let Some(id) = ids.iter().find(|id| id.is_empty() || **id == "Off" || id.contains('.')) {
        return Err(FillableError::Name(slot_target(&spec.path, Some(id))));
    }
    Ok(options.iter().map(|option| (option.id.as_str(), format!("{}: {}", spec.label, option.label))).collect())
}

fn check_options(slots: &Slots<'_>, options: &[&str]) -> Result<(), FillableError> {
    let is_known = |slot: &LinkSlot| slot.option.as_deref().is_some_and(|option| options.contains(&option));
    match slots.iter().find(|(_, slot)| !is_known(slot)) {
        Some((_, slot)) => Err(FillableError::UnknownOption(slot_target(&slot.path, slot.option.as_deref()))),
        None => Ok(()),
    }
}

/// The places of a field in which there is nothing to tick.
fn unticked<'a>(spec: &FieldSpec, slots: &Slots<'a>) -> Result<Vec<FieldPlace<'a>>, FillableError> {
    if let Some((_, slot)) = slots.iter().find(|(_, slot)| slot.option.is_some()) {
        return Err(FillableError::UnknownOption(slot_target(&slot.path, slot.option.as_deref())));
    }
    Ok(slots.iter().map(|&(order, slot)| FieldPlace { order, slot, label: spec.label.clone(), state: None }).collect())
}

/// The places of one option.
fn ticked<'a>(slots: &Slots<'a>, option: &'a str, label: &str) -> Result<Vec<FieldPlace<'a>>, FillableError> {
    let slots_of_option = slots.iter().filter(|(_, slot)| slot.option.as_deref() == Some(option));
    let places: Vec<FieldPlace<'_>> = slots_of_option
        .map(|&(order, slot)| FieldPlace { order, slot, label: label.to_owned(), state: Some(option) })
        .collect();
    match slots.first() {
        Some((_, slot)) if places.is_empty() => Err(FillableError::NoPlace(slot_target(&slot.path, Some(option)))),
        _ => Ok(places),
    }
}

fn slot_target(path: &str, option: Option<&str>) -> String {
    option.map_or_else(|| path.to_owned(), |option| format!("{path}={option}"))
}

/// No name is empty, stands twice, or is both a field and a group of fields.
fn check_names(fields: &[PdfField<'_>]) -> Result<(), FillableError> {
    let mut names = BTreeSet::new();
    let mut groups = BTreeSet::new();
    for field in fields {
        // Viewers take two fields of one name for one and fill in both.
        let is_new = names.insert(field.name.as_slice());
        if !is_new || field.name.iter().any(|part| part.is_empty()) {
            return Err(FillableError::Name(field.name.join(".")));
        }
        groups.extend((1..field.name.len()).map(|end| &field.name[..end]));
    }
    match names.intersection(&groups).next() {
        Some(name) => Err(FillableError::Name(name.join("."))),
        None => Ok(()),
    }
}
