//! Provisions of blocks put into the tree: of what kind they are there, and what they are called.

use super::blocks::{BlockKind, BlockProvision, appendix_head, read_block, run_labels};
use super::spelling::numbered_like;
use super::{Carrier, CarryFault, is_appended};
use crate::base::notation::numbers::numbers;
use crate::base::notation::numerals::Numeral;
use crate::compare::amend::instructions::BlockLine;
use crate::compare::amend::instructions::address::{counter, numeral};
use crate::compare::amend::instructions::tree::{NodeForm, ROOT, VersionNode};
use crate::content::Kind;
use crate::corpus::Role;
use crate::corpus::query::heads_others;

impl Carrier {
    /// Puts a provision of a block below `parent` at `place`; `model` is the one that it takes the place of.
    pub(super) fn graft(
        &mut self,
        provision: &BlockProvision,
        parent: usize,
        place: usize,
        model: Option<usize>,
    ) -> usize {
        let form = self.form_of(provision, parent, model);
        let (label, caption) = self.label_and_caption(provision);
        let node = VersionNode { label, caption, text: provision.text.clone(), ..VersionNode::new(form, Some(parent)) };
        let at = self.tree.push(node);
        self.gone.push(false);
        let children = &mut self.tree.nodes[parent].children;
        children.pop();
        children.insert(place.min(children.len()), at);
        self.call(at, parent);
        for below in &provision.below {
            let end = if below.kind == BlockKind::Paragraph {
                self.tree.nodes[at].children.len()
            } else {
                self.before_paragraphs(at)
            };
            self.graft(below, at, end, None);
        }
        at
    }

    /// The label and the caption of what is put in: 別表第一（第三条関係） on one line is a name and a title, but where the document has
    /// such names.
    fn label_and_caption(&self, provision: &BlockProvision) -> (String, String) {
        let is_alone = provision.kind == BlockKind::Appendix && provision.caption.is_empty();
        let has_such = || {
            let is_appendix = |node: &&VersionNode| node.form == NodeForm::Division(Role::Appendix);
            self.tree.nodes.iter().filter(is_appendix).any(|node| !appendix_head(&node.label).1.is_empty())
        };
        if is_alone && !has_such() {
            let (label, title) = appendix_head(&provision.label);
            return (label.to_owned(), title.to_owned());
        }
        (provision.label.clone(), provision.caption.clone())
    }

    fn form_of(&self, provision: &BlockProvision, parent: usize, model: Option<usize>) -> NodeForm {
        if let Some(model) = model {
            return self.tree.nodes[model].form;
        }
        match provision.kind {
            BlockKind::Supplementary => NodeForm::Division(Role::Supplementary),
            BlockKind::Appendix => NodeForm::Division(Role::Appendix),
            BlockKind::Row => NodeForm::Row,
            BlockKind::Article => NodeForm::Provision(Some(Kind::Article)),
            BlockKind::Paragraph if self.tree.nodes[parent].is_article() => NodeForm::Provision(Some(Kind::Paragraph)),
            BlockKind::Bare => NodeForm::Provision(None),
            BlockKind::Heading | BlockKind::Paragraph | BlockKind::Numbered | BlockKind::Bullet => {
                let in_supplementary = self.tree.nodes[parent].form == NodeForm::Division(Role::Supplementary);
                // What is put among others is of their kind.
                let sibling = self.tree.nodes[parent].children.iter().find(|child| {
                    let own = &self.tree.nodes[**child];
                    let is_of_kind = is_bullet(&own.label) == (provision.kind == BlockKind::Bullet);
                    !own.is_paragraph() && !own.label.is_empty() && is_of_kind
                });
                let kind = if provision.kind == BlockKind::Bullet {
                    Kind::Bullet
                } else if provision.kind == BlockKind::Paragraph && in_supplementary {
                    // １　この規程は、…: the paragraphs of 附則 stand where articles would.
                    Kind::Article
                } else if provision.label.starts_with(['（', '(']) {
                    Kind::Point
                } else if numbers(&provision.label).is_empty() {
                    Kind::Subitem
                } else {
                    Kind::Item
                };
                sibling.map_or(NodeForm::Provision(Some(kind)), |sibling| self.tree.nodes[*sibling].form)
            }
        }
    }

    /// Says what a new node is called.
    fn call(&mut self, at: usize, parent: usize) {
        let label = self.tree.nodes[at].label.clone();
        let form = self.tree.nodes[at].form;
        let own = match form {
            NodeForm::Division(_) => {
                let squeezed: String = label.split_whitespace().collect();
                Some(if squeezed.is_empty() { format!("「{}」", self.tree.nodes[at].caption) } else { squeezed })
            }
            NodeForm::Row => {
                let first = self.tree.nodes[at].text.split(crate::compare::BETWEEN_CELLS).next().unwrap_or("").trim();
                (!first.is_empty()).then(|| format!("{first}の項"))
            }
            NodeForm::Root | NodeForm::Notes | NodeForm::Provision(_) if label.is_empty() => {
                let caption = &self.tree.nodes[at].caption;
                (!caption.is_empty()).then(|| format!("「{caption}」"))
            }
            NodeForm::Root | NodeForm::Notes | NodeForm::Provision(_) => self.own_of_label(at, parent, &label),
        };
        let is_provision = matches!(form, NodeForm::Provision(_) | NodeForm::Row);
        let way = std::iter::once(parent).chain(self.tree.above(parent));
        let is_base = |above: &usize| {
            let node = &self.tree.nodes[*above];
            matches!(node.form, NodeForm::Provision(_))
                && node.own.is_some()
                && !(self.tree.nodes[at].is_article() || is_heading(node))
        };
        self.tree.nodes[at].base = way.into_iter().find(is_base).filter(|_| is_provision);
        self.tree.nodes[at].own = own;
    }

