//! What forms and appended tables are of the set: which of them the set can number and print the labels of.

use super::outline::doubt::{Doubt, DoubtKind};
use super::outline::draft;
use super::outline::node;
use super::outline::tree::{Outline, OutlineDivision};
use super::recognise::rows;
use super::shapes::style::NumberStyle;
use super::shapes::title_words;
use super::write::{files, plan};
use crate::base::notation::widths::folded;

/// Appended tables become tables of the set where the set can print all their labels; others stand in the document.
pub(super) fn settle_tables(outline: &mut Outline) {
    let mut numbers = outline.existing.table_numbers.clone();
    let mut style = outline.existing.table_label.clone();
    let mut rest: Vec<node::OutlineNode> = Vec::new();
    // What stood below a table stands before what follows, or at the end of the form that the table is of.
    let mut form: Option<usize> = None;
    for at in 0..outline.divisions.len() {
        if let Some(form) = form.and_then(|at| outline.divisions.get_mut(at)).filter(|_| !rest.is_empty()) {
            append(form, std::mem::take(&mut rest));
        }
        let division = &mut outline.divisions[at];
        if division.form.is_none() {
            division.nodes.splice(0..0, rest.drain(..));
        }
        let Some(codes) = division.codes.take() else {
            // What stands below a table may go to a form directly above it, and to no other.
            form = division.form.as_ref().map(|_| at);
            continue;
        };
        // A set prints the labels of all its tables in one style, that of the first; 別表第１ and 別表２ cannot both be its
        // own.
        let own = files::table_style(&division.label.text).map(|style| style.template());
        let number = plan::first_number(&division.label.text);
        if style.is_none() {
            style.clone_from(&own);
        }
        let same = own.is_some() && style == own;
        if same && !division.title.is_empty() && number.is_some_and(|number| numbers.insert(number)) {
            division.codes = Some(codes);
            rest.append(&mut division.nodes);
        } else {
            division.nodes.insert(0, rows::as_provisions(codes));
        }
    }
    if let Some(form) = form.and_then(|at| outline.divisions.get_mut(at)).filter(|_| !rest.is_empty()) {
        append(form, std::mem::take(&mut rest));
    }
    if let Some(last) =
        outline.divisions.iter_mut().rfind(|division| division.codes.is_none() && division.form.is_none())
    {
        last.nodes.append(&mut rest);
    }
    outline
        .divisions
        .sort_by_key(|division| division.codes.as_ref().and_then(|_| plan::first_number(&division.label.text)));
}

/// Adds `nodes` to the end of a form.
fn append(division: &mut OutlineDivision, nodes: Vec<node::OutlineNode>) {
    let mut all = Vec::new();
    for node in &nodes {
        draft::add_node(node, &mut all);
    }
    let paragraphs = all.into_iter().filter(|words| !words.is_empty());
    let paragraphs = paragraphs.map(|words| draft::DraftBlock::Paragraph(vec![draft::DraftPart::Words(words.clone())]));
    if let Some(form) = &mut division.form {
        form.blocks.extend(paragraphs);
    }
    division.nodes.extend(nodes);
}

/// Forms get a number where the set can print all their labels; another label stands in the form.
pub(super) fn settle_forms(outline: &mut Outline) {
    let mut numbers = outline.existing.form_numbers.clone();
    let known = outline.existing.form_label.clone();
    let mut style: Option<NumberStyle> = None;
    let mut told = Vec::new();
    for division in &mut outline.divisions {
        let Some(form) = &mut division.form else { continue };
        let label = &division.label.text;
        if style.is_none() {
            // A region that has forms prints all their labels in its own style.
            style =
                files::table_style(label).filter(|style| known.as_ref().is_none_or(|known| *known == style.template()));
        }
        // White space within a label does not count: 第 2 号 様 式 after 第1号様式.
        // 第１号様式 and 第 2 号 様 式 in tests/cases/import/form-heads.txt have one style; 参考様式１ there has another and stays
        // words.
        let number = plan::first_number(label)
            .filter(|number| style.as_ref().is_some_and(|style| folded(&style.print(&[*number], "")) == folded(label)));
        if number.is_none() && files::has_branch(label) {
            told.push(Doubt::new(division.label.line(), DoubtKind::Label, label));
        }
        // A number that stands twice would be one label for two forms.
        let free = number.filter(|number| numbers.insert(*number));
        if let (Some(number), None) = (number, free)
            && outline.existing.form_numbers.contains(&number)
        {
            told.push(Doubt::new(division.label.line(), DoubtKind::TakenNumber, &division.label.text));
        }
        let number = free;
        // （第１条関係） stands beside the number, and is no title.
        if title_words::is_basis(&form.title.text) && form.subtitle.is_empty() && !division.label.is_empty() {
            form.subtitle = std::mem::take(&mut form.title);
            told.push(Doubt::new(division.label.line(), DoubtKind::FormUntitled, label));
        }
        // A form needs a title more than a number: 別紙様式１ alone is called so.
        if form.title.is_empty() {
            form.title = division.label.clone();
        } else if number.is_some() {
            (form.number, form.label) = (number, division.label.clone());
        } else if !division.label.is_empty() {
            form.blocks.insert(0, draft::DraftBlock::Paragraph(vec![draft::DraftPart::Words(division.label.clone())]));
        }
    }
    outline.doubts.extend(told);
}
