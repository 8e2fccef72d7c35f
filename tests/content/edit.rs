//! The editor in place, over every shipped file: what any edit keeps and what it says afterwards.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use junsoku::base::diagnostics::SourceFile;
use junsoku::content::{self, EditError, EditPath, Landing, PathStep, YamlEditor, YamlNode, yaml_tree};
use proptest::prelude::*;
use proptest::sample::Index;

/// A tree as the reader of content sees it, without places.
#[derive(Debug, Clone, PartialEq)]
enum Plain {
    Null,
    Scalar(String),
    List(Vec<Self>),
    Map(Vec<(String, Self)>),
}

impl Plain {
    fn of(node: &YamlNode) -> Self {
        match &node.value {
            content::Value::Null => Self::Null,
            content::Value::Scalar(letters) => Self::Scalar(letters.clone()),
            content::Value::List(list) => Self::List(list.iter().map(Self::of).collect()),
            content::Value::Map(map) => {
                Self::Map(map.iter().map(|(key, _, node)| (key.clone(), Self::of(node))).collect())
            }
        }
    }

    fn read(text: &str) -> Self {
        let file = Arc::new(SourceFile::new("edited.yaml", text));
        Self::of(&yaml_tree(&file).unwrap_or_else(|| panic!("not well-formed:\n{text}")))
    }

    fn count(&self) -> usize {
        match self {
            Self::Null | Self::Scalar(_) => 0,
            Self::List(list) => list.len(),
            Self::Map(map) => map.len(),
        }
    }

    fn child(&self, index: usize) -> (PathStep, &Self) {
        match self {
            Self::List(list) => (PathStep::Index(index), &list[index]),
            Self::Map(map) => (PathStep::Key(map[index].0.clone()), &map[index].1),
            Self::Null | Self::Scalar(_) => panic!("no members"),
        }
    }

    fn at(&mut self, route: &[usize]) -> &mut Self {
        route.iter().fold(self, |plain, index| match plain {
            Self::List(list) => &mut list[*index],
            Self::Map(map) => &mut map[*index].1,
            Self::Null | Self::Scalar(_) => panic!("no members"),
        })
    }

    fn remove(&mut self, index: usize) -> (Option<String>, Self) {
        match self {
            Self::List(list) => (None, list.remove(index)),
            Self::Map(map) => {
                let (key, value) = map.remove(index);
                (Some(key), value)
            }
            Self::Null | Self::Scalar(_) => panic!("no members"),
        }
    }

    fn insert(&mut self, index: usize, key: Option<&str>, value: Self) {
        match self {
            Self::List(list) => list.insert(index, value),
            Self::Map(map) => map.insert(index, (key.expect("a key").to_owned(), value)),
            Self::Null | Self::Scalar(_) => panic!("no members"),
        }
    }

    /// The routes and paths of all values, or of all collections.
    fn walk(&self, collections: bool) -> Vec<(Vec<usize>, EditPath)> {
        fn go(
            plain: &Plain,
            route: &[usize],
            path: &EditPath,
            collections: bool,
            out: &mut Vec<(Vec<usize>, EditPath)>,
        ) {
            if !collections && !route.is_empty() || collections && matches!(plain, Plain::List(_) | Plain::Map(_)) {
                out.push((route.to_vec(), path.clone()));
            }
            for index in 0..plain.count() {
                let (step, child) = plain.child(index);
                go(child, &[route, &[index]].concat(), &path.clone().then(step), collections, out);
            }
        }
        let mut out = Vec::new();
        go(self, &[], &EditPath::root(), collections, &mut out);
        out
    }
}

/// A shipped file.
#[derive(Debug)]
struct Shipped {
    name: String,
    text: String,
    plain: Plain,
    values: Vec<(Vec<usize>, EditPath)>,
    collections: Vec<(Vec<usize>, EditPath)>,
}

/// Every YAML file of `content/`.
static SHIPPED: LazyLock<Vec<Shipped>> = LazyLock::new(|| {
    fn files(folder: &Path, out: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                files(&path, out);
            } else if path.extension().is_some_and(|end| end == "yaml") {
                out.push(path);
            }
        }
    }
    let mut paths = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"), &mut paths);
    paths.sort();
    let shipped = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).expect("a file");
        let plain = Plain::read(&text);
        let (values, collections) = (plain.walk(false), plain.walk(true));
        Shipped { name: path.display().to_string(), text, plain, values, collections }
    };
    paths.into_iter().map(shipped).collect()
});

const VALUES: [(&str, &str); 6] = [
    ("仮", "仮"),
    ("\"a: 'b', c\"", "a: 'b', c"),
    (">-\n  一行目\n  二行目 👩‍⚕️\n", "一行目\n二行目 👩‍⚕️"),
    ("|-\n  一\n\n    二", "一\n\n  二"),
    ("\"two\n  lines\"", "two lines"),
    ("1.50", "1.50"),
];

