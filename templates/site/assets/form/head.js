// The rows that head a list, and the field that each column fills. Nothing here knows of the page. The program looks for them by the same
// steps (src/forms/filling/list/head.rs).
"use strict";

(function (junsoku) {
  // Titles and dates stand above the head of a list.
  const HEAD_WITHIN = 40;

  const blockOf = (path) => path.split(/[.[]/)[0];
  const cell = (row, at) => row[at] ?? "";

  // The value of which two headings side by side are the parts: 姓 and 名.
  function joinedOf(one, other) {
    const [first, second] = [one, other].map(junsoku.heads.plain);
    return junsoku.headings.joined.find(({ parts }) => parts[0] === first && parts[1] === second);
  }

  // Whether cell `at` of `row` may head a column, by itself or with the one beside it.
  function knows(spec, row, at) {
    const text = cell(row, at);
    if (text === "") return false;
    const both = joinedOf(cell(row, at - 1), text) ?? joinedOf(text, cell(row, at + 1));
    return junsoku.heads.matches(spec, both?.whole ?? text).length > 0 || junsoku.heads.matches(spec, text).length > 0;
  }

  // The first and the last row of the head: the first whose cells are mostly headings that the form knows, or that with the most, and the one
  // below it where that has some for columns without their own; undefined where a list begins with its people.
  function rowsOf(spec, rows) {
    const known = (row) => row.filter((_, at) => knows(spec, row, at)).length;
    const scores = rows.slice(0, HEAD_WITHIN).map(known);
    const most = Math.max(0, ...scores);
    if (most === 0) return undefined;
    const isHead = (score, at) => score >= 2 && 2 * score > rows[at].filter(Boolean).length;
    const first = scores.some(isHead) ? scores.findIndex(isHead) : scores.indexOf(most);
    const [best, below = []] = rows.slice(first, first + 2);
    const isBelow = below.some((_, at) => knows(spec, below, at) && !knows(spec, best, at)) && 2 * known(below) >= below.filter(Boolean).length;
    return { first, last: isBelow ? first + 1 : first };
  }

  // The headings with their columns: {heading, at}, and the headings of parts of a value, as they are told.
  function headingsOf(rows, { first, last }) {
    const [upper, lower] = [first < last ? rows[first] : [], rows[last]];
    const own = (at) => cell(lower, at) || cell(upper, at);
    const found = [];
    for (let at = 0; at < Math.max(upper.length, lower.length); at += 1) {
      const both = joinedOf(own(at), own(at + 1));
      if (both) {
        // What stands above both may say which name they are parts of.
        const over = cell(upper, at);
        const isWhole = junsoku.heads.isWholeName(over);
        const parts = `${own(at)}・${own(at + 1)}`;
        found.push({ heading: isWhole ? over : both.whole, at: [at, at + 1], parts: isWhole ? `${over}（${parts}）` : parts });
        at += 1;
      } else if (own(at) !== "") {
        found.push({ heading: own(at), at: [at] });
      }
    }
    return found;
  }

  function tableOf(spec, headings) {
    const tables = spec.blocks.filter((block) => block.rows);
    const isOf = (block) => ({ heading }) => junsoku.heads.matches(spec, heading).some((one) => blockOf(one.path) === block.id);
    const counts = tables.map((block) => ({ id: block.id, count: headings.filter(isOf(block)).length })).sort((one, other) => other.count - one.count);
    return counts[0]?.count > 0 && counts[0].count > (counts[1]?.count ?? 0) ? counts[0].id : undefined;
  }

  // Which of two columns for one place says it more surely, as a number. Of 姓・名 and 氏名 that is 氏名, whose writing is the author's own.
  function surer(one, other) {
    const [first, second] = [one, other].map((column) => junsoku.heads.plain(column.heading));
    return one.sign - other.sign || (first === second ? Number(Boolean(other.parts)) - Number(Boolean(one.parts)) : 0);
  }

  // The column of each place: of two columns for one place the surer, of two places for one column that of the table.
  function columnsOf(spec, headings, table) {
    const taken = new Map();
    const unneeded = [];
    for (const { heading, at, parts } of headings) {
      const found = junsoku.heads.matches(spec, heading);
      const inTable = found.filter((one) => blockOf(one.path) === table);
      const [one, second] = inTable.length > 0 ? inTable : found;
      const isClear = one && !second && (table === blockOf(one.path) || !spec.blocks.find((block) => block.id === blockOf(one.path)).rows);
      const before = isClear ? taken.get(one.path) : undefined;
      const column = { heading, at, parts, sign: one?.sign };
      if (!isClear || (before && surer(before, column) >= 0)) {
        unneeded.push(parts ?? heading);
      } else {
        if (before) unneeded.push(before.parts ?? before.heading);
        taken.set(one.path, column);
      }
    }
    return { taken, unneeded };
  }

  // What a cell, or the cells of a column whose parts are one value, say.
  const textOf = (cells, column) => column.at.map((at) => cell(cells, at)).filter(Boolean).join("　");

  // The head of a list with its columns: {first, last, headings, table, taken, unneeded}; undefined without one.
  function find(spec, rows) {
    const found = rowsOf(spec, rows);
    if (!found) return undefined;
    const headings = headingsOf(rows, found);
    const table = tableOf(spec, headings);
    return { ...found, headings, table, ...columnsOf(spec, headings, table) };
  }

  junsoku.head = { find, knows, blockOf, textOf };
})((globalThis.junsoku ??= {}));
