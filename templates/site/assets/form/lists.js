// Lists as text of cells, copied from a spreadsheet or read from a file, and where their cells belong. Nothing here knows of the page.
"use strict";

(function (junsoku) {
  // The rows of a text whose cells are parted by `sign`, or by tabs, commas or semicolons; quoted cells may hold breaks.
  function cells(text, sign) {
    const part = sign ?? (text.includes("\t") ? "\t" : [",", ";"].sort((one, other) => text.split(other).length - text.split(one).length)[0]);
    const rows = [[]];
    let cell = "";
    let isQuoted = false;
    const end = () => {
      rows.at(-1).push(cell.trim());
      cell = "";
    };
    for (let at = 0; at < text.length; at += 1) {
      const letter = text[at];
      if (isQuoted) {
        if (letter !== '"') cell += letter;
        else if (text[at + 1] === '"') cell += text[(at += 1)];
        else isQuoted = false;
      } else if (letter === '"' && cell === "") {
        isQuoted = true;
      } else if (letter === part) {
        end();
      } else if (letter === "\n" || letter === "\r") {
        if (letter === "\r" && text[at + 1] === "\n") at += 1;
        end();
        rows.push([]);
      } else {
        cell += letter;
      }
    }
    end();
    return { rows: rows.filter((row) => row.some((one) => one !== "")), isOpen: isQuoted };
  }

  // The labels of the field that `path` names.
  function labelsOf(spec, path) {
    const fields = junsoku.data.fieldsOf(spec.blocks.find((block) => block.id === junsoku.head.blockOf(path)));
    return fields.find((field) => path.endsWith(`.${field.id}`)).heads;
  }

  // The columns with names of people: their field or their heading says 氏名, or a word for it.
  function namesOf(spec, taken) {
    const isName = ([path, column]) => [column.heading, ...labelsOf(spec, path)].some(junsoku.heads.isPersonsName);
    return Array.from(taken).filter(isName).map(([, column]) => column);
  }

  // The columns that ask the same of several people: the address of a patient, and that of whoever signs for one.
  function twinsOf(spec, taken) {
    const labelled = Array.from(taken, ([path, column]) => ({ label: labelsOf(spec, path).join("\n"), column }));
    return labelled.filter((one) => labelled.some((other) => other !== one && other.label === one.label)).map((one) => one.column);
  }

  // The entries below a head with the cells that they mean, and what is told of them: {entries, sums, dittos, lost}.
  function entriesOf(spec, rows, taken) {
    const columns = Array.from(taken.values());
    const { textOf } = junsoku.head;
    const headingAt = (at) => columns.find((column) => column.at.includes(at)).heading;
    const names = namesOf(spec, taken);
    const twins = twinsOf(spec, taken).flatMap((column) => column.at);
    const found = { entries: [], sums: [], dittos: new Set(), lost: [] };
    let above = [];
    for (const row of rows) {
      if (junsoku.entries.isSum(row, names.map((column) => textOf(row, column)))) {
        found.sums.push(row.filter(Boolean).join(" "));
        continue;
      }
      const { cells, repeated, lost } = junsoku.entries.meant(row, columns.flatMap((column) => column.at), twins, above);
      repeated.forEach((at) => found.dittos.add(headingAt(at)));
      found.lost.push(...lost.map((at) => `${headingAt(at)} ${row[at]}`));
      if (columns.some((column) => textOf(cells, column) !== "")) above = cells;
      found.entries.push(cells);
    }
    return { ...found, dittos: Array.from(found.dittos) };
  }

  // The columns without a heading in which `rows` have values, as spreadsheets call them. Lines are numbered below no heading.
  function unheadedOf(headings, rows) {
    const width = Math.max(0, ...rows.map((row) => row.length));
    const headed = new Set(headings.flatMap((one) => one.at));
    const columns = Array.from({ length: width }, (_, at) => at).filter((at) => !headed.has(at));
    const filled = (at) => rows.filter((row) => (row[at] ?? "") !== "");
    const isCounted = (at) => filled(at).every((row, index) => row[at] === String(index + 1));
    const letters = (at) => (at < 26 ? "" : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));
    return columns.filter((at) => !isCounted(at)).map(letters);
  }

  // What stands above a head beside words that could head a column: 事業所名, and the name.
  function aboveOf(spec, rows) {
    const knows = (text) => junsoku.heads.matches(spec, text).length > 0;
    return rows.flatMap((row) => row.filter(Boolean).flatMap((text, at, cells) => {
      const [, heading, value] = text.match(/^([^:：]*)[:：](.*)$/s) ?? [];
      if (value?.trim() && knows(heading)) return [text];
      return knows(text) && cells[at + 1] !== undefined && !knows(cells[at + 1]) ? [`${text} ${cells[at + 1]}`] : [];
    }));
  }

  // The columns that fill what the form has once though no path says so, with whether each entry gives the value: beside the names of staff 住所
  // is as likely to be their own.
  function assumedOf(taken, once, entries) {
    const says = (cells, column) => junsoku.head.textOf(cells, column) !== "";
    const columns = Array.from(taken.values());
    const filled = entries.filter((cells) => columns.some((column) => says(cells, column)));
    const found = Array.from(taken).filter(([path, column]) => Object.hasOwn(once, path) && column.sign < junsoku.heads.SIGNS.path);
    const isInAll = (column) => filled.length > 1 && filled.every((cells) => says(cells, column));
    return found.map(([path, column]) => ({ path, heading: column.heading, isInAll: isInAll(column) }));
  }

  // Whether `row` repeats one of `heads`, as printed lists do on each page.
  function isHeadAgain(row, heads) {
    const { plain } = junsoku.heads;
    return heads.some((head) => row.every((text, at) => text === "" || plain(text) === plain(head[at] ?? "")));
  }

  // What the rows of a list with a head put on the page: {lines: [{field: text}], once: {path: text}, table, unneeded}, and what is told of
  // its rows; undefined without a head.
  function byHead(spec, rows) {
    const head = junsoku.head.find(spec, rows);
    if (!head) return undefined;
    const { table, taken, unneeded, first, last } = head;
    const lines = [];
    const once = {};
    const below = rows.slice(last + 1).filter((row) => !isHeadAgain(row, [rows[first], rows[last]]));
    const { entries, ...told } = entriesOf(spec, below, taken);
    for (const cells of entries) {
      const line = {};
      for (const [path, column] of taken) {
        const text = junsoku.head.textOf(cells, column);
        if (text === "" || text === column.heading) continue;
        if (junsoku.head.blockOf(path) === table) line[path.slice(table.length + 1)] = text;
        else once[path] = Object.hasOwn(once, path) && once[path] !== text ? undefined : text;
      }
      if (Object.keys(line).length > 0 || !table) lines.push(line);
    }
    for (const path of Object.keys(once).filter((path) => once[path] === undefined)) {
      unneeded.push(taken.get(path).heading);
      delete once[path];
    }
    const unheaded = unheadedOf(head.headings, entries);
    const assumed = table ? assumedOf(taken, once, entries) : [];
    return { table, lines, once, assumed, unneeded, unheaded, above: aboveOf(spec, rows.slice(0, first)), ...told };
  }

  const isKana = (rows, at) => rows.some((row) => row[at]) && rows.every((row) => /^[\sぁ-ゖァ-ヺー・ｦ-ﾟ]*$/.test(row[at] ?? ""));

  // What cells without a head put into the lines of `block`, from its field `first` rightwards. A column of kana after a name is its reading.
  function byPlace(block, first, rows) {
    const from = block.fields.findIndex((field) => field.id === first || `${field.id}-reading` === first);
    const width = Math.max(...rows.map((row) => row.length));
    const ids = [];
    let next = from;
    for (let at = 0; at < width; at += 1) {
      const before = block.fields[next - 1];
      const isReading = at > 0 && before?.reading && isKana(rows, at) && !ids.includes(`${before.id}-reading`);
      const ownReading = at === 0 && first.endsWith("-reading");
      if (isReading) ids.push(`${before.id}-reading`);
      else if (ownReading) ids.push(first);
      else ids.push(block.fields[next++]?.id);
    }
    const lines = rows.map((row) => Object.fromEntries(row.flatMap((text, at) => (ids[at] && text !== "" ? [[ids[at], text]] : []))));
    return { lines, surplus: ids.filter((id) => id === undefined).length };
  }

  // The text of a file in the encodings in which spreadsheets save it; undefined where none fits.
  function decode(bytes) {
    const tried = (name) => {
      try {
        return new TextDecoder(name, { fatal: true }).decode(bytes);
      } catch {
        return undefined;
      }
    };
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return tried("utf-16le");
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return tried("utf-16be");
    return tried("utf-8") ?? tried("shift_jis");
  }

  // A workbook is a zip file or a compound file.
  const isWorkbook = (bytes) => (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);

  junsoku.lists = { cells, byHead, byPlace, decode, isWorkbook };
})((globalThis.junsoku ??= {}));
