//! Provisions read from the lines that a sentence puts in: what each line bears at its head says what it is, how far it is
//! set in says below what it stands.

use crate::base::notation::numbers::numbers;
use crate::compare::BETWEEN_CELLS;
use crate::compare::amend::instructions::BlockLine;

/// The kind of a provision, as its number shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BlockKind {
    /// 附則
    Supplementary,
    /// 別紙, 別表
    Appendix,
    /// 第二章
    Heading,
    /// 第八条
    Article,
    /// ２
    Paragraph,
    /// 三, ア, （１）
    Numbered,
    /// A bullet.
    Bullet,
    /// A text without a number.
    Bare,
    /// A row of a table.
    Row,
}

/// A provision of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockProvision {
    /// Its kind.
    pub kind: BlockKind,
    /// The number at its head.
    pub label: String,
    /// Its caption.
    pub caption: String,
    /// Its text.
    pub text: String,
    /// The provisions below it.
    pub below: Vec<Self>,
}

impl BlockProvision {
    /// A provision without number and text.
    fn bare() -> Self {
        Self {
            kind: BlockKind::Bare,
            label: String::new(),
            caption: String::new(),
            text: String::new(),
            below: Vec::new(),
        }
    }
}

/// The words with which the names of appendices begin.
const APPENDICES: [&str; 5] = ["別紙", "別表", "別図", "別記", "様式"];

/// The indent from which on a line heads 附則 or an appendix; further out it is a text.
pub(super) const HEAD_INDENT: usize = 3;

/// The most letters of the head of an appendix.
const HEAD_LETTERS: usize = 30;

/// A provision that is still open, and how far it is set in.
struct OpenProvision {
    indent: usize,
    provision: BlockProvision,
}

/// The provisions that `lines` are.
pub(super) fn read_block(lines: &[BlockLine]) -> Vec<BlockProvision> {
    let mut lines = set_in(lines);
    // 別表第一（第三条関係）: however far it is set in, a block can begin with nothing else that looks so.
    if let Some(first) = lines.first_mut().filter(|first| is_appendix_head(&first.text)) {
        first.indent = first.indent.max(HEAD_INDENT);
    }
    let lines = &lines;
    let mut done: Vec<BlockProvision> = Vec::new();
    let mut open: Vec<OpenProvision> = Vec::new();
    let mut caption: Option<String> = None;
    for (at, line) in lines.iter().enumerate() {
        if is_caption(&line.text) && lines.get(at + 1).is_some_and(|next| is_captioned(next, &line.text)) {
            caption = Some(line.text.clone());
            continue;
        }
        let (kind, label, rest) = head(line);
        if let Some(last) = open.last_mut().filter(|last| kind == BlockKind::Bare && goes_on(last, line)) {
            take_line(&mut last.provision, &rest);
            continue;
        }
        while open.last().is_some_and(|last| !may_stand_in(last, kind, line.indent)) {
            close(&mut open, &mut done);
        }
        // A table stands in a provision without a text, of which nothing is printed.
        if kind == BlockKind::Row && open.last().is_some_and(|last| last.provision.kind == BlockKind::Appendix) {
            open.push(OpenProvision { indent: 0, provision: BlockProvision::bare() });
        }
        let mut provision = BlockProvision { kind, label, caption: String::new(), text: rest, below: Vec::new() };
        if kind == BlockKind::Heading {
            provision.caption = std::mem::take(&mut provision.text);
        }
        if let Some(bracketed) = caption.take() {
            let inner = bracketed.trim_start_matches(['（', '(']).trim_end_matches(['）', ')']);
            inner.clone_into(&mut provision.caption);
        }
        open.push(OpenProvision { indent: line.indent, provision });
    }
    while !open.is_empty() {
        close(&mut open, &mut done);
    }
    done
}

/// Whether a line without a number goes on with what is open: the title of an appendix, or the text below a caption.
fn goes_on(last: &OpenProvision, line: &BlockLine) -> bool {
    let is_title =
        last.provision.kind == BlockKind::Appendix && last.provision.caption.is_empty() && line.indent == HEAD_INDENT;
    let is_below = last.provision.kind == BlockKind::Numbered
        && last.provision.caption.is_empty()
        && last.provision.below.is_empty()
        && line.indent == last.indent + 1;
    is_title || is_below
}

fn take_line(provision: &mut BlockProvision, line: &str) {
    if provision.kind == BlockKind::Appendix {
        line.clone_into(&mut provision.caption);
    } else {
        provision.caption = std::mem::replace(&mut provision.text, line.to_owned());
    }
}

