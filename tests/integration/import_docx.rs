//! What `junsoku import` makes of Word files: a file in `cases/import-docx` for each pattern, bad input, and files of
//! any content.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::support::{Docx, Program, check_case, check_growth, for_each_case};
use junsoku::base::locale::{Lang, Messages};
use junsoku::import::outline::source::SourceText;
use junsoku::import::prove::report;
use junsoku::import::readers::docx;
use junsoku::import::{self, Imported, Names};
use proptest::prelude::*;

fn names() -> Names {
    Names { region: "kaede".to_owned(), document: "policy".to_owned(), name: Some("かえで市".to_owned()) }
}

pub(crate) fn imported(source: &SourceText) -> Imported {
    import::import_source(source, &names()).unwrap_or_else(|fault| panic!("{fault:?}\n{source:?}"))
}

pub(crate) fn read(bytes: &[u8]) -> SourceText {
    docx::read_docx(bytes, "case.docx").unwrap_or_else(|fault| panic!("{fault:?}"))
}

/// The code with which `bytes` are refused.
fn refused(bytes: &[u8]) -> &'static str {
    docx::read_docx(bytes, "case.docx").map_or_else(|fault| fault.code.name(), |_| "read")
}

/// The lines of a source, with what is known of them besides their letters.
fn lines(source: &SourceText) -> String {
    let line = |line: &import::outline::source::SourceLine| {
        let heading = line.heading.map(|level| format!(" heading {level}")).unwrap_or_default();
        let cell = line.cell.map(|cell| format!(" cell {}.{}.{}", cell.table, cell.row, cell.column));
        let flags = [(line.gap > 0, " gap"), (line.listed, " listed"), (line.bold, " bold")];
        let flags: String = flags.into_iter().filter(|(on, _)| *on).map(|(_, word)| word).collect();
        format!("{}{heading}{}{flags}: {}\n", line.number, cell.unwrap_or_default(), line.text)
    };
    source.lines.iter().map(line).collect()
}

#[test]
fn word_files_become_content() {
    for_each_case("import-docx/*", |case| {
        let case = Docx::new(&fs::read_to_string(case).expect("a readable case"));
        let source = read(&case.bytes(true));
        assert_eq!(source.lost, []);
        let imported = imported(&source);
        let report = report::import_report(&imported, Messages::of(Lang::En));
        let told = format!("{}\n{}\n\n{report}\n", lines(&source), report::outline(&imported.outline));
        check_case("import-docx", told);
        assert!(imported.proof.differences.is_empty(), "{:?}", imported.proof.differences);
    });
}

const SMALL: &str = "=== word/document.xml\nかえで市規程\n第１条　会員は、静かに話す。\n第２条　会員は、歩く。\n";

#[test]
fn a_word_file_is_known_by_its_content() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    // The name of the file says nothing.
    let file = folder.path().join("rules.txt");
    fs::write(&file, Docx::new(SMALL).bytes(true)).expect("a writable file");
    let out = folder.path().join("out");
    let run = Program::new(["import"]).arg(&file).args(["--region", "kaede", "--output"]).arg(&out).run();
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("Word (.docx)") && run.stdout.contains("100.00 %"), "{}", run.stdout);
    let check = Program::new(["check", "--content"]).arg(&out).run();
    assert_eq!(check.code, 0, "{}", check.stderr);
    let mut child = Command::new(env!("CARGO_BIN_EXE_junsoku"))
        .args(["import", "-", "--region", "sakura", "--lang", "en", "--output"])
        .arg(&out)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program");
    child.stdin.take().expect("a pipe").write_all(&Docx::new(SMALL).bytes(false)).expect("the program reads");
    let output = child.wait_with_output().expect("the program ends");
    assert!(output.status.success() && out.join("regions/sakura/policy.yaml").is_file());
}

