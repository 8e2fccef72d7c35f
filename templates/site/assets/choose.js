// Any two sets side by side, topic by topic, of a site that has too many for a page for each pair. What is chosen stands in the
// address. The files of sets are scripts, since a page that was opened from a disk loads no data.
"use strict";

const junsoku = (globalThis.junsoku ??= {});

(() => {
  const form = document.getElementById("choose");
  const status = document.getElementById("chosen-status");
  const trouble = document.getElementById("chosen-trouble");
  const words = JSON.parse(form.dataset.words);
  const sides = ["first", "second"];
  const loaded = new Map();
  let named = [];
  let asked = 0;

  const written = (word) => (typeof word === "string" ? word : word[0]);
  const value = (word) => (typeof word === "string" ? word : word[1]);
  const isBlank = (word) => value(word).trim() === "";

  /** Called by each file: the names of all sets, or the provisions of one. */
  junsoku.choose = { put: (id, content) => loaded.set(id, content), likeness, differing, paired };

  /** The content of the file `name`, which hands itself over as `id`. */
  function load(name, id) {
    if (loaded.has(id)) {
      return Promise.resolve(loaded.get(id));
    }
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.addEventListener("load", () => (loaded.has(id) ? resolve(loaded.get(id)) : reject(new Error(name))));
      script.addEventListener("error", () => reject(new Error(name)));
      script.src = `${name}.js`;
      document.head.append(script);
    });
  }

  /** The share of words that both lists have, from 0 to 1. */
  function likeness(one, other) {
    const counts = new Map();
    const mine = one.map(value);
    const theirs = other.map(value);
    mine.forEach((word) => counts.set(word, (counts.get(word) ?? 0) + 1));
    const both = theirs.filter((word) => {
      const left = counts.get(word) ?? 0;
      counts.set(word, left - 1);
      return left > 0;
    });
    return mine.length + theirs.length === 0 ? 1 : (2 * both.length) / (mine.length + theirs.length);
  }

  /** For each list which of its words the other lacks at that place: what is left of a longest common sequence. */
  function differing(one, other) {
    const [mine, theirs] = [one.map(value), other.map(value)];
    const width = theirs.length + 1;
    const table = new Uint16Array((mine.length + 1) * width);
    for (let at = mine.length - 1; at >= 0; at -= 1) {
      for (let to = theirs.length - 1; to >= 0; to -= 1) {
        const same = mine[at] === theirs[to];
        table[at * width + to] = same ? table[(at + 1) * width + to + 1] + 1 : Math.max(table[(at + 1) * width + to], table[at * width + to + 1]);
      }
    }
    const marks = [mine.map(() => true), theirs.map(() => true)];
    for (let at = 0, to = 0; at < mine.length && to < theirs.length; ) {
      if (mine[at] === theirs[to]) {
        marks[0][at] = marks[1][to] = false;
        at += 1;
        to += 1;
      } else if (table[(at + 1) * width + to] >= table[at * width + to + 1]) {
        at += 1;
      } else {
        to += 1;
      }
    }
    return marks;
  }

  const textOf = (item) => [...(item.c ?? []), ...(item.w ?? [])];
  const shares = (one, other) => (one.r ?? []).some((id) => (other.r ?? []).includes(id));

  /** The provisions of two lists in pairs: what is mapped to one requirement, then what says the like; others stand alone. */
  function paired(first, second) {
    const free = new Set(second.keys());
    const partners = first.map(() => undefined);
    const take = (at, fits) => {
      let best;
      for (const to of free) {
        const alike = fits(first[at], second[to]);
        if (alike > (best?.alike ?? 0)) {
          best = { to, alike };
        }
      }
      if (best !== undefined) {
        partners[at] = best.to;
        free.delete(best.to);
      }
    };
    const mapped = (one, other) => (shares(one, other) ? 1 + likeness(textOf(one), textOf(other)) : 0);
    const alike = (one, other) => {
      const share = likeness(textOf(one), textOf(other));
      return share >= 0.5 && textOf(one).length > 0 ? share : 0;
    };
    for (const fits of [mapped, alike]) {
      first.forEach((_, at) => partners[at] === undefined && take(at, fits));
    }
    const rows = first.map((item, at) => [item, second[partners[at]]]);
    return [...rows, ...[...free].map((at) => [undefined, second[at]])];
  }

  function marked(list, marks) {
    const nodes = [];
    list.forEach((word, at) => {
      const isMarked = marks?.[at] && !isBlank(word);
      const last = nodes.at(-1);
      if (last !== undefined && last.isMarked === isMarked) {
        last.text += written(word);
      } else {
        nodes.push({ isMarked, text: written(word) });
      }
    });
    return nodes.map(({ isMarked, text }) => {
      if (!isMarked) {
        return document.createTextNode(text);
      }
      const mark = document.createElement("mark");
      mark.textContent = text;
      return mark;
    });
  }

  function cell(item, name, side, marks) {
    const td = document.createElement("td");
    td.className = item === undefined ? `${side}-side none` : `${side}-side`;
    const label = document.createElement("span");
    label.className = "cell-name";
    label.ariaHidden = "true";
    label.textContent = name;
    td.append(label);
    if (item === undefined) {
      return td;
    }
    const caption = item.c ?? [];
    if (item.n !== "" || caption.length > 0) {
      const head = document.createElement("p");
      const link = document.createElement("a");
      link.href = item.h;
      link.append(item.n, item.n !== "" && caption.length > 0 ? " " : "", ...marked(caption, marks?.slice(0, caption.length)));
      head.append(link);
      td.append(head);
    }
    const text = document.createElement("p");
    text.append(...marked(item.w ?? [], marks?.slice(caption.length)));
    td.append(text);
    return td;
  }

  function row([first, second], names) {
    const both = first !== undefined && second !== undefined;
    const marks = both ? differing(textOf(first), textOf(second)) : [];
    const isSame = both && marks.every((side) => !side.includes(true));
    const state = both ? (isSame ? "same" : "different") : "alone";
    const tr = document.createElement("tr");
    tr.className = state;
    const th = document.createElement("th");
    th.scope = "row";
    th.className = "pair-state";
    th.textContent = words[state];
    tr.append(th, cell(first, names[0], "first", marks[0]), cell(second, names[1], "second", marks[1]));
    return tr;
  }

  /** Shows what is chosen; a later choice ends the work of an earlier one. */
  async function show() {
    asked += 1;
    const mine = asked;
    const ids = sides.map((side) => form.elements[side].value);
    const sections = [...document.querySelectorAll(".chosen-topic")];
    sections.forEach((section) => (section.hidden = true));
    trouble.hidden = true;
    if (ids.includes("") || ids[0] === ids[1]) {
      status.textContent = "";
      return;
    }
    status.textContent = words.loading;
    try {
      const sets = await Promise.all(ids.map((id) => load(`sets/${id}`, id)));
      if (mine === asked) {
        fill(sections, sets);
      }
    } catch {
      status.textContent = "";
      trouble.querySelector("p").textContent = words.damaged;
      trouble.hidden = false;
    }
  }

  function fill(sections, sets) {
    const names = sets.map((set) => set.name);
    const topic = form.elements.topic.value;
    let count = 0;
    for (const section of sections) {
      const lists = sets.map((set) => set.items.filter((item) => (item.t ?? "") === section.dataset.topic && textOf(item).length > 0));
      const isWanted = topic === "" || topic === section.dataset.topic;
      const rows = isWanted ? paired(...lists).map((pair) => row(pair, names)) : [];
      const shown = rows.filter((tr) => !form.elements.differing.checked || tr.className !== "same");
      section.querySelector("tbody").replaceChildren(...shown);
      section.querySelectorAll("thead th:not(.pair-state)").forEach((th, at) => (th.textContent = names[at]));
      section.hidden = shown.length === 0;
      count += shown.length;
    }
    status.textContent = words.count.replace("{count}", count);
  }

  function fillRegions(side, chosen) {
    const part = named[form.elements[`${side}-part`].selectedIndex];
    form.elements[side].replaceChildren(...(part?.[1] ?? []).map(([id, name]) => new Option(name, id)));
    form.elements[side].value = chosen ?? part?.[1][0]?.[0] ?? "";
  }

  /** Takes what the address names; a name that is none counts as nothing. */
  function read() {
    const wanted = new URLSearchParams(location.hash.slice(1));
    sides.forEach((side, at) => {
      const id = wanted.get(side);
      const found = named.findIndex(([, sets]) => sets.some(([known]) => known === id));
      form.elements[`${side}-part`].selectedIndex = found < 0 ? Math.min(at, named.length - 1) : found;
      fillRegions(side, found < 0 ? undefined : id);
    });
    form.elements.topic.value = [...form.elements.topic.options].some((option) => option.value === wanted.get("topic")) ? wanted.get("topic") : "";
    form.elements.differing.checked = wanted.get("differing") === "1";
  }

  function write() {
    const chosen = new URLSearchParams(sides.map((side) => [side, form.elements[side].value]));
    if (form.elements.topic.value !== "") {
      chosen.set("topic", form.elements.topic.value);
    }
    if (form.elements.differing.checked) {
      chosen.set("differing", "1");
    }
    history.replaceState(null, "", `#${chosen}`);
    show();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    const side = sides.find((one) => event.target.name === `${one}-part`);
    if (side !== undefined) {
      fillRegions(side);
    }
    write();
  });
  addEventListener("hashchange", () => {
    read();
    show();
  });
  load("names", "").then((content) => {
    named = content;
    for (const side of sides) {
      form.elements[`${side}-part`].replaceChildren(...named.map(([name]) => new Option(name)));
    }
    read();
    form.hidden = false;
    show();
  }, () => {
    trouble.querySelector("p").textContent = words.damaged;
    trouble.hidden = false;
  });
})();
