//! The sizes of letters in fields. A viewer that chooses them itself makes each field's another, down to what nobody can read: so each
//! has a size of its own, which is the same for all of a block or a table and never below eight points.

use std::collections::BTreeMap;

use super::fields::{Face, PdfField};

/// The largest and the smallest size in points.
const SIZES: [f32; 2] = [10.0, 8.0];
/// A size that leaves the choice to the viewer.
const ANY: f32 = 0.0;
/// The room that viewers keep at both ends of a line together, and above and below lines, in points.
const SPARE: f32 = 4.0;
/// The height of a line in sizes of letters, as viewers take it of the font's own measures.
const LEADING: f32 = 1.15;

impl PdfField<'_> {
    /// The width and the height of its smallest place.
    fn room(&self) -> [f32; 2] {
        let rects = self.places.iter().map(|place| place.slot.rect);
        rects.fold([f32::MAX; 2], |[width, height], [left, bottom, right, top]| {
            [width.min(right - left), height.min(top - bottom)]
        })
    }

    /// Whether its place has room for two lines that can be read.
    fn takes_lines(&self) -> bool {
        self.room()[1] >= 2.0 * SIZES[1] * LEADING + SPARE / 2.0
    }

    /// The largest size in which what is usually written in it has room.
    fn own_size(&self) -> Option<f32> {
        let [width, height] = self.room();
        let within = |wanted: f32| {
            let [most, least] = SIZES;
            // Half points, as a person would choose them.
            ((wanted * 2.0).floor() / 2.0).clamp(least, most)
        };
        match self.face {
            Face::Text { multiline: true, .. } => Some(within((height - SPARE / 2.0) / (2.0 * LEADING))),
            Face::Text { breadth, .. } => Some(within((height - 0.9).min(in_line(width, breadth)))),
            Face::Choice(_) => Some(within(in_line(width, self.breadth_of_options()))),
            Face::Check | Face::Radio => None,
        }
    }

    /// The breadth of its widest option, in half-width letters.
    fn breadth_of_options(&self) -> u32 {
        let Face::Choice(options) = self.face else { return 0 };
        let breadth = |label: &str| label.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum();
        options.iter().map(|option| breadth(&option.label)).max().unwrap_or(0)
    }

    /// The fields with which it shares its size: those of its block or table. A reading, in its low place, goes with readings.
    fn group(&self) -> (String, bool) {
        let block = self.name.split_last().map_or("", |(_, block)| block.first().copied().unwrap_or(""));
        (block.split('[').next().unwrap_or("").to_owned(), self.room()[1] < 12.0)
    }
}

/// Returns the size in which so many half-width letters fill a line of `width` points.
#[expect(clippy::cast_precision_loss, reason = "a line has few letters")]
fn in_line(width: f32, breadth: u32) -> f32 {
    2.0 * (width - SPARE) / breadth.max(1) as f32
}

/// Chooses the size of each field, and whether what is typed in it breaks over lines, which it does only where there is room for two.
pub(super) fn choose_sizes(fields: &mut [PdfField<'_>]) {
    for field in fields.iter_mut() {
        let takes_lines = field.takes_lines();
        if let Face::Text { multiline, .. } = &mut field.face {
            *multiline &= takes_lines;
        }
    }
    let mut least: BTreeMap<(String, bool), f32> = BTreeMap::new();
    for field in fields.iter() {
        if let Some(own) = field.own_size() {
            least.entry(field.group()).and_modify(|size| *size = size.min(own)).or_insert(own);
        }
    }
    for field in fields {
        let size = least.get(&field.group()).copied().unwrap_or(ANY);
        // An entry of a list cannot break over lines, and half of it says something else: then the viewer makes it smaller.
        let is_cut =
            matches!(field.face, Face::Choice(_)) && in_line(field.room()[0], field.breadth_of_options()) < size;
        field.size = if is_cut { ANY } else { size };
    }
}

#[cfg(test)]
mod tests {
    use super::super::fields::matched;
    use super::super::slots::LinkSlot;
    use super::super::{FieldKind, FieldOption, FieldSpec};
    use super::*;

    /// The sizes of fields with these paths, kinds, widths and heights, and whether they break over lines.
    fn chosen(fields: &[(&str, FieldKind, f32, f32)]) -> Vec<(f32, bool)> {
        let slots: Vec<LinkSlot> = (fields.iter())
            .map(|(path, _, width, height)| LinkSlot {
                path: (*path).to_owned(),
                option: None,
                page: (1, 0),
                annotation: (2, 0),
                rect: [0.0, 0.0, *width, *height],
                number: 0,
                element: (3, 0),
            })
            .collect();
        let specs: Vec<FieldSpec> = (fields.iter())
            .map(|(path, kind, ..)| FieldSpec {
                path: (*path).to_owned(),
                label: String::new(),
                kind: kind.clone(),
                required: false,
            })
            .collect();
        let mut fields = matched(&specs, &slots).expect("fields");
        choose_sizes(&mut fields);
        let lines = |field: &PdfField<'_>| matches!(field.face, Face::Text { multiline: true, .. });
        fields.iter().map(|field| (field.size, lines(field))).collect()
    }

    fn text(breadth: u32, multiline: bool) -> FieldKind {
        FieldKind::Text { multiline, max_letters: None, breadth }
    }

    #[test]
    fn fields_of_a_block_have_one_size_and_none_is_below_eight_points() {
        let wide = [("p.name", text(20, false), 200.0, 24.0), ("p.telephone", text(15, false), 200.0, 24.0)];
        assert_eq!(chosen(&wide), [(10.0, false), (10.0, false)]);
        let narrow = [
            ("users[1].name", text(20, false), 114.0, 24.0),
            ("users[1].telephone", text(15, false), 64.0, 24.0),
            ("users[2].name", text(20, false), 114.0, 24.0),
            ("users[1].name-reading", text(24, false), 114.0, 9.0),
            ("other.name", text(20, false), 114.0, 24.0),
        ];
        let sizes: Vec<f32> = chosen(&narrow).into_iter().map(|(size, _)| size).collect();
        assert_eq!(sizes, [8.0, 8.0, 8.0, 8.0, 10.0]);
    }

    #[test]
    fn an_address_breaks_over_lines_where_there_is_room_for_two() {
        let fields = [("a.address", text(40, true), 200.0, 24.0), ("b.address", text(40, true), 200.0, 15.0)];
        assert_eq!(chosen(&fields), [(9.5, true), (9.5, false)]);
    }

    #[test]
    fn an_option_that_is_too_long_for_the_least_size_is_made_smaller_by_the_viewer() {
        let choice = |label: &str| FieldKind::Choice {
            options: vec![FieldOption { id: "1".to_owned(), label: label.to_owned() }],
        };
        let fields = [("a.kind", choice("医師"), 60.0, 24.0), ("b.kind", choice("訪問看護ステーション"), 60.0, 24.0)];
        let sizes: Vec<f32> = chosen(&fields).into_iter().map(|(size, _)| size).collect();
        assert_eq!(sizes, [10.0, 0.0]);
    }
}
