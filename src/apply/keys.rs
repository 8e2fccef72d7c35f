//! Keys of the file that follow from an amendment: its day among those of the document, branches of numbers.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::writing::{FileWriter, PROVISION_KEYS, visit_nodes};
use crate::base::notation::numbers::numbers;
use crate::compare::amend::carry::{CarriedNode, NodeOrigin, tree_of};
use crate::content::{EditError, EditPath, Landing};

/// The keys of a document before its list of amendments.
const BEFORE_AMENDED: [&str; 7] = ["title", "short_title", "standing", "source", "enacted", "amended", "dates"];

impl FileWriter<'_> {
    /// Adds the day from which the amendment is in force to those of the document, where it is none of them.
    pub(super) fn in_force(&mut self, day: Date) -> Result<(), EditError> {
        if self.document.in_force_from() == Some(day) {
            return Ok(());
        }
        let list = EditPath::root().key("amended");
        if self.editor.contains(&list) {
            return self.editor.insert(&list, &Landing::Last, &day.to_string());
        }
        let order = BEFORE_AMENDED.map(str::to_owned).to_vec();
        self.editor.insert_key(&EditPath::root(), &Landing::InOrder(order), "amended", &format!("[{day}]"))
    }

    /// Says of what stays whether its number is a branch (第十条の二), where that changed.
    pub(super) fn branches(&mut self, tree: &CarriedNode) -> Result<(), EditError> {
        let mut before: BTreeMap<usize, usize> = BTreeMap::new();
        visit_nodes(&tree_of(self.side), &mut |node| {
            if let NodeOrigin::Item(at) = node.origin {
                before.insert(at, branches_of_name(&node.own));
            }
        });
        let mut changed: Vec<(usize, usize)> = Vec::new();
        visit_nodes(tree, &mut |node| {
            if let (NodeOrigin::Item(at), Some(_)) = (node.origin, node.kind) {
                let depth = branches_of_name(&node.own);
                changed.extend(before.get(&at).filter(|own| **own != depth).map(|_| (at, depth)));
            }
        });
        for (at, depth) in changed {
            let Some(path) = self.path(at) else { continue };
            let key = path.clone().key("branch");
            match (depth, self.editor.contains(&key)) {
                (0, true) => self.editor.remove(&key)?,
                (0, false) => {}
                (_, true) => self.editor.set(&key, &depth.to_string())?,
                (_, false) => {
                    let landing = Landing::InOrder(PROVISION_KEYS.map(str::to_owned).to_vec());
                    self.editor.insert_key(&path, &landing, "branch", &depth.to_string())?;
                }
            }
        }
        Ok(())
    }
}

/// The number of branches in a name: 1 of 第十条の二.
fn branches_of_name(own: &str) -> usize {
    let is_number = |part: &&str| numbers(part).first().is_some_and(|number| number.written == *part);
    own.split('の').skip(1).filter(is_number).count()
}
