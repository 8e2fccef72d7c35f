// The rows below the head of a list: which of them are entries, and what their cells say. Nothing here knows of the page. The program reads
// them by the same steps (sums.rs and dittos.rs of src/forms/filling/list), the words come with the form.
"use strict";

(function (junsoku) {
  const words = () => junsoku.headings;

  const isSumWord = (text) => words().sums.includes(text);

  // What follows the word for a sum that `text` begins with; of several words the longest.
  function withoutSumWord(text) {
    const word = words().sums.filter((one) => text.startsWith(one)).sort((one, other) => other.length - one.length)[0];
    return word === undefined ? undefined : text.slice(word.length);
  }

  // A number, with or without what counts people behind it.
  function isAmount(text) {
    const plain = text.replace(/^:+/, "");
    const counter = words().counters.find((one) => plain.endsWith(one)) ?? "";
    return /^[0-9]+$/.test(plain.slice(0, plain.length - counter.length));
  }

  // A count of people: 2名, 計2名.
  function isCount(text) {
    const amount = withoutSumWord(text);
    return isAmount(amount ?? text) && (amount !== undefined || words().counters.some((one) => text.endsWith(one)));
  }

  // Whether `row` sums up others: 合計 in front of a name that is none, or such a word in place of a name. `names` are the texts of names in it.
  function isSum(row, names) {
    const plain = names.map(junsoku.heads.plain);
    if (plain.some((name) => isSumWord(name) || isCount(name))) return true;
    const first = junsoku.heads.plain(row.find((text) => text !== "") ?? "");
    const amount = withoutSumWord(first);
    const begins = isSumWord(first) || (amount !== undefined && isAmount(amount));
    return begins && plain.every((name) => /^[0-9]*$/.test(name));
  }

  const isOneOf = (signs, text) => signs.includes(text.trim()) || signs.includes(junsoku.heads.plain(text));

  // The cells at `places` of `row` with the values that signs for the same as above stand for: {cells, repeated}. A sign with nothing above it is
  // left out, and a word that may stand for the value of another column, since that of `twins` asks the same of somebody else: {lost}. `above` are the
  // cells of the entry before.
  function meant(row, places, twins, above) {
    const cells = [...row];
    const repeated = [];
    const lost = [];
    for (const at of places) {
      const isWord = isOneOf(words().same, row[at] ?? "");
      if (!isWord && !isOneOf(words().dittos, row[at] ?? "")) continue;
      cells[at] = isWord && twins.includes(at) ? "" : (above[at] ?? "");
      (cells[at] === "" ? lost : repeated).push(at);
    }
    return { cells, repeated, lost };
  }

  junsoku.entries = { isSum, meant };
})((globalThis.junsoku ??= {}));
