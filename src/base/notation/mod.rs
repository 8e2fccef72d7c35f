//! How numbers and dates are written: numerals, eras. Knows nothing of policies.

pub mod date_input;
pub mod dates;
pub mod numbers;
mod numeral_letters;
pub mod numerals;
pub mod values;
pub mod widths;
