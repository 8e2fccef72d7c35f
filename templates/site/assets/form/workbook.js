// Workbooks (.xlsx, .xlsm) as rows of cells, read by what the browser has itself: it unpacks the parts of the zip file and reads their
// XML. Of a formula its last result is taken; macros, hidden sheets and hidden rows are passed over and told. Nothing here knows of
// the page. The program reads many more kinds (src/forms/filling/list/workbook.rs); what is not read here, it reads.
"use strict";

(function (junsoku) {
  // No list of people is as large; a small file can be packed from gigabytes.
  const MOST_UNPACKED = 30_000_000;
  const MOST_ROWS = 20_000;
  const MOST_COLUMNS = 200;
  const END = 0x06054b50;
  const ENTRY = 0x02014b50;

  class WorkbookFault extends Error {}

  // The parts of a zip file by name, with where their packed bytes stand (APPNOTE.TXT, 4.3).
  function partsOf(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let end = bytes.length - 22;
    while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
    if (end < 0) throw new WorkbookFault("broken");
    const parts = new Map();
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
      if (view.getUint32(at, true) !== ENTRY) throw new WorkbookFault("broken");
      const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
      const local = view.getUint32(at + 42, true);
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const packed = bytes.subarray(from, from + view.getUint32(at + 20, true));
      parts.set(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)), { packed, method: view.getUint16(at + 10, true) });
      at += 46 + name + extra + comment;
    }
    return parts;
  }

  // The bytes of a part; no more than a list can have.
  async function unpacked({ packed, method }) {
    if (method === 0) return packed;
    if (method !== 8) throw new WorkbookFault("broken");
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
    const chunks = [];
    let size = 0;
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.length;
      if (size > MOST_UNPACKED) {
        await reader.cancel();
        throw new WorkbookFault("large");
      }
      chunks.push(read.value);
    }
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
  }

  async function xmlOf(parts, name) {
    const part = parts.get(name);
    if (!part) return undefined;
    const text = new TextDecoder().decode(await unpacked(part));
    const xml = new DOMParser().parseFromString(text, "application/xml");
    // A document type could name what is not in the file, and no program that writes workbooks has one.
    if (xml.doctype || xml.getElementsByTagName("parsererror").length > 0) throw new WorkbookFault("broken");
    return xml;
  }

  const all = (node, name) => Array.from(node?.getElementsByTagNameNS("*", name) ?? []);

  // The letters of a text, without the readings that Japanese workbooks keep beside it.
  const lettersOf = (node) => all(node, "t").filter((text) => text.parentNode.localName !== "rPh").map((text) => text.textContent).join("");

  // The path of the first sheet that is shown, and whether others are hidden.
  async function firstSheet(parts) {
    const book = await xmlOf(parts, "xl/workbook.xml");
    const links = await xmlOf(parts, "xl/_rels/workbook.xml.rels");
    if (!book || !links) throw new WorkbookFault("other");
    const sheets = all(book, "sheet");
    const shown = sheets.filter((sheet) => !["hidden", "veryHidden"].includes(sheet.getAttribute("state")));
    const id = Array.from(shown[0]?.attributes ?? []).find((one) => one.localName === "id")?.value;
    const target = all(links, "Relationship").find((link) => link.getAttribute("Id") === id)?.getAttribute("Target");
    if (!target) throw new WorkbookFault("broken");
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    return { path, isHidden: shown.length < sheets.length, isMany: shown.length > 1 };
  }

  function columnOf(place, before) {
    const letters = place?.match(/^[A-Z]+/)?.[0];
    if (!letters) return before + 1;
    return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  }

  function textOf(cell, shared) {
    const value = all(cell, "v")[0]?.textContent ?? "";
    switch (cell.getAttribute("t")) {
      case "s":
        return shared[Number(value)] ?? "";
      case "inlineStr":
        return lettersOf(all(cell, "is")[0]);
      case "b":
        return value === "1" ? "TRUE" : "FALSE";
      case "str":
      case "e":
        return value;
      default:
        // A whole number may be written as 2.29E8.
        return value !== "" && Number.isFinite(Number(value)) ? String(Number(value)) : value;
    }
  }

  function rowsOf(sheet, shared) {
    const written = all(sheet, "row");
    if (written.length > MOST_ROWS) throw new WorkbookFault("large");
    const isHidden = (row) => ["1", "true"].includes(row.getAttribute("hidden"));
    const rows = written.filter((row) => !isHidden(row)).map((row) => {
      const cells = [];
      let column = -1;
      for (const cell of all(row, "c")) {
        column = columnOf(cell.getAttribute("r"), column);
        if (column < MOST_COLUMNS) cells[column] = textOf(cell, shared).trim();
      }
      return Array.from(cells, (text) => text ?? "");
    });
    return { rows: rows.filter((row) => row.some((text) => text !== "")), hasHiddenRows: written.some(isHidden) };
  }

  // The rows of the first sheet that is shown, and the names of what was passed over; or why there are none: {reason}.
  async function read(bytes) {
    try {
      // A compound file: .xls, or a workbook with a password.
      if (bytes[0] === 0xd0) return { reason: "old" };
      const parts = partsOf(bytes);
      const { path, isHidden, isMany } = await firstSheet(parts);
      const shared = all(await xmlOf(parts, "xl/sharedStrings.xml"), "si").map(lettersOf);
      const { rows, hasHiddenRows } = rowsOf(await xmlOf(parts, path), shared);
      const passed = { macros: parts.has("xl/vbaProject.bin"), "hidden-sheets": isHidden, "hidden-rows": hasHiddenRows, sheets: isMany };
      return { rows, passed: Object.keys(passed).filter((name) => passed[name]) };
    } catch (error) {
      // A damaged file leads beyond its own end.
      return { reason: error instanceof WorkbookFault ? error.message : "broken" };
    }
  }

  junsoku.workbook = { read };
})((globalThis.junsoku ??= {}));
