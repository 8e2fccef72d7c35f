//! What `junsoku.yaml` makes of the site: its languages, colour, foot, parts and former addresses.

use std::fs;

use crate::support::{Built, Case, Program, paper_tools, read_folder, text};

const QUIET: &str = "severity: {J0419: off, J0421: off, J0428: off}\n";

/// The site of the default files with `settings`.
fn site(settings: &str) -> Built {
    Case::new(&format!("=== junsoku.yaml\n{QUIET}{settings}")).build()
}

#[test]
fn a_site_in_japanese_alone_has_nothing_of_english() {
    let case = Case::new(&format!("=== junsoku.yaml\n{QUIET}languages: [ja]\nbase_url: https://a.example.jp/\n"));
    let policy = fs::read_to_string(case.root().join("regions/midori/policy.yaml")).expect("a file");
    let without: String =
        policy.lines().filter(|line| !line.starts_with("    en: ")).map(|line| format!("{line}\n")).collect();
    assert_ne!(policy, without);
    case.write("regions/midori/policy.yaml", format!("enacted: 2025-10-01\n{without}"));
    case.write("pages/guide.md", "---\ntitle: {ja: 案内}\nregion: midori\n---\n届出は[](form:notice)で行う。\n");
    let loaded = case.load();
    loaded.check_codes(&[]);
    let built = loaded.build();
    for (path, bytes) in &built.files {
        assert!(!path.starts_with("en/") && !path.contains("/both/"), "{path}");
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        let is_page = crate::support::is_kind(path, "html") || crate::support::is_kind(path, "xml");
        for unwanted in ["hreflang", "/en/", "\"en/", "English", "lang=\"en\"", "英語", "英訳", "並べて読む"] {
            // A feed names the language of the pages that it leads to, whichever that is.
            let is_own = path.ends_with("feed.xml") && unwanted == "hreflang";
            assert!(!is_page || is_own || !text.contains(unwanted), "{path}: {unwanted}");
        }
    }
    built.check_page("index.html", &["url=ja/index.html", "<a href=\"ja/index.html\">"]);
    built.check_page("sitemap.xml", &["sitemap-ja.xml"]).check_page_lacks("sitemap.xml", "sitemap-en.xml");
    built.check_page("ja/feed.xml", &["みどり町運用規程"]);
}

#[test]
fn a_colour_is_that_of_links_in_both_schemes() {
    let built = site("colour: {light: \"#0f5c3c\"}\n");
    built.check_page("assets/accent.css", &[":root { --key: #0f5c3c; --key-hover: #093724; }", "dark", "--key: #"]);
    built.check_page("ja/index.html", &["../assets/style.css", "../assets/accent.css"]);
    built.check_page("index.html", &["assets/accent.css"]);
    let one = site("colour: \"#0f5c3c\"\n");
    assert_eq!(
        one.files["assets/accent.css"], built.files["assets/accent.css"],
        "one colour is that on a light ground"
    );
    let plain = site("");
    plain.check_page_lacks("ja/index.html", "accent");
    assert!(!plain.files.contains_key("assets/accent.css"));
}

#[test]
fn one_colour_is_held_to_the_contrast_too() {
    let case = |settings: &str| Case::new(&format!("=== junsoku.yaml\n{QUIET}{settings}")).load();
    case("colour: \"#88bb99\"\n").check_codes(&["J0225"]);
    case("colour: green\n").check_codes(&["J0224"]);
    // Without quotes it is a comment, and the settings cannot be read.
    assert!(case("colour: #0f5c3c\n").codes().contains(&"J0224"));
}

#[test]
fn the_foot_of_pages_says_where_to_turn() {
    let built = site(
        "organisation: {ja: みどり会, en: Midori}\ncontact: {ja: 役場 介護課, en: The town hall}\nfooter: {ja: 以上, en: End}\n",
    );
    built.check_page("ja/about/index.html", &["運営：みどり会", "問い合わせ先：役場 介護課", "<p>以上</p>"]);
    built.check_page("en/about/index.html", &["Midori", "Contact: The town hall", "End"]);
}

const LOGO: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"><path d=\"M0 0h40v20z\"/></svg>\n";

