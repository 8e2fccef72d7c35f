//! The rooms of the house: modules use only what stands in a room above theirs, and no files use each other in a circle.
//! The order is that of the table in ARCHITECTURE.md, so that the table cannot drift from the code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::Visit;

/// The path of a module below the crate: `["corpus", "model"]`; empty for lib.rs.
type Module = Vec<String>;

/// What the sources say: every module, and the modules that each one uses.
struct House {
    uses: BTreeMap<Module, BTreeSet<Module>>,
}

impl House {
    fn read(root: &Path) -> Self {
        let files: BTreeMap<Module, PathBuf> = walkdir::WalkDir::new(root)
            .into_iter()
            .map(|entry| entry.expect("a readable folder").into_path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("main.rs"))
            .map(|path| (module_of(path.strip_prefix(root).expect("a path below src")), path))
            .collect();
        let known: BTreeSet<Module> = files.keys().cloned().collect();
        let mut uses = BTreeMap::new();
        for (module, path) in &files {
            let source = fs::read_to_string(path).expect("a readable source");
            let file = syn::parse_file(&source).expect("Rust");
            let mut paths = Paths { here: module.clone(), inside: 0, found: Vec::new() };
            paths.visit_file(&file);
            let used = paths.found.iter().filter_map(|path| longest_module(path, &known));
            uses.insert(module.clone(), used.filter(|used| used != module).collect());
        }
        Self { uses }
    }

    /// The circles of files. A file and the `mod.rs` of a folder that it stands in belong together: that one declares it.
    fn circles(&self) -> Vec<Vec<Module>> {
        let reached: BTreeMap<&Module, BTreeSet<&Module>> =
            self.uses.keys().map(|module| (module, self.reach(module))).collect();
        let mut circles = BTreeSet::new();
        for (module, reach) in &reached {
            let circle: Vec<Module> =
                reach.iter().filter(|other| reached[**other].contains(*module)).map(|other| (*other).clone()).collect();
            if circle.len() > 1 {
                circles.insert(circle);
            }
        }
        circles.into_iter().collect()
    }

    fn reach<'a>(&'a self, from: &'a Module) -> BTreeSet<&'a Module> {
        let mut seen = BTreeSet::new();
        let mut open = vec![from];
        while let Some(module) = open.pop() {
            let next = self.uses[module].iter().filter(|used| !used.starts_with(module) && !module.starts_with(used));
            open.extend(next.filter(|used| seen.insert(*used)));
        }
        seen
    }
}

/// `corpus/model/words.rs` → corpus, model, words; `mod.rs` and `lib.rs` are their folder.
fn module_of(path: &Path) -> Module {
    let mut module: Module =
        path.with_extension("").iter().map(|part| part.to_str().expect("a plain name").to_owned()).collect();
    if matches!(module.last().map(String::as_str), Some("mod" | "lib")) {
        module.pop();
    }
    module
}

/// The module that the beginning of `path` names; the rest of it are items.
fn longest_module(path: &[String], known: &BTreeSet<Module>) -> Option<Module> {
    (0..=path.len()).rev().map(|length| path[..length].to_vec()).find(|module| known.contains(module))
}

/// The paths that a file names, from the crate down. What is for tests only does not count.
struct Paths {
    here: Module,
    /// How many modules within the file the visit is in.
    inside: usize,
    found: Vec<Vec<String>>,
}

impl Paths {
    fn add(&mut self, path: &[String]) {
        let above = self.here.len() + self.inside;
        let supers = path.iter().take_while(|part| *part == "super").count();
        match path.first().map(String::as_str) {
            Some("crate") => self.found.push(path[1..].to_vec()),
            Some("self") if self.inside == 0 => self.found.push([&self.here[..], &path[1..]].concat()),
            Some("super") if supers >= self.inside && supers <= above => {
                let kept = self.here.len() - (supers - self.inside);
                self.found.push([&self.here[..kept], &path[supers..]].concat());
            }
            _ => {}
        }
    }

    fn add_tree(&mut self, tree: &syn::UseTree, before: &[String]) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            syn::UseTree::Path(path) => self.add_tree(&path.tree, &with(&path.ident)),
            syn::UseTree::Name(name) => self.add(&with(&name.ident)),
            syn::UseTree::Rename(name) => self.add(&with(&name.ident)),
            syn::UseTree::Glob(_) => self.add(before),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.add_tree(tree, before)),
        }
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if item.content.is_none() || item.attrs.iter().any(|attribute| attribute.path().is_ident("cfg")) {
            return;
        }
        self.inside += 1;
        syn::visit::visit_item_mod(self, item);
        self.inside -= 1;
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.add_tree(&item.tree, &[]);
    }

    /// `pub(in crate::…)` says who may see something, and uses nothing.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.add(&parts);
        syn::visit::visit_path(self, path);
    }
}

