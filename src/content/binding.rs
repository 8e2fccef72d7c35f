//! How firmly a text binds: the forces that a requirement's level takes for met, and those of provisions.

use super::conformance::Modality;
use super::requirement::RequirementLevel;

/// A range of binding forces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BindingRange {
    /// The firmest of them.
    pub firmest: Modality,
    /// The softest of them.
    pub softest: Modality,
}

impl BindingRange {
    /// A duty or a recommendation: what may be either, and what a text does not tell apart.
    const DUTY_OR_EFFORT: Self = Self { firmest: Modality::Must, softest: Modality::Should };

    /// Returns the range of `modality` alone.
    #[must_use]
    pub fn just(modality: Modality) -> Self {
        Self { firmest: modality, softest: modality }
    }

    /// Returns the range from the firmest to the softest force of both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self { firmest: self.firmest.min(other.firmest), softest: self.softest.max(other.softest) }
    }

    /// Whether a text of one of these forces binds otherwise than one of the `other` forces.
    #[must_use]
    pub fn is_apart(self, other: Self) -> bool {
        match (self.is_unclear(), other.is_unclear()) {
            (true, true) => false,
            // Whichever it is, it fits where both do.
            (true, false) => other != Self::DUTY_OR_EFFORT,
            (false, true) => self != Self::DUTY_OR_EFFORT,
            (false, false) => self.softest < other.firmest || other.softest < self.firmest,
        }
    }

    /// Whether the force cannot be told.
    #[must_use]
    pub fn is_unclear(self) -> bool {
        self.softest == Modality::Unclear
    }
}

impl RequirementLevel {
    /// Returns the forces by which a provision meets a requirement of this level, by the table of levels in
    /// `content/README.md`.
    #[must_use]
    pub fn binding(self) -> BindingRange {
        match self {
            Self::Required => BindingRange::just(Modality::Must),
            Self::Instructed | Self::Advised => BindingRange::DUTY_OR_EFFORT,
            // 推奨 that a region makes a duty is firmer, unlike what is instructed, where both count as fitting.
            Self::Recommended => BindingRange::just(Modality::Should),
            Self::Optional => BindingRange { firmest: Modality::Must, softest: Modality::May },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forces_are_apart_where_no_force_fits_both() {
        let (must, should) = (BindingRange::just(Modality::Must), BindingRange::just(Modality::Should));
        let unclear = BindingRange::just(Modality::Unclear);
        assert!(must.is_apart(should) && should.is_apart(must));
        assert!(!RequirementLevel::Advised.binding().is_apart(should));
        assert!(!RequirementLevel::Optional.binding().is_apart(BindingRange::just(Modality::Consider)));
        assert!(unclear.is_apart(must) && must.is_apart(unclear));
        assert!(!unclear.is_apart(RequirementLevel::Instructed.binding()));
        assert!(RequirementLevel::Recommended.binding().is_apart(must));
    }
}
