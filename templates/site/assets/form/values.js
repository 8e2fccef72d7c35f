// Single values: from what was typed to what is kept, and back. Nothing here knows of the page.
"use strict";

(function (junsoku) {
  const { dates } = junsoku;
  const DASHES = /[‐‑‒–—―−ー－ｰ]/g;
  // Letters that nobody sees and no paper shows; a tab and an end of a line are not among them.
  const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/;

  const half = (text) => text.normalize("NFKC").replace(DASHES, "-").trim();
  const fault = (id, value) => ({ fault: id, args: { value } });

  function postalCode(text) {
    const digits = half(text).replace(/^〒\s*/, "").replace(/\s/g, "");
    const found = digits.match(/^(\d{3})-?(\d{4})$/);
    return found ? { value: `${found[1]}-${found[2]}` } : fault("postal-code", text);
  }

  function telephone(text) {
    const number = half(text)
      .replace(/\s*[()]\s*/g, "-")
      .replace(/\s*-\s*/g, "-")
      .replace(/\s+/g, "-")
      .replace(/-+/g, "-")
      .replace(/^-|-$/g, "");
    const digits = number.replace(/\D/g, "").length;
    const fits = /^0[\d-]+$/.test(number) ? digits === 10 || digits === 11 : /^\+[\d-]+$/.test(number) && digits >= 8 && digits <= 15;
    return fits ? { value: number } : fault("telephone", text);
  }

  function email(text) {
    const address = half(text);
    return /^[!-?A-~]+@[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)+$/.test(address) ? { value: address } : fault("email", text);
  }

  function number(text) {
    const digits = half(text).replace(/(\d)[,\s](?=\d{3}(\D|$))/g, "$1");
    const value = Number(digits);
    return /^-?\d+$/.test(digits) && Number.isSafeInteger(value) ? { value } : fault("number", text);
  }

  function date(text, lang) {
    const read = dates.parse(text, lang);
    return read.date ? { value: dates.iso(read.date), date: read.date } : read;
  }

  function written(text, field) {
    const trimmed = text.trim();
    return field.kind === "furigana" ? { value: trimmed.replace(/[\uff61-\uff9f]+/g, (kana) => kana.normalize("NFKC")) } : { value: trimmed };
  }

  const READERS = { "postal-code": postalCode, telephone, email, number, date };

  // What `text` in a field says: {value}, {fault, args}, or {} where nothing stands there.
  function read(field, text, lang) {
    if (text.trim() === "") {
      return {};
    }
    if (UNSEEN.test(text)) {
      return fault("unseen", "");
    }
    const reader = READERS[field.kind];
    return reader ? reader(text, lang) : written(text, field);
  }

  // What stands in a field for a kept value.
  function show(field, value, lang) {
    const known = field.kind === "date" ? dates.parseIso(value) : undefined;
    return known ? dates.print(known, field.calendar, lang) : String(value);
  }

  junsoku.values = { read, show };
})((globalThis.junsoku ??= {}));
