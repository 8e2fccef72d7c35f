//! How numbers and dates are written: numerals, eras. Knows nothing of policies.

pub mod dates;
pub mod numbers;
pub mod numerals;
