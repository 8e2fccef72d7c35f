// The stems of English words, so that "lost devices" finds "the device is lost": the rules of M. F. Porter, "An algorithm for
// suffix stripping" (Program 14, 1980), after a short list of verbs whose forms no rule tells. Held to tests/cases/stems.jsonl.
"use strict";

(() => {
  // Each shares its first two letters with its verb: lists of words are parted by these.
  const IRREGULAR = new Map(
    Object.entries({
      lost: "lose", loses: "lose", losing: "lose", loss: "lose", losses: "lose", left: "leave", leaving: "leave",
      gave: "give", given: "give", taken: "take", sent: "send", wrote: "write", written: "write", kept: "keep",
      stole: "steal", stolen: "steal", stealing: "steal", made: "make", making: "make", children: "child", lent: "lend",
      forgot: "forget", forgotten: "forget", wiping: "wipe", women: "woman", began: "begin", begun: "begin",
    }),
  );
  const STEP2 = [
    ["ational", "ate"], ["tional", "tion"], ["enci", "ence"], ["anci", "ance"], ["izer", "ize"], ["abli", "able"],
    ["alli", "al"], ["entli", "ent"], ["eli", "e"], ["ousli", "ous"], ["ization", "ize"], ["ation", "ate"],
    ["ator", "ate"], ["alism", "al"], ["iveness", "ive"], ["fulness", "ful"], ["ousness", "ous"], ["aliti", "al"],
    ["iviti", "ive"], ["biliti", "ble"],
  ];
  const STEP3 = [
    ["icate", "ic"], ["ative", ""], ["alize", "al"], ["iciti", "ic"], ["ical", "ic"], ["ful", ""], ["ness", ""],
  ];
  const STEP4 = [
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion",
    "al", "er", "ic", "ou",
  ];

  /** The word as consonants and vowels: `cvc`. */
  const shape = (word) =>
    [...word].reduce((made, letter) => {
      const vowel = "aeiou".includes(letter) || (letter === "y" && made.endsWith("c"));
      return made + (vowel ? "v" : "c");
    }, "");
  /** How often a vowel is followed by a consonant: Porter's m. */
  const measure = (word) => shape(word).match(/v+c+/g)?.length ?? 0;
  const hasVowel = (word) => shape(word).includes("v");
  const endsDouble = (word) => word.length > 1 && word.at(-1) === word.at(-2) && shape(word).endsWith("c");
  const endsShort = (word) => shape(word).endsWith("cvc") && !/[wxy]$/.test(word);

  /** The word with the longest of the endings that it has replaced, if what is before it is long enough. */
  function replaceEnding(word, endings, least) {
    const fits = endings.filter(([ending]) => word.endsWith(ending)).sort((one, other) => other[0].length - one[0].length);
    if (fits.length === 0) {
      return word;
    }
    const [ending, other] = fits[0];
    const before = word.slice(0, -ending.length);
    return measure(before) > least ? before + other : word;
  }

  function withoutPlural(word) {
    if (word.endsWith("sses") || word.endsWith("ies")) {
      return word.slice(0, -2);
    }
    return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
  }

  function withoutTense(word) {
    if (word.endsWith("eed")) {
      return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
    }
    const ending = ["ed", "ing"].find((one) => word.endsWith(one));
    const before = ending && word.slice(0, -ending.length);
    if (!before || !hasVowel(before)) {
      return word;
    }
    if (/(at|bl|iz)$/.test(before)) {
      return `${before}e`;
    }
    if (endsDouble(before) && !/[lsz]$/.test(before)) {
      return before.slice(0, -1);
    }
    return measure(before) === 1 && endsShort(before) ? `${before}e` : before;
  }

  function withoutSuffix(word) {
    const ending = STEP4.find((one) => word.endsWith(one));
    const before = ending && word.slice(0, -ending.length);
    const fits = before && measure(before) > 1 && (ending !== "ion" || /[st]$/.test(before));
    return fits ? before : word;
  }

  function tidied(word) {
    const before = word.slice(0, -1);
    let made = word;
    if (word.endsWith("e") && (measure(before) > 1 || (measure(before) === 1 && !endsShort(before)))) {
      made = before;
    }
    return measure(made) > 1 && made.endsWith("ll") ? made.slice(0, -1) : made;
  }

  const known = new Map();

  /** The stem of a word in small letters. Words with other letters than a to z are their own stems. */
  function stem(written) {
    let made = known.get(written);
    if (made === undefined) {
      made = computed(IRREGULAR.get(written) ?? written);
      known.set(written, made);
    }
    return made;
  }

  function computed(word) {
    // A word longer than any is none, and its rules would be slow.
    if (word.length < 3 || word.length > 40 || !/^[a-z]+$/.test(word)) {
      return word;
    }
    let made = withoutTense(withoutPlural(word));
    if (made.endsWith("y") && hasVowel(made.slice(0, -1))) {
      made = `${made.slice(0, -1)}i`;
    }
    made = replaceEnding(replaceEnding(made, STEP2, 0), STEP3, 0);
    return tidied(withoutSuffix(made));
  }

  globalThis.junsoku ??= {};
  globalThis.junsoku.stem = stem;
})();
