//! Forms that are filled in on the screen: a PDF of typst with links gets fields, other programs fill these in, and
//! what was filled in is there to read.
//!
//! veraPDF is found as in tests/pdf.rs, and a Python that has pypdf by the variable `JUNSOKU_PYPDF`; `.ci/run` sets both.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::support::{missing, paper_tools, program_on_path};
use junsoku::pdf::fillable::{FieldKind, FieldOption, FieldSpec, TypingFont, make_fillable};
use lopdf::{Dictionary, Document, Object, Stream, decode_text_string};
use serde_json::{Value, json};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::DrawSettings;
use skrifa::outline::pen::SvgPen;
use skrifa::{FontRef, GlyphId, MetadataProvider as _};
use tempfile::TempDir;

/// A form with its fields, and what it was made of.
struct Made {
    links: Vec<u8>,
    font_file: Vec<u8>,
    font: TypingFont,
    form: Vec<u8>,
}

/// The form, made once for all tests; none where there is no typst.
fn made() -> Option<&'static Made> {
    static MADE: OnceLock<Option<Made>> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let tools = paper_tools()?;
        let files = tools.fonts.folders.iter().map(|folder| folder.join("BIZUDGothic_400Regular.ttf"));
        let Some(file) = files.into_iter().find(|file| file.is_file()) else {
            missing("the pinned fonts");
            return None;
        };
        let folder = tempfile::tempdir().expect("a temporary folder");
        let pdf = folder.path().join("form.pdf");
        let mut typst = Command::new(&tools.typst);
        typst.args(["compile", "--pdf-standard", "ua-1,a-2a", "--creation-timestamp", "0", "--ignore-system-fonts"]);
        typst.arg("--font-path").arg(file.parent().expect("a folder"));
        let output = typst.arg(file_of_tests("form.typ")).arg(&pdf).output().expect("typst");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let links = std::fs::read(&pdf).expect("the PDF");
        let font_file = std::fs::read(file).expect("the font");
        let font = TypingFont::cut(&font_file).expect("a font to type in");
        let form = make_fillable(&links, &specs(), &font).expect("a form");
        Some(Made { links, font_file, font, form })
    });
    made.as_ref()
}

fn file_of_tests(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fillable").join(name)
}

fn options(options: &[(&str, &str)]) -> Vec<FieldOption> {
    options.iter().map(|&(id, label)| FieldOption { id: id.to_owned(), label: label.to_owned() }).collect()
}

fn spec(path: &str, label: &str, kind: FieldKind) -> FieldSpec {
    FieldSpec { path: path.to_owned(), label: label.to_owned(), kind, required: false }
}

/// The fields of form.typ, not in the order in which they stand there.
fn specs() -> Vec<FieldSpec> {
    let line = || FieldKind::Text { multiline: false, max_letters: None, breadth: 20 };
    let kinds = options(&[("1", "病院"), ("3", "訪問看護"), ("99", "その他")]);
    let mut specs: Vec<FieldSpec> =
        (1..=3).map(|n| spec(&format!("users[{n}].name"), &format!("利用者 {n} の氏名"), line())).collect();
    specs.push(FieldSpec { required: true, ..spec("applicant.establishment", "事業所の名称", line()) });
    specs.push(spec("applicant.kind", "種別", FieldKind::Choice { options: kinds }));
    let visits = options(&[("home", "居宅"), ("none", "なし")]);
    specs.push(spec("applicant.visit", "訪問の別", FieldKind::Radio { options: visits }));
    let services = options(&[("talk", "連絡帳"), ("files", "資料")]);
    specs.push(spec("services", "利用する機能", FieldKind::Checkboxes { options: services }));
    specs.push(spec("remarks", "備考", FieldKind::Text { multiline: true, max_letters: Some(200), breadth: 20 }));
    specs.push(FieldSpec { required: true, ..spec("consent", "同意", FieldKind::Check) });
    specs
}