fn close(open: &mut Vec<OpenProvision>, done: &mut Vec<BlockProvision>) {
    if let Some(last) = open.pop() {
        match open.last_mut() {
            Some(above) => above.provision.below.push(last.provision),
            None => done.push(last.provision),
        }
    }
}

fn may_stand_in(above: &OpenProvision, kind: BlockKind, indent: usize) -> bool {
    let above_kind = above.provision.kind;
    match kind {
        BlockKind::Supplementary | BlockKind::Appendix => false,
        BlockKind::Heading => {
            matches!(above_kind, BlockKind::Appendix)
        }
        BlockKind::Article => {
            matches!(above_kind, BlockKind::Heading | BlockKind::Supplementary | BlockKind::Appendix)
        }
        BlockKind::Paragraph => match above_kind {
            BlockKind::Article | BlockKind::Supplementary | BlockKind::Appendix | BlockKind::Heading => true,
            BlockKind::Paragraph | BlockKind::Numbered | BlockKind::Bullet | BlockKind::Bare | BlockKind::Row => false,
        },
        BlockKind::Numbered | BlockKind::Bullet | BlockKind::Bare | BlockKind::Row => match above_kind {
            BlockKind::Supplementary | BlockKind::Appendix | BlockKind::Heading => true,
            BlockKind::Row => false,
            BlockKind::Bare if kind == BlockKind::Row && above.provision.text.is_empty() => true,
            BlockKind::Article | BlockKind::Paragraph | BlockKind::Numbered | BlockKind::Bullet | BlockKind::Bare => {
                indent > above.indent
            }
        },
    }
}

/// Whether `next` may bear `caption`: an article, or a paragraph, as those of 附則 do, below what is no （１）.
fn is_captioned(next: &BlockLine, caption: &str) -> bool {
    let is_number = !numbers(caption).is_empty() || caption.chars().count() <= 3;
    let kind = head(next).0;
    kind == BlockKind::Article || kind == BlockKind::Paragraph && !is_number
}

/// Whether a line is the caption of an article: （目的）, while （１）　… is a number.
pub(super) fn is_caption(text: &str) -> bool {
    text.starts_with(['（', '(']) && text.ends_with(['）', ')']) && !text.contains('　')
}

/// Whether `text` heads an appendix: 別表第一（第三条関係）.
pub(super) fn is_appendix_head(text: &str) -> bool {
    let is_named = APPENDICES.iter().any(|kind| text.starts_with(kind));
    is_named && !text.ends_with('。') && !text.contains(BETWEEN_CELLS) && text.chars().count() <= HEAD_LETTERS
}

/// The name of an appendix and its title, which may stand in brackets behind it: 別表第一（第三条関係）.
pub(super) fn appendix_head(text: &str) -> (&str, &str) {
    let title = text.find(['（', '(']).filter(|_| text.ends_with(['）', ')']));
    match title {
        // 様式第一号（その一）
        Some(at) if text[at..].contains("関係") => {
            let (label, title) = text.split_at(at);
            (label.trim_end(), title.trim_start_matches(['（', '(']).trim_end_matches(['）', ')']))
        }
        _ => (text, ""),
    }
}

/// The kind of a line, its number and the words behind it.
pub(super) fn head(line: &BlockLine) -> (BlockKind, String, String) {
    let text = line.text.as_str();
    if text.contains(BETWEEN_CELLS) {
        return (BlockKind::Row, String::new(), text.to_owned());
    }
    let squeezed: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    if line.indent >= HEAD_INDENT && squeezed.starts_with("附則") {
        return (BlockKind::Supplementary, text.to_owned(), String::new());
    }
    if line.indent >= HEAD_INDENT && APPENDICES.iter().any(|kind| text.starts_with(kind)) {
        return (BlockKind::Appendix, text.to_owned(), String::new());
    }
    match labelled(text) {
        Some((kind, label, rest)) => (kind, label.to_owned(), rest.to_owned()),
        None => (BlockKind::Bare, String::new(), text.to_owned()),
    }
}

