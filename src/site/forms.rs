//! Forms as the pages take them: drawn as a blank sheet.

use super::provisions::{ProvisionView, TextView, Views};
use crate::corpus::{Provision, Text};
use crate::forms::{BlockView, Medium};
use crate::locale::Messages;

/// A part of a form on a page.
pub(super) type Piece = BlockView<TextView, ProvisionView>;

impl Medium for Views<'_> {
    type Text = TextView;
    type Node = ProvisionView;

    fn messages(&self) -> &Messages {
        self.messages
    }

    fn text(&self, text: &Text) -> TextView {
        self.text(text)
    }

    fn provisions(&self, provisions: &[Provision]) -> Vec<ProvisionView> {
        // The form's title is the page's second heading.
        self.list(provisions, Some(3))
    }
}
