//! Outlines on a coarser grid. A Japanese font has 2,048 or 1,000 units in an em; with 256 distances between points fit into one
//! byte and repeat, so that the packed font is a third smaller (1.32 MB became 0.92; 1.04 with 512), and half a unit, the most that a
//! point moves, is a sixth of a dot of a printer with 600 dots in an inch.

/// The units in an em of the coarser grid.
const UNITS: i32 = 256;

// The flags of points (OpenType, `glyf`).
const ON_CURVE: u8 = 1;
const X_SHORT: u8 = 1 << 1;
const Y_SHORT: u8 = 1 << 2;
const REPEATED: u8 = 1 << 3;
/// Of a short distance: that it is positive; of another: that it is nought.
const X_SAME: u8 = 1 << 4;
const Y_SAME: u8 = 1 << 5;

/// A grid that lengths are carried over to.
#[derive(Debug, Clone, Copy)]
pub(super) struct CoarseGrid {
    /// The units in an em of the font as it came.
    units: i32,
}

/// A point of an outline.
#[derive(Debug, Clone, Copy)]
struct OutlinePoint {
    x: i32,
    y: i32,
    on_curve: bool,
}

impl CoarseGrid {
    /// The grid for a font whose `head` is that; `None` where it is as coarse already.
    pub(super) fn of(head: &[u8]) -> Option<Self> {
        let units = i32::from(u16::from_be_bytes(*head.get(18..)?.first_chunk()?));
        (units > UNITS).then_some(Self { units })
    }

    /// The length in units of the coarser grid.
    fn scaled(self, length: i32) -> i32 {
        (length * UNITS + self.units / 2).div_euclid(self.units)
    }

    /// A glyph of outlines of its own on the coarser grid, without instructions. `None` for one that is built otherwise.
    pub(super) fn glyph(self, glyph: &[u8]) -> Option<Vec<u8>> {
        if glyph.is_empty() {
            return Some(Vec::new());
        }
        let contours = usize::try_from(i16::from_be_bytes(*glyph.first_chunk()?)).ok()?;
        let (ends, rest) = glyph.get(10..)?.split_at_checked(2 * contours)?;
        let (length, rest) = rest.split_first_chunk()?;
        let rest = rest.get(usize::from(u16::from_be_bytes(*length))..)?;
        let last = ends.last_chunk().map(|end| usize::from(u16::from_be_bytes(*end)));
        let points = read_points(rest, last.map_or(0, |last| last + 1))?;
        let points: Vec<OutlinePoint> = (points.iter())
            .map(|point| OutlinePoint { x: self.scaled(point.x), y: self.scaled(point.y), ..*point })
            .collect();
        let mut written = glyph.get(..2)?.to_vec();
        let (xs, ys) = (|| points.iter().map(|point| point.x), || points.iter().map(|point| point.y));
        for bound in [xs().min(), ys().min(), xs().max(), ys().max()] {
            written.extend(i16::try_from(bound.unwrap_or(0)).ok()?.to_be_bytes());
        }
        written.extend_from_slice(ends);
        // The length of instructions.
        written.extend([0, 0]);
        write_points(&points, &mut written)?;
        Some(written)
    }

    /// Carries the signed lengths of two bytes at `places` of `table` over.
    fn carry(self, table: &mut [u8], places: impl IntoIterator<Item = usize>) -> Option<()> {
        for place in places {
            let bytes = table.get_mut(place..)?.first_chunk_mut::<2>()?;
            *bytes = i16::try_from(self.scaled(i32::from(i16::from_be_bytes(*bytes)))).ok()?.to_be_bytes();
        }
        Some(())
    }

    /// Carries `head` over: the units and the bounds of all glyphs.
    pub(super) fn head(self, table: &mut [u8]) -> Option<()> {
        *table.get_mut(18..)?.first_chunk_mut::<2>()? = u16::try_from(UNITS).ok()?.to_be_bytes();
        self.carry(table, (36..44).step_by(2))
    }

    /// Carries `hhea` over: heights, the greatest width, the least bearings.
    pub(super) fn line_metrics(self, table: &mut [u8]) -> Option<()> {
        self.carry(table, (4..18).step_by(2))
    }

