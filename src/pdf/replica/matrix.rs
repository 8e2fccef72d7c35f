//! Places on a page and how they are carried (ISO 32000-1, 8.3).

/// The six numbers of a transformation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Matrix(pub(super) [f32; 6]);

impl Matrix {
    /// The one that changes nothing.
    pub(super) const NONE: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Returns `self`, after which `other` is done.
    pub(super) fn then(self, other: Self) -> Self {
        let ([a, b, c, d, e, f], [p, q, r, s, t, u]) = (self.0, other.0);
        Self([a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u])
    }

    /// Returns where the point `(x, y)` goes.
    pub(super) fn point(self, x: f32, y: f32) -> (f32, f32) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// Whether letters stay upright, on a page that is counted from its head, and as wide as they are high.
    pub(super) fn is_upright(self) -> bool {
        let [a, b, c, d, ..] = self.0;
        b.abs() < 0.001 && c.abs() < 0.001 && a > 0.0 && (a + d).abs() < 0.001
    }

    /// Returns how much larger things get.
    pub(super) fn scale(self) -> f32 {
        self.0[0].hypot(self.0[1])
    }
}

/// The hundredth of a point is finer than any printer.
pub(super) fn rounded(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}
