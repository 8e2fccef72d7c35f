// The page: its words, its form, and what stands in each place to fill in.
"use strict";

(function (junsoku) {
  const meta = (name) => JSON.parse(document.querySelector(`meta[name="junsoku-${name}"]`).content);
  const spec = meta("form");
  // The tables by which values are read.
  junsoku.rules = spec.rules;
  junsoku.headings = spec.headings;
  const words = meta("words");
  const form = document.getElementById("_fill-form");

  // The word `id` with its places filled; values are text and stay text.
  function word(id, args = {}) {
    return (words[id] ?? id).replace(/\{(\w+)\}/g, (place, name) => (name in args ? String(args[name]) : place));
  }

  const slots = () => form.querySelectorAll(".slot");
  // All places by path, for whoever looks for more than one of them.
  const slotsByPath = () => new Map(Array.from(slots(), (slot) => [slot.dataset.path, slot]));
  const boxesOf = (slot) => Array.from(slot.querySelectorAll("input, select, textarea"));
  const isChosen = (slot) => slot.classList.contains("radio") || slot.classList.contains("checkboxes");

  // What the keyboard goes to: the control, or the first of a group.
  function focusable(slot) {
    return slot.querySelector("input:checked") ?? boxesOf(slot)[0];
  }

  function get(slot) {
    const boxes = boxesOf(slot);
    if (isChosen(slot)) {
      const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
      return slot.classList.contains("radio") ? chosen[0] ?? "" : chosen;
    }
    return boxes[0].type === "checkbox" ? boxes[0].checked : boxes[0].value;
  }

  function set(slot, value) {
    const boxes = boxesOf(slot);
    if (isChosen(slot)) {
      const chosen = Array.isArray(value) ? value : [value];
      boxes.forEach((box) => (box.checked = chosen.includes(box.value)));
    } else if (boxes[0].type === "checkbox") {
      boxes[0].checked = value === true;
    } else {
      boxes[0].value = typeof value === "string" ? value : "";
    }
  }

  // A path by its parts: users[3].name is {block: "users", row: 3, field: "name"}.
  function parts(path) {
    const found = path.match(/^([^.[\]]+)(?:\[(\d+)\])?\.(.+)$/);
    return { block: found[1], row: found[2] ? Number(found[2]) : 0, field: found[3] };
  }

  function fieldAt(path) {
    const { block, field } = parts(path);
    const known = spec.blocks.find((one) => one.id === block);
    return { block: known, field: junsoku.data.fieldsOf(known).find((one) => one.id === field) };
  }

  // How a place is called in a sentence: 申込者情報 3行目 氏名.
  function nameOf(path) {
    const { block: id, row, field: key } = parts(path);
    const block = spec.blocks.find((one) => one.id === id);
    const field = block && junsoku.data.fieldsOf(block).find((one) => one.id === key);
    const label = field?.isReading ? word("reading", { label: field.label }) : field?.label;
    return [block?.caption, row ? word("row", { n: row }) : "", label ?? key].filter(Boolean).join(" ");
  }

  junsoku.page = { spec, word, form, slots, slotsByPath, boxesOf, focusable, get, set, parts, fieldAt, nameOf };
})((globalThis.junsoku ??= {}));
