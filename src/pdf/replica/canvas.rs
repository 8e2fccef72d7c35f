//! What the content of a page draws.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use lopdf::Object;
use lopdf::content::{Content, Operation};
use serde::Serialize;

use super::face::Faces;
use super::matrix::{Matrix, rounded};

/// What is drawn on a page.
#[derive(Debug, Default, Serialize)]
pub(super) struct Drawn {
    runs: Vec<LetterRun>,
    /// The runs at the foot of the page, which number it.
    foot: Vec<LetterRun>,
    shapes: Vec<DrawnShape>,
}

/// Letters on one line.
#[derive(Debug, Serialize)]
struct LetterRun {
    face: usize,
    size: f32,
    colour: String,
    /// The base line.
    y: f32,
    /// The letters of each glyph, and where it begins.
    letters: Vec<String>,
    x: Vec<f32>,
}

/// Lines, or an area.
#[derive(Debug, Serialize)]
struct DrawnShape {
    /// The path as SVG has it.
    path: String,
    fill: Option<String>,
    stroke: Option<String>,
    width: f32,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dashes: Vec<f32>,
}

/// The state that `q` keeps and `Q` brings back.
#[derive(Debug, Clone)]
struct Graphics {
    matrix: Matrix,
    fill: String,
    stroke: String,
    width: f32,
    dashes: Vec<f32>,
    font: Option<usize>,
    size: f32,
}

/// A page that is being drawn.
#[derive(Debug)]
pub(super) struct Canvas<'a> {
    faces: &'a Faces,
    /// The fonts by the names of the page.
    fonts: BTreeMap<Vec<u8>, usize>,
    now: Graphics,
    kept: Vec<Graphics>,
    text: Matrix,
    path: String,
    /// Whether each part of the content that is open is the foot of the page.
    parts: Vec<bool>,
    drawn: Drawn,
}

impl<'a> Canvas<'a> {
    /// An empty page that is `height` points high.
    pub(super) fn new(height: f32, faces: &'a Faces, fonts: BTreeMap<Vec<u8>, usize>) -> Self {
        let black = || "#000000".to_owned();
        let now = Graphics {
            // A PDF counts from the foot of the page, SVG from its head.
            matrix: Matrix([1.0, 0.0, 0.0, -1.0, 0.0, height]),
            fill: black(),
            stroke: black(),
            width: 1.0,
            dashes: Vec::new(),
            font: None,
            size: 0.0,
        };
        let (kept, parts) = (Vec::new(), Vec::new());
        Self { faces, fonts, now, kept, text: Matrix::NONE, path: String::new(), parts, drawn: Drawn::default() }
    }

    /// Draws `content`.
    ///
    /// # Errors
    /// What cannot be drawn.
    pub(super) fn drawn(mut self, content: &[u8]) -> Result<Drawn, String> {
        let content = Content::decode(content).map_err(|error| error.to_string())?;
        for operation in &content.operations {
            self.step(operation)?;
        }
        Ok(self.drawn)
    }

    fn step(&mut self, operation: &Operation) -> Result<(), String> {
        let numbers: Vec<f32> = operation.operands.iter().filter_map(|operand| operand.as_float().ok()).collect();
        match (operation.operator.as_str(), numbers.as_slice()) {
            ("q", _) => self.kept.push(self.now.clone()),
            ("Q", _) => self.now = self.kept.pop().unwrap_or_else(|| self.now.clone()),
            ("cm", &[a, b, c, d, e, f]) => self.now.matrix = Matrix([a, b, c, d, e, f]).then(self.now.matrix),
            ("scn", colour) => self.now.fill = colour_of(colour)?,
            ("SCN", colour) => self.now.stroke = colour_of(colour)?,
            ("w", &[width]) => self.now.width = width,
            ("d", _) => self.now.dashes = self.dashes_of(&operation.operands),
            ("m", &[x, y]) => self.add("M", &[(x, y)]),
            ("l", &[x, y]) => self.add("L", &[(x, y)]),
            ("c", &[x1, y1, x2, y2, x, y]) => self.add("C", &[(x1, y1), (x2, y2), (x, y)]),
            ("h", _) => self.path.push('Z'),
            ("S", _) => self.finish(false, true),
            ("f", _) => self.finish(true, false),
            ("BT", _) => self.text = Matrix::NONE,
            ("Tm", &[a, b, c, d, e, f]) => self.text = Matrix([a, b, c, d, e, f]),
            ("Tf", &[size]) => {
                let name = operation.operands.first().and_then(|name| name.as_name().ok());
                self.now.font = name.and_then(|name| self.fonts.get(name)).copied();
                self.now.size = size;
            }
            ("Tj" | "TJ", _) => self.show(&operation.operands)?,
            ("BDC" | "BMC", _) => self.parts.push(is_foot(&operation.operands)),
            ("EMC", _) => {
                self.parts.pop();
            }
            // Colour spaces follow from the number of parts of a colour; ends of lines and of letters make no difference here.
            ("cs" | "CS" | "Tr" | "ET" | "M" | "J" | "j" | "n", _) => {}
            (other, _) => return Err(format!("`{other}` is not drawn on a page")),
        }
        Ok(())
    }