    /// Carries `hmtx` over: widths and bearings.
    pub(super) fn widths(self, table: &mut [u8]) -> Option<()> {
        self.carry(table, (0..table.len() / 2).map(|at| 2 * at))
    }
}

/// The points of a glyph, which begin with their flags.
fn read_points(bytes: &[u8], count: usize) -> Option<Vec<OutlinePoint>> {
    let mut bytes = bytes.iter().copied();
    let mut flags = Vec::with_capacity(count);
    while flags.len() < count {
        let flag = bytes.next()?;
        let times = if flag & REPEATED == 0 { 1 } else { 1 + usize::from(bytes.next()?) };
        flags.extend(std::iter::repeat_n(flag, times));
    }
    let mut along = |short: u8, same: u8| {
        let mut at = 0;
        let mut step = |flag: u8| {
            at += match (flag & short != 0, flag & same != 0) {
                (true, true) => i32::from(bytes.next()?),
                (true, false) => -i32::from(bytes.next()?),
                (false, true) => 0,
                (false, false) => i32::from(i16::from_be_bytes([bytes.next()?, bytes.next()?])),
            };
            Some(at)
        };
        flags.iter().map(|flag| step(*flag)).collect::<Option<Vec<i32>>>()
    };
    let (xs, ys) = (along(X_SHORT, X_SAME)?, along(Y_SHORT, Y_SAME)?);
    let point = |((x, y), flag): ((i32, i32), &u8)| OutlinePoint { x, y, on_curve: flag & ON_CURVE != 0 };
    Some(xs.into_iter().zip(ys).zip(&flags).take(count).map(point).collect())
}

/// Writes points in as few bytes as the format has for them.
fn write_points(points: &[OutlinePoint], written: &mut Vec<u8>) -> Option<()> {
    let mut flags: Vec<u8> = Vec::with_capacity(points.len());
    let (mut xs, mut ys) = (Vec::new(), Vec::new());
    let (mut x, mut y) = (0, 0);
    for point in points {
        let mut flag = if point.on_curve { ON_CURVE } else { 0 };
        flag |= write_distance(point.x - x, X_SHORT, X_SAME, &mut xs)?;
        flag |= write_distance(point.y - y, Y_SHORT, Y_SAME, &mut ys)?;
        (x, y) = (point.x, point.y);
        flags.push(flag);
    }
    for run in flags.chunk_by(|one, other| one == other) {
        for part in run.chunks(256) {
            match part {
                [flag] => written.push(*flag),
                [flag, ..] => written.extend([flag | REPEATED, u8::try_from(part.len() - 1).ok()?]),
                [] => {}
            }
        }
    }
    written.append(&mut xs);
    written.append(&mut ys);
    Some(())
}

/// Writes a distance and returns its flags.
fn write_distance(distance: i32, short: u8, same: u8, written: &mut Vec<u8>) -> Option<u8> {
    if distance == 0 {
        return Some(same);
    }
    if let Ok(byte) = u8::try_from(distance.unsigned_abs()) {
        written.push(byte);
        return Some(if distance > 0 { short | same } else { short });
    }
    written.extend(i16::try_from(distance).ok()?.to_be_bytes());
    Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_come_back_as_they_were_written() {
        let point = |x, y, on_curve| OutlinePoint { x, y, on_curve };
        let points = [
            point(0, 0, true),
            point(0, 300, true),
            point(-20, 300, false),
            point(500, -7, true),
            point(500, -7, true),
        ];
        let mut written = Vec::new();
        write_points(&points, &mut written).expect("small distances");
        let read = read_points(&written, points.len()).expect("points");
        assert_eq!(format!("{read:?}"), format!("{points:?}"));
        assert!(read_points(&written[..written.len() - 1], points.len()).is_none(), "cut off");
    }

    #[test]
    fn lengths_are_rounded_to_the_nearest_unit() {
        let grid = CoarseGrid { units: 2048 };
        assert_eq!([2048, 1024, 5, 11, 12, -5, -12].map(|length| grid.scaled(length)), [256, 128, 1, 1, 2, -1, -1]);
        assert!(CoarseGrid::of(&[0; 10]).is_none());
    }
}
