// The page of a procedure: answers that go into several forms are typed once, the forms are opened with them, and what was filled in
// there comes back as long as the tab is open. All of it is saved in one file and printed at once. Nothing is sent anywhere.
"use strict";

(function (junsoku) {
  const metas = (name) => Array.from(document.querySelectorAll(`meta[name="junsoku-${name}"]`), (meta) => JSON.parse(meta.content));
  const [spec] = metas("procedure");
  const [words] = metas("words");
  const forms = metas("form");
  const element = (id) => document.getElementById(`_procedure-${id}`);
  const key = `junsoku-procedure:${spec.procedure}`;
  const { isRecord, isEmpty } = junsoku.data;
  junsoku.rules = forms[0].rules;
  junsoku.headings = forms[0].headings;

  const word = (id, args = {}) => (words[id] ?? id).replace(/\{(\w+)\}/g, (place, name) => (name in args ? String(args[name]) : place));
  const controls = () => spec.answers.map((_, at) => document.getElementById(`_answer-${at + 1}`));

  // A browser may refuse to keep anything.
  function tried(act) {
    try {
      return act();
    } catch {
      return undefined;
    }
  }

  const soundRaw = (raw) => (isRecord(raw) && isRecord(raw.fields) && isRecord(raw.rows) ? { fields: { ...raw.fields }, rows: { ...raw.rows } } : { fields: {}, rows: {} });

  // The answers, and what was filled in in each form.
  function sound(state) {
    const answers = isRecord(state) && Array.isArray(state.answers) ? state.answers : [];
    const kept = isRecord(state) && isRecord(state.forms) ? state.forms : {};
    return {
      answers: spec.answers.map((_, at) => (typeof answers[at] === "string" ? answers[at] : "")),
      forms: Object.fromEntries(spec.forms.filter(({ form }) => Object.hasOwn(kept, form)).map(({ form }) => [form, soundRaw(kept[form])])),
    };
  }

  // What a form brought back stands for the answers that went there, since it may have been corrected.
  function takeBack(kept) {
    const found = sound(kept);
    for (const { form } of spec.forms) {
      if (!kept?.forms?.[form]?.isNew) continue;
      spec.answers.forEach(({ places }, at) => {
        const [, path] = places.find(([of]) => of === form) ?? [];
        const value = path && found.forms[form]?.fields[path];
        if (typeof value === "string" && value !== "") found.answers[at] = value;
      });
    }
    return found;
  }

  const stored = () => takeBack(tried(() => JSON.parse(sessionStorage.getItem(key) ?? "null")));

  let state = stored();

  const keep = () => tried(() => sessionStorage.setItem(key, JSON.stringify(state)));

  // What stands in a form: what was filled in there, and the answers, which are newer.
  function rawOf(form) {
    const raw = soundRaw(state.forms[form]);
    spec.answers.forEach(({ places }, at) => {
      for (const [of, path] of places) if (of === form && state.answers[at] !== "") raw.fields[path] = state.answers[at];
    });
    return raw;
  }

  const isFilled = (form) => Object.values(rawOf(form).fields).some((value) => !isEmpty(value));

  function show() {
    controls().forEach((control, at) => (control.value = state.answers[at]));
    for (const link of document.querySelectorAll("a[data-form]")) {
      link.parentElement.querySelector("[data-filled]").hidden = !isFilled(link.dataset.form);
    }
  }

  const tell = (text) => (element("status").textContent = text);

  // The form's page takes what goes there, and knows where it came from.
  function opened(event) {
    const { form } = event.currentTarget.dataset;
    tried(() => {
      if (isFilled(form)) sessionStorage.setItem(`junsoku-carried:${form}`, JSON.stringify(rawOf(form)));
      sessionStorage.setItem(`junsoku-of:${form}`, key);
    });
  }

  function save() {
    const text = `${JSON.stringify({ procedure: spec.procedure, ...state, forms: Object.fromEntries(spec.forms.filter(({ keeps }) => keeps).map(({ form }) => [form, rawOf(form)])) }, undefined, 2)}\n`;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = `${spec.procedure.replaceAll("/", "-")}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    tell(word("procedure-saved", { value: link.download }));
  }

  async function load(file) {
    const found = file.size > 2_000_000 ? undefined : tried(JSON.parse.bind(undefined, await file.text()));
    if (!isRecord(found) || found.procedure !== spec.procedure) {
      tell(word("procedure-refused", { form: spec.procedure }));
      return;
    }
    state = sound(found);
    keep();
    show();
    tell(word("loaded"));
  }

  // Every form with what stands in it, one after another.
  function printAll() {
    const root = document.createElement("div");
    for (const one of forms) {
      const sheet = junsoku.replica.of(one.form);
      if (sheet) root.append(...junsoku.replica.build({ spec: one, sheet, word, withTables: false, fields: rawOf(one.form).fields }).root.children);
    }
    root.className = "print-root replica";
    const clear = () => {
      root.remove();
      document.documentElement.classList.remove("on-paper");
    };
    document.getElementById("_main").append(root);
    document.documentElement.classList.add("on-paper");
    addEventListener("afterprint", clear, { once: true });
    print();
  }

  function begin() {
    const section = document.getElementById("_answers");
    if (section) section.hidden = false;
    element("tools").hidden = false;
    document.querySelectorAll("a[data-form]").forEach((link) => link.addEventListener("click", opened));
    controls().forEach((control, at) =>
      control.addEventListener("input", () => {
        state.answers[at] = control.value;
        keep();
      }),
    );
    document.getElementById("_answers-form")?.addEventListener("submit", (event) => event.preventDefault());
    element("print")?.addEventListener("click", printAll);
    element("save").addEventListener("click", save);
    element("file").addEventListener("change", async (event) => {
      const [file] = event.target.files;
      if (file) await load(file);
      event.target.value = "";
    });
    element("clear").addEventListener("click", () => {
      state = sound();
      tried(() => sessionStorage.removeItem(key));
      show();
      tell(word("procedure-cleared"));
    });
    // Back from a form, perhaps from the memory of the browser.
    addEventListener("pageshow", () => {
      state = stored();
      keep();
      show();
    });
    show();
  }

  begin();
})((globalThis.junsoku ??= {}));