#[test]
fn letters_in_elements_that_are_not_known_are_a_fault() {
    let case =
        "=== word/document.xml\nかえで市規程\n<w:new><w:t>知らない要素の文</w:t></w:new>\n第１条　会員は、話す。\n";
    let source = read(&Docx::new(case).bytes(true));
    let lost: Vec<_> = source.lost.iter().map(|lost| lost.letters.as_str()).collect();
    assert_eq!(lost, ["知らない要素の文"]);
    let imported = imported(&source);
    assert!(imported.proof.kept < imported.proof.letters && imported.proof.differences.len() == 1);
}

#[test]
fn any_prefix_and_the_strict_vocabulary_are_read() {
    for space in [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ] {
        let text = format!(
            "<x:document xmlns:x='{space}'><x:body><x:p><x:r><x:t>規程</x:t></x:r></x:p></x:body></x:document>"
        );
        let source = read(&Docx::new(SMALL).with("word/document.xml", text).bytes(true));
        assert_eq!(lines(&source), "1: 規程\n");
    }
}

fn document(inner: &str) -> Docx {
    Docx::new(&format!("=== word/document.xml\n{inner}\n"))
}

#[test]
fn files_that_are_no_sound_word_files_are_refused() {
    let small = Docx::new(SMALL);
    let whole = small.bytes(true);
    assert_eq!(refused(&whole), "read");
    assert_eq!(refused(&whole[..whole.len() / 2]), "J0840");
    assert_eq!(refused(b"PK\x03\x04"), "J0840");
    let compound = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    let stream = |name: &str| -> Vec<u8> {
        let name = name.encode_utf16().flat_map(u16::to_le_bytes);
        compound.iter().copied().chain([0; 512]).chain(name).collect()
    };
    assert_eq!(refused(&stream("WordDocument")), "J0841");
    assert_eq!(refused(&stream("EncryptedPackage")), "J0842");
    // The flag of encryption in the heads of all entries.
    let mut locked = small.bytes(false);
    for (sign, at) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let places: Vec<usize> =
            locked.windows(4).enumerate().filter(|(_, four)| *four == sign).map(|(at, _)| at).collect();
        for place in places {
            locked[place + at] |= 1;
        }
    }
    assert_eq!(refused(&locked), "J0842");
    let main = |part: &str| {
        let mut other = small.clone();
        let bytes = other.parts.remove("word/document.xml").expect("the document");
        if !part.is_empty() {
            other.parts.remove("_rels/.rels");
            other.parts.remove("word/_rels/document.xml.rels");
            other.parts.insert(part.to_owned(), bytes);
        }
        refused(&other.bytes(true))
    };
    assert_eq!(main(""), "J0847");
    for part in ["xl/workbook.xml", "ppt/presentation.xml", "content.xml", "photo.jpg"] {
        assert_eq!(main(part), "J0843", "{part}");
    }
    let part = |text: &str| refused(&small.clone().with("word/document.xml", text).bytes(true));
    assert_eq!(part("<a"), "J0845");
    assert_eq!(part(""), "J0845");
    assert_eq!(part("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"), "J0846");
    assert_eq!(part("<a>&b;</a>"), "J0846");
    assert_eq!(refused(&document("<w:p/>").bytes(true)), "J0804");
}

#[test]
fn what_would_exhaust_a_computer_is_refused() {
    let bomb = "a".repeat(70 * 1024 * 1024);
    let bytes = document("").with("word/document.xml", format!("<a>{bomb}</a>")).bytes(true);
    assert!(bytes.len() < 1024 * 1024);
    assert_eq!(refused(&bytes), "J0844");
    assert_eq!(refused(&document(&"<w:p>".repeat(100_000)).bytes(true)), "J0844");
    assert_eq!(refused(&document(&"<w:p/>".repeat(3_000_001)).bytes(true)), "J0844");
    let mut many = document("");
    (0..10_001).for_each(|at| drop(many.parts.insert(format!("word/media/{at}.png"), Vec::new())));
    assert_eq!(refused(&many.bytes(false)), "J0844");
    // What is not read may be as large as it likes.
    let photograph = vec![b'a'; 70 * 1024 * 1024];
    assert_eq!(refused(&Docx::new(SMALL).with("word/media/1.png", photograph).bytes(true)), "read");
}

