// What is wrong, in words beside the field and in a list with links above the sheet.
"use strict";

(function (junsoku) {
  const { word, spec, slots, slotsByPath, boxesOf, focusable, get, set, fieldAt, nameOf } = junsoku.page;
  const box = document.getElementById("_fill-faults");
  // Nobody reads a longer list.
  const MOST_LISTED = 200;

  const idOf = (slot, what) => `_${slot.dataset.path}-${what}`;

  // The notes that a control is described by: its own, then those that the page began with.
  function describe(slot) {
    const own = ["fault", "words"].map((what) => idOf(slot, what)).filter((id) => document.getElementById(id));
    for (const control of described(slot)) {
      control.dataset.hint ??= control.getAttribute("aria-describedby") ?? "";
      const ids = [...own, control.dataset.hint].filter(Boolean).join(" ");
      ids ? control.setAttribute("aria-describedby", ids) : control.removeAttribute("aria-describedby");
    }
  }

  const described = (slot) => {
    const group = slot.querySelector("fieldset.options");
    return group ? [group] : boxesOf(slot);
  };

  function note(slot, what, text) {
    const id = idOf(slot, what);
    let found = document.getElementById(id);
    if (text === "") {
      found?.remove();
    } else {
      if (!found) {
        found = document.createElement("span");
        found.id = id;
        found.className = `slot-${what}`;
        slot.append(found);
      }
      found.textContent = text;
    }
    describe(slot);
  }

  function say(slot, text) {
    note(slot, "fault", text);
    for (const control of boxesOf(slot)) {
      text ? control.setAttribute("aria-invalid", "true") : control.removeAttribute("aria-invalid");
    }
  }

  function clear(slot) {
    say(slot, "");
    note(slot, "words", "");
  }

  // What a fault says.
  function sentence(found) {
    const label = found.field ? nameOf(found.path) : found.block?.caption ?? "";
    return word(`fault-${found.fault}`, { ...found.args, label });
  }

  // Looks at one field: puts what was typed into its usual form, and says what is wrong or how a date was understood.
  function look(slot) {
    const { block, field } = fieldAt(slot.dataset.path);
    if (!block || !field) return;
    const read = junsoku.data.readField(field, get(slot), spec.lang);
    note(slot, "words", read.date ? junsoku.dates.explain(read.date, spec.lang) : "");
    say(slot, read.fault ? sentence({ path: slot.dataset.path, block, field, fault: read.fault, args: read.args }) : "");
    const isPlain = !["date", "radio", "checkboxes", "check", "choice"].includes(field.kind);
    if (read.value !== undefined && isPlain && get(slot) !== String(read.value)) {
      set(slot, String(read.value));
    }
  }

  const lookAtAll = () => slots().forEach(look);

  // The list above the sheet, with a link to each place that it is about; of a long one the beginning, and how many more
  // there are. It takes the focus.
  function list(title, lines, anyway) {
    const places = slotsByPath();
    const more = lines.length - MOST_LISTED;
    const shown = more > 0 ? [...lines.slice(0, MOST_LISTED), { text: word("more", { n: more }) }] : lines;
    box.querySelector("h2").textContent = title;
    box.querySelector("ul").replaceChildren(
      ...shown.map(({ text, path }) => {
        const item = document.createElement("li");
        const slot = path && places.get(path);
        if (slot) {
          const link = document.createElement("a");
          link.href = `#${encodeURIComponent(`_${path}`)}`;
          link.textContent = text;
          link.addEventListener("click", (event) => {
            event.preventDefault();
            focusable(slot).focus();
          });
          item.append(link);
        } else {
          item.textContent = text;
        }
        return item;
      }),
    );
    box.querySelector(".anyway")?.remove();
    if (anyway) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "anyway";
      button.textContent = anyway.words;
      button.addEventListener("click", anyway.act);
      box.append(button);
    }
    box.hidden = false;
    box.focus();
  }

  const hide = () => (box.hidden = true);

  // Says everything that is wrong; whether nothing is.
  function showAll(found, title, anyway) {
    lookAtAll();
    hide();
    const places = slotsByPath();
    for (const one of found) {
      const slot = places.get(one.path);
      if (slot) say(slot, sentence(one));
    }
    if (found.length > 0) {
      list(title, found.map((one) => ({ text: sentence(one), path: one.path })), anyway);
    }
    return found.length === 0;
  }

  // A line that moves up takes its notes along.
  function moveUp(slot, below) {
    for (const what of ["fault", "words"]) {
      note(slot, what, document.getElementById(idOf(below, what))?.textContent ?? "");
    }
    const isWrong = boxesOf(below)[0].hasAttribute("aria-invalid");
    for (const control of boxesOf(slot)) {
      isWrong ? control.setAttribute("aria-invalid", "true") : control.removeAttribute("aria-invalid");
    }
  }

  junsoku.faults = { look, lookAtAll, clear, showAll, list, hide, moveUp };
})((globalThis.junsoku ??= {}));
