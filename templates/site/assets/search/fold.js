// Letters by what they say, as src/site/search/folding.rs has it; both are held to tests/cases/folding.jsonl. Knows nothing of
// a page.
"use strict";

(() => {
  const SPACES = /\p{White_Space}+/gu;
  const HIRAGANA = /[\u3041-\u3096\u309D\u309E]/g;
  const KANJI_NUMERALS = /[〇一二三四五六七八九十百千]+/g;
  const UNITS = { 十: 10, 百: 100, 千: 1000 };
  const GREATEST = 0xffffffff;
  // A letter with the marks that join it.
  const CLUSTERS = /\P{M}[\p{M}\uFF9E\uFF9F]*|\p{M}+/gsu;

  /** The letters of a text whatever their widths, cases and spaces, hiragana as katakana. */
  function letters(text) {
    const katakana = (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60);
    const straight = text.normalize("NFKC").replace(SPACES, "").replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
    return straight.toLowerCase().replace(HIRAGANA, katakana);
  }

  /** The value of a numeral in kanji, by units or digit by digit; none beyond 32 bits. */
  function kanjiValue(run) {
    const values = [...run].map((letter) => UNITS[letter] ?? "〇一二三四五六七八九".indexOf(letter));
    if (values.every((value) => value < 10)) {
      const value = Number(values.join(""));
      return value <= GREATEST ? value : undefined;
    }
    let sum = 0;
    let before;
    for (const value of values) {
      if (value < 10) {
        before = value;
      } else {
        sum += value * (before ?? 1);
        before = undefined;
      }
    }
    sum += before ?? 0;
    return sum <= GREATEST ? sum : undefined;
  }

  /** What `tables` of the index say, ready to be used. */
  function folding({ variants, counters, ordinals }) {
    const tokens = new Map();
    variants.forEach((spellings, at) => {
      for (const spelling of spellings) {
        if (spelling !== "" && !tokens.has(spelling)) {
          tokens.set(spelling, String.fromCharCode(0xe000 + at));
        }
      }
    });
    // The longest first, since an expression takes the first that fits.
    const listed = [...tokens.keys()].sort((one, other) => other.length - one.length);
    const literal = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
    const spellings = listed.length === 0 ? null : new RegExp(listed.map(literal).join("|"), "g");

    /** What stands in place of a numeral in kanji: its digits where it is a number and no part of a word. */
    function inDigits(run, at, whole) {
      const after = whole[at + run.length];
      const counted = after === undefined || counters.includes(after);
      const isNumber = counted || ordinals.some((ordinal) => whole.endsWith(ordinal, at));
      return (isNumber ? kanjiValue(run)?.toString() : undefined) ?? run;
    }

    const steps = [[KANJI_NUMERALS, inDigits]];
    if (spellings !== null) {
      steps.push([spellings, (spelling) => tokens.get(spelling)]);
    }

    /** Folded letters with numbers in digits and one letter for every spelling of a word. */
    const meaning = (folded) => steps.reduce((text, [pattern, replace]) => text.replace(pattern, replace), folded);

    return { letters, meaning, mapped: (text) => mapped(text, steps) };
  }

  const clusters = new Map();

  /** The letters of a cluster; there are some thousands of them. */
  function lettersOf(cluster) {
    let made = clusters.get(cluster);
    if (made === undefined) {
      made = letters(cluster);
      clusters.set(cluster, made);
    }
    return made;
  }

  /** Both foldings of a text, with the place in the text that each of their letters comes from. */
  function mapped(text, steps) {
    const plain = { text: "", places: [] };
    for (const { 0: cluster, index } of text.matchAll(CLUSTERS)) {
      const folded = lettersOf(cluster);
      plain.text += folded;
      for (let unit = 0; unit < folded.length; unit += 1) {
        plain.places.push([index, index + cluster.length]);
      }
    }
    return { letters: plain, meaning: steps.reduce(replaced, plain) };
  }

  function replaced({ text, places }, [pattern, replace]) {
    const made = { text: "", places: [] };
    let done = 0;
    const keep = (to) => {
      made.text += text.slice(done, to);
      made.places.push(...places.slice(done, to));
      done = to;
    };
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const end = index + found.length;
      const other = replace(found, index, text);
      if (other !== found) {
        keep(index);
        made.text += other;
        const place = [places[index][0], places[end - 1][1]];
        made.places.push(...Array.from({ length: other.length }, () => place));
        done = end;
      }
    }
    keep(text.length);
    return made;
  }

  globalThis.junsoku ??= {};
  globalThis.junsoku.fold = { letters, folding };
})();
