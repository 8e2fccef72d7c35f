// The sheet as the PDF has it, which the page prints with what is typed laid into its places: the same pages, breaks and boxes. The
// replica itself (sheet.js beside the page) is made from the PDF by src/pdf/replica; letters are laid as templates/pdf/slot.typ lays
// them. A site without PDFs has no replica, and its pages print by paper.js alone. Nothing here knows of the page.
"use strict";

(function (junsoku) {
  const SVG = "http://www.w3.org/2000/svg";
  // The sizes of letters in points, as in slot.typ: the largest, the smallest in one line, the largest in several lines of a box
  // that is meant for one, the smallest at all.
  const [LARGEST, SMALLEST_LINE, LARGEST_WRAPPED, SMALLEST] = [10.5, 7, 8, 6];
  // The part of a letter's size that stands above the base line.
  const RISE = 0.88;
  // A choice in a narrow column is told by its code alone where its words are longer.
  const NARROW = 9;
  // Signs that no line begins with.
  const STICKING = /^[\p{Pe}\p{Pf}、。，．・：；？！ー～々ゝゞヽヾぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;

  const pen = document.createElement("canvas").getContext("2d");

  function fontOf(name) {
    const family = /PGothic/.test(name) ? "BIZ UDPGothic" : /Mincho/.test(name) ? "BIZ UDMincho" : "BIZ UDGothic";
    return { family: `"${family}", "BIZ UDGothic", "Noto Sans JP", "Noto Sans CJK JP", sans-serif`, weight: /Bold/.test(name) ? "bold" : "normal" };
  }

  const OWN = fontOf("BIZUDGothic-Regular");

  // How wide letters are in size 1.
  function widthOf(string) {
    pen.font = `100px ${OWN.family}`;
    return pen.measureText(string).width / 100;
  }

  function draw(name, entries, text) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(entries)) element.setAttribute(key, value);
    if (text !== undefined) element.textContent = text;
    return element;
  }

  // Letters by their places: one for each unit of the text, as SVG counts.
  function run(faces, { face, size, colour, y, letters, x }) {
    const { family, weight } = fontOf(faces[face]);
    const places = letters.flatMap((letter, at) => Array.from({ length: letter.length }, () => x[at]));
    return draw("text", { x: places.join(" "), y, "font-size": size, "font-family": family, "font-weight": weight, fill: colour }, letters.join(""));
  }

  function shape({ path, fill, stroke, width, dashes }) {
    const look = { d: path, fill: fill ?? "none", stroke: stroke ?? "none", "stroke-width": width };
    return draw("path", dashes ? { ...look, "stroke-dasharray": dashes.join(" ") } : look);
  }

  const words = (text, left, base, size, weight = "normal") => draw("text", { x: left, y: base, "font-size": size, "font-family": OWN.family, "font-weight": weight }, text);

  // What a line can be broken into: Latin words, and single letters with the signs that stick to them.
  function pieces(text) {
    const found = [];
    for (const piece of text.match(/[!-~\u00a1-\u024f]+|\s+|\P{M}\p{M}*/gu) ?? []) {
      if (found.length > 0 && STICKING.test(piece)) found[found.length - 1] += piece;
      else found.push(piece);
    }
    return found;
  }

  // The lines of a text in a room of `width`, in letters of `size`.
  function linesOf(text, width, size) {
    const fits = (line) => widthOf(line) * size <= width + 0.1;
    return text.split("\n").flatMap((paragraph) => {
      const lines = [""];
      const add = (piece) => {
        if (fits(lines.at(-1) + piece.trimEnd())) lines[lines.length - 1] += piece;
        else lines.push(piece.trimStart());
      };
      for (const piece of pieces(paragraph)) fits(piece) ? add(piece) : Array.from(piece).forEach(add);
      return lines;
    });
  }

  const sizes = (from, to) => Array.from({ length: Math.max(0, Math.floor((from - to) * 2) + 1) }, (_, at) => from - at / 2);

  // The lines of a value in the largest letters with which they stay in the room; `fits` is whether they do.
  function fitted(text, width, height, isMany, most) {
    const high = Math.min(most, height);
    if (!isMany && !text.includes("\n")) {
      const wide = widthOf(text);
      const size = sizes(high, Math.min(high, SMALLEST_LINE)).find((one) => wide * one <= width);
      if (size !== undefined) return { lines: [text], size, step: size, fits: true };
    }
    const leading = isMany ? 1.35 : 1.18;
    const made = (size) => ({ lines: linesOf(text, width, size), size, step: size * leading });
    const tried = sizes(Math.min(high, isMany ? LARGEST : LARGEST_WRAPPED), SMALLEST).map(made);
    const found = tried.find(({ lines, size, step }) => (lines.length - 1) * step + size <= height && lines.every((line) => widthOf(line) * size <= width + 0.1));
    return found ? { ...found, fits: true } : { ...made(SMALLEST), fits: false };
  }

  // Letters in a room, to whose sides they keep as `look` says.
  function laid(text, [left, top, width, height], [across, down], isMany, most) {
    const { lines, size, step, fits } = fitted(text, width, height, isMany, most);
    const used = (lines.length - 1) * step + size;
    const begin = top + (down === "bottom" ? height - used : (height - used) / 2);
    const drawn = lines.map((line, at) => {
      const spare = width - widthOf(line) * size;
      const from = left + (across === "center" ? spare / 2 : across === "right" ? spare : 0);
      return words(line, from, begin + at * step + RISE * size, size);
    });
    return { drawn, fits };
  }

  // A path by its parts: users[3].name is {block: "users", row: 3, field: "name"}.
  function parts(path) {
    const found = path.match(/^([^.[\]]+)(?:\[(\d+)\])?\.(.+)$/);
    return found ? { block: found[1], row: Number(found[2] ?? 0), field: found[3] } : {};
  }

  function fieldAt(spec, path) {
    const { block: id, field: key } = parts(path);
    const block = spec.blocks.find((one) => one.id === id);
    return { block, field: block && junsoku.data.fieldsOf(block).find((one) => one.id === key) };
  }

  // What is printed in each place, as src/forms/filling/printed.rs has it: {text, marks, date}.
  function valueOf(spec, fields, path) {
    const raw = Object.hasOwn(fields, path) ? fields[path] : "";
    if (junsoku.data.isEmpty(raw)) return {};
    const { block, field } = fieldAt(spec, path);
    if (!field) return {};
    const { value, date } = junsoku.data.readField(field, raw, spec.lang);
    switch (field.kind) {
      case "check":
        return { marks: ["on"] };
      case "radio":
      case "checkboxes":
        return { marks: [raw].flat() };
      case "choice": {
        const option = field.options.find((one) => one.id === raw);
        const isTold = option && (!block.rows || Array.from(option.words).length <= NARROW);
        return { text: isTold ? `${option.id} ${option.words}` : raw };
      }
      case "date":
        return date ? { text: junsoku.dates.print(date, field.calendar, spec.lang), date: junsoku.dates.parts(date, field.calendar, spec.lang) } : { text: raw };
      default:
        // What cannot be read is printed as it was typed.
        return { text: value === undefined ? raw.trim() : String(value) };
    }
  }

  // Year, month and day for a line that begins with `head`; none where another era than the date's is printed there.
  function dateParts(date, head) {
    const { era, year, month, day } = date;
    const own = era === undefined || head.includes(era) ? year : head.trim() === "" ? era + year : undefined;
    return own === undefined ? undefined : [own, month, day];
  }

  // One part of a date in the middle of its room.
  function datePart(text, [left, top, width, height]) {
    const needed = widthOf(text) * height;
    const size = needed > width ? (height * width) / needed : height;
    const from = left + (width - widthOf(text) * size) / 2;
    return words(text, from, top + (height - size) / 2 + RISE * size, size);
  }

  function mark(how, [left, top, width, height]) {
    if (how === "tick") {
      const size = width * 1.25;
      return words("✓", left - 0.12 * width, top - 0.28 * width + RISE * size, size, "bold");
    }
    return words("○", left + (width - 13) / 2, top + (height - 13) / 2 + RISE * 13, 13);
  }

  // A run without the letters that stand in one of the areas.
  function without(areas, one) {
    const isIn = (x, [left, top, width, height]) => x >= left - 0.5 && x < left + width - 0.5 && one.y >= top && one.y <= top + height + 1;
    const kept = one.x.map((x) => !areas.some((area) => isIn(x, area)));
    return { ...one, letters: one.letters.filter((_, at) => kept[at]), x: one.x.filter((_, at) => kept[at]) };
  }

  // One page. `turn` gives the path on the paper of a place of the replica, `live` where the page has its value, `told` what the paper
  // says of itself.
  function pageOf({ spec, sheet, fields }, page, { turn, live, told, number, of }) {
    const over = [];
    const gone = [];
    const misfits = [];
    const dates = new Map();
    for (const { path: written, option, how, area } of page.places) {
      const [kind, ...rest] = how.split(",");
      if (written.startsWith("_")) {
        const text = told(turn(written.slice(1)));
        if (kind === "told" && text) over.push(...laid(text, area, ["center", "horizon"], false, Number(rest[0])).drawn);
        continue;
      }
      const path = live(turn(written));
      const value = valueOf(spec, fields, path);
      if (kind === "text" && value.text) {
        const [across, down, lines, most, ...sides] = rest;
        const [left, top, right, bottom] = sides.map(Number);
        // The area of a place ends 0.3 mm before its rules.
        const room = [area[0] - 0.85 + left, area[1] - 0.85 + top, area[2] + 1.7 - left - right, area[3] + 1.7 - top - bottom];
        const { drawn, fits } = laid(value.text, room, [across, down], lines === "many", Number(most));
        over.push(...drawn);
        if (!fits) misfits.push(path);
      } else if (kind === "date" && value.text) {
        const [size, runs, ...head] = rest;
        const line = value.date && runs === "3" ? dateParts(value.date, head.join(",")) : undefined;
        dates.set(path, line);
        if (!line) {
          gone.push(area);
          const { drawn, fits } = laid(value.text, area, ["left", "horizon"], false, Number(size));
          over.push(...drawn);
          if (!fits) misfits.push(path);
        }
      } else if (kind === "part" && dates.get(path)) {
        over.push(datePart(dates.get(path)[Number(rest[0])], area));
      } else if ((kind === "tick" || kind === "circle") && value.marks?.includes(option)) {
        over.push(mark(kind, area));
      }
    }
    const { width, height, faces } = sheet;
    const svg = draw("svg", { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "xMinYMin slice" });
    svg.append(...page.shapes.map(shape), ...page.runs.map((one) => run(faces, without(gone, one))));
    const foot = page.foot[0];
    if (foot) {
      const text = `${number} / ${of}`;
      svg.append(words(text, (foot.x[0] + foot.x.at(-1) + foot.size / 2 - widthOf(text) * foot.size) / 2, foot.y, foot.size));
    }
    svg.append(...over);
    return { svg, misfits };
  }

  const tellsOf = (page, name) => page.places.find(({ path }) => path.startsWith(`_${name}/`))?.path.slice(name.length + 2);

  // The pages of each copy of the form: each begins to count anew.
  function copies(sheet) {
    const all = [];
    for (const page of sheet.pages) {
      if (all.length === 0 || page.foot[0]?.letters[0] === "1") all.push([]);
      all.at(-1).push(page);
    }
    return all;
  }

  // The lines of a table in which anything stands. Empty ones between them are left out, as in the data.
  function linesFilled(block, fields) {
    const rows = Object.keys(fields).filter((path) => path.startsWith(`${block}[`)).map((path) => parts(path).row);
    return [...new Set(rows)].sort((one, other) => one - other);
  }

  // Which sheets of a copy are printed: tables of codes only where the page shows them, continuation sheets as many as there are
  // entries for.
  function sheetsOf({ spec, fields, word, withTables }, pages) {
    const lines = new Map();
    const linesOf = (id) => lines.get(id) ?? lines.set(id, linesFilled(id, fields)).get(id);
    // Where the page has what stands at a path of the paper.
    const live = (path) => path.replace(/^([^_[][^[]*)\[(\d+)\]/, (_, id, row) => `${id}[${linesOf(id)[row - 1] ?? 0}]`);
    const countOf = (id) => spec.blocks.find((one) => one.id === id)?.rows.count ?? 1;
    const furtherOf = (id) => pages.find((page) => tellsOf(page, "continuation") === id);
    // The lines of a further sheet.
    const moreOf = (id) => new Set(furtherOf(id)?.places.map(({ path }) => path.match(/^(?!_)[^.]*\[(\d+)\]/)?.[1]).filter(Boolean)).size || 1;
    const totalOf = (id) => 1 + Math.ceil(Math.max(0, linesOf(id).length - countOf(id)) / moreOf(id));
    const telling = (id, number, total) => (name) => {
      const [what, of] = name.split("/");
      if (what === "row") return String(parts(`${of}.x`).row);
      if (what === "continuation") return word("continuation", { n: number, m: total(of) });
      // On a blank sheet they are left to be written.
      return linesOf(of).length > 0 ? String(what === "number" ? number : total(of)) : "";
    };
    return pages.flatMap((page) => {
      const id = tellsOf(page, "continuation");
      if (id === undefined) {
        const isCodes = tellsOf(page, "table") !== undefined && !page.places.some(({ path }) => !path.startsWith("_"));
        return isCodes && !withTables ? [] : [{ page, turn: (path) => path, live, told: telling(undefined, 1, totalOf) }];
      }
      return Array.from({ length: totalOf(id) - 1 }, (_, at) => ({
        page,
        // The replica has the second sheet.
        turn: (path) => path.replace(`${id}[`, "\n").replace(/\n(\d+)/, (_, row) => `${id}[${Number(row) + at * moreOf(id)}`),
        live,
        told: telling(id, at + 2, totalOf),
      }));
    });
  }

  // All that is printed of a form with `fields`, what was typed by path, and the places whose value has no room there.
  function build(work) {
    const root = document.createElement("div");
    root.className = "print-root replica";
    const misfits = [];
    for (const pages of copies(work.sheet)) {
      const sheets = sheetsOf(work, pages);
      sheets.forEach((one, at) => {
        const made = pageOf(work, one.page, { ...one, number: at + 1, of: sheets.length });
        root.append(made.svg);
        misfits.push(...made.misfits);
      });
    }
    return { root, misfits: [...new Set(misfits)] };
  }

  junsoku.replica = { of: (form) => junsoku.sheets?.[form], build };
})((globalThis.junsoku ??= {}));
