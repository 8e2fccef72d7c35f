//! Provisions read from the lines below a sentence.

use super::model::{Policy, Sort, number};

/// How far a line is set in, and its words.
pub(crate) type Line = (usize, String);

/// What a line begins with.
fn head(line: &str, indent: usize) -> (Sort, String, String) {
    if line.contains("　｜　") {
        return (Sort::Row, String::new(), line.to_owned());
    }
    let (label, rest) = line.split_once('　').unwrap_or((line, ""));
    let within = |before: char, after: char| {
        let (inner, branch) = label.strip_prefix(before)?.split_once(after)?;
        let mut branches = branch.split('の');
        let is_whole = branches.next() == Some("") && branches.all(|branch| number(branch).is_some());
        (number(inner).is_some() && is_whole).then_some(())
    };
    let all = |letters: std::ops::RangeInclusive<char>| label.chars().all(|letter| letters.contains(&letter));
    let of_run = |label: &str| {
        let ends = label.strip_suffix("まで").and_then(|label| label.split_once("から")).or(label.split_once("及び"));
        let sort_of = |end: &str| head(&format!("{end}　"), indent).0;
        // 「当番は三日及び…」 and 「第三条及び。」 are texts.
        let sort = ends.filter(|(first, last)| sort_of(first) == sort_of(last)).map(|(first, _)| sort_of(first));
        sort.filter(|sort| matches!(sort, Sort::Article | Sort::Chapter | Sort::Item))
    };
    let sort = if let Some(sort) = of_run(label) {
        sort
    } else if within('第', '条').is_some() {
        Sort::Article
    } else if within('第', '章').is_some() && indent == 3 {
        Sort::Chapter
    } else if number(label).is_some() {
        Sort::Item
    } else if all('０'..='９') {
        Sort::Paragraph
    } else if label.chars().count() == 1 && (all('ア'..='ン') || all('①'..='⑳'))
        || label.starts_with('（') && label.ends_with('）')
    {
        Sort::Other
    } else if label == "・" {
        Sort::Bare
    } else if indent == 3 && is_supplementary(line) {
        return (Sort::Supplementary, line.to_owned(), String::new());
    } else if indent == 3 && is_appendix(line) {
        return (Sort::Appendix, line.to_owned(), String::new());
    } else {
        return (Sort::Bare, String::new(), line.to_owned());
    };
    (sort, label.to_owned(), rest.to_owned())
}

/// Whether a line names a supplementary provision.
pub(crate) fn is_supplementary(line: &str) -> bool {
    line.replace('　', "").starts_with("附則")
}

/// Whether a line names an appendix.
pub(crate) fn is_appendix(line: &str) -> bool {
    ["別紙", "別図"].contains(&line) || line.starts_with("別表第") && !line.contains('　')
}

/// The provisions that `lines` are, below the root of a policy of their own.
pub(crate) fn read(lines: &[Line]) -> Policy {
    let mut policy = Policy::empty();
    // What is open, and how far its own line was set in; divisions and chapters set nothing in.
    let mut open: Vec<(Option<usize>, usize)> = vec![(None, 0)];
    let mut caption = String::new();
    for (indent, line) in lines {
        let is_caption = line.starts_with('（') && line.ends_with('）') && !line.contains('　');
        let (sort, label, rest) = head(line, *indent);
        let last = policy.nodes.len() - 1;
        if is_caption && sort == Sort::Other {
            // （…） by itself is a caption, （１）　… is a number.
            line.trim_start_matches('（').clone_into(&mut caption);
            caption.pop();
            continue;
        }
        if policy.nodes[last].sort == Sort::Appendix && *indent == 3 {
            policy.nodes[last].caption.clone_from(line);
            continue;
        }
        let is_continued = label.is_empty() && policy.nodes[last].sort == Sort::Other;
        if is_continued && open.last().is_some_and(|(set_in, _)| *set_in == Some(indent - 1)) {
            // What stood beside the number was the caption.
            policy.nodes[last].caption = std::mem::take(&mut policy.nodes[last].text);
            policy.nodes[last].text = rest;
            continue;
        }
        let level = match sort {
            Sort::Supplementary | Sort::Appendix | Sort::Chapter => None,
            _ => Some(*indent),
        };
        while open.len() > 1 && !may_stand_in(&policy, open[open.len() - 1], sort, *indent) {
            open.pop();
        }
        let mut parent = open[open.len() - 1].1;
        if sort == Sort::Row && policy.nodes[parent].sort == Sort::Appendix {
            // A table stands in a provision without words, of which nothing is printed.
            parent = policy.add(parent, Sort::Bare, "", "", "");
            open.push((None, parent));
        }
        let (mut heading, mut text) = (std::mem::take(&mut caption), rest);
        if sort == Sort::Chapter {
            heading = std::mem::take(&mut text);
        }
        let at = policy.add(parent, sort, &label, &heading, &text);
        open.push((level, at));
    }
    policy
}

fn may_stand_in(policy: &Policy, (set_in, at): (Option<usize>, usize), sort: Sort, indent: usize) -> bool {
    let above = policy.nodes[at].sort;
    match sort {
        Sort::Supplementary | Sort::Appendix => false,
        Sort::Chapter => matches!(above, Sort::Body),
        Sort::Article => matches!(above, Sort::Chapter | Sort::Supplementary | Sort::Appendix | Sort::Body),
        Sort::Paragraph => above == Sort::Article,
        _ => set_in.is_none_or(|set_in| indent > set_in),
    }
}
