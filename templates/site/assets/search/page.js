// The page of search: reads the query and the choices, shows what is found and keeps both in the address. All that comes from
// the index or the query goes into the page as text.
"use strict";

(() => {
  const { match, search } = globalThis.junsoku;
  // How many results are shown at once, how many parts a query looks through before it asks, how many letters are shown.
  const SHOWN = 20;
  const PARTS = 8;
  const LETTERS = { ja: 90, en: 200 };
  const form = document.getElementById("search-form");
  const input = form.elements.q;
  const selects = [...form.querySelectorAll("select")];
  const status = document.getElementById("search-status");
  const results = document.getElementById("search-results");
  const trouble = document.getElementById("search-trouble");
  const more = document.getElementById("search-more");
  const said = JSON.parse(form.dataset.words);
  const { root } = form.dataset;
  const lang = document.documentElement.lang;
  let index;
  // Only the answer to the latest query is shown.
  let latest = 0;

  const words = (id, values = {}) => said[id].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const state = () => Object.fromEntries([input, ...selects].map((one) => [one.name, one.value]));

  function element(name, className, ...inside) {
    const made = document.createElement(name);
    if (className) {
      made.className = className;
    }
    made.append(...inside);
    return made;
  }

  /** What is asked for, from the address. */
  function read() {
    const asked = new URLSearchParams(location.search || location.hash.slice(1));
    input.value = asked.get("q") ?? "";
    for (const select of selects) {
      const known = [...select.options].some((option) => option.value === asked.get(select.name));
      select.value = known ? asked.get(select.name) : "";
    }
  }

  /** Keeps what is asked for in the address. */
  function write() {
    const asked = Object.entries(state()).filter(([, value]) => value !== "");
    const query = new URLSearchParams(asked).toString();
    try {
      history.replaceState(null, "", query === "" ? location.pathname : `?${query}`);
    } catch {
      // Some browsers keep the address of a file as it is, but for what stands behind #.
      location.replace(`#${query}`);
    }
  }

  /** Whether a place is what the choices ask for. */
  function isChosen(place, { region, kind, topic, edition }) {
    const isOf = (list, at, wanted) => wanted === "" || (at !== null && list[at]?.[0] === wanted);
    return (
      (kind === "" || place.kind === kind) &&
      isOf(index.sets, place.page.set, region) &&
      (topic === "" || place.topics.some((at) => isOf(index.topics, at, topic))) &&
      (edition === "all" || place.page.isEdition === (edition === "earlier"))
    );
  }

  /** Where a place comes among what is found; nothing where it is not found. */
  function rank(place, terms) {
    const isOwn = terms.map((term) => place.own.has(term));
    const isFound = isOwn.some(Boolean) && terms.every((term, at) => isOwn[at] || place.page.context.has(term));
    if (!isFound) {
      return undefined;
    }
    const isNamed = terms.every((term) => place.head.has(term) || (isOwn.length > 1 && place.page.context.has(term)));
    return (place.page.isEdition ? 4 : 0) + (isNamed ? (place.kind === "form" ? 0 : 1) : 2);
  }

  /** The forms that a query names, which come first however many parts there are. */
  function namedForms(terms, chosen) {
    if (index.lists.pairs.length === 0 || chosen.edition === "earlier" || !["", "form"].includes(chosen.kind) || chosen.topic !== "") {
      return [];
    }
    // Many regions have forms of the same names.
    index.ownNames ??= index.names.map(({ number, title, tasks }) => new match.Haystack([number, title, tasks], index.folding));
    index.named ??= index.forms.map(([set, name, below]) => {
      const { number, title } = index.names[name];
      const own = index.ownNames[name];
      const context = new match.Haystack([index.sets[set][1]], index.folding);
      const page = { set, title, href: `${index.sets[set][2]}/${below}`, isEdition: false, context };
      return { page, anchor: "", number, caption: title, text: "", topics: [], kind: "form", above: "", own, head: own };
    });
    return index.named.filter((place) => isChosen(place, chosen) && rank(place, terms) !== undefined);
  }

  /** One search: what was found so far, and how to go on. */
  class Search {
    constructor(asked) {
      this.number = latest += 1;
      this.asked = asked;
      this.found = [];
      this.shown = SHOWN;
      this.failed = false;
      this.left = [];
    }

    get isLatest() {
      return this.number === latest;
    }

    async begin() {
      if (this.asked.q.trim() === "") {
        show(this);
        return;
      }
      try {
        index ??= await search.SearchIndex.open(root, lang);
        this.terms = match.parse(this.asked.q, lang, index.folding);
        const set = index.sets.findIndex(([id]) => id === this.asked.region);
        for (const place of namedForms(this.terms, this.asked)) {
          this.found.push([0, place]);
        }
        this.left = this.terms.length === 0 ? [] : await index.candidates(this.terms, set === -1 ? null : set);
      } catch {
        this.failed = true;
      }
      await this.goOn();
    }

    /** Looks through the next parts. */
    async goOn() {
      const parts = this.left.splice(0, PARTS);
      const looked = await Promise.allSettled(parts.map((at) => index.part(at)));
      if (!this.isLatest) {
        return;
      }
      const known = new Set(this.found.map(([, place]) => place.page.href + place.anchor));
      for (const { status: ended, value } of looked) {
        if (ended === "rejected") {
          this.failed = true;
        }
        for (const place of value ?? []) {
          const at = isChosen(place, this.asked) ? rank(place, this.terms) : undefined;
          if (at !== undefined && !known.has(place.page.href + place.anchor)) {
            this.found.push([at, place]);
          }
        }
      }
      // Sorting keeps the order of what is alike.
      this.found.sort((one, other) => one[0] - other[0]);
      show(this);
    }
  }

  function result([, place], terms) {
    const { page, number, caption, text, kind } = place;
    const href = root + page.href + (place.anchor === "" ? "" : `#${place.anchor}`);
    const link = element("a", "", ...marked([...new Set([number, caption])].filter(Boolean).join("　") || page.title, terms));
    link.href = href;
    const head = element("p", "found-head", link);
    const name = page.set === null ? "" : index.sets[page.set][1];
    const where = [name, kind === "provision" ? page.title : "", place.above, page.isEdition ? said.earlier : ""].filter(Boolean);
    const label = said[kind];
    const line = element("p", "found-where", ...(label ? [element("span", "mark", label), " "] : []), where.join(" › "));
    const pieces = match.snippet(text.replace(/\s+/g, " ").trim(), terms, index.folding, LETTERS[lang] ?? LETTERS.en);
    return element("li", "", head, line, element("p", "found-text", ...toNodes(pieces)));
  }

  const toNodes = (pieces) => pieces.map(([text, isMarked]) => (isMarked ? element("mark", "", text) : text));
  const marked = (text, terms) => toNodes(match.snippet(text, terms, index.folding, 200));

  function show(one) {
    if (!one.isLatest) {
      return;
    }
    const isEmpty = one.asked.q.trim() === "";
    results.replaceChildren(...one.found.slice(0, one.shown).map((found) => result(found, one.terms)));
    results.hidden = one.found.length === 0;
    results.dataset.answers = one.asked.q;
    trouble.hidden = !one.failed;
    const values = { n: one.found.length, parts: one.left.length };
    status.textContent = isEmpty ? "" : words(one.found.length === 0 && !one.failed && one.left.length === 0 ? "none" : "count", values);
    more.hidden = one.found.length <= one.shown && one.left.length === 0;
    more.textContent = one.found.length > one.shown ? words("more", { n: Math.min(SHOWN, one.found.length - one.shown) }) : words("further", values);
    more.onclick = async () => {
      const first = Math.min(one.shown, one.found.length);
      if (one.found.length > one.shown) {
        one.shown += SHOWN;
        show(one);
      } else {
        status.textContent = said.loading;
        await one.goOn();
      }
      results.children[first]?.querySelector("a").focus();
    };
  }

  let timer;
  function ask() {
    write();
    clearTimeout(timer);
    const one = new Search(state());
    if (index === undefined) {
      status.textContent = input.value.trim() === "" ? "" : said.loading;
    }
    // Where a query loads lists and parts, one waits until the writing rests.
    const rest = index !== undefined && index.lists.pairs.length > 0 ? 200 : 0;
    timer = rest === 0 ? void one.begin() : setTimeout(() => one.begin(), rest);
  }

  /** Loads and folds the texts of a site that has few parts, a little at a time, so that the first answer comes at once. */
  async function prepare() {
    index ??= await search.SearchIndex.open(root, lang);
    if (index.lists.pairs.length > 0) {
      return;
    }
    const parts = await Promise.allSettled(index.parts.map((_, at) => index.part(at)));
    for (const place of parts.flatMap((part) => part.value ?? [])) {
      if (performance.now() - rested > 10) {
        await new Promise((next) => setTimeout(next));
        rested = performance.now();
      }
      place.own.fold(lang);
    }
    form.dataset.ready = "";
  }

  let rested = performance.now();

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  form.addEventListener("input", ask);
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const one of [input, ...selects]) {
      one.value = "";
    }
    ask();
    input.focus();
  });
  // The arrows lead from the box through the results and back.
  document.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [input, ...results.querySelectorAll(".found-head a")];
    const at = links.indexOf(document.activeElement);
    if (step !== undefined && at !== -1 && !event.isComposing && links[at + step] !== undefined) {
      event.preventDefault();
      links[at + step].focus();
    }
  });
  addEventListener("hashchange", () => {
    read();
    ask();
  });

  form.hidden = false;
  read();
  if (input.value === "") {
    input.focus();
    // A piece that fails is told with the first query.
    prepare().catch(() => {});
  } else {
    ask();
  }
})();