/// The number at the head of `text`, its kind and the words behind it. People set a space of any width between, and behind
/// a bracket none.
pub(super) fn labelled(text: &str) -> Option<(BlockKind, &str, &str)> {
    let (label, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    if let Some(kind) = label_kind(label) {
        return Some((kind, label, rest.trim_start()));
    }
    let end = text.starts_with(['（', '(']).then(|| text.find(['）', ')'])).flatten()?;
    let closing = text[end..].chars().next().map_or(0, char::len_utf8);
    let (label, rest) = text.split_at(end + closing);
    let is_number =
        numbers(label).first().is_some_and(|number| number.written.chars().count() + 2 == label.chars().count());
    is_number.then(|| (BlockKind::Numbered, label, rest.trim_start()))
}

/// Whether `text` is the head of a list of contents: 目　次.
pub(super) fn head_of_contents(text: &str) -> bool {
    text.split_whitespace().collect::<String>() == "目次"
}

/// Whether `text` is a provision by its number, with words behind it.
pub(super) fn is_labelled(text: &str) -> bool {
    labelled(text).is_some_and(|(_, _, rest)| !rest.is_empty())
}

/// `lines` set in by what they are, where somebody typed all of them flush.
fn set_in(lines: &[BlockLine]) -> Vec<BlockLine> {
    let is_flat = lines.len() > 1 && lines.windows(2).all(|pair| pair[0].indent == pair[1].indent);
    let has_article = lines.iter().any(|line| head(line).0 == BlockKind::Article);
    let indent = |line: &BlockLine| {
        let (kind, label, _) = head(line);
        match kind {
            BlockKind::Numbered if label.starts_with(['（', '(']) => 3,
            BlockKind::Numbered if numbers(&label).is_empty() => 2,
            BlockKind::Numbered => 1,
            BlockKind::Supplementary
            | BlockKind::Appendix
            | BlockKind::Heading
            | BlockKind::Article
            | BlockKind::Paragraph
            | BlockKind::Bullet
            | BlockKind::Bare
            | BlockKind::Row => line.indent,
        }
    };
    let levelled = |line: &BlockLine| BlockLine { indent: indent(line), text: line.text.clone() };
    if is_flat && has_article { lines.iter().map(levelled).collect() } else { lines.to_vec() }
}

/// The kind of what bears `label`; `None` where it is no number.
fn label_kind(label: &str) -> Option<BlockKind> {
    // 第二条から第四条まで　削除
    if let Some((first, last)) = run_labels(label) {
        return label_kind(first).filter(|kind| label_kind(last) == Some(*kind));
    }
    if let Some(rest) = label.strip_prefix('第') {
        let number = numbers(rest).into_iter().next().filter(|number| rest.starts_with(number.written))?;
        let counter = number.after.chars().next()?;
        let branches = number.after.get(counter.len_utf8()..)?;
        let are_branches = branches.is_empty() || branches.strip_prefix('の').is_some_and(is_branches);
        return match counter {
            _ if !are_branches => None,
            '条' => Some(BlockKind::Article),
            '編' | '章' | '節' | '款' | '目' => Some(BlockKind::Heading),
            _ => None,
        };
    }
    let mut letters = label.chars();
    let (first, second) = (letters.next()?, letters.next());
    let is_digits = |text: &str| {
        !text.is_empty() && text.chars().all(|letter| letter.is_ascii_digit() || ('０'..='９').contains(&letter))
    };
    if is_digits(label) {
        return Some(BlockKind::Paragraph);
    }
    let kanji = |text: &str| numbers(text).first().is_some_and(|number| number.written == text);
    let base = label.split('の').next().unwrap_or(label);
    let is_branched = label.len() == base.len() || is_branches(&label[base.len() + 'の'.len_utf8()..]);
    if kanji(base) && is_branched {
        return Some(BlockKind::Numbered);
    }
    let bracketed = |open: char, close: char| label.starts_with(open) && label.ends_with(close);
    if second.is_some() && (bracketed('（', '）') || bracketed('(', ')')) && label.chars().count() <= 6 {
        return Some(BlockKind::Numbered);
    }
    let is_enumerator = matches!(first, 'ァ'..='ヶ' | 'a'..='z' | 'A'..='Z' | '①'..='⑳' | '⓵'..='⓾' | '❶'..='❿');
    match (is_enumerator, second) {
        (true, None) => Some(BlockKind::Numbered),
        (false, None) if matches!(first, '・' | '○' | '●' | '※' | '■' | '□') => Some(BlockKind::Bullet),
        _ => None,
    }
}

/// The first and the last number of a run that one provision stands for: 第二条から第四条まで, 二及び三.
pub(super) fn run_labels(label: &str) -> Option<(&str, &str)> {
    label.strip_suffix("まで").and_then(|label| label.split_once("から")).or_else(|| label.split_once("及び"))
}

/// Whether `text` is the numbers of branches: 二 of 第八条の二, 二の三.
fn is_branches(text: &str) -> bool {
    text.split('の').all(|part| numbers(part).first().is_some_and(|number| number.written == part))
}