/// What is filled in, by the full names that the fields should have, and what pypdf should read back of it.
fn values() -> Value {
    json!({
        "applicant.establishment": "訪問看護ステーション　髙﨑①",
        "applicant.kind": "3",
        "applicant.visit": "/home",
        "services.talk": "/Off",
        "services.files": "/files",
        "remarks": "ｶﾅ半角とABC〜\n二行目－１２３",
        "consent": "/on",
        "users[1].name": "山田太郎",
        "users[2].name": "",
        "users[3].name": "叱咤",
    })
}

/// What `program` says, which must end well.
fn said<S: AsRef<OsStr>>(program: &OsStr, args: impl IntoIterator<Item = S>) -> String {
    let output = Command::new(program).args(args).env("LC_ALL", "C.UTF-8").output().expect("a program");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{}: {}{}", program.display(), text(&output.stdout), text(&output.stderr));
    text(&output.stdout)
}

/// The object that `entry` of `dictionary` is or leads to.
fn entry<'a>(document: &'a Document, dictionary: &'a Dictionary, entry: &str) -> &'a Object {
    dictionary.get_deref(entry.as_bytes(), document).unwrap_or_else(|_| panic!("no {entry} in {dictionary:?}"))
}

fn words(document: &Document, dictionary: &Dictionary, key: &str) -> String {
    decode_text_string(entry(document, dictionary, key)).unwrap_or_else(|_| panic!("{key} of {dictionary:?}"))
}

/// A field at the end of the tree: its full name, and what it is.
fn leaves<'a>(document: &'a Document, kids: &'a Object, above: &str) -> Vec<(String, &'a Dictionary)> {
    let mut leaves = Vec::new();
    for kid in kids.as_array().expect("a list of fields") {
        let field = document.dereference(kid).expect("a field").1.as_dict().expect("a field");
        let name = format!("{above}{}", words(document, field, "T"));
        if field.has(b"FT") {
            leaves.push((name, field));
        } else {
            leaves.extend(leaves_below(document, field, &name));
        }
    }
    leaves
}

fn leaves_below<'a>(document: &'a Document, group: &'a Dictionary, name: &str) -> Vec<(String, &'a Dictionary)> {
    leaves(document, entry(document, group, "Kids"), &format!("{name}."))
}

/// The widgets of a field.
fn widgets<'a>(document: &'a Document, field: &'a Dictionary) -> Vec<&'a Dictionary> {
    let Ok(kids) = field.get_deref(b"Kids", document) else { return vec![field] };
    let kids = kids.as_array().expect("a list of widgets");
    kids.iter().map(|kid| document.dereference(kid).expect("a widget").1.as_dict().expect("a widget")).collect()
}

fn form(document: &Document) -> &Dictionary {
    entry(document, document.catalog().expect("a catalog"), "AcroForm").as_dict().expect("a form")
}

#[test]
fn every_path_is_a_field_with_its_kind_label_and_flags() {
    let Some(made) = made() else { return };
    let document = Document::load_mem(&made.form).expect("a PDF");
    let form = form(&document);
    assert!(!form.has(b"NeedAppearances") && !form.has(b"XFA"));
    let told: Vec<String> = leaves(&document, entry(&document, form, "Fields"), "")
        .iter()
        .map(|(name, field)| {
            let kind = String::from_utf8_lossy(entry(&document, field, "FT").as_name().expect("a kind"));
            let flags = field.get(b"Ff").and_then(Object::as_i64).unwrap_or(0);
            let count = widgets(&document, field).len();
            format!("{name} {kind} {flags:#x} {count} {}", words(&document, field, "TU"))
        })
        .collect();
    assert_eq!(
        told,
        [
            "applicant.establishment Tx 0x2 2 事業所の名称",
            "applicant.kind Ch 0x20000 2 種別",
            "applicant.visit Btn 0x2008000 4 訪問の別",
            "services.talk Btn 0x0 2 利用する機能: 連絡帳",
            "services.files Btn 0x0 2 利用する機能: 資料",
            "remarks Tx 0x1000 2 備考",
            "consent Btn 0x2 2 同意",
            "users[1].name Tx 0x0 1 利用者 1 の氏名",
            "users[2].name Tx 0x0 1 利用者 2 の氏名",
            "users[3].name Tx 0x0 1 利用者 3 の氏名",
        ]
    );
}

