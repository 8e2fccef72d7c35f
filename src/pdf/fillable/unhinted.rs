//! A TrueType font without its instructions for coarse screens, which viewers of PDF do not follow and which are a
//! fifth of a Japanese font, and with its outlines on a coarser grid.

use skrifa::raw::TableProvider as _;
use skrifa::{FontRef, Tag};

use super::coarse::CoarseGrid;

/// The tables of instructions that glyphs share.
const SHARED: [Tag; 3] = [Tag::new(b"cvt "), Tag::new(b"fpgm"), Tag::new(b"prep")];
const GLYF: Tag = Tag::new(b"glyf");
const LOCA: Tag = Tag::new(b"loca");
const HEAD: Tag = Tag::new(b"head");
const HHEA: Tag = Tag::new(b"hhea");
const HMTX: Tag = Tag::new(b"hmtx");
/// The place of the checksum adjustment in `head`: the sum over the whole font is to give a fixed figure with it.
const ADJUSTMENT: usize = 8;
const WHOLE: u32 = 0xB1B0_AFBA;
/// The place in `head` that gives the width of the entries of `loca`: 1 for four bytes.
const LOCA_FORMAT: usize = 50;

/// `font` without instructions; `None` where it is built in a way that this does not know, so that it is better kept as
/// it is.
pub(super) fn unhinted(font: &[u8]) -> Option<Vec<u8>> {
    let face = FontRef::new(font).ok()?;
    let grid = CoarseGrid::of(face.table_data(HEAD)?.as_bytes())?;
    let (glyf, loca) = glyphs(&face, grid)?;
    let mut tables = Vec::new();
    for record in face.table_directory().table_records() {
        let tag = record.tag();
        let mut table = face.table_data(tag)?.as_bytes().to_vec();
        match tag {
            tag if SHARED.contains(&tag) => continue,
            GLYF => table.clone_from(&glyf),
            LOCA => table.clone_from(&loca),
            HEAD => {
                // The sum over the font is taken with nought in this place (OpenType, `head`).
                table.get_mut(ADJUSTMENT..ADJUSTMENT + 4)?.fill(0);
                // The places are written in four bytes each, whatever they were before.
                table.get_mut(LOCA_FORMAT..LOCA_FORMAT + 2)?.copy_from_slice(&[0, 1]);
                grid.head(&mut table)?;
            }
            HHEA => grid.line_metrics(&mut table)?,
            HMTX => grid.widths(&mut table)?,
            _ => {}
        }
        tables.push((tag, table));
    }
    bound(&tables)
}

/// The glyphs without their instructions, and where each begins.
fn glyphs(face: &FontRef<'_>, grid: CoarseGrid) -> Option<(Vec<u8>, Vec<u8>)> {
    let places = face.loca(None).ok()?;
    let data = face.table_data(GLYF)?;
    let (mut glyf, mut loca) = (Vec::new(), Vec::new());
    for glyph in 0..places.len() {
        loca.extend(u32::try_from(glyf.len()).ok()?.to_be_bytes());
        let [start, end] = [places.get_raw(glyph)?, places.get_raw(glyph + 1)?].map(usize::try_from);
        glyf.extend(grid.glyph(data.as_bytes().get(start.ok()?..end.ok()?)?)?);
        pad(&mut glyf);
    }
    loca.extend(u32::try_from(glyf.len()).ok()?.to_be_bytes());
    Some((glyf, loca))
}

/// A font file of `tables`, which are in the order of their tags.
fn bound(tables: &[(Tag, Vec<u8>)]) -> Option<Vec<u8>> {
    let count = u16::try_from(tables.len()).ok()?;
    // Readers search the list of tables by halves with the help of these fields (OpenType, table directory).
    let exponent = count.checked_ilog2()?;
    let search = 16 << exponent;
    let mut font = vec![0, 1, 0, 0];
    for number in [count, search, u16::try_from(exponent).ok()?, count.checked_mul(16)?.checked_sub(search)?] {
        font.extend(number.to_be_bytes());
    }
    let mut start = font.len() + 16 * tables.len();
    for (tag, table) in tables {
        font.extend(tag.to_be_bytes());
        for number in [sum(table), u32::try_from(start).ok()?, u32::try_from(table.len()).ok()?] {
            font.extend(number.to_be_bytes());
        }
        start += table.len().next_multiple_of(4);
    }
    let mut head = None;
    for (tag, table) in tables {
        if *tag == HEAD {
            head = Some(font.len());
        }
        font.extend_from_slice(table);
        pad(&mut font);
    }
    let adjustment = WHOLE.wrapping_sub(sum(&font)).to_be_bytes();
    let place = head? + ADJUSTMENT;
    font.get_mut(place..place + 4)?.copy_from_slice(&adjustment);
    Some(font)
}

fn pad(bytes: &mut Vec<u8>) {
    bytes.resize(bytes.len().next_multiple_of(4), 0);
}

/// The sum of all numbers of four bytes.
fn sum(bytes: &[u8]) -> u32 {
    let mut sum = 0_u32;
    for chunk in bytes.chunks(4) {
        let mut number = [0; 4];
        number[..chunk.len()].copy_from_slice(chunk);
        sum = sum.wrapping_add(u32::from_be_bytes(number));
    }
    sum
}
