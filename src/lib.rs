//! junsoku (準則).
#![allow(dead_code, unused_imports)]
pub mod content;
pub mod corpus;
pub mod diagnostics;
pub mod locale;
pub mod markup;
pub mod notation;