#[test]
fn every_place_looks_like_something_and_is_tagged() {
    let Some(made) = made() else { return };
    let document = Document::load_mem(&made.form).expect("a PDF");
    let fields = leaves(&document, entry(&document, form(&document), "Fields"), "");
    for (name, widget) in
        fields.iter().flat_map(|(name, field)| widgets(&document, field).into_iter().map(move |w| (name, w)))
    {
        let label = words(&document, widget, "TU");
        let appearance = entry(&document, widget, "AP").as_dict().expect("appearances");
        let states: Vec<String> = match entry(&document, appearance, "N") {
            Object::Dictionary(states) => {
                states.iter().map(|(key, _)| String::from_utf8_lossy(key).into_owned()).collect()
            }
            normal => vec![normal.as_stream().map(|_| "text".to_owned()).expect("a drawing")],
        };
        let state = match name.as_str() {
            "consent" => "on",
            "applicant.visit" if label.ends_with("居宅") => "home",
            "applicant.visit" => "none",
            name => name.strip_prefix("services.").unwrap_or("text"),
        };
        let wanted = if state == "text" { vec![state] } else { vec![state, "Off"] };
        assert_eq!(states, wanted, "{name}");
        let page = entry(&document, widget, "P").as_dict().expect("a page");
        assert_eq!(entry(&document, page, "Tabs").as_name().expect("a name"), b"S");
    }
    // Each widget has its Form in the tree, which says the same as its tooltip; the link that is one stays a link.
    let roles = |role: &str| {
        let is_it = |object: &&Object| {
            object
                .as_dict()
                .is_ok_and(|d| d.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == role.as_bytes()))
        };
        document.objects.values().filter(is_it).filter_map(|object| object.as_dict().ok()).collect::<Vec<_>>()
    };
    assert_eq!((roles("Form").len(), roles("Link").len()), (19, 1));
    assert!(roles("Form").iter().any(|element| words(&document, element, "Alt") == "訪問の別: なし"));
    assert!(!made.form.windows(8).any(|bytes| bytes == b"x-field:"));
}

#[test]
fn the_same_input_gives_the_same_bytes_and_not_too_many() {
    let Some(made) = made() else { return };
    let again = make_fillable(&made.links, &specs(), &made.font).expect("a form");
    assert!(again == made.form, "other bytes");
    assert!(made.form.len() < 1_600_000, "{} bytes", made.form.len());
}

#[test]
fn the_font_has_what_windows_can_type() {
    let Some(made) = made() else { return };
    for letter in "山田太郎髙﨑①Ⅲ㈱ｶﾞ々〆ヶ～〜－−ー―—‖纊黑Aé ¥　".chars() {
        assert!(made.font.has(letter), "{letter} U+{:04X}", u32::from(letter));
    }
    for letter in ['𠮷', '\u{7f}', '\n', '\u{e000}', '한'] {
        assert!(!made.font.has(letter), "{letter:?}");
    }
}

/// What the typing font in the form holds: the table from codes to glyphs, and the font file.
fn embedded(document: &Document) -> (Vec<u8>, Vec<u8>) {
    let below = |dictionary, key| entry(document, dictionary, key).as_dict().expect("a dictionary");
    let font = below(below(below(form(document), "DR"), "Font"), "Wingdings");
    let descendants = entry(document, font, "DescendantFonts").as_array().expect("a list");
    let font = document.dereference(&descendants[0]).expect("a font").1.as_dict().expect("a font");
    let content = |object: &Object| object.as_stream().and_then(Stream::get_plain_content).expect("a stream");
    let program = content(entry(document, below(font, "FontDescriptor"), "FontFile2"));
    (content(entry(document, font, "CIDToGIDMap")), program)
}

