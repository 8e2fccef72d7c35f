//! A theme: files that stand in place of templates, styles and words, one by one, and what is said of faulty ones.

use std::fs;
use std::path::PathBuf;

use crate::support::{Case, Program, Run, paper_tools, read_folder, text};

/// Content with a theme of these files.
fn themed(files: &[(&str, &str)]) -> Case {
    let case = Case::new("");
    for (name, content) in files {
        let path = case.root().with_file_name("theme").join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, content).expect("a file");
    }
    case
}

fn output(case: &Case) -> PathBuf {
    case.root().with_file_name("output")
}

fn build(case: &Case, code: i32) -> Run {
    Program::site(&case.root(), &output(case)).run().check(code)
}

#[test]
fn a_template_a_style_and_words_are_replaced_one_by_one() {
    let home = "{% extends \"base.html\" %}\n{% block main %}<h1>町の規程</h1>\n{% for set in sets -%}\n<p>{{ set.name }}</p>\n{%- endfor %}{% endblock main %}\n";
    let case = themed(&[
        ("site/pages/home.html", home),
        ("site/assets/style.css", "body { color: #123456; }\n"),
        ("locales/ja/site.ftl", "about-title = このページについて\n"),
        (".git/config", "not ours\n"),
    ]);
    build(&case, 0);
    let files = read_folder(&output(&case));
    let page = |path: &str| text(&files[path]).to_owned();
    assert!(page("ja/index.html").contains("<h1>町の規程</h1>\n<p>みどり町</p>"), "{}", page("ja/index.html"));
    assert!(page("ja/index.html").contains("このページについて"), "the menu has the words of the theme");
    assert!(page("en/about/index.html").contains("About this site"), "English has ours");
    assert_eq!(page("assets/style.css"), "body { color: #123456; }\n");
    assert!(page("ja/regions/midori/policy/index.html").contains("<article class=\"document\">"), "others stay");
}

#[test]
fn another_folder_can_be_named() {
    let case = themed(&[]);
    let other = case.root().with_file_name("other").join("locales").join("ja");
    fs::create_dir_all(&other).expect("a folder");
    fs::write(other.join("site.ftl"), "home = 最初\n").expect("a file");
    let site = || Program::site(&case.root(), &output(&case));
    site().arg("--theme").arg(case.root().with_file_name("other")).run().check(0);
    assert!(text(&read_folder(&output(&case))["ja/about/index.html"]).contains(">最初</a>"));
    let run = site().arg("--theme").arg(case.root().with_file_name("none")).run().check(2);
    assert!(run.stderr.contains("J0626"), "{}", run.stderr);
}

/// Demands that a theme with `content` in the file `name` is refused so, and that the site that was there stays.
fn check_refused(name: &str, content: &str, said: &[&str]) {
    let case = themed(&[]);
    build(&case, 0);
    let before = read_folder(&output(&case));
    let path = case.root().with_file_name("theme").join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, content).expect("a file");
    let run = build(&case, 1);
    for piece in said {
        assert!(run.stderr.contains(piece), "{name}: “{piece}” is not in:\n{}", run.stderr);
    }
    assert!(before == read_folder(&output(&case)), "{name}: the site was changed");
}

#[test]
fn faulty_templates_are_told_at_their_line() {
    let page =
        |body: &str| format!("{{% extends \"base.html\" %}}\n{{% block main %}}\n{body}\n{{% endblock main %}}\n");
    let home = "site/pages/home.html";
    check_refused(home, &page("{{ set.nothing.at_all }}"), &["J0621", "home.html:3:1", "set"]);
    check_refused(home, &page("{% for a in %}"), &["J0621", "home.html:3:"]);
    check_refused(home, &page("{{ t(key=\"no-such-words\") }}"), &["J0621", "home.html:3:1", "no-such-words"]);
    check_refused(home, "{% extends \"base.html\" %}\n", &["J0622", "home.html:1:1", "main"]);
    check_refused("site/base.html", "<html></html>\n", &["J0622", "base.html:1:1", "main"]);
    check_refused("site/parts/news-list.html", "\n", &["J0622", "news_list"]);
    check_refused("site/pages/hom.html", "", &["J0620", "site/pages/home.html"]);
}

