// Reads a query, decides which places it finds and where in them. Knows nothing of a page.
"use strict";

(() => {
  const { fold, stem } = globalThis.junsoku;
  const SPACES = /\p{White_Space}+/u;
  // What is written with spaces between words: letters and numbers before the scripts of East Asia.
  const WORDS = /[\p{Alphabetic}\p{N}]+/gu;
  const FIRST_WIDE = "\u2E80";
  const isWide = (text) => [...text].some((letter) => letter >= FIRST_WIDE);

  /** The words of a text with their places. */
  function* words(text) {
    for (const { 0: run, index } of text.matchAll(WORDS)) {
      let start = 0;
      for (const word of run.split(/([\u2E80-\u{10FFFF}]+)/u)) {
        if (word !== "" && !isWide(word)) {
          yield [word, index + start];
        }
        start += word.length;
      }
    }
  }

  const stemsOf = (text) => [...words(text)].map(([word]) => stem(word));
  const small = (text) => text.normalize("NFKC").toLowerCase();

  /** The terms of a query, all of which must be found: by letters, or in English by stems. */
  function parse(query, lang, folding) {
    // Half a letter would be found in the half of another.
    const whole = query.replace(/\p{Surrogate}/gu, "\uFFFD").normalize("NFKC");
    const terms = new Map();
    for (const written of new Set(whole.split(SPACES))) {
      const letters = folding.letters(written);
      const stems = lang === "en" && !isWide(letters) ? [...new Set(stemsOf(small(written)))] : [];
      const meaning = folding.meaning(letters);
      if (letters !== "") {
        terms.set(stems.join(" ") || letters, { letters, meaning, stems, varies: /[0-9\uE000-\uF8FF]/.test(meaning) });
      }
    }
    return [...terms.values()];
  }

  /** A text that is looked through, folded when it is first needed. */
  class Haystack {
    #fields;
    #folding;
    #letters;
    #meaning;
    #stems;

    constructor(fields, folding) {
      this.#fields = fields;
      this.#folding = folding;
    }

    has(term) {
      if (term.stems.length > 0) {
        this.#stems ??= new Set(this.#fields.flatMap((field) => stemsOf(small(field))));
        return term.stems.every((one) => this.#stems.has(one));
      }
      // Between fields stands what no query holds.
      this.#letters ??= this.#fields.map(this.#folding.letters).join("\n");
      if (this.#letters.includes(term.letters)) {
        return true;
      }
      if (!term.varies) {
        return false;
      }
      this.#meaning ??= this.#letters.split("\n").map(this.#folding.meaning).join("\n");
      return this.#meaning.includes(term.meaning);
    }
  }

  /** Where the terms stand in a text: places from and to, in their order, none within another. */
  function marks(text, terms, folding) {
    const found = [];
    const byLetters = terms.filter((term) => term.stems.length === 0);
    if (byLetters.length > 0) {
      const { letters, meaning } = folding.mapped(text);
      for (const term of byLetters) {
        add(letters, term.letters, found);
        if (term.varies) {
          add(meaning, term.meaning, found);
        }
      }
    }
    const stems = new Set(terms.flatMap((term) => term.stems));
    if (stems.size > 0) {
      for (const [word, at] of words(text)) {
        if (stems.has(stem(small(word)))) {
          found.push([at, at + word.length]);
        }
      }
    }
    return joined(found);
  }

  function add({ text, places }, wanted, found) {
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
      found.push([places[at][0], places[at + wanted.length - 1][1]]);
    }
  }

  function joined(found) {
    const list = [];
    for (const [from, to] of found.sort((one, other) => one[0] - other[0])) {
      const last = list.at(-1);
      if (last !== undefined && from <= last[1]) {
        last[1] = Math.max(last[1], to);
      } else {
        list.push([from, to]);
      }
    }
    return list;
  }

  /** The words around the first mark, as pieces of text that are marked or not. */
  function snippet(text, terms, folding, length) {
    const places = marks(text, terms, folding);
    const first = places[0]?.[0] ?? 0;
    const from = first > length / 3 ? wordStart(text, first - Math.floor(length / 3)) : 0;
    const to = from + length < text.length ? wordStart(text, from + length) : text.length;
    const pieces = from > 0 ? [["…", false]] : [];
    let done = from;
    for (const [start, end] of places.filter(([start]) => start < to)) {
      pieces.push([text.slice(done, start), false], [text.slice(start, end), true]);
      done = end;
    }
    pieces.push([text.slice(done, Math.max(done, to)), false]);
    if (to < text.length) {
      pieces.push(["…", false]);
    }
    return pieces.filter(([piece]) => piece !== "");
  }

  /** The beginning of the word at a place, where words have spaces between them; never within a letter of two units. */
  function wordStart(text, at) {
    const space = text.lastIndexOf(" ", at);
    if (space !== -1 && at - space < 20) {
      return space + 1;
    }
    return /[\uDC00-\uDFFF]/.test(text[at] ?? "") ? at - 1 : at;
  }

  globalThis.junsoku.match = { parse, Haystack, marks, snippet, stemsOf, small };
})();