fn fragments() -> impl Strategy<Value = (String, Plain)> {
    let scalars = VALUES.map(|(text, letters)| (text.to_owned(), Plain::Scalar(letters.to_owned())));
    let a = |letters: &str| Plain::Scalar(letters.to_owned());
    let entry = Plain::Map(vec![("requirement".into(), a("a.b")), ("extent".into(), a("equal"))]);
    let note = Plain::Map(vec![("ja".into(), a("注")), ("en".into(), Plain::List(vec![a("x"), a("y")]))]);
    let others = [
        ("- {requirement: a.b, extent: equal}\n".to_owned(), Plain::List(vec![entry.clone()])),
        ("- requirement: a.b\n  extent: >-\n    equal\n".to_owned(), Plain::List(vec![entry])),
        ("ja: 注\nen:\n  - x\n  - \"y\"".to_owned(), note.clone()),
        ("{ja: 注, en: [x, y]}".to_owned(), note),
        ("[]".to_owned(), Plain::List(vec![])),
    ];
    proptest::sample::select(scalars.into_iter().chain(others).collect::<Vec<_>>())
}

fn shipped() -> impl Strategy<Value = (&'static Shipped, bool)> {
    (any::<Index>(), any::<bool>()).prop_map(|(index, crlf)| (index.get(SHIPPED.as_slice()), crlf))
}

fn text_of(file: &Shipped, crlf: bool) -> String {
    if crlf { file.text.replace('\n', "\r\n") } else { file.text.clone() }
}

fn editor(text: &str) -> YamlEditor {
    YamlEditor::new(text).unwrap_or_else(|error| panic!("{error}"))
}

fn breaks_agree(text: &str, crlf: bool) -> bool {
    let (all, windows) = (text.matches('\n').count(), text.matches("\r\n").count());
    if crlf { all == windows } else { windows == 0 }
}

/// The bytes of `old` that are not in `new`: all outside is the same.
fn changed(old: &str, new: &str) -> std::ops::Range<usize> {
    let same = |(a, b): &(u8, u8)| a == b;
    let prefix = old.bytes().zip(new.bytes()).take_while(same).count();
    let most = old.len().min(new.len()) - prefix;
    let suffix = old.bytes().rev().zip(new.bytes().rev()).take(most).take_while(same).count();
    prefix..old.len() - suffix
}

