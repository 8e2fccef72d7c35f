//! The resolved model: what authors wrote, numbered, with references followed and forms filled up from those
//! they extend. After this nothing looks at YAML again, and nothing here changes any more.

mod index;
mod inherit;
mod model;
mod numbering;
mod parts;
mod references;
mod resolve;
mod resolve_form;
mod text;

pub use model::{
    Block, BlockKind, Citation, Corpus, Cover, Division, Document, Field, Form, Localized, Pair, Provision, Role, Set,
    Source, Target, Text, Words,
};
pub use parts::Part;
pub use resolve::resolve;
