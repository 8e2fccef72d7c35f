// From what stands on the page to the data of a form, and back. What stands on the page is
// {fields: {path: text, list of options, or whether it is ticked}, rows: {block: lines}}. Nothing here knows of the page.
"use strict";

(function (junsoku) {
  const { values } = junsoku;
  // More lines than anybody wants to look through on a page.
  const MOST_ROWS = 500;

  const isList = Array.isArray;
  const isRecord = (value) => typeof value === "object" && value !== null && !isList(value);
  const isScalar = (value) => ["string", "number"].includes(typeof value);
  const isEmpty = (value) => value === undefined || value === null || value === "" || value === false || (isList(value) && value.length === 0) || (typeof value === "string" && value.trim() === "");

  // A field and, where its reading is asked for, one for that, in the order of the page.
  function fieldsOf(block) {
    return block.fields.flatMap((field) => (field.reading ? [readingOf(field), field] : [field]));
  }

  function readingOf(field) {
    return { id: `${field.id}-reading`, label: field.label, kind: "furigana", required: false, obligation: "not-stated", heads: field.reading_heads ?? [], isReading: true };
  }

  // Where the entries of a block stand: its own path, or one for each line.
  function places(block, raw) {
    if (!block.rows) {
      return [block.id];
    }
    const lines = raw.rows[block.id] ?? 0;
    return Array.from({ length: lines }, (_, at) => `${block.id}[${at + 1}]`);
  }

  // One field: {value}, {fault, args} or {}.
  function readField(field, value, lang) {
    if (isEmpty(value)) {
      return {};
    }
    switch (field.kind) {
      case "check":
        return { value: true };
      case "radio":
      case "choice":
        return { value };
      case "checkboxes":
        return { value };
      default:
        return values.read(field, value, lang);
    }
  }

  // The entries at one place, and what is wrong with them.
  function readPlace(block, place, raw, lang) {
    const entry = {};
    const faults = [];
    const empty = [];
    let isTouched = false;
    for (const field of fieldsOf(block)) {
      const path = `${place}.${field.id}`;
      const read = readField(field, raw.fields[path], lang);
      isTouched ||= !isEmpty(raw.fields[path]);
      if (read.fault) {
        faults.push({ path, block, field, fault: read.fault, args: read.args });
      } else if (read.value !== undefined) {
        entry[field.id] = read.value;
      } else {
        empty.push({ path, block, field, fault: "required", args: {}, isMissing: true });
      }
    }
    // Of a row with an occupation and no name nobody knows who is meant, whatever the source says.
    const needs = (field) => field.required || (block.about_somebody && field.id === "name" && isTouched);
    const missing = empty.filter((one) => needs(one.field));
    // Of some fields one is enough, whichever it is. What was filled in and is refused is no gap as well.
    const either = block.fields.filter((field) => field.obligation === "either");
    const lacks = (field) => empty.some((one) => one.field.id === field.id);
    if (either.length > 0 && either.every(lacks)) {
      const labels = either.map((field) => field.label).join(" / ");
      missing.push({ path: `${place}.${either[0].id}`, block, field: either[0], fault: "either", args: { words: labels }, isMissing: true });
    }
    // A line without anything is none, and a person who signs for another need not be there.
    const asksAll = isTouched || !(block.rows || block.proxy);
    return { entry, isTouched, faults: asksAll ? [...faults, ...missing] : faults, empty };
  }

  // The data of the form and everything that is wrong with it. What is missing may be added later by hand.
  function collect(spec, raw) {
    const data = { form: spec.form };
    const faults = [];
    // What is empty and of which the source does not say whether it must be filled in.
    const open = [];
    for (const block of spec.blocks) {
      const read = places(block, raw).map((place) => readPlace(block, place, raw, spec.lang));
      const touched = read.filter((one) => one.isTouched);
      faults.push(...read.flatMap((one) => one.faults));
      if (!block.rows && !block.proxy) {
        const isOpen = (one) => one.field.obligation === "not-stated" && !one.field.isReading;
        open.push(...read.flatMap((one) => one.empty).filter((one) => isOpen(one) && !faults.some((fault) => fault.path === one.path)));
      }
      if (block.rows && touched.length < block.rows.min) {
        const path = `${block.id}[${touched.length + 1}].${fieldsOf(block)[0].id}`;
        faults.push({ path, block, fault: "rows-min", args: { n: block.rows.min }, isMissing: true });
      }
      const entries = touched.map((one) => one.entry).filter((entry) => Object.keys(entry).length > 0);
      if (entries.length > 0) {
        data[block.id] = block.rows ? entries : entries[0];
      }
    }
    const isBlank = Object.keys(data).length === 1 && faults.every((one) => one.isMissing);
    return { data, faults: faults.sort((one, other) => order(spec, one) - order(spec, other)), open, isBlank };
  }

  const order = (spec, one) => spec.blocks.indexOf(one.block);

  // How much of a value is told.
  function shorten(value) {
    const text = typeof value === "string" ? value : JSON.stringify(value) ?? "";
    const letters = Array.from(text);
    return letters.length > 80 ? `${letters.slice(0, 80).join("")}…` : text;
  }

  // What stands in the field for a value of a file, or why nothing can.
  function placed(field, value, lang) {
    switch (field.kind) {
      case "check": {
        const read = typeof value === "string" ? values.read(field, value, lang) : { value };
        return typeof (read.value ?? false) === "boolean" && !read.fault ? { raw: read.value ?? false } : { fault: "load-check" };
      }
      case "radio":
      case "choice": {
        const read = isScalar(value) ? values.read(field, String(value), lang) : {};
        return read.value === undefined ? { fault: "load-option" } : { raw: read.value };
      }
      case "checkboxes": {
        const fits = isScalar(value) || (isList(value) && value.every(isScalar));
        const read = fits ? values.read(field, isList(value) ? value.join("、") : String(value), lang) : {};
        return read.value === undefined ? { fault: "load-option" } : { raw: read.value };
      }
      default:
        return placedText(field, value, lang);
    }
  }

  function placedText(field, value, lang) {
    if (typeof value === "number") {
      return { raw: String(value) };
    }
    if (typeof value !== "string") {
      return { fault: "load-text" };
    }
    // A field of one line drops ends of lines by itself, and would do so silently.
    if (field.kind !== "multiline" && /[\r\n]/.test(value)) {
      return { raw: value.replace(/[\r\n]+/g, " "), fault: "load-lines" };
    }
    return { raw: values.show(field, value, lang) };
  }

  // What the data of a file puts on the page, and what of it does not fit.
  function place(spec, data) {
    const raw = { fields: {}, rows: {} };
    const misfits = [];
    const misfit = (where, value, fault, args = {}) => misfits.push({ where, value: shorten(value), fault, args });
    for (const key of Object.keys(data).filter((key) => key !== "form")) {
      const block = spec.blocks.find((known) => known.id === key);
      if (!block) {
        misfit(key, data[key], "load-unknown");
      } else if (block.rows ? !isList(data[key]) : !isRecord(data[key])) {
        if (data[key] !== null) misfit(key, data[key], "load-shape");
      } else {
        placeBlock(spec, block, data[key], raw, misfit);
      }
    }
    return { raw, misfits };
  }

  function placeBlock(spec, block, written, raw, misfit) {
    const most = Math.min(block.rows?.max ?? MOST_ROWS, MOST_ROWS);
    const entries = block.rows ? written : [written];
    const fits = block.rows ? entries.slice(0, most) : entries;
    fits.forEach((entry, at) => {
      const where = block.rows ? `${block.id}[${at + 1}]` : block.id;
      if (isRecord(entry)) {
        placeEntry(spec, block, where, entry, raw, misfit);
      } else if (!isEmpty(entry)) {
        misfit(where, entry, "load-shape");
      }
    });
    if (block.rows) {
      raw.rows[block.id] = fits.length;
    }
    // Of rows that have no room the first is shown and all are counted.
    if (entries.length > fits.length) {
      misfit(`${block.id}[${most + 1}]`, entries[most], "load-rows", { n: most, m: entries.length - most });
    }
  }

  function placeEntry(spec, block, where, entry, raw, misfit) {
    const fields = fieldsOf(block);
    for (const key of Object.keys(entry)) {
      const value = entry[key];
      const path = `${where}.${key}`;
      const field = fields.find((known) => known.id === key);
      if (isEmpty(value)) {
        continue;
      }
      const put = field ? placed(field, value, spec.lang) : { fault: "load-unknown" };
      if (put.raw !== undefined) {
        raw.fields[path] = put.raw;
      }
      if (put.fault) {
        misfit(path, value, put.fault);
      }
    }
  }

  junsoku.data = { collect, place, placed, fieldsOf, readField, isRecord, isEmpty, shorten, MOST_ROWS };
})((globalThis.junsoku ??= {}));
