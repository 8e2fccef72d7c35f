//! The form of a PDF: the tree of its fields, and the structure elements that tell of them.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary, text_string};

use super::fields::{Face, FieldPlace, PdfField};
use super::{FillableError, TypingFont, widget};

/// A field that stands in the document and has no name yet.
struct Made<'a> {
    name: &'a [&'a str],
    id: ObjectId,
}

/// Adds the form with its `fields`, which are in reading order.
pub(super) fn add_acroform(
    document: &mut Document,
    fields: &[PdfField<'_>],
    font: &TypingFont,
) -> Result<(), FillableError> {
    let mut fonts = Dictionary::new();
    // The font is embedded once, whatever the number of fields.
    fonts.set(widget::FONT, font.add_to(document));
    let mut made = Vec::new();
    for field in fields {
        made.push(Made { name: &field.name, id: add_field(document, field, &fonts)? });
        for place in &field.places {
            tag(document, place)?;
        }
    }
    let made: Vec<&Made<'_>> = made.iter().collect();
    let roots = name_fields(document, &made, 0, None)?;
    let form = document.add_object(dictionary! {
        "Fields" => roots,
        "DA" => Object::string_literal(widget::SETTING),
        "DR" => dictionary! { "Font" => fonts },
    });
    document.catalog_mut()?.set("AcroForm", form);
    Ok(())
}

/// Puts the widgets of a field in the place of its links. A field with one place is one object with it, as most
/// programs write it; radio buttons always stand below their field.
fn add_field(document: &mut Document, field: &PdfField<'_>, fonts: &Dictionary) -> Result<ObjectId, FillableError> {
    let mut entries = widget::field_dictionary(field);
    if let ([place], Face::Text { .. } | Face::Choice(_) | Face::Check) = (field.places.as_slice(), field.face) {
        // Not `extend`, which makes lists of what both have.
        for (key, value) in widget::widget(document, field.face, place, fonts)? {
            entries.set(key, value);
        }
        document.set_object(place.slot.annotation, entries);
        return Ok(place.slot.annotation);
    }
    let id = document.new_object_id();
    let mut kids = Vec::new();
    for place in &field.places {
        let mut widget = widget::widget(document, field.face, place, fonts)?;
        widget.set("Parent", id);
        // The widget takes the link's own number, by which the page and the structure know it.
        document.set_object(place.slot.annotation, widget);
        kids.push(Object::Reference(place.slot.annotation));
    }
    entries.set("Kids", kids);
    document.set_object(id, entries);
    Ok(id)
}

/// Makes the link's structure element one of a field. Its page goes by the order of structure, as Tab does then.
fn tag(document: &mut Document, place: &FieldPlace<'_>) -> Result<(), FillableError> {
    let element = document.get_dictionary_mut(place.slot.element)?;
    element.set("S", "Form");
    element.set("Alt", text_string(&place.label));
    document.get_dictionary_mut(place.slot.page)?.set("Tabs", "S");
    Ok(())
}

/// Names `fields` by what stands at `depth` of their names, and gives the fields and groups of that depth. The groups
/// stand where their first field does.
fn name_fields(
    document: &mut Document,
    fields: &[&Made<'_>],
    depth: usize,
    parent: Option<ObjectId>,
) -> Result<Vec<Object>, FillableError> {
    let mut groups: Vec<(&str, Vec<&Made<'_>>)> = Vec::new();
    for &field in fields {
        let Some(part) = field.name.get(depth) else { continue };
        match groups.iter_mut().find(|(name, _)| name == part) {
            Some((_, group)) => group.push(field),
            None => groups.push((part, vec![field])),
        }
    }
    let mut ids = Vec::new();
    for (part, group) in groups {
        let id = match group.as_slice() {
            [field] if field.name.len() == depth + 1 => field.id,
            _ => {
                let id = document.add_object(Dictionary::new());
                let kids = name_fields(document, &group, depth + 1, Some(id))?;
                document.get_dictionary_mut(id)?.set("Kids", kids);
                id
            }
        };
        let entries = document.get_dictionary_mut(id)?;
        entries.set("T", text_string(part));
        if let Some(parent) = parent {
            entries.set("Parent", parent);
        }
        ids.push(Object::Reference(id));
    }
    Ok(ids)
}
