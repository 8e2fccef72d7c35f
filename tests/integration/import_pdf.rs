//! What `junsoku import` makes of PDF files: letters with their places become the lines and tables that a reader sees.

use std::fmt::Write as _;

use crate::support::Program;
use junsoku::base::locale::{Lang, Messages};
use junsoku::import::outline::doubt::DoubtKind;
use junsoku::import::outline::source::SourceText;
use junsoku::import::prove::report;
use junsoku::import::readers::pdf;
use junsoku::import::{self, Names};

/// A PDF file with a page for each of `contents`, written in a Japanese font that is not embedded, as programs of the time
/// before embedded fonts did; `more` stands in the trailer.
fn pdf_of(contents: &[String], more: &str) -> Vec<u8> {
    let mut objects: Vec<Vec<u8>> = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        Vec::new(),
        b"<</Type/Font/Subtype/Type0/BaseFont/MS-Mincho/Encoding/90ms-RKSJ-H/DescendantFonts[4 0 R]>>".to_vec(),
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/MS-Mincho/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/DW 1000/FontDescriptor 5 0 R>>".to_vec(),
        b"<</Type/FontDescriptor/FontName/MS-Mincho/Flags 6/FontBBox[0 -140 1000 860]/ItalicAngle 0/Ascent 860/Descent -140/CapHeight 700/StemV 80>>".to_vec(),
    ];
    let mut kids = String::new();
    for content in contents {
        let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(content);
        let mut stream = format!("<</Length {}>>stream\n", bytes.len()).into_bytes();
        stream.extend_from_slice(&bytes);
        stream.extend_from_slice(b"\nendstream");
        objects.push(stream);
        let page = format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents {} 0 R>>",
            objects.len()
        );
        objects.push(page.into_bytes());
        let _ = write!(kids, "{} 0 R ", objects.len());
    }
    objects[1] = format!("<</Type/Pages/Count {}/Kids[{kids}]>>", contents.len()).into_bytes();
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut table = String::from("0000000000 65535 f \n");
    for (at, object) in objects.iter().enumerate() {
        let _ = writeln!(table, "{:010} 00000 n ", file.len());
        file.extend_from_slice(format!("{} 0 obj\n", at + 1).as_bytes());
        file.extend_from_slice(object);
        file.extend_from_slice(b"\nendobj\n");
    }
    let (start, count) = (file.len(), objects.len() + 1);
    file.extend_from_slice(
        format!("xref\n0 {count}\n{table}trailer\n<</Size {count}/Root 1 0 R{more}>>\nstartxref\n{start}\n%%EOF\n")
            .as_bytes(),
    );
    file
}

/// Letters of 10 points at a place.
fn at(x: u32, y: u32, text: &str) -> String {
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(text);
    let hex: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    format!("BT /F 10 Tf {x} {y} Td <{hex}> Tj ET\n")
}

fn read(contents: &[String]) -> SourceText {
    pdf::read_pdf(&pdf_of(contents, ""), "case.pdf").unwrap_or_else(|fault| panic!("{fault:?}"))
}

fn texts(source: &SourceText) -> Vec<&str> {
    source.lines.iter().map(|line| line.text.as_str()).collect()
}

#[test]
fn letters_with_places_are_lines() {
    let first = at(200, 780, "かえで市見回り規程")
        + &at(100, 740, "第１条　会員は、静かに")
        + &at(215, 740, "話す。")
        + &at(100, 720, "氏名")
        + &at(300, 720, "印");
    let source = read(&[first, at(100, 780, "第２条　会員は、歩く。")]);
    let expected = [
        "かえで市見回り規程",
        "第１条　会員は、静かに話す。",
        "氏名　　　　　　　　　　　　　　　　　　印",
        "第２条　会員は、歩く。",
    ];
    assert_eq!(texts(&source), expected);
    let places: Vec<_> = source.lines.iter().map(|line| (line.number, line.gap, line.page)).collect();
    assert_eq!(places[1], (1002, 1, false));
    assert_eq!((places[3].0, places[3].2), (2001, true));
    assert!(source.lines[0].indent > 15, "{:?}", source.lines[0]);
}

