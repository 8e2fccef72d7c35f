//! The tables of keys in `content/README.md` and in the handbook are those of the declarations.

use std::fs;

use crate::support::root;
use junsoku::base::locale::Lang;
use junsoku::content::key_tables;

#[test]
fn the_tables_of_keys_are_those_of_the_declarations() {
    let path = root().join("README.md");
    let readme = fs::read_to_string(&path).expect("the README of the content");
    let (before, rest) = readme.split_once("<!-- keys: ").expect("where the tables begin");
    let (head, rest) = rest.split_once('\n').expect("a line");
    let (tables, after) = rest.split_once("<!-- end of keys -->").expect("where the tables end");
    let made = format!("{}\n", key_tables(Lang::En));
    if std::env::var_os("JUNSOKU_REWRITE").is_some() {
        let readme = format!("{before}<!-- keys: {head}\n{made}<!-- end of keys -->{after}");
        fs::write(&path, readme).expect("a writable README");
        return;
    }
    assert_eq!(tables, made, "content/README.md is not up to date: JUNSOKU_REWRITE=1 cargo test --test content keys");
}

#[test]
fn the_handbook_lists_the_keys_of_the_declarations_in_both_languages() {
    for (lang, name) in [(Lang::Ja, "keys.md"), (Lang::En, "keys.en.md")] {
        let path = root().with_file_name("docs").join("content").join("pages").join(name);
        let page = fs::read_to_string(&path).expect("a page of the handbook");
        // What stands above the first kind of file is written by hand.
        let (head, tables) = page.split_once("\n### ").map_or((page.trim_end(), ""), |(head, tables)| (head, tables));
        let made = key_tables(lang);
        if std::env::var_os("JUNSOKU_REWRITE").is_some() {
            fs::write(&path, format!("{}\n{made}", head.trim_end())).expect("a writable page");
        } else {
            let made = made.trim_start_matches("\n### ");
            assert_eq!(tables, made, "{name} is not up to date: JUNSOKU_REWRITE=1 cargo test --test content keys");
        }
    }
}
