// Tables with a line for each entry. The page has as many lines as the paper; those that are not used are kept out
// of sight, and further ones are copies of the last.
"use strict";

(function (junsoku) {
  const { word, form, spec, get, set } = junsoku.page;
  const tables = new Map();

  const linesOf = (table) => Array.from(table.body.children);
  const slotsOf = (line) => Array.from(line.querySelectorAll(".slot"));
  const size = (table) => linesOf(table).filter((line) => !line.hidden).length;
  const most = (table) => Math.min(table.block.rows.max ?? junsoku.data.MOST_ROWS, junsoku.data.MOST_ROWS);
  const least = (table) => Math.max(table.block.rows.min, 1);

  function renumber(line, from, to) {
    const turn = (text) => text.replace(`[${from}]`, `[${to}]`);
    for (const element of line.querySelectorAll("*")) {
      for (const name of ["id", "name", "for", "data-path", "aria-describedby"]) {
        if (element.hasAttribute(name)) {
          element.setAttribute(name, turn(element.getAttribute(name)));
        }
      }
    }
    line.dataset.row = to;
    line.querySelector("th.row-number")?.replaceChildren(String(to));
    line.querySelectorAll("[data-row-words]").forEach((place) => place.replaceChildren(` ${word("row", { n: to })}`));
    line.querySelector(".row-tools button").setAttribute("aria-label", word("remove-row", { n: to }));
  }

  function clear(line) {
    for (const slot of slotsOf(line)) {
      set(slot, "");
      junsoku.faults.clear(slot);
    }
  }

  // Shows `count` lines, at least as many as there must be.
  function resize(table, count) {
    const wanted = Math.min(Math.max(count, least(table)), most(table));
    while (linesOf(table).length < wanted) {
      const last = linesOf(table).at(-1);
      const line = last.cloneNode(true);
      const at = linesOf(table).length;
      table.body.append(line);
      renumber(line, at, at + 1);
      clear(line);
    }
    linesOf(table).forEach((line, at) => {
      line.hidden = at >= wanted;
      if (line.hidden) clear(line);
      if (at >= Math.max(wanted, table.block.rows.count)) line.remove();
    });
    table.add.setAttribute("aria-disabled", String(wanted >= most(table)));
  }

  function add(table) {
    const count = size(table);
    if (count >= most(table)) {
      junsoku.tell(word("rows-max", { n: most(table) }));
      return;
    }
    resize(table, count + 1);
    const line = linesOf(table)[count];
    junsoku.page.focusable(slotsOf(line)[0]).focus();
    junsoku.changed();
    junsoku.tell(word("row-added", { n: count + 1 }));
  }

  // Takes a line out: those below it move up.
  function remove(table, line) {
    junsoku.remember();
    const lines = linesOf(table);
    const [at, count] = [lines.indexOf(line), size(table)];
    for (let index = at; index < count - 1; index += 1) {
      const below = slotsOf(lines[index + 1]);
      slotsOf(lines[index]).forEach((slot, which) => {
        set(slot, get(below[which]));
        junsoku.faults.moveUp(slot, below[which]);
      });
    }
    clear(lines[count - 1]);
    resize(table, count - 1);
    const next = linesOf(table)[Math.min(at, size(table) - 1)];
    next.querySelector(".row-tools button").focus();
    junsoku.changed();
    junsoku.tell(word("row-removed", { n: at + 1, m: size(table) }), true);
  }

  function tools(table, line) {
    const cell = document.createElement("td");
    cell.className = "row-tools";
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = word("remove");
    button.setAttribute("aria-label", word("remove-row", { n: line.dataset.row }));
    cell.append(button);
    line.append(cell);
  }

  function setUp(block) {
    const element = Array.from(form.querySelectorAll("table[data-rows]")).find((one) => one.dataset.rows === block.id);
    const table = { block, element, body: element.tBodies[0], add: document.createElement("button") };
    tables.set(block.id, table);
    const head = document.createElement("th");
    head.scope = "col";
    head.className = "row-tools";
    head.textContent = word("row-tools");
    element.tHead.rows[0].append(head);
    linesOf(table).forEach((line) => tools(table, line));
    table.body.addEventListener("click", (event) => {
      const button = event.target.closest(".row-tools button");
      if (button) remove(table, button.closest("tr"));
    });
    table.add.type = "button";
    table.add.className = "add-row";
    table.add.textContent = word("add-row");
    table.add.addEventListener("click", () => add(table));
    element.parentElement.after(table.add);
    resize(table, 0);
  }

  spec.blocks.filter((block) => block.rows).forEach(setUp);

  junsoku.rows = {
    // The lines of every table, by block.
    sizes: () => Object.fromEntries(Array.from(tables, ([id, table]) => [id, size(table)])),
    resize: (id, count) => tables.has(id) && resize(tables.get(id), count),
    ids: () => Array.from(tables.keys()),
  };
})((globalThis.junsoku ??= {}));
