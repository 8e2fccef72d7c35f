use lopdf::Document;

use super::fields::{Face, PdfField, matched};
use super::slots::LinkSlot;
use super::{FieldKind, FieldOption, FieldSpec, FillableError, TypingFont, make_fillable};

/// Slots for links to `targets`, in that order.
fn slots(targets: &[&str]) -> Vec<LinkSlot> {
    let slot = |target: &&str| {
        let (path, option) = target.split_once('=').map_or((*target, None), |(path, option)| (path, Some(option)));
        LinkSlot {
            path: path.to_owned(),
            option: option.map(str::to_owned),
            page: (1, 0),
            annotation: (2, 0),
            rect: [0.0; 4],
            number: 0,
            element: (3, 0),
        }
    };
    targets.iter().map(slot).collect()
}

fn spec(path: &str, kind: FieldKind) -> FieldSpec {
    FieldSpec { path: path.to_owned(), label: format!("label of {path}"), kind, required: true }
}

fn text(path: &str) -> FieldSpec {
    spec(path, FieldKind::Text { multiline: false, max_letters: None, breadth: 20 })
}

fn options(ids: &[&str]) -> Vec<FieldOption> {
    ids.iter().map(|id| FieldOption { id: (*id).to_owned(), label: id.to_uppercase() }).collect()
}

fn radio(path: &str, ids: &[&str]) -> FieldSpec {
    spec(path, FieldKind::Radio { options: options(ids) })
}

fn checkboxes(path: &str, ids: &[&str]) -> FieldSpec {
    spec(path, FieldKind::Checkboxes { options: options(ids) })
}

/// Why `specs` do not go with links to `targets`.
fn wrong(specs: &[FieldSpec], targets: &[&str]) -> String {
    matched(specs, &slots(targets)).expect_err("not to go together").to_string()
}

fn states<'a>(field: &PdfField<'a>) -> Vec<Option<&'a str>> {
    field.places.iter().map(|place| place.state).collect()
}

#[test]
fn fields_stand_in_the_order_of_their_links_whatever_that_of_the_specs() {
    let slots = slots(&["b[1].x", "c=on", "a", "b[1].x"]);
    let specs = [text("a"), text("b[1].x"), spec("c", FieldKind::Check)];
    let fields = matched(&specs, &slots).unwrap();
    let names: Vec<String> = fields.iter().map(|field| field.name.join(".")).collect();
    assert_eq!(names, ["b[1].x", "c", "a"]);
    let places: Vec<usize> = fields.iter().map(|field| field.places.len()).collect();
    assert_eq!(places, [2, 1, 1]);
}

#[test]
fn checkboxes_are_a_field_for_each_option_and_radio_buttons_one_field() {
    let slots = slots(&["r=yes", "r=no", "r=yes", "r=no", "s=p", "s=q"]);
    let specs = [radio("r", &["yes", "no"]), checkboxes("s", &["p", "q"])];
    let fields = matched(&specs, &slots).unwrap();
    let [radio, p, q] = fields.as_slice() else { panic!("{fields:?}") };
    assert!(matches!(radio.face, Face::Radio) && matches!(p.face, Face::Check));
    assert_eq!(states(radio), [Some("yes"), Some("no"), Some("yes"), Some("no")]);
    assert_eq!((p.name.join("."), q.name.join(".")), ("s.p".to_owned(), "s.q".to_owned()));
    assert_eq!((states(p), states(q)), (vec![Some("p")], vec![Some("q")]));
    assert_eq!((p.label.as_str(), radio.places[1].label.as_str()), ("label of s: P", "label of r: NO"));
    assert!(radio.required && !p.required, "one of these may stay empty");
}

#[test]
fn links_and_fields_that_do_not_belong_together_are_told() {
    assert_eq!(wrong(&[text("a")], &["a", "b"]), "a link leads to `b`, which is no field");
    assert_eq!(wrong(&[text("a"), text("b")], &["a"]), "no link leads to the field `b`");
    assert_eq!(wrong(&[radio("r", &["x", "y"])], &["r=x"]), "no link leads to the field `r=y`");
    let no_option = |target: &str| format!("a link leads to `{target}`, which is no option of that field");
    assert_eq!(wrong(&[radio("r", &["x"])], &["r=x", "r=z"]), no_option("r=z"));
    assert_eq!(wrong(&[radio("r", &["x"])], &["r=x", "r"]), no_option("r"));
    assert_eq!(wrong(&[text("a")], &["a=x"]), no_option("a=x"));
    assert_eq!(wrong(&[spec("c", FieldKind::Check)], &["c=yes"]), no_option("c=yes"));
}

#[test]
fn names_that_pdf_cannot_have_are_told() {
    let no_name = |name: &str| format!("`{name}` cannot be the name of a field here");
    assert_eq!(wrong(&[text("a..b")], &["a..b"]), no_name("a..b"));
    assert_eq!(wrong(&[text("")], &[""]), no_name(""));
    assert_eq!(wrong(&[text("a"), text("a.b")], &["a", "a.b"]), no_name("a"));
    assert_eq!(wrong(&[checkboxes("s", &["p"]), text("s.p")], &["s=p", "s.p"]), no_name("s.p"));
    assert_eq!(wrong(&[radio("r", &["Off"])], &["r=Off"]), no_name("r=Off"));
    assert_eq!(wrong(&[checkboxes("s", &["p.q"])], &["s=p.q"]), no_name("s=p.q"));
}

#[test]
fn what_is_no_font_is_told() {
    assert!(matches!(TypingFont::cut(b"no font"), Err(FillableError::Font(_))));
    assert!(matches!(TypingFont::cut(b""), Err(FillableError::Font(_))));
}

#[test]
fn what_is_no_tagged_pdf_is_told() {
    assert!(matches!(make_fillable(b"no PDF", &[], &TypingFont::empty()), Err(FillableError::Pdf(_))));
    let mut untagged = Document::with_version("1.7");
    let catalog = untagged.add_object(lopdf::dictionary! { "Type" => "Catalog" });
    untagged.trailer.set("Root", catalog);
    let mut pdf = Vec::new();
    untagged.save_to(&mut pdf).unwrap();
    let error = make_fillable(&pdf, &[], &TypingFont::empty()).expect_err("no structure");
    assert_eq!(error.to_string(), "the PDF is not tagged as expected: there is no structure");
}
