// Cells that are pasted into a table, and lists that are opened: rows and columns land where they belong.
"use strict";

(function (junsoku) {
  const { word, spec, form, parts, nameOf } = junsoku.page;
  const { data, dates, faults, lists } = junsoku;

  // The day that a workbook keeps as a number, as a clerk would read it; other texts as they are.
  function readable(field, text) {
    const day = field.kind === "date" && /^\d{5}$/.test(text) ? dates.parse(text).date : undefined;
    return day ? dates.iso(day) : text;
  }

  // Puts texts into fields; says which of them no field could take.
  function put(raw, texts) {
    const misfits = [];
    for (const [path, text] of Object.entries(texts)) {
      const { block: id, field: key } = parts(path);
      const block = spec.blocks.find((one) => one.id === id);
      const field = data.fieldsOf(block).find((one) => one.id === key);
      const isOneLine = field.kind !== "multiline";
      const placed = data.placed(field, readable(field, isOneLine ? text.replace(/[\r\n]+/g, "　") : text), spec.lang);
      if (placed.raw !== undefined) raw.fields[path] = placed.raw;
      if (placed.fault) misfits.push({ text: word(placed.fault, { label: nameOf(path), value: data.shorten(text) }), path });
    }
    return misfits;
  }

  // Fills lines of `block` from line `first` on, with as many more as are needed.
  function fill(block, lines, first, once, unneeded, notes = []) {
    const most = Math.min(block.rows.max ?? data.MOST_ROWS, data.MOST_ROWS);
    const room = lines.slice(0, Math.max(most - first + 1, 0));
    junsoku.remember();
    const raw = junsoku.read();
    raw.rows[block.id] = Math.max(raw.rows[block.id] ?? 0, first + room.length - 1);
    const texts = { ...once };
    room.forEach((line, at) => {
      for (const [field, text] of Object.entries(line)) texts[`${block.id}[${first + at}].${field}`] = text;
    });
    const misfits = put(raw, texts);
    junsoku.write(raw);
    junsoku.changed();
    const over = lines.length - room.length;
    const more = [
      ...notes.map((text) => ({ text })),
      ...(unneeded.length > 0 ? [{ text: word("list-unneeded", { value: unneeded.join("、") }) }] : []),
      ...(over > 0 ? [{ text: word("rows-max", { n: most }) }] : []),
    ];
    if (misfits.length + more.length > 0) faults.list(word("list-misfits", { n: misfits.length + more.length }), [...misfits, ...more]);
    junsoku.tell(word("list-taken", { n: room.length }), true);
  }

  // The first line in which nothing stands.
  function firstFree(block) {
    const raw = junsoku.read();
    const rows = Object.keys(raw.fields).filter((path) => path.startsWith(`${block.id}[`)).map((path) => parts(path).row);
    return Math.max(0, ...rows) + 1;
  }

  // What is told of a list with a head.
  function toldOf(found) {
    const told = {
      "list-sums": found.sums,
      "list-dittos": found.dittos,
      "list-nothing-above": found.lost,
      "list-unheaded": found.unheaded,
      "list-above": found.above,
    };
    return Object.entries(told).filter(([, texts]) => texts.length > 0).map(([name, texts]) => word(name, { value: texts.join("、") }));
  }

  // What a list puts into fields that the form has once, and what is told of it. An answer on the page stays where the column may be about the
  // people of the list.
  function onceOf(found) {
    const { fields } = junsoku.read();
    const kept = found.assumed.filter(({ path }) => fields[path] !== undefined);
    const doubtful = found.assumed.filter((one) => !one.isInAll && !kept.includes(one));
    const differing = kept.filter(({ path }) => fields[path] !== found.once[path]);
    const texts = Object.entries(found.once).filter(([path]) => !kept.some((one) => one.path === path));
    const notes = [
      ...(doubtful.length > 0 ? [word("list-once", { value: doubtful.map((one) => `${one.heading} → ${nameOf(one.path)}`).join("、") })] : []),
      ...(differing.length > 0 ? [word("list-kept", { value: differing.map((one) => one.heading).join("、") })] : []),
    ];
    return { texts: Object.fromEntries(texts), notes };
  }

  // Takes a list with a head; whether there was one. `passed` is told with it.
  function takeList(rows, first, passed = []) {
    const found = lists.byHead(spec, rows);
    if (!found) return false;
    const notes = [...passed, ...toldOf(found)];
    const block = spec.blocks.find((one) => one.id === found.table);
    if (block) {
      const once = onceOf(found);
      fill(block, found.lines, first ?? firstFree(block), once.texts, found.unneeded, [...notes, ...once.notes]);
      return true;
    }
    if (Object.keys(found.once).length === 0) return false;
    // A form about one person takes a list of one.
    if (found.lines.length > 1) {
      faults.list(word("load-refused"), [{ text: word("load-many") }]);
      junsoku.tell("");
      return true;
    }
    junsoku.remember();
    const raw = junsoku.read();
    const misfits = [...notes.map((text) => ({ text })), ...put(raw, found.once)];
    junsoku.write(raw);
    junsoku.changed();
    if (misfits.length > 0) faults.list(word("list-misfits", { n: misfits.length }), misfits);
    junsoku.tell(word("list-taken", { n: 1 }), true);
    return true;
  }

  function pasted(event) {
    const slot = event.target.closest?.("table[data-rows] .slot");
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!slot || !/[\t\n\r]/.test(text.trim())) return;
    event.preventDefault();
    const { rows } = lists.cells(text, "\t");
    const { block: id, row, field } = parts(slot.dataset.path);
    const block = spec.blocks.find((one) => one.id === id);
    const [head] = rows;
    const known = head.filter((_, at) => junsoku.head.knows(spec, head, at)).length;
    // A head is pasted along with its list; a single cell that happens to be a word of it is none.
    if (rows.length > 1 && known > 0 && 2 * known >= head.filter(Boolean).length && takeList(rows, row)) return;
    const { lines, surplus } = lists.byPlace(block, field, rows);
    fill(block, lines, row, {}, surplus > 0 ? [word("list-surplus", { n: surplus })] : []);
  }

  // The text of a list that was opened as a file; what is wrong with it otherwise is told.
  function opened(text) {
    const { rows, isOpen } = lists.cells(text);
    if (isOpen) return word("list-quote");
    return rows.length > 0 && takeList(rows) ? undefined : word("list-no-head");
  }

  // The rows of a workbook likewise; what was passed over is told beside what came of them.
  function openedRows(rows, passed) {
    return rows.length > 0 && takeList(rows, undefined, passed.map((name) => word(`workbook-${name}`))) ? undefined : word("list-no-head");
  }

  form.addEventListener("paste", pasted);

  junsoku.paste = { opened, openedRows };
})((globalThis.junsoku ??= {}));
