// Loads the pieces of the index. Pages opened from a disk load no data but scripts: a piece is a script that hands itself over.
"use strict";

(() => {
  const { match, fold } = globalThis.junsoku;
  const waiting = new Map();

  /** The sum of a piece (FNV-1a over its UTF-16 units), as src/site/search/script.rs computes it. */
  function sumOf(text) {
    let sum = 0x811c9dc5;
    for (let at = 0; at < text.length; at += 1) {
      sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    }
    return (sum >>> 0).toString(16).padStart(8, "0");
  }

  /** Called by each piece. */
  function put(lang, name, sum, json) {
    waiting.get(`${lang}/${name}`)?.(sum, json);
  }

  /** The content of the piece `name`, whose sum must be `wanted` where the head says it. */
  function load(root, lang, name, wanted) {
    return new Promise((resolve, reject) => {
      const key = `${lang}/${name}`;
      const script = document.createElement("script");
      const end = (act) => {
        waiting.delete(key);
        script.remove();
        act();
      };
      let content;
      waiting.set(key, (sum, json) => {
        if (sum === sumOf(json) && (wanted === undefined || wanted === sum)) {
          content = JSON.parse(json);
        }
      });
      script.addEventListener("load", () => end(() => (content === undefined ? reject(new Error(name)) : resolve(content))));
      script.addEventListener("error", () => end(() => reject(new Error(name))));
      // The sum in the address keeps a browser from giving a piece of an earlier build.
      script.src = `${root}search/${name}.js${wanted === undefined ? "" : `?${wanted}`}`;
      document.head.append(script);
    });
  }

  /** The number of the list that has `key`, as src/site/search/grams.rs computes it. */
  function shard(key, count) {
    let hash = 0;
    for (const letter of key) {
      hash = (Math.imul(hash, 31) + letter.codePointAt(0)) >>> 0;
    }
    return hash % count;
  }

  /** The numbers of parts that a list says: `0-4,7`. */
  function numbers(written) {
    const all = new Set();
    for (const run of written === undefined ? [] : written.split(",")) {
      const [from, to = from] = run.split("-").map(Number);
      for (let at = from; at <= to; at += 1) {
        all.add(at);
      }
    }
    return all;
  }

  const both = (one, other) => new Set([...one].filter((at) => other.has(at)));
  const either = (one, other) => new Set([...one, ...other]);

  /** The index of one language; `root` is the way to the folder of the language. */
  class SearchIndex {
    constructor(root, lang, content) {
      Object.assign(this, content.head);
      Object.assign(this, { root, lang, parts: content.parts, lists: { pairs: content.pairs, words: content.words } });
      this.folding = fold.folding(content.folding);
      this.cache = new Map();
    }

    static async open(root, lang) {
      return new SearchIndex(root, lang, await load(root, lang, "head"));
    }

    /** A piece, loaded once. One that failed is tried again the next time. */
    piece(name, sum) {
      if (!this.cache.has(name)) {
        const loaded = load(this.root, this.lang, name, sum);
        loaded.catch(() => this.cache.delete(name));
        this.cache.set(name, loaded);
      }
      return this.cache.get(name);
    }

    /** The places of a part. */
    async part(at) {
      const name = `places-${at}`;
      if (!this.cache.has(name)) {
        const pages = await this.piece(`text-${at}`, this.parts[at].sum);
        this.cache.set(name, pages.flatMap((page) => this.#places(page)));
        this.cache.delete(`text-${at}`);
      }
      return this.cache.get(name);
    }

    #places([kind, set, title, href, isEdition, places]) {
      const context = new match.Haystack([title, set === null ? "" : this.sets[set][1]], this.folding);
      const page = { set, title, href, isEdition, context };
      const captions = new Map(places.map(([anchor, , caption]) => [anchor, caption]));
      /** The caption of the nearest place above, whose anchor is the beginning of this one's. */
      const below = (anchor) => {
        const above = anchor.slice(0, Math.max(anchor.lastIndexOf("."), 0));
        return above === "" ? "" : captions.get(above) || below(above);
      };
      return places.map(([anchor, number, caption, text, topics]) => {
        // A document as a whole is no provision.
        const isWhole = kind === "provision" && anchor === "";
        const fields = [number, caption, text];
        return {
          page, anchor, number, caption, text, topics, kind: isWhole ? "page" : kind, above: below(anchor),
          own: new match.Haystack(fields, this.folding), head: new match.Haystack([number, caption], this.folding),
        };
      });
    }

    /** The parts that can hold what is asked for, in their order. */
    async candidates(terms, set) {
      const all = this.parts.map((_, at) => at);
      const ofSet = all.filter((at) => {
        const { sets } = this.parts[at];
        return set === null || sets === null || (sets[0] <= set && set <= sets[1]);
      });
      if (this.lists.pairs.length === 0) {
        return ofSet;
      }
      let left = ofSet;
      for (const term of terms.slice(0, 4)) {
        // What names a region stands in no text of it.
        if (!this.sets.some(([, name]) => new match.Haystack([name], this.folding).has(term))) {
          const holding = await this.#holding(term);
          left = holding === null ? left : left.filter((at) => holding.has(at));
        }
      }
      return left;
    }

    async #holding(term) {
      if (term.stems.length > 0) {
        const each = await Promise.all(term.stems.slice(0, 4).map((stem) => this.#ofStem(stem)));
        return each.reduce(both);
      }
      const plain = await this.#ofLetters(term.letters);
      const meant = term.varies ? await this.#ofLetters(term.meaning) : new Set();
      return plain === null || meant === null ? null : either(plain, meant);
    }

    async #ofStem(stem) {
      const beginning = [...stem].slice(0, 2).join("");
      const words = await this.#list("words", beginning);
      const found = Object.keys(words).filter((word) => globalThis.junsoku.stem(word) === stem);
      return found.map((word) => numbers(words[word])).reduce(either, new Set());
    }

    /** The parts with the pairs of a term; null where no list can tell. */
    async #ofLetters(letters) {
      const list = [...letters];
      const isListed = (pair) => this.lang === "ja" || [...pair].every((letter) => letter >= "\u2E80");
      const pairs = list.slice(1).map((letter, at) => list[at] + letter);
      const grams = [...new Set(pairs.length === 0 ? list : pairs)].filter(isListed).slice(0, 6);
      if (grams.length === 0) {
        return null;
      }
      const each = await Promise.all(grams.map(async (gram) => numbers((await this.#list("pairs", gram))[gram])));
      return each.reduce(both);
    }

    #list(name, key) {
      const at = shard(key, this.lists[name].length);
      return this.piece(`${name}-${at}`, this.lists[name][at]);
    }
  }

  Object.assign((globalThis.junsoku.search ??= {}), { put, SearchIndex, sumOf });
})();
