// Headings of lists as people write them, and the fields that they mean. Nothing here knows of the page. The program reads them by the
// same steps (src/forms/filling/list/headings.rs); tests/cases/headings.jsonl holds both to them.
"use strict";

(function (junsoku) {
  // The words come with the form: src/forms/filling/list/headings.json.
  const rules = () => junsoku.headings;
  const SIGNS = { synonym: 1, short: 2, label: 3, path: 4 };

  // A heading as it is compared: in narrow small letters without white space and marks at its ends.
  function plain(heading) {
    let text = heading.normalize("NFKC").replace(/\s/g, "").toLowerCase();
    const { marks } = rules();
    for (let mark; (mark = marks.find((one) => text.length > one.length && text.endsWith(one))); ) text = text.slice(0, -mark.length);
    for (let mark; (mark = marks.find((one) => text.length > one.length && text.startsWith(one))); ) text = text.slice(mark.length);
    return text;
  }

  // What stands before and in brackets at the end: 氏名 and 漢字 of 氏名(漢字).
  function bracketed(text) {
    const at = text.endsWith(")") ? text.lastIndexOf("(") : -1;
    return at < 0 ? {} : { short: at > 0 ? text.slice(0, at) : undefined, inner: text.slice(at + 1, -1) };
  }

  // Whether a heading is a word for the name of a person.
  function isPersonsName(heading) {
    const text = plain(heading);
    const { heads } = rules().groups.find((group) => group.heads.includes("氏名"));
    return heads.includes(text) || heads.includes(bracketed(text).short);
  }

  // Whether a heading may stand above the parts of a name, and says which value they are together: フリガナ above 姓 and 名.
  function isWholeName(heading) {
    const text = plain(heading);
    const { short, inner } = bracketed(text);
    const readings = rules().groups.filter((group) => group.kind === "furigana").flatMap((group) => group.heads);
    return isPersonsName(heading) || [text, short, inner].some((one) => readings.includes(one));
  }

  function signOf(text, block, field) {
    const labels = field.heads.map(plain);
    const captions = block.heads.map(plain);
    if (labels.some((label) => text === label || captions.some((caption) => text === caption + label))) {
      return SIGNS.label;
    }
    const { short = text, inner } = bracketed(text);
    // 氏名（カナ） asks for the reading, whatever stands before the bracket.
    const isOther = inner !== undefined && rules().groups.some((group) => group.kind !== "" && group.heads.includes(inner) && group.kind !== field.kind);
    if (!isOther && labels.some((label) => (bracketed(label).short ?? label) === short)) {
      return SIGNS.short;
    }
    const isLabelled = (heads) => labels.some((label) => heads.includes(label) || heads.includes(bracketed(label).short));
    const means = (group) => {
      const isKind = group.kind === field.kind;
      if (isOther && !isKind) return false;
      const words = isKind ? [text, short, inner] : [text, short];
      return words.some((one) => group.heads.includes(one)) && (isKind || (group.kind === "" && isLabelled(group.heads)));
    };
    return rules().groups.some(means) ? SIGNS.synonym : undefined;
  }

  function knownPath(spec, path) {
    const parts = path.match(/^([^.[\]]+)(\[\d+\])?\.(.+)$/);
    const block = parts && spec.blocks.find((one) => one.id === parts[1]);
    const fits = block && (parts[2] === undefined || Boolean(block.rows));
    return Boolean(fits && junsoku.data.fieldsOf(block).some((field) => field.id === parts[3]));
  }

  // The fields that a heading may mean, those of the surest sign only: {path, sign}.
  function matches(spec, heading) {
    const written = heading.trim();
    const path = written.match(/ \[([^[\]]*(?:\[\d+\])?[^[\]]*)\]$/)?.[1] ?? written;
    if (knownPath(spec, path)) return [{ path, sign: SIGNS.path }];
    const text = plain(written);
    if (text === "") return [];
    const found = spec.blocks.flatMap((block) =>
      junsoku.data.fieldsOf(block).map((field) => ({ path: `${block.id}.${field.id}`, sign: signOf(text, block, field) })),
    ).filter((one) => one.sign);
    const best = Math.max(...found.map((one) => one.sign));
    return found.filter((one) => one.sign === best);
  }

  junsoku.heads = { matches, plain, isPersonsName, isWholeName, SIGNS };
})((globalThis.junsoku ??= {}));
