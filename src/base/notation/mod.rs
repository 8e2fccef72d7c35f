//! Ways of writing numbers and dates: numerals, eras. Knows nothing of policies.

pub mod date_input;
pub mod dates;
pub mod numbers;
mod numeral_letters;
pub mod numerals;
pub mod quotation;
pub mod radicals;
pub mod typed_references;
pub mod values;
pub mod widths;
