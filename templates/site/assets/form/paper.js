// The sheet as it is printed: the replica of the PDF where there is one (replica.js). Else what was filled in stands as text on the
// lines of the page's own sheet, one whole sheet for each copy, and entries that have no line on it stand on continuation sheets.
"use strict";

(function (junsoku) {
  const { word, spec, form, slots, boxesOf, get, fieldAt, parts } = junsoku.page;

  function make(name, className, text) {
    const element = document.createElement(name);
    element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  // The options with the chosen ones marked.
  function marks(slot) {
    return boxesOf(slot).map((box) => {
      const label = box.closest("label")?.textContent.trim() ?? "";
      const mark = make("span", "option");
      mark.append(make("span", "tick", box.checked ? "☑" : "□"), label ? ` ${label}` : "");
      return mark;
    });
  }

  // What a place to fill in is on paper.
  function printed(slot) {
    const filled = make("span", "filled");
    const { block, field } = fieldAt(slot.dataset.path);
    const kind = field.kind;
    if (kind === "check" && block.rows) {
      // In a column one circles who is meant.
      filled.textContent = get(slot) ? "○" : "";
    } else if (["radio", "checkboxes", "check"].includes(kind)) {
      filled.append(...marks(slot));
    } else if (kind === "choice") {
      const option = field.options.find((one) => one.id === get(slot));
      filled.textContent = option ? `${option.id} ${option.words}` : "";
    } else if (kind === "date") {
      const read = junsoku.data.readField(field, get(slot), spec.lang);
      const own = block.rows ? "" : boxesOf(slot)[0].dataset.blank;
      filled.textContent = read.date ? junsoku.dates.print(read.date, field.calendar, spec.lang) : get(slot) || own;
    } else {
      filled.textContent = get(slot);
    }
    filled.classList.toggle("empty", filled.textContent === "");
    return filled;
  }

  const GONE = ".fill-tools, .slot-fault, .slot-words, .row-tools, .add-row, .fill-note, .optional, .cell-label, .reading-label, .visually-hidden, .unprinted, legend.cell-label";

  function still(sheet) {
    for (const element of [sheet, ...sheet.querySelectorAll("*")]) {
      for (const name of ["id", "name", "for", "tabindex", "aria-describedby", "aria-labelledby"]) {
        element.removeAttribute(name);
      }
    }
    for (const label of sheet.querySelectorAll("label")) {
      label.replaceWith(...label.childNodes);
    }
  }

  // The sheet with text in place of controls, every line of its tables included.
  function copyOfSheet() {
    const sheet = form.querySelector(".sheet").cloneNode(true);
    const live = Array.from(slots());
    Array.from(sheet.querySelectorAll(".slot")).forEach((slot, at) => slot.replaceChildren(printed(live[at])));
    // Whose text it is stands on the paper too, before the tables that take a page of their own.
    const notice = document.querySelector(".form-page > .notice")?.cloneNode(true);
    const end = sheet.querySelector(":scope > .appended");
    if (notice) end ? end.before(notice) : sheet.append(notice);
    sheet.querySelectorAll(GONE).forEach((element) => element.remove());
    still(sheet);
    return sheet;
  }

  // Lines of one table for one sheet, filled up with empty ones.
  function fillUp(body, lines, count) {
    body.replaceChildren(...lines);
    while (body.children.length < count && lines.length > 0) {
      const blank = lines[0].cloneNode(true);
      blank.querySelectorAll(".filled:not(:has(.option))").forEach((place) => place.replaceChildren());
      blank.querySelectorAll(".tick").forEach((tick) => (tick.textContent = "□"));
      blank.querySelector("th.row-number")?.replaceChildren(String(Number(lines.at(-1).dataset.row) + body.children.length - lines.length + 1));
      body.append(blank);
    }
    Array.from(body.children).forEach((line) => (line.hidden = false));
  }

  // The table's further sheets; the first keeps as many lines as the paper has.
  function continuations(sheet, block) {
    const table = Array.from(sheet.querySelectorAll("table[data-rows]")).find((one) => one.dataset.rows === block.id);
    const lines = Array.from(table.tBodies[0].children);
    const { count } = block.rows;
    const total = Math.max(Math.ceil(lines.length / count), 1);
    fillUp(table.tBodies[0], lines.slice(0, count), count);
    const note = table.closest(".field-group").querySelector(".continues");
    if (total > 1) note?.replaceChildren(word("sheet-of", { n: total, m: 1 }));
    return Array.from({ length: total - 1 }, (_, at) => {
      const next = make("section", "sheet continuation");
      const frame = table.parentElement.cloneNode(true);
      const own = frame.querySelector("table");
      fillUp(own.tBodies[0], lines.slice((at + 1) * count, (at + 2) * count), count);
      next.append(
        ...[".sheet-top", ".sheet-title"].map((part) => sheet.querySelector(part).cloneNode(true)),
        make("p", "continues", word("continuation", { n: at + 2, m: total })),
        make("p", "group-caption", block.caption ?? ""),
        frame,
      );
      return next;
    });
  }

  function build() {
    const tables = spec.blocks.filter((block) => block.rows);
    const number = Math.max(form.querySelectorAll(".sheet > .copy-mark").length, 1);
    const root = make("div", "print-root");
    for (let which = 0; which < number; which += 1) {
      const sheet = copyOfSheet();
      sheet.querySelectorAll(":scope > .copy-mark").forEach((mark, at) => at !== which && mark.remove());
      root.append(sheet, ...tables.flatMap((block) => continuations(sheet, block)));
    }
    return root;
  }

  // The replica of the PDF with what stands on the page; tables of codes are on it where the page shows them.
  function replica() {
    const sheet = junsoku.replica.of(spec.form);
    const withTables = form.querySelector(".sheet > .appended[open]") !== null;
    return sheet && junsoku.replica.build({ spec, sheet, word, withTables, fields: junsoku.read().fields });
  }

  function lay() {
    clear();
    document.getElementById("_main").append(replica()?.root ?? build());
    document.documentElement.classList.add("on-paper");
  }

  function clear() {
    document.querySelector(".print-root")?.remove();
    document.documentElement.classList.remove("on-paper");
  }

  addEventListener("beforeprint", lay);
  addEventListener("afterprint", clear);

  // The places whose value has no room on the paper.
  const misfits = () => replica()?.misfits ?? [];

  junsoku.paper = { print: () => print(), misfits };
})((globalThis.junsoku ??= {}));
