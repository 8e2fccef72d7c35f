//! Pages, news and files of a site's own, and what a site needs besides pages: 404, robots, site maps, feeds.

use std::fs;

use crate::support::{Case, Program, read_folder, text};
use junsoku::base::locale::Lang;

const GUIDE: &str = "---\ntitle: {ja: 手続の案内, en: Guide}\nregion: midori\n---\n# 届出\n\n届出は[](form:notice)で行い、\
    [目的](policy#purpose)を[旧規程](file:old/規程.pdf)と[](page:2026-04-01)で確かめる。\n\n- **紙**で出す\n- 窓口で出す\n";

const NEWS: &str = "---\ntitle: {ja: 窓口の移転, en: The office moves}\ndate: 2026-04-01\n---\n窓口が移る。\n";

/// Content with a guide, two pieces of news, an English text and files.
fn case() -> Case {
    let case = Case::new("");
    case.write("pages/guide.md", GUIDE).write("pages/guide.en.md", "Notify by [](form:notice).\n");
    case.write("pages/2026-04-01.md", NEWS);
    case.write("pages/later.md", NEWS.replace("2026-04-01", "2026-05-01\nregion: midori").replace("移転", "再開"));
    case.write("static/old/規程.pdf", b"\x00old").write("static/CNAME", "mcs.example.jp\n");
    case.write("static/.well-known/security.txt", "Contact: mailto:a@example.jp\n").write("static/.DS_Store", "x");
    case.write("static/data.yaml", "not: content\n");
    case
}

#[test]
fn files_are_published_as_they_are() {
    let built = case().build();
    assert_eq!(built.files["old/規程.pdf"], b"\x00old");
    for path in ["CNAME", ".well-known/security.txt", "data.yaml"] {
        assert!(built.files.contains_key(path), "{path}");
    }
    assert!(!built.files.contains_key(".DS_Store"));
}