/// The rooms of the table in ARCHITECTURE.md, from the ground up.
fn listed_rooms() -> Vec<Module> {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("a readable file");
    let section = text.split("\n## ").find(|section| section.starts_with("The rooms\n")).expect("the rooms");
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    rows.map(|(room, _)| if room == "lib.rs" { Module::new() } else { room.split('/').map(str::to_owned).collect() })
        .collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The place in the table of the innermost room that `module` stands in.
fn room_of(module: &Module, rooms: &[Module]) -> Option<usize> {
    let around = rooms.iter().enumerate().filter(|(_, room)| module.starts_with(room));
    around.max_by_key(|(_, room)| room.len()).map(|(at, _)| at)
}

fn shown(module: &Module) -> String {
    if module.is_empty() { "lib.rs".to_owned() } else { module.join("::") }
}

#[test]
fn modules_use_only_rooms_above_theirs() {
    let (house, rooms) = (House::read(&root().join("src")), listed_rooms());
    let mut wrong = Vec::new();
    for (module, used) in &house.uses {
        let here = room_of(module, &rooms).expect("lib.rs is listed, and stands around all");
        assert!(!rooms[here].is_empty() || module.is_empty(), "{} stands in no room of the table", shown(module));
        for other in used {
            let there = room_of(other, &rooms).expect("lib.rs stands around all");
            if there > here {
                wrong.push(format!("{} uses {}", shown(module), shown(other)));
            }
        }
    }
    assert!(wrong.is_empty(), "against the order of ARCHITECTURE.md:\n{}", wrong.join("\n"));
}

#[test]
fn every_room_of_the_table_is_there_once() {
    let (house, rooms) = (House::read(&root().join("src")), listed_rooms());
    let once: BTreeSet<&Module> = rooms.iter().collect();
    assert_eq!(once.len(), rooms.len(), "a room stands twice in the table");
    for room in &rooms {
        assert!(house.uses.keys().any(|module| module.starts_with(room)), "there is no room {}", shown(room));
    }
    let tops: BTreeSet<&String> = house.uses.keys().filter_map(|module| module.first()).collect();
    let listed: BTreeSet<&String> = rooms.iter().filter_map(|room| room.first()).collect();
    assert_eq!(tops, listed);
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let mut circles = House::read(&root().join("src")).circles();
    // Pages lead to each other, and what they are made of is gathered where they are listed.
    circles.retain(|circle| circle.iter().any(|module| !module.starts_with(&["site".to_owned()])));
    let told: Vec<String> =
        circles.iter().map(|circle| circle.iter().map(shown).collect::<Vec<_>>().join(" ↔ ")).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn a_circle_and_an_arrow_against_the_order_would_be_found() {
    let module = |name: &str| vec![name.to_owned()];
    let uses = [("a", "b"), ("b", "a"), ("c", "a")];
    let uses = uses.map(|(from, to)| (module(from), BTreeSet::from([module(to)]))).into();
    assert_eq!(House { uses }.circles(), [[module("a"), module("b")]]);
    let mut paths = Paths { here: vec!["a".to_owned(), "b".to_owned()], inside: 0, found: Vec::new() };
    let source = "use super::c::{self, D}; use crate::e as f; fn g() { self::h::i(); }\n#[cfg(test)] mod tests { use crate::z; }";
    paths.visit_file(&syn::parse_file(source).expect("Rust"));
    let found: Vec<String> = paths.found.iter().map(|path| path.join("::")).collect();
    assert_eq!(found, ["a::c::self", "a::c::D", "e", "a::b::h::i"]);
}

#[test]
fn every_path_in_the_architecture_is_there() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("a readable file");
    let named =
        text.split('`').skip(1).step_by(2).filter(|path| crate::support::is_kind(path, "rs") || path.ends_with('/'));
    let mut found = 0;
    for path in named.filter(|path| path.contains('/') && !path.contains([' ', '*', '{', '<'])) {
        let places = ["src", "", "templates/site"].map(|above| root().join(above).join(path));
        assert!(places.iter().any(|place| place.exists()), "ARCHITECTURE.md names `{path}`, which is not there");
        found += 1;
    }
    assert!(found > 40, "only {found} paths were found");
}