/// The bytes between the key or dash of a value and the end of its last line, as the reader of content places it.
fn region(text: &str, route: &[usize]) -> std::ops::Range<usize> {
    let file = Arc::new(SourceFile::new("edited.yaml", text));
    let mut node = yaml_tree(&file).expect("a tree");
    let mut start = 0;
    for index in route {
        (start, node) = match node.value {
            content::Value::Map(mut map) => {
                let (_, key, node) = map.swap_remove(*index);
                (key.span.start, node)
            }
            content::Value::List(mut list) => {
                let node = list.swap_remove(*index);
                let before = text[..node.place.span.start].rfind(['-', '[', ',']).unwrap_or(0);
                (before, node)
            }
            content::Value::Null | content::Value::Scalar(_) => panic!("no members"),
        };
    }
    let end = node.place.span.end;
    start..text[end..].find('\n').map_or(text.len(), |length| end + length + 1)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_value_is_replaced_and_put_back((file, crlf) in shipped(), pick: Index, (value, said) in fragments()) {
        let text = text_of(file, crlf);
        let (route, path) = pick.get(&file.values);
        let mut edit = editor(&text);
        let before = edit.fragment(path).expect("a fragment");
        edit.set(path, &before).expect("the same value");
        prop_assert_eq!(edit.text(), &text, "{} {}", file.name, path);
        edit.set(path, &value).unwrap_or_else(|error| panic!("{} {path}: {error}\n{value}", file.name));
        let mut expected = file.plain.clone();
        *expected.at(route) = said;
        prop_assert_eq!(Plain::read(edit.text()), expected, "{} {}", file.name, path);
        prop_assert!(breaks_agree(edit.text(), crlf));
        let (touched, allowed) = (changed(&text, edit.text()), region(&text, route));
        prop_assert!(allowed.start <= touched.start && touched.end <= allowed.end, "{touched:?} {allowed:?}");
        edit.set(path, &before).unwrap_or_else(|error| panic!("{} {path}: {error}\n{before}", file.name));
        if !before.contains('\n') || before.contains(['|', '>']) {
            prop_assert_eq!(edit.text(), &text, "{} {}", file.name, path);
        }
    }

    #[test]
    fn a_new_member_goes_in_and_out((file, crlf) in shipped(), pick: Index, spot: Index, (value, said) in fragments()) {
        let text = text_of(file, crlf);
        let (route, path) = pick.get(&file.collections);
        let mut expected = file.plain.clone();
        let collection = expected.at(route);
        let index = spot.index(collection.count() + 1);
        let landing = if index == collection.count() {
            Landing::Last
        } else {
            Landing::Before(collection.child(index).0)
        };
        let key = matches!(collection, Plain::Map(_)).then_some("new_key");
        collection.insert(index, key, said);
        let mut edit = editor(&text);
        let done = match key {
            Some(key) => edit.insert_key(path, &landing, key, &value),
            None => edit.insert(path, &landing, &value),
        };
        done.unwrap_or_else(|error| panic!("{} {path} {landing:?}: {error}\n{value}", file.name));
        prop_assert_eq!(Plain::read(edit.text()), expected);
        prop_assert!(breaks_agree(edit.text(), crlf));
        prop_assert_eq!(changed(&text, edit.text()).len(), 0, "{} {} {:?}", file.name, path, landing);
        let step = key.map_or(PathStep::Index(index), |key| PathStep::Key(key.to_owned()));
        edit.remove(&path.clone().then(step)).expect("the new member");
        prop_assert_eq!(edit.text(), &text, "{} {} {:?}", file.name, path, landing);
    }

    #[test]
    fn a_member_is_removed((file, crlf) in shipped(), pick: Index) {
        let text = text_of(file, crlf);
        let (route, path) = pick.get(&file.values);
        let mut edit = editor(&text);
        edit.remove(path).unwrap_or_else(|error| panic!("{} {path}: {error}", file.name));
        let mut expected = file.plain.clone();
        let (index, outer) = route.split_last().expect("a member");
        expected.at(outer).remove(*index);
        prop_assert_eq!(Plain::read(edit.text()), expected, "{} {}", file.name, path);
        prop_assert!(breaks_agree(edit.text(), crlf));
    }

    #[test]
    fn a_member_moves_there_and_back((file, crlf) in shipped(), pick: Index, spot: Index) {
        let text = text_of(file, crlf);
        let (route, path) = pick.get(&file.values);
        let (from, outer) = route.split_last().expect("a member");
        let mut expected = file.plain.clone();
        let collection = expected.at(outer);
        let to = spot.index(collection.count());
        let parent = pick.get(&file.values).1.steps().split_last().map(|(_, front)| front.to_vec()).unwrap_or_default();
        let parent = parent.into_iter().fold(EditPath::root(), EditPath::then);
        let landing = |collection: &Plain, from: usize, to: usize| {
            let step = collection.child(to).0;
            if to < from { Landing::Before(step) } else { Landing::After(step) }
        };
        let mut edit = editor(&text);
        edit.relocate(path, &parent, &landing(collection, *from, to)).unwrap_or_else(|error| panic!("{error}"));
        let (key, value) = collection.remove(*from);
        collection.insert(to, key.as_deref(), value);
        let (step, _) = collection.child(to);
        let back = landing(collection, to, *from);
        prop_assert_eq!(Plain::read(edit.text()), expected, "{} {} {:?}", file.name, path, to);
        edit.relocate(&parent.clone().then(step), &parent, &back).unwrap_or_else(|error| panic!("{error}"));
        prop_assert_eq!(edit.text(), &text, "{} {} to {}", file.name, path, to);
    }

    #[test]
    fn a_member_moves_to_another_collection((file, crlf) in shipped(), pick: Index, target: Index, spot: Index) {
        let text = text_of(file, crlf);
        let (route, path) = pick.get(&file.values);
        let is_list = |route: &[usize]| matches!(file.plain.clone().at(route), Plain::List(_));
        let (from, outer) = route.split_last().expect("a member");
        let in_list = is_list(outer);
        let fits: Vec<_> = file
            .collections
            .iter()
            .filter(|(at, _)| is_list(at) == in_list && !at.starts_with(route) && at != outer)
            .collect();
        prop_assume!(!fits.is_empty());
        let (at, to) = target.get(&fits);
        let mut expected = file.plain.clone();
        let count = expected.at(at).count();
        let index = spot.index(count + 1);
        let key = match path.steps().last() {
            Some(PathStep::Key(key)) => Some(key.clone()),
            _ => None,
        };
        if let (Some(key), Plain::Map(map)) = (&key, expected.at(at)) {
            prop_assume!(map.iter().all(|(other, _)| other != key));
        }
        let landing =
            if index == count { Landing::Last } else { Landing::Before(expected.at(at).child(index).0) };
        let mut edit = editor(&text);
        match edit.relocate(path, to, &landing) {
            // A comment has no place in brackets.
            Err(EditError::CommentInTheWay(_)) => return Ok(()),
            result => result.unwrap_or_else(|error| panic!("{} {path} to {to} {landing:?}: {error}", file.name)),
        }
        let moved = expected.at(route).clone();
        *expected.at(route) = Plain::Scalar("the hole".to_owned());
        expected.at(at).insert(index, key.as_deref(), moved);
        let hole = expected.walk(false).into_iter().find(|(route, _)| *expected.clone().at(route) == Plain::Scalar("the hole".to_owned()));
        let (hole, _) = hole.expect("the hole");
        let (last, around) = hole.split_last().expect("a member");
        expected.at(around).remove(*last);
        prop_assert_eq!(Plain::read(edit.text()), expected, "{} {} to {} from {}", file.name, path, to, from);
        prop_assert!(breaks_agree(edit.text(), crlf));
    }
}