#[test]
fn many_pieces_in_one_place_take_no_longer_than_their_number() {
    let fields = |count: usize| {
        let begin = "<w:fldChar w:fldCharType='begin'/>".repeat(count);
        let end = "<w:t>話す</w:t><w:fldChar w:fldCharType='end'/>".repeat(count);
        format!("<w:p><w:r><w:t>規程</w:t>{begin}{end}</w:r></w:p>")
    };
    let signs = |count: usize| {
        let signs = "<w:sym w:font='Webdings' w:char='F061'/>".repeat(2 * count);
        format!("<w:p><w:r><w:t>規程</w:t>{signs}</w:r></w:p>")
    };
    let cells = |count: usize| {
        let row = |cells: usize| format!("<w:tr>{}</w:tr>", "<w:tc><w:p/></w:tc>".repeat(cells));
        format!("<w:p><w:r><w:t>規程</w:t></w:r></w:p><w:tbl>{}{}</w:tbl>", row(count), row(count - 1))
    };
    let read_all = |case: &str| assert_eq!(read(&document(case).bytes(true)).lost, []);
    check_growth("fields", 100_000, |count| read_all(&fields(count)));
    check_growth("signs", 100_000, |count| read_all(&signs(count)));
    check_growth("cells", 100_000, |count| read_all(&cells(count)));
}

#[test]
fn bad_word_files_are_told_and_nothing_is_written() {
    let bad: [(Vec<u8>, &str); 3] = [
        (b"PK\x03\x04".to_vec(), "J0840"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), "J0841"),
        (Docx::new(SMALL).with("word/document.xml", "<!DOCTYPE a><a/>").bytes(true), "J0846"),
    ];
    for (bytes, code) in bad {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("a.docx");
        fs::write(&file, bytes).expect("a writable file");
        let out = folder.path().join("out");
        let run = Program::new(["import"]).arg(&file).args(["--region", "kaede", "--output"]).arg(&out).run();
        assert_eq!((run.code, run.stderr.contains(code)), (2, true), "{code}: {}", run.stderr);
        assert!(!out.exists());
    }
}

const PIECES: [&str; 48] = [
    "<w:p>",
    "</w:p>",
    "<w:p><w:r><w:t>第１条　会員は、話す。</w:t></w:r></w:p>",
    "<w:p><w:pPr><w:pStyle w:val='A'/><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr>",
    "<w:p><w:pPr><w:numPr><w:ilvl w:val='9'/><w:numId w:val='2'/></w:numPr></w:pPr>",
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
    "<w:p><w:pPr><w:outlineLvl w:val='2'/><w:sectPr/></w:pPr>",
    "<w:r>",
    "</w:r>",
    "<w:r><w:rPr><w:b/><w:vanish/></w:rPr>",
    "<w:t>会員</w:t>",
    "<w:t> は、 </w:t>",
    "<w:t>（１）</w:t>",
    "<w:br/>",
    "<w:br w:type='page'/>",
    "<w:tab/>",
    "<w:sym w:font='Wingdings' w:char='F06C'/>",
    "<w:sym w:font='X' w:char='ZZ'/>",
    "<w:fldChar w:fldCharType='begin'/>",
    "<w:fldChar w:fldCharType='separate'/>",
    "<w:fldChar w:fldCharType='end'/>",
    "<w:instrText>TOC</w:instrText>",
    "<w:instrText>EQ \\o\\ac(○,印)</w:instrText>",
    "<w:footnoteReference w:id='1'/>",
    "<w:endnoteReference w:id='1'/>",
    "<w:commentReference w:id='1'/>",
    "<w:del>",
    "</w:del>",
    "<w:ins>",
    "</w:ins>",
    "<w:delText>消えた</w:delText>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:tc><w:tcPr><w:gridSpan w:val='99999999999'/><w:vMerge/></w:tcPr>",
    "<w:tr><w:trPr><w:gridBefore w:val='4'/></w:trPr>",
    "<w:sdt><w:sdtContent>",
    "</w:sdtContent></w:sdt>",
    "<mc:AlternateContent><mc:Choice>",
    "</mc:Choice><mc:Fallback>",
    "</mc:Fallback></mc:AlternateContent>",
    "<w:drawing><w:txbxContent>",
    "</w:txbxContent></w:drawing>",
    "<w:ruby><w:rt><w:r><w:t>よみ</w:t></w:r></w:rt><w:rubyBase>",
    "</w:rubyBase></w:ruby>",
];

