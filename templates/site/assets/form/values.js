// Single values: from what was typed to what is kept, and back. Nothing here knows of the page.
// The program reads them by the same rules (src/forms/filling); tests/cases/values.jsonl holds both to them.
"use strict";

(function (junsoku) {
  const { dates } = junsoku;
  // Dashes, words that tick a box and the longest text come with the form: src/forms/filling/value_rules.rs.
  const rules = () => junsoku.rules;
  // Letters that nobody sees and no sheet shows; a tab and an end of a line are not among them.
  const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/;
  // Half of a letter, which no file can keep.
  const BROKEN = /\p{Surrogate}/u;
  // No number beyond is exact in a browser.
  const MOST = Number.MAX_SAFE_INTEGER;

  const fault = (id, value, more = {}) => ({ fault: id, args: { value, ...more } });
  const isDash = (letter) => rules().dashes.includes(letter);
  const withDashes = (text) => [...text].map((letter) => (isDash(letter) ? "-" : letter)).join("");
  const narrow = (text) => withDashes(text.normalize("NFKC")).replace(/\s/g, "");

  function line(text) {
    return text.includes("\n") ? fault("line-break", text) : { value: text };
  }

  function furigana(text) {
    const kana = text.normalize("NFKC");
    return line(text).fault ? line(text) : /^[ぁ-ゖァ-ヺー・= ゝゞヽヾ]+$/.test(kana) ? { value: kana } : fault("reading", text);
  }

  function postalCode(text) {
    const found = narrow(text).match(/^〒?(\d{3})-?(\d{4})$/);
    return found ? { value: `${found[1]}-${found[2]}` } : fault("postal-code", text);
  }

  // A number without an extension, parted by hyphens.
  function directNumber(text) {
    const number = withDashes(text).replace(/[\s().]/g, "-").split("-").filter(Boolean).join("-");
    const digits = number.replace(/\D/g, "").length;
    if (number.startsWith("+")) {
      return /^\+[\d-]*$/.test(number) && digits >= 8 && digits <= 15 ? number : undefined;
    }
    if (!/^[\d-]*$/.test(number)) {
      return undefined;
    }
    if (number.startsWith("0")) {
      return digits === 10 || digits === 11 ? number : undefined;
    }
    // A spreadsheet takes 0229000000 for a number and drops its 0.
    return /^(\d{9}|[5789]\d{9})$/.test(number) ? `0${number}` : undefined;
  }

  function telephone(text) {
    const plain = [...text.normalize("NFKC")].map((letter) => letter.toLowerCase()).join("");
    const mark = ["内線", "ext.", "ext", "#"].find((known) => plain.includes(known));
    const at = mark ? plain.indexOf(mark) : plain.length;
    const number = directNumber(plain.slice(0, at));
    if (number === undefined) {
      return fault("telephone", text);
    }
    if (!mark) {
      return { value: number };
    }
    const extension = narrow(plain.slice(at + mark.length)).replace(/^[:\-).]+|[:\-).]+$/g, "");
    return /^\d{1,6}$/.test(extension) ? { value: `${number} 内線${extension}` } : fault("telephone", text);
  }

  function email(text) {
    // White space within stays, and is refused.
    const address = withDashes(text.normalize("NFKC")).trim();
    const label = "[0-9A-Za-z](?:[0-9A-Za-z-]*[0-9A-Za-z])?";
    const sound = new RegExp(`^[!#-'*+\\-./0-9=?A-Z^-~]+@${label}(?:\\.${label})+$`);
    return address.length <= 254 && sound.test(address) ? { value: address } : fault("email", text);
  }

  function number(text) {
    const written = narrow(text);
    const digits = /^-?\d{1,3}(,\d{3})*$/.test(written) ? written.replace(/,/g, "") : written;
    const value = Number(digits);
    return /^-?\d+$/.test(digits) && Math.abs(value) <= MOST ? { value: value || 0 } : fault("number", text);
  }

  function date(text, lang) {
    const read = dates.parse(text, lang);
    return read.date ? { value: dates.iso(read.date), date: read.date } : read;
  }

  // A choice by its code or by its words.
  function choice(text, lang, field) {
    const wanted = narrow(text);
    const found = (field.options ?? []).find((option) => narrow(option.id) === wanted || narrow(option.words) === wanted);
    return found ? { value: found.id } : fault("choice", text);
  }

  function checkboxes(text, lang, field) {
    const parts = text.split(/[、,;\n]/).map((part) => part.trim()).filter(Boolean);
    const read = parts.map((part) => choice(part, lang, field));
    const wrong = read.find((one) => one.fault);
    const value = [...new Set(read.map((one) => one.value))];
    return wrong ?? (value.length > 0 ? { value } : {});
  }

  function check(text) {
    const wanted = [...narrow(text)].map((letter) => letter.toLowerCase()).join("");
    if (rules().ticks.includes(wanted)) {
      return { value: true };
    }
    return rules().blanks.includes(wanted) ? {} : fault("check", text);
  }

  const multiline = (text) => ({ value: text });
  const READERS = { text: line, multiline, furigana, "postal-code": postalCode, telephone, email, number, date, choice, radio: choice, checkboxes, check };

  // What `written` in a field says: {value}, {fault, args}, or {} where nothing stands there.
  function read(field, written, lang) {
    if (UNSEEN.test(written) || BROKEN.test(written)) {
      return fault("control", "");
    }
    const text = written.replace(/\r\n?/g, "\n").replace(/\t/g, " ").trim();
    if (text === "") {
      return {};
    }
    const { longest } = rules();
    return text.length > longest && [...text].length > longest ? fault("long", "", { n: longest }) : READERS[field.kind](text, lang, field);
  }

  // What stands in a field for a kept value.
  function show(field, value, lang) {
    const known = field.kind === "date" ? dates.parseIso(value) : undefined;
    return known ? dates.print(known, field.calendar, lang) : String(value);
  }

  junsoku.values = { read, show };
})((globalThis.junsoku ??= {}));
