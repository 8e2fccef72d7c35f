// The page at work: what its buttons do. Nothing is sent anywhere; files are made and read by the browser itself.
"use strict";

(function (junsoku) {
  const { word, spec, form, slots, get, set, fieldAt, nameOf } = junsoku.page;
  const { data, faults, rows, draft, lists } = junsoku;
  const element = (id) => document.getElementById(`_fill-${id}`);
  const status = element("status").querySelector("p");
  const undo = element("undo");
  // No form is as long as that.
  const MOST_BYTES = 2_000_000;
  let before;
  let isUnsaved = false;
  // Whether what is filled in goes back to the page of a procedure, so that nothing is lost when this one is left.
  let isOfProcedure = false;

  // What stands on the page.
  junsoku.read = () => {
    const fields = {};
    for (const slot of slots()) {
      const value = get(slot);
      if (!data.isEmpty(value)) fields[slot.dataset.path] = value;
    }
    return { fields, rows: rows.sizes() };
  };

  junsoku.write = (raw) => {
    for (const id of rows.ids()) {
      const lines = Object.hasOwn(raw.rows, id) ? Number(raw.rows[id]) : 0;
      rows.resize(id, Number.isInteger(lines) ? lines : 0);
    }
    for (const slot of slots()) {
      faults.clear(slot);
      const path = slot.dataset.path;
      set(slot, Object.hasOwn(raw.fields, path) ? raw.fields[path] : "");
      if (Object.hasOwn(raw.fields, path)) faults.look(slot);
    }
    faults.hide();
  };

  // Says what was done, and offers to take it back.
  junsoku.tell = (text, canUndo = false) => {
    status.textContent = text;
    undo.hidden = !canUndo;
  };

  junsoku.remember = () => {
    before = { raw: junsoku.read(), isUnsaved };
  };

  junsoku.changed = () => {
    isUnsaved = true;
    draft.keepSoon();
  };

  const isBlank = () => Object.keys(junsoku.read().fields).length === 0;

  function takeBack() {
    junsoku.write(before.raw);
    isUnsaved = before.isUnsaved;
    draft.keepSoon();
    junsoku.tell(word("undone"));
    element("check").focus();
  }

  // What is wrong with the sheet; one without anything on it is not right either.
  function found() {
    const { faults: all, open, isBlank } = data.collect(spec, junsoku.read());
    const [block] = spec.blocks;
    const first = block && `${block.id}${block.rows ? "[1]" : ""}.${data.fieldsOf(block)[0].id}`;
    const blank = isBlank ? [{ path: first, fault: "blank", args: {} }] : [];
    const wrong = new Set(all.map((one) => one.path));
    const tight = junsoku.paper.misfits().filter((path) => !wrong.has(path));
    return { all: [...blank, ...all, ...tight.map((path) => ({ path, ...fieldAt(path), fault: "no-room", args: {} }))], open };
  }

  function check() {
    const { all, open } = found();
    const isRight = faults.showAll(all, word("faults", { n: all.length }));
    const names = open.slice(0, 10).map((one) => nameOf(one.path)).join("、");
    const outcome = isRight ? (open.length > 0 ? "checked-open" : "checked") : "checked-faults";
    junsoku.tell(word(outcome, { n: isRight ? open.length : all.length, value: names }));
  }

  // Looks first, and prints what stands there all the same if that is wanted.
  function printChecked() {
    const { all } = found();
    const anyway = { words: word("print-anyway"), act: junsoku.paper.print };
    if (faults.showAll(all, word("print-faults", { n: all.length }), anyway)) junsoku.paper.print();
    else junsoku.tell(word("not-printed"));
  }

  function fileName(isDraft = false) {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    return `${spec.form.replaceAll("/", "-")}-${day}${isDraft ? "-draft" : ""}.json`;
  }

  function download(text, name) {
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  // What is missing can be added later. What cannot be read is kept as it stands, in a draft, which only this page takes.
  function save() {
    const { data: read, faults: all } = data.collect(spec, junsoku.read());
    const wrong = all.filter((one) => !one.isMissing);
    if (!faults.showAll(wrong, word("save-faults", { n: wrong.length }))) {
      const name = fileName(true);
      download(`${JSON.stringify({ form: spec.form, draft: junsoku.read() }, undefined, 2)}\n`, name);
      isUnsaved = false;
      junsoku.tell(word("saved-draft", { value: name }));
      return;
    }
    const name = fileName();
    download(`${JSON.stringify(read, undefined, 2)}\n`, name);
    isUnsaved = false;
    const missing = all.length;
    junsoku.tell(word(missing ? "saved-missing" : "saved", { value: name, n: missing }));
  }

  // The data of a file, or in words why there is none.
  function parse(text) {
    let found;
    try {
      found = JSON.parse(text.replace(/^\ufeff/, ""));
    } catch {
      return { refused: word("load-broken") };
    }
    if (Array.isArray(found)) return { refused: word("load-many") };
    if (!data.isRecord(found)) return { refused: word("load-broken") };
    if (found.form !== undefined && found.form !== spec.form) {
      return { refused: word("load-other", { value: data.shorten(found.form), form: spec.form }) };
    }
    return { found };
  }

  function misfitLine({ where, value, fault, args }) {
    const name = /^[^.[\]]+(\[\d+\])?\.[^.]+$/.test(where) ? nameOf(where) : where;
    return { text: word(fault, { ...args, label: name, value }), path: where };
  }

  // What stood on the page when a draft was saved.
  function takeDraft(draft) {
    const wasBlank = isBlank();
    junsoku.remember();
    const { fields, rows: lines } = draft;
    junsoku.write({ fields: data.isRecord(fields) ? fields : {}, rows: data.isRecord(lines) ? lines : {} });
    isUnsaved = false;
    junsoku.tell(word("loaded"), !wasBlank);
  }

  // The switch of languages leads to another page; what was typed goes along and is kept nowhere.
  function carry() {
    const key = `junsoku-carried:${spec.form}`;
    const tried = (act) => {
      try {
        return act();
      } catch {
        return undefined;
      }
    };
    const carried = tried(() => JSON.parse(sessionStorage.getItem(key) ?? "null"));
    tried(() => sessionStorage.removeItem(key));
    if (data.isRecord(carried) && data.isRecord(carried.fields) && data.isRecord(carried.rows)) {
      junsoku.write(carried);
      isUnsaved = true;
    }
    // The page of a procedure opened this one, and gets back what is filled in here.
    const procedure = spec.draft ? tried(() => sessionStorage.getItem(`junsoku-of:${spec.form}`)) : undefined;
    tried(() => sessionStorage.removeItem(`junsoku-of:${spec.form}`));
    if (procedure) {
      isOfProcedure = true;
      const giveBack = () => {
        const state = tried(() => JSON.parse(sessionStorage.getItem(procedure) ?? "{}"));
        const forms = data.isRecord(state?.forms) ? state.forms : {};
        tried(() => sessionStorage.setItem(procedure, JSON.stringify({ ...state, forms: { ...forms, [spec.form]: { ...junsoku.read(), isNew: true } } })));
      };
      addEventListener("pagehide", giveBack);
    }
    document.querySelector("a.language")?.addEventListener("click", (event) => {
      if (isBlank() || event.ctrlKey || event.metaKey || event.shiftKey) return;
      tried(() => {
        sessionStorage.setItem(key, JSON.stringify(junsoku.read()));
        isUnsaved = false;
      });
    });
  }

  async function load(file) {
    if (file.size > MOST_BYTES) {
      faults.list(word("load-refused"), [{ text: word("load-big") }]);
      // What was said of an earlier file is over.
      junsoku.tell("");
      return;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (lists.isWorkbook(bytes)) {
      const { rows, passed, reason } = await junsoku.workbook.read(bytes);
      const wrong = reason ? word(`workbook-fault-${reason}`) : junsoku.paste.openedRows(rows, passed);
      if (wrong) {
        faults.list(word("load-refused"), [{ text: wrong }]);
        junsoku.tell("");
      }
      return;
    }
    const text = lists.decode(bytes);
    const isList = text !== undefined && !/\.json$/i.test(file.name) && !/^\ufeff?\s*[{[]/.test(text);
    const { found, refused } = text === undefined ? { refused: word("load-broken") } : isList ? {} : parse(text);
    const wrong = isList ? junsoku.paste.opened(text) : refused;
    if (wrong) {
      faults.list(word("load-refused"), [{ text: wrong }]);
      junsoku.tell("");
      return;
    }
    if (isList) return;
    if (data.isRecord(found.draft)) {
      takeDraft(found.draft);
      return;
    }
    const wasBlank = isBlank();
    junsoku.remember();
    const { raw, misfits } = data.place(spec, found);
    junsoku.write(raw);
    isUnsaved = misfits.length > 0;
    draft.keepSoon();
    if (misfits.length > 0) {
      faults.list(word("load-misfits", { n: misfits.length }), misfits.map(misfitLine));
    }
    junsoku.tell(word(misfits.length > 0 ? "loaded-part" : "loaded"), !wasBlank);
  }

  function clearAll() {
    junsoku.remember();
    junsoku.write({ fields: {}, rows: {} });
    junsoku.changed();
    isUnsaved = false;
    junsoku.tell(word("cleared"), true);
    undo.focus();
  }

  function addUnchoose() {
    for (const group of form.querySelectorAll(".slot.radio fieldset")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "unchoose fill-note";
      button.textContent = word("unchoose");
      button.addEventListener("click", () => {
        set(group.closest(".slot"), "");
        faults.look(group.closest(".slot"));
        junsoku.page.focusable(group.closest(".slot")).focus();
        junsoku.changed();
      });
      group.append(button);
    }
  }

  // Words that appear beside a field push what is below it down. Were that to happen while the mouse button is down on
  // the next thing, the click would miss it; so they wait until it is up again.
  function lookWhenReleased() {
    const waiting = new Set();
    let isDown = false;
    const release = () => {
      isDown = false;
      setTimeout(() => {
        waiting.forEach(faults.look);
        waiting.clear();
      });
    };
    addEventListener("pointerdown", () => (isDown = true), true);
    addEventListener("pointerup", release, true);
    addEventListener("pointercancel", release, true);
    return (slot) => (isDown ? waiting.add(slot) : faults.look(slot));
  }

  function begin() {
    if (!element("start")) return;
    element("end").hidden = false;
    addUnchoose();
    const look = lookWhenReleased();
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", (event) => {
      if (event.target.closest(".slot")) junsoku.changed();
    });
    form.addEventListener("change", (event) => {
      const slot = event.target.closest(".slot");
      if (slot) look(slot);
    });
    // What now stands beside the field is seen by whoever looks there, and is told to everybody else.
    form.addEventListener("change", (event) => {
      const slot = event.target.closest(".slot");
      setTimeout(() => (element("said").textContent = slot?.querySelector(".slot-fault, .slot-words")?.textContent ?? ""), 100);
    });
    // In a field of one line the Enter key would send the form, which goes nowhere.
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target.matches("input.control")) event.preventDefault();
    });
    element("check").addEventListener("click", check);
    element("print").addEventListener("click", printChecked);
    element("save").addEventListener("click", save);
    element("clear").addEventListener("click", clearAll);
    undo.addEventListener("click", takeBack);
    element("file").addEventListener("change", async (event) => {
      const [file] = event.target.files;
      if (file) await load(file);
      event.target.value = "";
    });
    addEventListener("beforeunload", (event) => {
      if (isUnsaved && !isOfProcedure && !draft.isOn() && !isBlank()) event.preventDefault();
    });
    draft.begin();
    carry();
  }

  begin();
})((globalThis.junsoku ??= {}));
