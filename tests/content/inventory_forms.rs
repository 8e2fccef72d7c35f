//! What the forms hold, counted by hand from the sources: a field or a point that disappears from the content fails here.

use crate::inventory::{form, labels, set};
use crate::support::corpus;
use junsoku::content::SetKey;
use junsoku::corpus::{BlockKind, Form, Provision};

/// The numbered texts of a form, wherever they stand in it.
fn provisions_of(form: &Form) -> Vec<&[Provision]> {
    fn collect<'a>(blocks: &'a [junsoku::corpus::Block], found: &mut Vec<&'a [Provision]>) {
        for block in blocks {
            match &block.kind {
                BlockKind::Provisions(provisions) => found.push(provisions),
                _ => collect(block.kind.inner(), found),
            }
        }
    }
    let mut found = Vec::new();
    collect(&form.blocks, &mut found);
    found
}

/// Every id of a field, in the order of the sheet.
fn fields(blocks: &[junsoku::corpus::Block]) -> Vec<&str> {
    blocks
        .iter()
        .flat_map(|block| {
            let own = block.kind.fields().iter().map(|field| field.id.as_str());
            own.chain(fields(block.kind.inner())).collect::<Vec<_>>()
        })
        .collect()
}

fn rows(form: &Form) -> Vec<(usize, u32, bool)> {
    fn collect(blocks: &[junsoku::corpus::Block], found: &mut Vec<(usize, u32, bool)>) {
        for block in blocks {
            if let BlockKind::Rows(rows) = &block.kind {
                found.push((rows.columns.len(), rows.count, rows.continues));
            }
            collect(block.kind.inner(), found);
        }
    }
    let mut found = Vec::new();
    collect(&form.blocks, &mut found);
    found
}

#[test]
fn chuo_has_two_forms_made_from_the_models() {
    let corpus = corpus();
    let forms: Vec<_> = set(corpus, "chuo")
        .forms
        .iter()
        .map(|form| (form.label.as_ref().expect("a number").ja.as_str(), form.id.as_str(), form.model.is_some()))
        .collect();
    assert_eq!(forms, [("様式第１号", "staff-pledge", true), ("様式第２号", "patient-consent", true)]);
}

#[test]
fn the_consent_form_has_its_points_and_purposes() {
    let corpus = corpus();
    for name in ["baseline", "chuo"] {
        let texts = provisions_of(form(corpus, name, "patient-consent"));
        let [points, purposes] = texts.as_slice() else { panic!("{name}: {} numbered texts", texts.len()) };
        assert_eq!(points.len(), 8, "{name}");
        let groups: Vec<usize> = purposes.iter().map(|group| group.items.len()).collect();
        assert_eq!(groups, [9, 14, 2], "{name}");
    }
}

#[test]
fn the_pledge_has_five_articles() {
    let corpus = corpus();
    for name in ["baseline", "chuo"] {
        let texts = provisions_of(form(corpus, name, "staff-pledge"));
        let [articles] = texts.as_slice() else { panic!("{name}: {} numbered texts", texts.len()) };
        assert_eq!(labels(*articles), ["第１条", "第２条", "第３条", "第４条", "第５条"], "{name}");
        let items: Vec<usize> = articles.iter().map(|article| article.items.len()).collect();
        assert_eq!(items, [3, 3, 0, 0, 0], "{name}");
    }
}

#[test]
fn every_region_has_its_forms_and_says_where_they_come_from() {
    use junsoku::content::Origin::{BaselineModel, ProjectModel, Source};
    let corpus = corpus();
    let expected = [
        ("osaki", vec![Source, Source, Source, Source]),
        ("minato", vec![ProjectModel, ProjectModel, BaselineModel, BaselineModel]),
        ("kumagaya", vec![BaselineModel, ProjectModel, ProjectModel]),
        ("chuo", vec![BaselineModel, BaselineModel]),
    ];
    for (name, origins) in expected {
        let forms = &set(corpus, name).forms;
        assert_eq!(forms.iter().map(|form| form.origin).collect::<Vec<_>>(), origins, "{name}");
        let numbers = forms.iter().map(|form| form.number.expect("a number")).collect::<Vec<_>>();
        assert!(numbers.iter().copied().eq(1..=u32::try_from(forms.len()).expect("a few")), "{name}: {numbers:?}");
    }
}

#[test]
fn osakis_forms_have_every_field_row_and_copy() {
    let corpus = corpus();
    let count = |id: &str| fields(&form(corpus, "osaki", id).blocks).len();
    // The date of the sheet is one of each. Four lines, the representative, the kind of facility, five columns.
    assert_eq!((count("application"), rows(form(corpus, "osaki", "application"))), (12, vec![(5, 10, true)]));
    // Two lines of the addressee, the day of application and the decision, five columns, the reason.
    assert_eq!((count("decision-notice"), rows(form(corpus, "osaki", "decision-notice"))), (11, vec![(5, 5, false)]));
    // Three lines, the day of withdrawal, the reason, four columns.
    assert_eq!((count("withdrawal"), rows(form(corpus, "osaki", "withdrawal"))), (10, vec![(4, 5, false)]));
    // Patient 2, family 3, proxy 3, explainer 2.
    assert_eq!(count("patient-consent"), 11);
    let copies = |id: &str| form(corpus, "osaki", id).copies.len();
    assert_eq!(["application", "decision-notice", "withdrawal", "patient-consent"].map(copies), [0, 1, 1, 2]);
    let texts = provisions_of(form(corpus, "osaki", "patient-consent"));
    let points: Vec<usize> = texts.iter().flat_map(|list| list.iter().map(|point| point.items.len())).collect();
    assert_eq!(points, [0, 0, 0, 5, 3]);
}

#[test]
fn no_draft_is_kept_of_what_others_must_not_know() {
    let forms = corpus().sets.values().flat_map(|set| set.forms.iter().map(|form| (&set.key, form)));
    for (set, form) in forms {
        let is_secret = form.id == "patient-consent" || form.id == "decision-notice";
        assert_eq!(form.draft, !is_secret, "{set}/{}", form.id);
    }
    // Those of Chuo say nothing of it themselves: they take it over.
    let chuo = corpus().set(&SetKey::from_name("chuo")).expect("the set");
    assert!(chuo.forms.iter().any(|form| form.model.is_some() && !form.draft));
}