/// How the glyph looks: the steps of its outline, and all its lengths in thousandths of an em with its width at the end.
fn look(font: &FontRef<'_>, glyph: GlyphId) -> (String, Vec<f32>) {
    let mut pen = SvgPen::new();
    let size = Size::new(1000.0);
    let settings = DrawSettings::unhinted(size, LocationRef::default());
    font.outline_glyphs().get(glyph).expect("an outline").draw(settings, &mut pen).expect("a drawing");
    let drawn = pen.to_string();
    let lengths = drawn.split(|letter: char| letter.is_alphabetic() || letter.is_whitespace() || letter == ',');
    let lengths = lengths.filter(|length| !length.is_empty()).map(|length| length.parse().expect("a length"));
    let width = font.glyph_metrics(size, LocationRef::default()).advance_width(glyph).expect("a width");
    (drawn.chars().filter(|letter| letter.is_alphabetic()).collect(), lengths.chain([width]).collect())
}

#[test]
fn every_code_leads_to_the_letter_that_it_is() {
    let Some(made) = made() else { return };
    let (table, program) = embedded(&Document::load_mem(&made.form).expect("a PDF"));
    let (whole, cut) = (FontRef::new(&made.font_file).expect("a font"), FontRef::new(&program).expect("a font"));
    let letters: Vec<char> = (' '..='\u{ffff}').filter(|letter| made.font.has(*letter)).collect();
    assert!(letters.len() > 7400, "{}", letters.len());
    for letter in letters {
        let at = 2 * usize::try_from(u32::from(letter)).expect("a place");
        let glyph = GlyphId::new(u32::from(u16::from_be_bytes([table[at], table[at + 1]])));
        let wanted = whole.charmap().map(letter).expect("a glyph");
        let ((steps, lengths), (wanted_steps, wanted_lengths)) = (look(&cut, glyph), look(&whole, wanted));
        assert_eq!(steps, wanted_steps, "{letter}");
        // Half a unit of the coarser grid is two thousandths.
        let apart = lengths.iter().zip(&wanted_lengths).map(|(one, other)| (one - other).abs()).fold(0.0, f32::max);
        assert!(lengths.len() == wanted_lengths.len() && apart < 2.1, "{letter}: {apart}");
    }
}

/// The forms as files: blank, and filled in by pypdf, with what pypdf reads back.
struct Files {
    _folder: TempDir,
    blank: PathBuf,
    filled: PathBuf,
    read: Value,
}

fn files() -> Option<&'static Files> {
    static FILES: OnceLock<Option<Files>> = OnceLock::new();
    let files = FILES.get_or_init(|| {
        let made = made()?;
        let Some(python) = std::env::var_os("JUNSOKU_PYPDF") else {
            missing("JUNSOKU_PYPDF");
            return None;
        };
        let folder = tempfile::tempdir().expect("a temporary folder");
        let [blank, filled, data] = ["blank.pdf", "filled.pdf", "values.json"].map(|name| folder.path().join(name));
        std::fs::write(&blank, &made.form).expect("a file");
        std::fs::write(&data, values().to_string()).expect("a file");
        let told = said(&python, [&file_of_tests("fill.py"), &blank, &filled, &data]);
        let read = serde_json::from_str(&told).expect("JSON");
        Some(Files { _folder: folder, blank, filled, read })
    });
    files.as_ref()
}

#[test]
fn another_program_fills_in_the_form_and_reads_it_back() {
    let Some(files) = files() else { return };
    assert_eq!(files.read, values());
}