#[test]
fn rules_draw_tables() {
    // Two columns and three rows; the first cell reaches over two of them.
    let rules = "100 700 m 300 700 l S 160 680 m 300 680 l S 100 660 m 300 660 l S 100 640 m 300 640 l S \
                 100 640 m 100 700 l S 160 640 m 160 700 l S 300 640 m 300 700 l S\n";
    let page = at(100, 780, "別表")
        + &at(104, 685, "庭師")
        + &at(164, 685, "100円")
        + &at(164, 665, "200円")
        + &at(104, 645, "番人")
        + rules;
    let source = read(&[page]);
    let cells: Vec<_> =
        source.lines.iter().map(|line| (line.text.as_str(), line.cell.map(|cell| (cell.row, cell.column)))).collect();
    let expected = [
        ("別表", None),
        ("庭師", Some((0, 0))),
        ("100円", Some((0, 1))),
        ("200円", Some((1, 1))),
        ("番人", Some((2, 0))),
    ];
    assert_eq!(cells, expected);
    let grid = &source.tables[&0];
    assert_eq!((grid.rows, grid.columns, grid.cells.len()), (3, 2, 5));
}

#[test]
fn a_policy_comes_in_whole() {
    let page = at(200, 780, "かえで市見回り規程")
        + &at(100, 740, "第１条　会員は、静かに話す。")
        + &at(100, 720, "第２条　前条のほか、会員は、歩く。");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("policy.pdf");
    std::fs::write(&file, pdf_of(&[page], "")).expect("a writable file");
    let out = folder.path().join("out");
    let run = Program::new(["import"]).arg(&file).args(["--region", "kaede", "--output"]).arg(&out).run();
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("PDF") && run.stdout.contains("100.00 %"), "{}", run.stdout);
    let policy = std::fs::read_to_string(out.join("regions/kaede/policy.yaml")).expect("a policy");
    assert!(policy.contains("静かに話す") && policy.contains("かえで市見回り規程"), "{policy}");
}

#[test]
fn what_has_no_text_to_read_is_refused() {
    let refused = |bytes: &[u8]| pdf::read_pdf(bytes, "case.pdf").map_or_else(|fault| fault.code.name(), |_| "read");
    let whole = pdf_of(&[at(100, 700, "第１条　会員は、話す。")], "");
    assert_eq!(refused(&whole), "read");
    assert_eq!(refused(b"%PDF-1.7\n"), "J0850");
    assert_eq!(refused(&whole[..40]), "J0850");
    assert_eq!(refused(&pdf_of(&["100 0 0 100 0 0 cm".to_owned()], "")), "J0852");
    let many: Vec<String> = (0..1_001).map(|_| at(100, 700, "会員")).collect();
    assert_eq!(refused(&pdf_of(&many, "")), "J0853");
    let locked = "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<0000000000000000000000000000000000000000000000000000000000000000>\
                  /U<0000000000000000000000000000000000000000000000000000000000000000>>>";
    assert_eq!(refused(&pdf_of(&[at(100, 700, "会員")], locked)), "J0851");
}

