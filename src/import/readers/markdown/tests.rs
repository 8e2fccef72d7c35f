use super::*;

fn told(text: &str) -> String {
    read_markdown(text).lines.into_iter().map(|line| line.text).collect::<Vec<_>>().join("|")
}

#[test]
fn numbers_count_from_the_first() {
    assert_eq!(told("第１条　事業\n\n3. 花\n3. 水\n   1) 池\n   1) 川\n"), "第１条　事業|3. 花|4. 水|1) 池|2) 川");
    assert_eq!(told("- 花\n- (1) 水\n\n* [ ] 草\n"), "・花|(1) 水|□ 草");
}

#[test]
fn a_sentence_goes_on_over_a_soft_break() {
    assert_eq!(
        told("場所は、次のとおりとする。\nただし、夜は除く。\n"),
        "場所は、次のとおりとする。ただし、夜は除く。"
    );
    assert_eq!(told("みどり会規約\n令和３年制定\n"), "みどり会規約|令和３年制定");
    assert_eq!(told("花を植え、\n1. 水\n"), "花を植え、|1. 水");
    assert_eq!(told("The members meet,\nand they talk.  \nThen\n"), "The members meet,|and they talk.|Then");
}

#[test]
fn markup_is_no_letter() {
    let source = read_markdown(
        "## 第１章 [案内](https://example.jp/a)\n\n\\*注 <u>下線</u><br>次の行 ![図](a.png)~~前の文~~\n\n> 引用 [下](#a)\n",
    );
    let lines: Vec<&str> = source.lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(lines, ["第１章 案内", "*注 下線", "次の行", "引用 下"]);
    let link = &source.lines[0].links[0];
    assert_eq!((&source.lines[0].text[link.span.clone()], link.address.as_str()), ("案内", "https://example.jp/a"));
    let left: Vec<_> = source.left_out.iter().map(|left| (left.text.as_str(), left.why)).collect();
    assert_eq!(left, [("図", Why::Picture), ("前の文", Why::Struck), ("#a", Why::Link)]);
}

#[test]
fn words_that_are_crossed_out_are_left_out_whole() {
    let source = read_markdown("~~前の ![図](a.png) 文~~後の文 <s>古い文</s>新しい文 <DEL>旧</DEL>\n");
    assert_eq!(source.lines[0].text, "後の文 新しい文");
    let left: Vec<_> = source.left_out.iter().map(|left| (left.text.as_str(), left.why)).collect();
    assert_eq!(left, [("前の 図 文", Why::Struck), ("古い文", Why::Struck), ("旧", Why::Struck)]);
    // A single tilde is how hours are written: on GitHub too it crosses out, which nobody meant.
    assert_eq!(told("受付 ~9時 と 13時~ の間\n\n朝~昼~夜\n\n~水~ 木\n"), "受付 ~9時 と 13時~ の間|朝~昼~夜|~水~ 木");
}

#[test]
fn tables_keep_their_empty_cells() {
    let source = read_markdown("| 区分 | 額 |\n|---|---|\n| 医療 | |\n| | 50円 |\n");
    let cells: Vec<_> = source.lines.iter().map(|line| line.cell.map(|cell| (cell.row, cell.column))).collect();
    assert_eq!(cells, [Some((0, 0)), Some((0, 1)), Some((1, 0)), Some((2, 1))]);
    assert_eq!((source.tables[&0].rows, source.tables[&0].columns, source.tables[&0].head), (3, 2, 1));
}

#[test]
fn blocks_of_html_are_read_as_html() {
    assert_eq!(
        told("<div align=right>\n制定　平成２９年<BR>\n改定　令和３年\n</div>\n\n本文\n"),
        "制定　平成２９年|改定　令和３年|本文"
    );
}
