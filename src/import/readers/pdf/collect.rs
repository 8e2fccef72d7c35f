//! What stands on a page: letters with their places, rules, and how much of it is pictures.

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::kurbo::{Affine, BezPath, PathSeg, Point, Rect, Shape as _};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};

/// A letter, or several that are drawn as one, in points from the upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PlacedLetters {
    pub(super) letters: String,
    /// Its beginning on its line.
    pub(super) x: f64,
    /// The line that it stands on.
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) size: f64,
}

impl PlacedLetters {
    /// Its end on its line.
    pub(super) fn end(&self) -> f64 {
        self.x + self.width
    }
}

/// A straight rule.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct DrawnRule {
    pub(super) level: bool,
    /// Its place across its direction.
    pub(super) at: f64,
    pub(super) from: f64,
    pub(super) to: f64,
}

/// The letter that stands for one that the file draws and does not name (〓, as Japanese printers write it).
pub(super) const UNNAMED: char = '〓';

/// The greatest thickness of a filled shape that is a rule, in points.
const THICKEST: f64 = 2.5;

/// The number of rules of a page that are looked at; more are a drawing.
const MOST_RULES: usize = 20_000;

/// Collects what is drawn.
pub(super) struct PageCollector {
    pub(super) letters: Vec<PlacedLetters>,
    /// Letters that are not seen: what a program recognised in a scan.
    pub(super) unseen: Vec<PlacedLetters>,
    pub(super) rules: Vec<DrawnRule>,
    /// The number of letters that the file does not name.
    pub(super) unnamed: usize,
    /// The number of letters that are written downwards.
    pub(super) downwards: usize,
    /// The number of pictures that there are, and how much of the page the largest takes.
    pub(super) pictures: usize,
    pub(super) largest: f64,
    pub(super) page: (f64, f64),
    most: usize,
}

impl PageCollector {
    pub(super) fn new(page: (f64, f64), most: usize) -> Self {
        Self {
            letters: Vec::new(),
            unseen: Vec::new(),
            rules: Vec::new(),
            unnamed: 0,
            downwards: 0,
            pictures: 0,
            largest: 0.0,
            page,
            most,
        }
    }

    fn rule(&mut self, from: Point, to: Point) {
        let (across, down) = ((to.x - from.x).abs(), (to.y - from.y).abs());
        if !(across.is_finite() && down.is_finite()) || self.rules.len() >= MOST_RULES {
            return;
        }
        // Shorter rules are parts of letters that are drawn, and slanting ones are of pictures.
        if down < 1.0 && across > 3.0 {
            let at = f64::midpoint(from.y, to.y);
            self.rules.push(DrawnRule { level: true, at, from: from.x.min(to.x), to: from.x.max(to.x) });
        } else if across < 1.0 && down > 3.0 {
            let at = f64::midpoint(from.x, to.x);
            self.rules.push(DrawnRule { level: false, at, from: from.y.min(to.y), to: from.y.max(to.y) });
        }
    }

    /// A filled shape that is so thin that it is a rule.
    fn bar(&mut self, shape: Rect) {
        let middle = shape.center();
        // Word fills its rules instead of drawing them.
        if shape.height() <= THICKEST && shape.width() > shape.height() {
            self.rule(Point::new(shape.x0, middle.y), Point::new(shape.x1, middle.y));
        } else if shape.width() <= THICKEST {
            self.rule(Point::new(middle.x, shape.y0), Point::new(middle.x, shape.y1));
        }
    }
}

impl<'a> Device<'a> for PageCollector {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        let path = props.transform * path;
        match mode {
            DrawMode::Fill(_) => {
                // One fill may hold many bars.
                let mut part = BezPath::new();
                for element in path.elements() {
                    if matches!(element, hayro_interpret::kurbo::PathEl::MoveTo(_)) && !part.is_empty() {
                        self.bar(part.bounding_box());
                        part = BezPath::new();
                    }
                    part.push(*element);
                }
                if !part.is_empty() {
                    self.bar(part.bounding_box());
                }
            }
            DrawMode::Stroke(_) | DrawMode::FillAndStroke(..) => {
                for segment in path.segments() {
                    if let PathSeg::Line(line) = segment {
                        self.rule(line.p0, line.p1);
                    }
                }
            }
            DrawMode::Invisible => {}
        }
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let down = run.writing_mode() == WritingMode::Vertical;
        for glyph in run.glyphs() {
            // `read_pdf` refuses the file then; here only no more memory is taken.
            if self.letters.len() + self.unseen.len() >= self.most {
                return;
            }
            let letters = match glyph.as_unicode() {
                Some(BfString::Char(letter)) => letter.to_string(),
                Some(BfString::String(letters)) => letters,
                None => {
                    self.unnamed += 1;
                    UNNAMED.to_string()
                }
            };
            let advance = match &**glyph {
                Glyph::Outline(outline) => outline.advance_width(),
                Glyph::Type3(drawn) => drawn.advance_width(),
            };
            let Some(placed) = placed_letters(letters, props.transform * glyph.transform(), advance, down) else {
                continue;
            };
            self.downwards += usize::from(down);
            if matches!(mode, DrawMode::Invisible) { self.unseen.push(placed) } else { self.letters.push(placed) }
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.pictures += 1;
        // A picture is drawn on the unit square.
        let area = props.transform.transform_rect_bbox(Rect::new(0.0, 0.0, 1.0, 1.0)).area().abs();
        self.largest = self.largest.max(area / (self.page.0 * self.page.1).max(1.0));
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

/// A letter at its place; nothing where that is no place.
fn placed_letters(letters: String, turn: Affine, advance: Option<f32>, down: bool) -> Option<PlacedLetters> {
    let origin = turn * Point::ZERO;
    // Glyphs are measured in thousandths of their size; one without a width is taken to be as wide as a kanji.
    let ahead = turn * Point::new(f64::from(advance.filter(|advance| *advance > 0.0).unwrap_or(1000.0)), 0.0);
    let up = turn * Point::new(0.0, 1000.0);
    let size = (up - origin).hypot();
    let width = if down { size } else { (ahead - origin).hypot() };
    let sound = [origin.x, origin.y, size, width].iter().all(|number| number.is_finite()) && size > 0.5;
    // A letter that is written downwards hangs from the middle of its head.
    let (x, y) = if down { (origin.x, origin.y - size * 0.88) } else { (origin.x, origin.y) };
    sound.then_some(PlacedLetters { letters, x, y, width, size })
}