#[test]
fn templates_without_end_are_stopped() {
    let loops = "{% extends \"base.html\" %}\n{% block main %}\n{% for a in range(end=100000) %}{% for b in range(end=100000) %}{% set c = 1 %}{% endfor %}{% endfor %}\n{% endblock main %}\n";
    check_refused("site/pages/home.html", loops, &["J0621", "home.html:3:1", "rounds"]);
    let calls = "{% extends \"base.html\" %}\n{% block main %}{{ <again n={1} /> }}{% endblock main %}\n{% component again(n) %}\n{{ <again n={n} /> }}\n{% endcomponent again %}\n";
    check_refused("site/pages/home.html", calls, &["J0621", "home.html:", "without end"]);
    let itself = "{% extends \"base.html\" %}\n{% block main %}{% include \"pages/home.html\" %}{% endblock main %}\n";
    check_refused("site/pages/home.html", itself, &["pages/home.html"]);
}

#[test]
fn faulty_words_are_told() {
    let words = "locales/ja/site.ftl";
    check_refused(words, "home = 最初\nhoem = 最初\n", &["J0623", "site.ftl:2:1", "hoem"]);
    check_refused(words, "issued-by = { $council }が{ $day }に発行\n", &["J0624", "site.ftl:1:1", "$day", "$council"]);
    check_refused(words, "home = { $\n", &["J0625", "site.ftl:"]);
    check_refused("locales/ja/cli.ftl", "about = x\n", &["J0620"]);
}

#[test]
fn the_files_are_listed_and_one_is_copied_to_begin_from() {
    let case = themed(&[]);
    let theme =
        |args: &[&str], code| Program::new(["theme", "--content"]).arg(case.root()).args(args).run().check(code);
    let listed = theme(&["--list"], 0).stdout;
    for name in ["site/base.html", "pdf/page.typ", "locales/en/document.ftl"] {
        assert!(listed.lines().any(|line| line == name), "{listed}");
    }
    for name in listed.lines() {
        theme(&["--copy", name], 0);
    }
    let style = case.root().with_file_name("theme").join("site/assets/style.css");
    assert_eq!(fs::read_to_string(&style).expect("a file"), include_str!("../../templates/site/assets/style.css"));
    fs::write(&style, "mine").expect("a file");
    theme(&["--copy", "site/assets/style.css"], 2);
    assert_eq!(fs::read_to_string(&style).expect("a file"), "mine");
    let unknown = theme(&["--copy", "site/bose.html"], 2);
    assert!(unknown.stderr.contains("J0627") && unknown.stderr.contains("site/base.html"), "{}", unknown.stderr);
    // A theme of all our files makes our site.
    fs::write(&style, include_str!("../../templates/site/assets/style.css")).expect("a file");
    build(&case, 0);
    let own = read_folder(&output(&case));
    assert!(
        own == read_folder(&{
            let plain = themed(&[]);
            build(&plain, 0);
            let kept = case.root().with_file_name("plain");
            fs::rename(output(&plain), &kept).expect("a folder");
            kept
        })
    );
}

#[test]
fn a_template_of_sheets_is_replaced_and_a_faulty_one_is_told() {
    if paper_tools().is_none() {
        return;
    }
    let case = themed(&[]);
    let built = |code| {
        let program = Program::new(["build", "--content"]).arg(case.root()).arg("--output").arg(output(&case));
        (program.run().check(code), read_folder(&output(&case)))
    };
    let (_, plain) = built(0);
    let path = case.root().with_file_name("theme").join("pdf").join("document.typ");
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    let ours = include_str!("../../templates/pdf/document.typ");
    fs::write(&path, ours.replace("title-block(data, headline)\n", "title-block(data, headline)\n  [みどり]\n"))
        .expect("a file");
    let (_, own) = built(0);
    let sheet = "ja/regions/midori/policy.pdf";
    assert!(plain[sheet] != own[sheet], "the sheet is as it was");
    assert!(plain["ja/regions/midori/forms/notice.pdf"] == own["ja/regions/midori/forms/notice.pdf"]);
    fs::write(&path, format!("{ours}\n#nothing-of-this-name\n")).expect("a file");
    let line = ours.lines().count() + 2;
    let (run, after) = built(1);
    let wanted = ["J0621", &format!("document.typ:{line}:1"), "nothing-of-this-name"];
    assert!(wanted.iter().all(|piece| run.stderr.contains(piece)), "{}", run.stderr);
    assert!(own == after, "the output was changed");
}
