//! Places on a page and how they are carried (ISO 32000-1, 8.3).

/// The six numbers of a transformation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Matrix(pub(super) [f32; 6]);

impl Matrix {
    /// The one that changes nothing.
    pub(super) const NONE: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Returns `self`, after which `other` is done.
    pub(super) fn then(self, other: Self) -> Self {
        let [xx, xy, yx, yy, dx, dy] = other.0;
        let carried = |x: f32, y: f32| [x * xx + y * yx, x * xy + y * yy];
        let own = self.0;
        let ([first, second], [third, fourth], [fifth, sixth]) =
            (carried(own[0], own[1]), carried(own[2], own[3]), carried(own[4], own[5]));
        Self([first, second, third, fourth, fifth + dx, sixth + dy])
    }

    /// Returns where the point `(x, y)` goes.
    pub(super) fn point(self, x: f32, y: f32) -> (f32, f32) {
        let [xx, xy, yx, yy, dx, dy] = self.0;
        (xx * x + yx * y + dx, xy * x + yy * y + dy)
    }

    /// Whether letters stay upright, on a page that is counted from its head, and as wide as they are high.
    pub(super) fn is_upright(self) -> bool {
        let [xx, xy, yx, yy, ..] = self.0;
        xy.abs() < 0.001 && yx.abs() < 0.001 && xx > 0.0 && (xx + yy).abs() < 0.001
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
