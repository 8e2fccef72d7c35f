//! Rules that a corpus must keep, the record of reviews, and how much a finding weighs.

pub mod addresses;
pub mod check;
mod consequences;
pub mod loading;
pub mod parts;
pub mod review;
pub mod weights;