#[test]
fn what_was_filled_in_is_text_in_every_copy() {
    if program_on_path("pdftotext").is_none() {
        return missing("pdftotext");
    }
    let Some(files) = files() else { return };
    let text = said(OsStr::new("pdftotext"), [files.filled.as_os_str(), OsStr::new("-")]);
    let count = |wanted: &str| text.matches(wanted).count();
    assert_eq!([count("髙﨑①"), count("ｶﾅ半角とABC〜"), count("二行目－１２３")], [2, 2, 2], "{text}");
    assert_eq!([count("山田太郎"), count("叱咤")], [1, 1], "{text}");
}

/// The first page in grey, one dot a point: width and dots.
fn picture(pdf: &Path) -> (usize, Vec<u8>) {
    let args = ["-gray", "-r", "72", "-f", "1", "-l", "1"].map(OsStr::new);
    let output = Command::new("pdftoppm").args(args).arg(pdf).output().expect("pdftoppm");
    assert!(output.status.success());
    // PGM: `P5`, width and height, 255, then the dots.
    let mut parts = output.stdout.splitn(4, |byte| *byte == b'\n');
    let size = parts.nth(1).map(String::from_utf8_lossy).expect("a size");
    let width = size.split(' ').next().and_then(|width| width.parse().ok()).expect("a width");
    (width, parts.nth(1).expect("dots").to_vec())
}

#[test]
fn just_what_was_ticked_is_ticked_in_the_picture() {
    if program_on_path("pdftoppm").is_none() {
        return missing("pdftoppm");
    }
    let Some(files) = files() else { return };
    let (blank, filled) = (picture(&files.blank), picture(&files.filled));
    let document = Document::load(&files.blank).expect("a PDF");
    let fields = leaves(&document, entry(&document, form(&document), "Fields"), "");
    // In the first copy.
    let is_ticked = |name: &str, place: usize| {
        let (_, field) = fields.iter().find(|(leaf, _)| leaf == name).expect("a field");
        let rect = entry(&document, widgets(&document, field)[place], "Rect").as_array().expect("a rectangle");
        let sides: Vec<f32> = rect.iter().map(|side| side.as_float().expect("a number")).collect();
        let inside = |number: &usize| {
            let (x, y) = (number % blank.0, number / blank.0);
            #[allow(clippy::cast_precision_loss, reason = "places on a page")]
            let (x, y) = (x as f32, 841.0 - y as f32);
            sides[0] < x && x < sides[2] && sides[1] < y && y < sides[3]
        };
        (0..blank.1.len()).filter(inside).any(|number| blank.1[number] != filled.1[number])
    };
    assert!(is_ticked("consent", 0) && is_ticked("services.files", 0) && is_ticked("applicant.visit", 0));
    assert!(!is_ticked("services.talk", 0) && !is_ticked("applicant.visit", 1));
}

#[test]
fn the_form_is_well_formed_blank_and_filled_in() {
    if program_on_path("qpdf").is_none() {
        return missing("qpdf");
    }
    let Some(files) = files() else { return };
    for pdf in [&files.blank, &files.filled] {
        let told = said(OsStr::new("qpdf"), [OsStr::new("--check"), pdf.as_os_str()]);
        assert!(told.contains("No syntax or stream encoding errors"), "{told}");
    }
}

#[test]
fn the_form_keeps_pdf_ua_1_and_pdf_a_2a_blank_and_filled_in() {
    let Some(class_path) = std::env::var_os("JUNSOKU_VERAPDF") else { return missing("JUNSOKU_VERAPDF") };
    if program_on_path("java").is_none() {
        return missing("java");
    }
    let Some(files) = files() else { return };
    let driver = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/verapdf/Validate.java");
    let [blank, filled] = [&files.blank, &files.filled].map(|pdf| pdf.clone().into_os_string());
    let told = said(OsStr::new("java"), ["-cp".into(), class_path, driver.into(), "ua1,2a".into(), blank, filled]);
    assert_eq!(told.lines().filter(|line| line.starts_with("PASS ")).count(), 4, "{told}");
}
