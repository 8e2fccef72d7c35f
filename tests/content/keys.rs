//! The tables of keys in `content/README.md` are those of the declarations.

use std::fs;

use crate::support::root;
use junsoku::content::key_tables;

#[test]
fn the_tables_of_keys_are_those_of_the_declarations() {
    let path = root().join("README.md");
    let readme = fs::read_to_string(&path).expect("the README of the content");
    let (before, rest) = readme.split_once("<!-- keys: ").expect("where the tables begin");
    let (head, rest) = rest.split_once('\n').expect("a line");
    let (tables, after) = rest.split_once("<!-- end of keys -->").expect("where the tables end");
    let made = format!("{}\n", key_tables());
    if std::env::var_os("JUNSOKU_REWRITE").is_some() {
        let readme = format!("{before}<!-- keys: {head}\n{made}<!-- end of keys -->{after}");
        fs::write(&path, readme).expect("a writable README");
        return;
    }
    assert_eq!(tables, made, "content/README.md is not up to date: JUNSOKU_REWRITE=1 cargo test --test content keys");
}
