//! Comparison tables (新旧対照表) as a legal clerk would draw them, and the command that makes them.
//!
//! To add a case, add a file to `cases/compare` with the documents `old` and `policy` of the region `midori`.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;





use junsoku::amend::{self, Amendment, Options, View};
use junsoku::content::SetKey;
use junsoku::corpus::Corpus;
use junsoku::locale::{Lang, Messages};
use support::html::main_of;
use support::{Case, Program, Run, missing, program_on_path};

fn view(corpus: &Corpus, lang: Lang, options: Options) -> View {
    let midori = corpus.set(&SetKey::Region("midori".to_owned())).expect("a region");
    let version = |id: &str| (corpus, midori, midori.document(id).expect("a document"));
    let amendment = Amendment::between(version("old"), version("policy"), lang);
    View::of(&amendment, corpus, options, &Messages::new(lang))
}

#[test]
fn tables_are_as_a_clerk_draws_them() {
    insta::glob!("cases/compare/*.txt", |case| {
        let loaded = Case::from_file(case).load();
        assert!(!loaded.findings.has_errors(), "{}", loaded.told(Lang::En));
        let midori = loaded.corpus.set(&SetKey::Region("midori".to_owned())).expect("a region");
        if midori.document("old").is_none() {
            return;
        }
        insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true}, {
            let text = amend::text(&view(&loaded.corpus, Lang::Ja, Options::default()), 120);
            insta::assert_snapshot!("amend-text", text);
        });
    });
}