    /// The name of what bears `label`, as those beside it are called: 第三号 for 三.
    fn own_of_label(&self, at: usize, parent: usize, label: &str) -> Option<String> {
        if let Some((first, last)) = run_labels(label) {
            let (first, last) = (self.own_of_label(at, parent, first)?, self.own_of_label(at, parent, last)?);
            let is_pair = label.contains("及び");
            return Some(if is_pair { format!("{first}及び{last}") } else { format!("{first}から{last}まで") });
        }
        if label.starts_with('第') {
            let form = self.tree.nodes[at].form;
            let beside = self.tree.nodes.iter().enumerate().find(|(other, node)| {
                *other != at && node.form == form && node.own.as_deref().and_then(counter).is_some()
            });
            let model = beside.and_then(|(_, node)| node.own.as_deref()).unwrap_or(label);
            return Some(numbered_like(label, model));
        }
        let is_paragraph = self.tree.nodes[at].is_paragraph();
        if is_bullet(label) {
            return None;
        }
        let sibling = self.tree.nodes[parent].children.iter().find(|child| {
            let own = &self.tree.nodes[**child];
            **child != at && own.is_paragraph() == is_paragraph && own.own.as_deref().and_then(counter).is_some()
        });
        let model = sibling.and_then(|sibling| self.tree.nodes[*sibling].own.clone());
        // (6) beside 第5号 is 第6号: a document may print the numbers of its items in brackets.
        let bare = label.trim_matches(['（', '(', '）', ')']);
        let is_counted = bare.len() == label.len() || model.is_some();
        let is_number = is_counted && numbers(bare).first().is_some_and(|number| bare.starts_with(number.written));
        let word = model.as_deref().and_then(counter).or_else(|| {
            let form = self.tree.nodes[at].form;
            let is = |kind| form == NodeForm::Provision(Some(kind));
            let counts_paragraphs = is(Kind::Paragraph) || is(Kind::Article);
            counts_paragraphs.then_some('項').or_else(|| is(Kind::Item).then_some('号'))
        });
        let Some(word) = word.filter(|_| is_number) else { return Some(label.to_owned()) };
        let numeral = match model.as_deref() {
            Some(model) => numeral(model),
            None if word == '項' => self.numeral_of_articles(),
            None => numeral(label),
        };
        let value = numbers(bare).into_iter().next().map(|number| number.value)?;
        let branch = label.split_once('の').map(|(_, branch)| format!("の{branch}")).unwrap_or_default();
        Some(format!("第{}{word}{branch}", numeral.write(value)))
    }

    /// The numeral of the document's articles, in which its paragraphs are cited.
    fn numeral_of_articles(&self) -> Numeral {
        let names = self.tree.nodes.iter().filter(|node| node.is_article()).filter_map(|node| node.own.as_deref());
        names.into_iter().find(|own| counter(own) == Some('条')).map_or(Numeral::Kanji, numeral)
    }

    /// Gives `node` the name `own`, which no other may bear.
    pub(super) fn take_number(&mut self, node: usize, own: &str) -> Result<(), CarryFault> {
        let is_article = self.tree.nodes[node].is_article();
        let parent = self.tree.nodes[node].parent;
        let division = self.tree.division(node);
        let is_taken = (0..self.tree.nodes.len()).any(|other| {
            let beside = &self.tree.nodes[other];
            let same_list = if is_article {
                beside.is_article() && self.tree.division(other) == division
            } else {
                beside.parent == parent && beside.is_paragraph() == self.tree.nodes[node].is_paragraph()
            };
            other != node && same_list && !self.is_gone(other) && beside.own.as_deref() == Some(own)
        });
        if is_taken {
            return Err(CarryFault::NumberTaken(own.to_owned()));
        }
        self.tree.nodes[node].own = Some(own.to_owned());
        Ok(())
    }

    /// Lets what stands below `new` be what stood below `old` under the same number, so that ids and what its author said of
    /// it stay.
    pub(super) fn keep_items(&mut self, old: usize, new: usize) {
        let mut of_old: Vec<usize> =
            self.tree.nodes[old].children.iter().copied().filter(|at| !self.gone[*at]).collect();
        for child in self.tree.nodes[new].children.clone() {
            let own = &self.tree.nodes[child];
            let is_it = |at: &usize| {
                let other = &self.tree.nodes[*at];
                own.own.is_some() && own.own == other.own && own.form == other.form
            };
            let Some(place) = of_old.iter().position(is_it) else { continue };
            let before = of_old.remove(place);
            self.tree.nodes[child].item = self.tree.nodes[before].item;
            self.keep_items(before, child);
        }
    }

    /// Supplementary provisions that the document keeps, behind those that it has.
    pub(super) fn add_supplementary(&mut self, lines: &[BlockLine]) {
        let children = &self.tree.nodes[ROOT].children;
        let is_before = |child: &&usize| self.tree.nodes[**child].form != NodeForm::Division(Role::Appendix);
        let place = children.iter().take_while(is_before).count();
        self.put(&read_block(lines), ROOT, place);
    }
}

fn is_heading(node: &VersionNode) -> bool {
    matches!(node.form, NodeForm::Provision(Some(kind)) if heads_others(kind)) && !is_appended(node.form)
}

/// Whether `label` is a bullet, by which nothing is called.
fn is_bullet(label: &str) -> bool {
    matches!(label, "・" | "○" | "●" | "※" | "■" | "□")
}