#[test]
fn a_logo_stands_beside_the_title_of_every_page() {
    let case = Case::new(&format!(
        "=== junsoku.yaml\n{QUIET}logo: {{file: ロゴ.svg, alt: {{ja: みどり町の章, en: Midori}}}}\n"
    ));
    case.write("pictures/ロゴ.svg", LOGO).write("pictures/.DS_Store", "x");
    let built = case.build();
    let wanted = "<img class=\"logo\" src=\"../../../../pictures/%E3%83%AD%E3%82%B4.svg\" alt=\"みどり町の章\">";
    built.check_page("ja/regions/midori/policy/index.html", &[wanted]);
    assert_eq!(built.files["pictures/ロゴ.svg"], LOGO.as_bytes());
    assert_eq!(built.files.keys().filter(|path| path.starts_with("pictures/")).count(), 1);
}

#[test]
fn a_logo_that_is_too_large_or_no_drawing_is_refused() {
    let case = Case::new(&format!("=== junsoku.yaml\n{QUIET}logo: {{file: a.jpg, alt: {{ja: 章, en: Seal}}}}\n"));
    case.write("pictures/a.jpg", b"\xff\xd8\xff\xe0");
    case.load().check_codes(&["J0222"]);
    case.write("pictures/a.png", [&b"\x89PNG\r\n\x1a\n"[..], &vec![0; 600 * 1024]].concat());
    case.write("junsoku.yaml", format!("{QUIET}logo: {{file: a.png, alt: {{ja: 章, en: Seal}}}}\n"));
    case.load().check_codes(&["J0222"]);
    case.write("pictures/a.png", vec![0; 11 * 1024 * 1024]);
    case.load().check_codes(&["J0222", "J0103"]);
}

#[test]
fn parts_that_are_not_published_leave_no_trace() {
    let settings = "publish: {comparison: false, conformance: false, references: false, forms: false}\n";
    let case = Case::new(&format!(
        "base: conformance\n=== junsoku.yaml\nseverity: {{J0419: off, J0421: off, J0428: off, J0437: off}}\n{settings}"
    ));
    case.write(
        "pages/guide.md",
        "---\ntitle: {ja: 案内, en: Guide}\nregion: midori\n---\n届出は[](form:notice)で[](law:river)による。\n",
    );
    case.write("pages/guide.en.md", "By [](form:notice).\n");
    let built = case.build();
    for (path, bytes) in &built.files {
        for part in ["/forms/", "/conformance/", "/compare/", "/references/", "data/conformance", "data/oscal"] {
            assert!(!path.contains(part), "{path}");
            let unwanted = format!("{}index.html", part.trim_start_matches('/'));
            assert!(
                !crate::support::is_kind(path, "html") || !text(bytes).contains(&unwanted),
                "{path} leads to {part}"
            );
        }
        assert!(!text(bytes).contains("compare/pairs/"), "{path} leads to a pair");
    }
    built.check_page("ja/pages/guide/index.html", &["届出は様式第１号で"]);
}

#[test]
fn readers_are_led_on_from_former_addresses() {
    let built = site(
        "base_url: https://a.example.jp/m\nredirects:\n\
         - {from: old/規程.html, to: \"ja/regions/midori/policy/#purpose\"}\n\
         - {from: hp/, to: https://town.example.jp/}\n",
    );
    built.check_page(
        "old/規程.html",
        &[
            "0; url=../ja/regions/midori/policy/index.html#purpose",
            "https://a.example.jp/m/ja/regions/midori/policy/index.html",
        ],
    );
    built.check_page("hp/index.html", &["0; url=https://town.example.jp/"]);
    built.check_page_lacks("sitemap-ja.xml", "old/");
}

#[test]
fn a_redirect_that_cannot_be_made_stops_the_build_and_the_old_site_stays() {
    for (redirect, said) in [
        ("{from: JA/index.html, to: ja/about/}", "JA/index.html"),
        ("{from: a.html, to: ja/nothing/}", "ja/nothing/index.html"),
    ] {
        let case = Case::new("");
        let output = case.root().with_file_name("output");
        Program::site(&case.root(), &output).run().check(0);
        case.write("junsoku.yaml", format!("{QUIET}redirects: [{redirect}]\n"));
        let run = Program::site(&case.root(), &output).run().check(1);
        assert!(run.stderr.contains("J0519") && run.stderr.contains(said), "{}", run.stderr);
        assert!(run.stderr.contains("junsoku.yaml:2"), "{}", run.stderr);
        assert!(output.join("ja/index.html").is_file());
    }
}