    fn add(&mut self, command: &str, points: &[(f32, f32)]) {
        self.path.push_str(command);
        for &(x, y) in points {
            let (x, y) = self.now.matrix.point(x, y);
            // Nothing can fail that is written into a string.
            let _ = write!(self.path, "{} {} ", rounded(x), rounded(y));
        }
    }

    fn finish(&mut self, filled: bool, stroked: bool) {
        let scale = self.now.matrix.scale();
        self.drawn.shapes.push(DrawnShape {
            path: std::mem::take(&mut self.path),
            fill: filled.then(|| self.now.fill.clone()),
            stroke: stroked.then(|| self.now.stroke.clone()),
            width: rounded(self.now.width * scale),
            dashes: self.now.dashes.iter().map(|dash| rounded(dash * scale)).collect(),
        });
    }

    fn dashes_of(&self, operands: &[Object]) -> Vec<f32> {
        let list = operands.first().and_then(|list| list.as_array().ok());
        list.map_or_else(Vec::new, |list| list.iter().filter_map(|dash| dash.as_float().ok()).collect())
    }

    /// Shows strings of codes of two bytes; numbers between them move what follows to the left, in thousandths.
    fn show(&mut self, operands: &[Object]) -> Result<(), String> {
        let face = self.now.font.and_then(|number| Some((number, self.faces.get(number)?)));
        let (number, face) = face.ok_or("letters without a font")?;
        let matrix = self.text.then(self.now.matrix);
        if !matrix.is_upright() {
            return Err("letters that are turned or stretched".to_owned());
        }
        let size = self.now.size;
        let (mut letters, mut places, mut at) = (Vec::new(), Vec::new(), 0.0);
        for part in operands.iter().flat_map(|one| one.as_array().map_or(std::slice::from_ref(one), Vec::as_slice)) {
            if let Ok(back) = part.as_float() {
                at -= back / 1000.0 * size;
                continue;
            }
            let (codes, _) = part.as_str().map_err(|error| error.to_string())?.as_chunks::<2>();
            for code in codes {
                let code = u16::from_be_bytes(*code);
                letters.push(face.letters(code).ok_or("a glyph that is no letter")?.to_owned());
                places.push(rounded(matrix.point(at, 0.0).0));
                at += face.width(code) * size;
            }
        }
        let y = rounded(matrix.point(0.0, 0.0).1);
        let colour = self.now.fill.clone();
        let run = LetterRun { face: number, size: rounded(size * matrix.scale()), colour, y, letters, x: places };
        if self.parts.contains(&true) {
            self.drawn.foot.push(run)
        } else {
            self.drawn.runs.push(run)
        }
        Ok(())
    }
}

/// Whether a part of the content is the foot of a page.
fn is_foot(operands: &[Object]) -> bool {
    let entries = operands.get(1).and_then(|entries| entries.as_dict().ok());
    entries.and_then(|entries| entries.get(b"Subtype").and_then(Object::as_name).ok()) == Some(b"Footer")
}

/// The colour as CSS has it, of one part (grey) or three.
fn colour_of(parts: &[f32]) -> Result<String, String> {
    let [red, green, blue] = match *parts {
        [grey] => [grey; 3],
        [red, green, blue] => [red, green, blue],
        _ => return Err(format!("a colour of {} parts", parts.len())),
    };
    // Each part is between 0 and 1.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 255")]
    let byte = |part: f32| (part.clamp(0.0, 1.0) * 255.0).round() as u8;
    Ok(format!("#{:02x}{:02x}{:02x}", byte(red), byte(green), byte(blue)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(content: &str) -> Result<Drawn, String> {
        Canvas::new(100.0, &Faces::default(), BTreeMap::new()).drawn(content.as_bytes())
    }

    #[test]
    fn lines_stand_where_the_page_has_them_counted_from_its_head() {
        let drawn = drawn("q 1 0 0 -1 10 90 cm/c0 CS 0.6 SCN 0.4 w 4 M 0 0 m 50 0 l S Q q [1 2] 0 d 0 0 m 1 1 l S Q")
            .expect("a page");
        let [first, second] = drawn.shapes.as_slice() else { panic!("{drawn:?}") };
        assert_eq!(
            (first.path.as_str(), first.stroke.as_deref(), first.width),
            ("M10 10 L60 10 ", Some("#999999"), 0.4)
        );
        assert_eq!((second.path.as_str(), second.dashes.as_slice()), ("M0 100 L1 99 ", &[1.0, 2.0][..]));
    }

    #[test]
    fn what_no_page_draws_is_said() {
        assert_eq!(drawn("q /Im0 Do Q").expect_err("a picture"), "`Do` is not drawn on a page");
        assert_eq!(drawn("BT <0001> Tj ET").expect_err("no font"), "letters without a font");
        assert_eq!(drawn("/p scn").expect_err("a pattern"), "a colour of 0 parts");
    }
}