#[test]
fn any_bytes_are_read_or_refused() {
    let whole = pdf_of(&[at(100, 700, "第１条　会員は、話す。")], "");
    let names = Names { region: "kaede".to_owned(), document: "policy".to_owned(), name: None };
    for at in (9..whole.len()).step_by(37) {
        let mut broken = whole.clone();
        broken[at] = broken[at].wrapping_add(13);
        if let Ok(source) = pdf::read_pdf(&broken, "case.pdf") {
            let _ = import::import_source(&source, &names);
        }
        let _ = pdf::read_pdf(&whole[..at], "case.pdf");
    }
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let left = [
        "第１条　会員は、隣の家の灯りが",
        "二晩つかないときは、戸を叩いて",
        "声をかけ、返事がないときは、当",
        "番に知らせるものとする。",
        "第２条　当番は、知らせを受けた",
        "ときは、家の者に電話をかける。",
    ];
    let right = [
        "第３条　当番は、月の終わりに、",
        "見回った家の数を日誌に書く。",
        "第４条　日誌は、誰でも読むこと",
        "ができる。ただし、家の者が望ま",
        "ないことは、書かないものとし、",
        "書いたものは消すものとする。",
    ];
    let mut page = at(230, 780, "かえで市見守り規程");
    for (row, (one, two)) in left.iter().zip(right).enumerate() {
        let y = 740 - 18 * u32::try_from(row).expect("a row");
        // The right column stands a little lower, as such pages often do.
        page += &(at(60, y, one) + &at(320, y - 5, two));
    }
    let source =
        read(&[page + &at(290, 40, "1"), at(60, 780, "附　則") + &at(60, 760, "この規程は、公布の日から施行する。")]);
    let told: Vec<&str> = texts(&source);
    let expected: Vec<&str> = ["かえで市見守り規程"].into_iter().chain(left).chain(right).collect();
    assert_eq!(told[..13], expected, "{told:?}");
    assert!(source.lines[..13].iter().skip(1).all(|line| line.indent == 0), "{:?}", source.lines);
    assert_eq!(source.doubts.len(), 1, "{:?}", source.doubts);
    // Labels with places to fill in beside each other are no columns.
    let form: String =
        (0..8).map(|row| at(60, 740 - 20 * row, "借りる者の氏名") + &at(330, 740 - 20 * row, "印")).collect();
    let source = read(&[form]);
    assert!(texts(&source).iter().all(|text| text.starts_with("借りる者の氏名") && text.ends_with('印')));
}

#[test]
fn doubts_of_pages_are_told() {
    let page = |more: &str| at(200, 780, "かえで市見回り規程") + &at(100, 740, "第１条　会員は、静かに話す。") + more;
    let kinds = |source: &SourceText| -> Vec<DoubtKind> { source.doubts.iter().map(|doubt| doubt.kind).collect() };
    // What a program recognised in a scan is written under it, unseen.
    let scanned = read(&[format!("3 Tr\n{}", page(""))]);
    assert_eq!(kinds(&scanned), [DoubtKind::Recognised]);
    // Letters by their numbers in Adobe-Japan1: eight of them are あ, and the last number is of none.
    let numbers = format!("BT /F 10 Tf 100 740 Td <{}F040> Tj ET\n", "034B".repeat(8));
    let file = pdf_of(&[numbers], "");
    let names = b"90ms-RKSJ-H";
    let place = file.windows(names.len()).position(|window| window == names).expect("the names of codes");
    let mut file = file;
    file[place..place + names.len()].copy_from_slice(b"Identity-H ");
    let unnamed = pdf::read_pdf(&file, "case.pdf").unwrap_or_else(|fault| panic!("{fault:?}"));
    assert_eq!((texts(&unnamed), kinds(&unnamed)), (vec!["ああああああああ〓"], vec![DoubtKind::UnnamedLetters]));
}

#[test]
fn places_of_doubts_are_pages() {
    let article = |number: u32| format!("第{number}条　別紙様式{}による。", number + 90);
    let pages: Vec<String> = (1..6).map(|number| at(100, 740 - number, &article(number))).collect();
    let source = read(&pages);
    let names = Names { region: "kaede".to_owned(), document: "policy".to_owned(), name: None };
    let imported = import::import_source(&source, &names).expect("an import");
    let told = report::import_report(&imported, Messages::of(Lang::En));
    assert!(told.contains("(pages 2, 3, 4, 5)"), "{told}");
}

#[test]
fn a_text_that_speaks_of_pdf_is_no_pdf() {
    assert!(!pdf::is_pdf("第１条　%PDF-で始まるファイルを受け取る。".as_bytes()));
    let mut late = b"\r\n\0\0".to_vec();
    late.extend_from_slice(&pdf_of(&[at(100, 700, "会員")], ""));
    assert!(pdf::is_pdf(&late));
}
