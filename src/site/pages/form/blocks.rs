//! The blocks of a form as its page takes them: drawn as a blank sheet.

use crate::base::locale::Messages;
use crate::corpus::{Provision, Text};
use crate::forms::{BlockView, Medium};
use crate::site::provisions::{PageScope, ProvisionView, TextView};

/// A block of a form on its page.
pub(super) type SheetBlock = BlockView<TextView, ProvisionView>;

impl Medium for PageScope<'_> {
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