#[test]
fn a_file_in_the_place_of_a_made_one_stops_the_build_and_the_old_site_stays() {
    let case = case();
    let output = case.root().with_file_name("output");
    Program::site(&case.root(), &output).run().check(0);
    assert_eq!(fs::read_to_string(output.join("CNAME")).expect("a file"), "mcs.example.jp\n");
    Program::site(&case.root(), &output).run().check(0);
    case.write("static/JA/index.html", "mine");
    let run = Program::site(&case.root(), &output).run().check(1);
    assert!(run.stderr.contains("J0518") && run.stderr.contains("static/JA/index.html"), "{}", run.stderr);
    assert!(output.join("ja/index.html").is_file());
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_elsewhere_is_not_published() {
    let case = case();
    let outside = case.root().with_file_name("secret.txt");
    fs::write(&outside, "hunter2").expect("a file");
    std::os::unix::fs::symlink(&outside, case.root().join("static/secret.txt")).expect("a link");
    case.load().check_codes(&["J0401", "J0401", "J0104"]);
}

#[test]
fn a_page_has_its_text_with_references_and_a_place_in_the_menu() {
    let built = case().build();
    let page = "ja/pages/guide/index.html";
    built.check_page(page, &["<h1>手続の案内</h1>", "みどり町</a>", "<h2>届出</h2>"]);
    built.check_page(page, &["<a href=\"../../regions/midori/forms/notice/index.html\">様式第１号</a>"]);
    built.check_page(page, &["<a href=\"../../regions/midori/policy/index.html#purpose\">目的</a>"]);
    built.check_page(page, &["<a href=\"../../../old/%E8%A6%8F%E7%A8%8B.pdf\">旧規程</a>"]);
    built.check_page(page, &["<a href=\"../../news/2026-04-01/index.html\">窓口の移転</a>"]);
    built.check_page(page, &["<ul>\n<li><strong>紙</strong>で出す</li>\n<li>窓口で出す</li>\n</ul>"]);
    built.check_page("ja/index.html", &["<li><a href=\"pages/guide/index.html\">手続の案内</a></li>"]);
    built.check_page("en/pages/guide/index.html", &["<h1>Guide</h1>", "<p>Notify by <a"]);
}

#[test]
fn each_link_leads_where_it_says_wherever_it_stands_on_a_page() {
    let case = case();
    let text = "## [](policy#purpose)\n\n> [甲](form:notice)と**乙の[](page:2026-04-01)へ**[^n]\n\n1. [乙](https://example.jp/)\n   - [](page:later)\n\n\
        | [](form:notice) | 内容 |\n| --- | --- |\n| [丙](page:later) | ![印](picture:seal.svg) |\n\n[^n]: [丁](policy#purpose)\n";
    case.write("pages/guide.md", GUIDE.split("# 届出").next().unwrap_or("").to_owned() + text);
    case.write("pictures/seal.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let built = case.build();
    let expected = [
        "<h2><a href=\"../../regions/midori/policy/index.html#purpose\">",
        "<a href=\"../../regions/midori/forms/notice/index.html\">甲</a>",
        "<strong>乙の<a href=\"../../news/2026-04-01/index.html\">窓口の移転</a>へ</strong>",
        "<a href=\"../../regions/midori/policy/index.html#purpose\">丁</a>",
        "<a href=\"https://example.jp/\" rel=\"noopener noreferrer external\">乙</a>",
        "<a href=\"../../news/later/index.html\">窓口の再開</a>",
        "<th scope=\"col\"><a href=\"../../regions/midori/forms/notice/index.html\">様式第１号</a>",
        "<a href=\"../../news/later/index.html\">丙</a>",
        "alt=\"印\"",
    ];
    built.check_page("ja/pages/guide/index.html", &expected);
}

#[test]
fn news_stands_on_the_home_page_from_the_newest() {
    let built = case().build();
    let newest = ["<h2>お知らせ</h2>", "令和8年5月1日", "窓口の再開", "令和8年4月1日", "窓口の移転"];
    built.check_page("ja/index.html", &newest).check_page("ja/news/index.html", &newest[1..]);
    built
        .check_page("en/news/later/index.html", &["May 1, 2026", "translated", "<div class=\"own-page\" lang=\"ja\">"]);
    let without = Case::new("").build();
    without.check_page_lacks("ja/index.html", "お知らせ").check_page_lacks("ja/index.html", "pages/");
}

#[test]
fn html_of_a_page_is_shown_as_letters() {
    let case = Case::new("");
    case.write("pages/a.md", "---\ntitle: {ja: あ, en: A}\n---\n<script>alert(1)</script> [x](javascript:alert)\n");
    let loaded = case.load();
    loaded.check_codes(&["J0401", "J0402", "J0302"]);
    case.write("pages/a.md", "---\ntitle: {ja: あ, en: A}\n---\n本文 <img src=x onerror=alert(1)>\n");
    case.build().check_page("ja/pages/a/index.html", &["&lt;img src=x onerror=alert(1)&gt;"]);
}

#[test]
fn what_a_page_may_not_hold_is_told_at_its_line() {
    let case = Case::new("");
    case.write("pages/a.md", "---\ntitle: {ja: あ}\n---\n一行\n\n<b>\n\n> > > > > > > > > x\n")
        .write("pages/a.en.md", "One.\n");
    let loaded = case.load();
    let told = loaded.told(Lang::Ja);
    assert!(told.contains("pages/a.md:8:1") && told.contains("pages/a.md:6:1"), "{told}");
    case.write("pages/a.md", "---\r\ntitle: {ja: あ, en: A}\r\ndate: 2026-02-30\r\n---\r\n本文\r\n");
    assert_eq!(case.load().only_place(), ("pages/a.md".to_owned(), 3, 7));
}

#[test]
fn a_site_has_a_page_for_what_is_not_there_and_lets_programs_in() {
    let built = case().build();
    built.check_page("404.html", &["ページが見つかりません", "Page not found"]);
    built.check_page_lacks("404.html", "href").check_page("robots.txt", &["User-agent: *"]);
    built.check_page_lacks("robots.txt", "Sitemap");
    let case = case();
    case.write("static/robots.txt", "User-agent: *\nDisallow: /\n");
    case.build().check_page("robots.txt", &["Disallow"]);
    let case = Case::new("");
    case.write("junsoku.yaml", "severity: {J0421: off}\nkeep: [robots.txt]\n");
    assert!(!case.build().files.contains_key("robots.txt"));
}

#[test]
fn site_maps_and_feeds_name_pages_by_the_address_of_the_site() {
    let case = case();
    let output = case.root().with_file_name("output");
    Program::site(&case.root(), &output).arg("--base-url").arg("https://a.example.jp/m/").run().check(0);
    let made = read_folder(&output);
    let map = text(&made["sitemap-ja.xml"]);
    let news = "<loc>https://a.example.jp/m/ja/news/later/index.html</loc><lastmod>2026-05-01</lastmod>";
    assert!(map.contains(news) && !map.contains("/en/") && !map.contains("404"), "{map}");
    assert!(text(&made["sitemap.xml"]).contains("https://a.example.jp/m/sitemap-en.xml"));
    assert!(text(&made["robots.txt"]).contains("Sitemap: https://a.example.jp/m/sitemap.xml"));
    assert!(text(&made["404.html"]).contains("href=\"https://a.example.jp/m/ja/index.html\""));
    assert!(text(&made["404.html"]).contains("href=\"https://a.example.jp/m/assets/style.css\""));
    assert!(text(&made["en/feed.xml"]).contains("href=\"https://a.example.jp/m/en/news/later/index.html\""));
}

#[test]
fn a_feed_tells_of_news_and_editions() {
    let case = case();
    let policy = fs::read_to_string(case.root().join("regions/midori/policy.yaml")).expect("a file");
    case.write("regions/midori/policy.yaml", format!("enacted: 2025-10-01\n{policy}"));
    let built = case.build();
    let entries = ["窓口の再開", "2026-05-01T00:00:00+09:00", "news/later/", "窓口が移る。", "みどり町運用規程"];
    built.check_page("ja/regions/midori/feed.xml", &["<title>窓口の再開</title>", "令和7年10月1日から施行"]);
    built.check_page("ja/feed.xml", &entries).check_page_lacks("ja/regions/midori/feed.xml", "移転");
    built.check_page("ja/regions/midori/index.html", &["href=\"feed.xml\""]);
    assert_eq!(built.files, case.build().files);
    let draft = policy.replace("standing: official", "standing: draft");
    case.write("regions/midori/policy.yaml", format!("enacted: 2025-10-01\n{draft}"));
    case.build().check_page_lacks("ja/feed.xml", "みどり町運用規程");
    assert!(!Case::new("").build().files.contains_key("ja/feed.xml"));
}

#[test]
fn no_menu_entry_leads_to_nothing() {
    let case = Case::new("=== !shared/laws.yaml\n=== !shared/guidelines.yaml\n");
    let built = case.build();
    built.check_page_lacks("ja/index.html", "references/");
    assert!(!built.files.contains_key("ja/references/index.html"));
}

#[test]
fn pictures_notes_and_readings_stand_in_pages_and_provisions() {
    let case = Case::new("");
    let words =
        "道順は![駅からの\"道順\"](picture:地図/map.png)、｜鍵《かぎ》は係[^1]が預かる。\n\n[^1]: 予備を**含む**。\n";
    case.write("pictures/地図/map.png", b"\x89PNG\r\n\x1a\n");
    case.write("pages/guide.md", format!("---\ntitle: {{ja: 案内, en: Guide}}\n---\n{words}"));
    case.write("pages/guide.en.md", "See ![the way](picture:地図/map.png).\n");
    let policy = case.read("regions/midori/policy.yaml");
    let indented: String = words.lines().map(|line| format!("      {line}\n")).collect();
    case.write(
        "regions/midori/policy.yaml",
        policy.replace("    ja: この規程は、町の約束を示す。\n", &format!("    ja: |\n{indented}")),
    );
    let loaded = case.load();
    loaded.check_codes(&[]);
    let built = loaded.build();
    for (page, up) in
        [("ja/pages/guide/index.html", "../../../"), ("ja/regions/midori/policy/index.html", "../../../../")]
    {
        let src = format!("src=\"{up}pictures/%E5%9C%B0%E5%9B%B3/map.png\"");
        let alt = "alt=\"駅からの&quot;道順&quot;\">";
        let ruby = "<ruby>鍵<rp>（</rp><rt>かぎ</rt><rp>）</rp></ruby>";
        let note = "係<small class=\"footnote\">（予備を<strong>含む</strong>。）</small>が預かる。";
        built.check_page(page, &["<img class=\"picture\" ", &src, alt, ruby, note]);
        built.check_page_lacks(page, "[^1]").check_page_lacks(page, "｜");
    }
    assert!(built.files.contains_key("pictures/地図/map.png"));
}