/// The data of the sheet of the policy with `settings`.
fn policy_sheet(settings: &str) -> serde_json::Value {
    let case = Case::new(&format!("=== junsoku.yaml\n{QUIET}{settings}"));
    case.write("pictures/seal.svg", LOGO);
    let loaded = case.load();
    loaded.check_codes(&[]);
    let mut sheets = junsoku::pdf::sheets(&loaded.corpus).into_iter();
    sheets.find(|(path, _)| path == "ja/regions/midori/policy.pdf").expect("the sheet").1
}

#[test]
fn sheets_of_documents_are_set_as_the_settings_say() {
    let plain = policy_sheet("");
    assert_eq!(plain["style"], serde_json::json!({"margins": {}, "mincho": false, "contents": true, "seal": null}));
    let seal = "seal: {file: seal.svg, alt: {ja: 印, en: Seal}}";
    let council = "みどり町医療介護連携会議";
    let own = policy_sheet(&format!(
        "organisation: {{ja: {council}, en: Council}}\npdf: {{margins: {{left: 30}}, body: mincho, contents: false, {seal}}}\n"
    ));
    let wanted = serde_json::json!({
        "margins": {"left": 30}, "mincho": true, "contents": false,
        "seal": {"kind": "picture", "path": "seal.svg", "alt": "印"}
    });
    assert_eq!(own["style"], wanted);
    // Nobody's seal stands on a document of somebody else.
    let other = policy_sheet(&format!("organisation: {{ja: よその会, en: Others}}\npdf: {{{seal}}}\n"));
    assert!(other["style"]["seal"].is_null(), "{}", other["style"]);
}

#[test]
fn pictures_and_margins_change_the_sheet() {
    if paper_tools().is_none() {
        return;
    }
    let case = Case::new("");
    let sheet = || {
        let output = case.root().with_file_name("output");
        Program::new(["build", "--content"]).arg(case.root()).arg("--output").arg(&output).run().check(0);
        read_folder(&output)["ja/regions/midori/policy.pdf"].clone()
    };
    let plain = sheet();
    case.write("junsoku.yaml", format!("{QUIET}pdf: {{margins: {{left: 40, top: 40}}}}\n"));
    let moved = sheet();
    case.write("pictures/map.svg", LOGO);
    let policy = case.read("regions/midori/policy.yaml");
    let words = "ja: この規程は、｜町《まち》の約束![地図](picture:map.svg)を示す[^1]。";
    let written = policy.replace(
        "ja: この規程は、町の約束を示す。",
        &format!("ja: |\n      {}\n\n      [^1]: 別に示す。", &words[4..]),
    );
    case.write("regions/midori/policy.yaml", written);
    let pictured = sheet();
    assert!(plain != moved && moved != pictured && plain != pictured);
    case.write("pictures/map.svg", LOGO.replace("40", "80"));
    assert!(pictured != sheet(), "another picture makes another sheet");
}

#[test]
fn pages_that_stay_from_an_earlier_build_stand_in_the_site_map() {
    let case = Case::new(&format!("=== junsoku.yaml\n{QUIET}base_url: https://a.example.jp/\n"));
    case.write("regions/shiro/region.yaml", case.read("regions/midori/region.yaml").replace("みどり", "しろ"));
    case.write("regions/shiro/rules.yaml", case.read("regions/midori/policy.yaml"));
    let output = case.root().with_file_name("output");
    let map = || text(&read_folder(&output)["sitemap-ja.xml"]).contains("ja/regions/shiro/rules/index.html");
    Program::site(&case.root(), &output).run();
    assert!(map());
    case.write("regions/shiro/rules.yaml", "title: broken\n");
    Program::site(&case.root(), &output).run().check(1);
    assert!(map(), "the page stays and is listed");
}