/// Pieces of XML, with the ends that are missing added and those that close nothing taken away.
fn balanced(pieces: &[&str]) -> String {
    let mut open: Vec<String> = Vec::new();
    let mut out = String::new();
    for tag in pieces.iter().flat_map(|piece| piece.split_inclusive('>')) {
        let Some(at) = tag.find('<') else { continue };
        let name: String = tag[at..].chars().skip(1).take_while(|letter| !" />".contains(*letter)).collect();
        if let Some(name) = tag[at..].strip_prefix("</").map(|name| name.trim_end_matches('>')) {
            if open.last().is_some_and(|last| last == name) {
                open.pop();
                out.push_str(tag);
            }
            continue;
        }
        out.push_str(tag);
        if !tag.ends_with("/>") {
            open.push(name);
        }
    }
    open.into_iter().rev().for_each(|name| out.push_str(&format!("</{name}>")));
    out
}

const BESIDES: &str = "
=== word/numbering.xml
<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='4294967295'/><w:numFmt w:val='x'/><w:lvlText w:val='第%1条%'/></w:lvl><w:lvl w:ilvl='1'><w:lvlText w:val='%1%2%9'/></w:lvl></w:abstractNum>
<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>
=== word/styles.xml
<w:style w:styleId='A'><w:basedOn w:val='B'/></w:style><w:style w:styleId='B'><w:basedOn w:val='A'/></w:style>
=== word/footnotes.xml
<w:footnote w:id='1'><w:p><w:r><w:t>注である。</w:t><w:footnoteReference w:id='1'/></w:r></w:p></w:footnote>
=== word/endnotes.xml
<w:endnote w:id='1'><w:p><w:r><w:t>後の注</w:t><w:footnoteReference w:id='1'/></w:r></w:p></w:endnote>
=== word/comments.xml
<w:comment w:id='1'><w:p><w:r><w:t>コメント</w:t></w:r></w:p></w:comment>
";

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_letter_of_any_markup_is_lost_in_silence(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 1..60)) {
        let inner = balanced(&pieces);
        match docx::read_docx(&document(&format!("{inner}{BESIDES}")).bytes(false), "x") {
            Ok(source) => {
                // Text outside any paragraph is what the reader does not know.
                let imported = imported(&source);
                prop_assert_eq!(imported.proof.differences.len(), source.lost.len(), "{}", inner);
            }
            Err(fault) => prop_assert_eq!(fault.code.name(), "J0804", "{}", inner),
        }
    }

    #[test]
    fn changed_files_are_read_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in prop::option::of(any::<prop::sample::Index>()),
        compressed in any::<bool>(),
    ) {
        let mut bytes = Docx::new(&format!("{SMALL}{BESIDES}")).bytes(compressed);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(cut.map_or(bytes.len(), |cut| cut.index(bytes.len())));
        if let Ok((source, _)) = import::read_source(&bytes, "x", false) {
            prop_assert!(import::import_source(&source, &names()).is_ok());
        }
    }

    #[test]
    fn any_bytes_after_a_signature_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for signature in [b"PK\x03\x04".as_slice(), b"PK\x05\x06", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"] {
            prop_assert!(docx::read_docx(&[signature, &bytes].concat(), "x").is_err());
        }
    }
}
