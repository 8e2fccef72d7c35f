//! The reasons why values are none.

/// The reason why a value is none: the id of a message, and what it tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueFault {
    /// The word by which the message of J0706 tells faults apart.
    pub reason: &'static str,
    /// The correction: an example, the choices there are, the days of an era.
    pub known: String,
}

pub(super) fn value_fault(reason: &'static str, known: impl Into<String>) -> ValueFault {
    ValueFault { reason, known: known.into() }
}
