// Dates as they are written in Japan: by era or Western, in any digits. A date is {year, month, day}.
"use strict";

(function (junsoku) {
  // Newest first: names, the first and the last day, and the Western year before the first. 大正 and 昭和 began on the
  // very day on which the era before them ended.
  const ERAS = [
    { ja: "令和", en: "Reiwa", letter: "R", first: [2019, 5, 1], before: 2018 },
    { ja: "平成", en: "Heisei", letter: "H", first: [1989, 1, 8], last: [2019, 4, 30], before: 1988 },
    { ja: "昭和", en: "Showa", letter: "S", first: [1926, 12, 25], last: [1989, 1, 7], before: 1925 },
    { ja: "大正", en: "Taisho", letter: "T", first: [1912, 7, 30], last: [1926, 12, 25], before: 1911 },
    { ja: "明治", en: "Meiji", letter: "M", first: [1868, 1, 1], last: [1912, 7, 30], before: 1867 },
  ];
  // Japan counts by this calendar since then.
  const FIRST = [1873, 1, 1];
  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  const WEEKDAYS = { ja: "日月火水木金土", en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] };
  const KANJI = "〇一二三四五六七八九";
  const SEPARATOR = "[-/.年\\s]+";
  const REST = `(\\d{1,2})(?:[-/.月\\s]+)(\\d{1,2})日?$`;

  const list = (date) => [date.year, date.month, date.day];
  const isBefore = (one, other) => {
    const at = one.findIndex((part, index) => part !== other[index]);
    return at >= 0 && one[at] < other[at];
  };
  const pad = (number, width) => String(number).padStart(width, "0");
  const iso = (date) => `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
  const lastDay = (year, month) => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

  function eraOf(date) {
    return isBefore(list(date), FIRST) ? undefined : ERAS.find((era) => !isBefore(list(date), era.first));
  }

  // 二十六 and 二〇二六 as digits.
  function withDigits(text) {
    return text
      .replace(/[一二三四五六七八九]?十[一二三四五六七八九]?/g, (number) => {
        const [tens, ones] = number.split("十");
        return String((tens ? KANJI.indexOf(tens) : 1) * 10 + (ones ? KANJI.indexOf(ones) : 0));
      })
      .replace(/[〇一二三四五六七八九]/g, (digit) => String(KANJI.indexOf(digit)));
  }

  // One way to write what can be written in many.
  function plain(text) {
    return withDigits(text.normalize("NFKC"))
      .replace(/[‐‑‒–—―−ー－]/g, "-")
      .replace(/[()（）]/g, "")
      .replace(/西暦/g, "")
      .replace(/[、,]/g, " ")
      .replace(/\s*([-/.年月日])\s*/g, "$1")
      .trim();
  }

  function western(text) {
    let found = text.match(new RegExp(`^(\\d{4})${SEPARATOR}${REST}`)) ?? text.match(/^(\d{4})(\d{2})(\d{2})$/);
    if (found) {
      return { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
    }
    found = text.match(/^([A-Za-z]{3,9})\.?\s*(\d{1,2})\s+(\d{4})$/);
    const turned = text.match(/^(\d{1,2})\s+([A-Za-z]{3,9})\.?\s+(\d{4})$/);
    if (!found && !turned) {
      return undefined;
    }
    const [name, day, year] = found ? [found[1], found[2], found[3]] : [turned[2], turned[1], turned[3]];
    const month = MONTHS.findIndex((known) => known.toLowerCase().startsWith(name.toLowerCase())) + 1;
    return month > 0 ? { year: Number(year), month, day: Number(day) } : undefined;
  }

  function byEra(text) {
    const found = text.match(new RegExp(`^(\\p{sc=Han}{2}|[A-Za-z]+)\\s*(元|\\d{1,3})${SEPARATOR}${REST}`, "u"));
    const name = found?.[1].toLowerCase();
    const era = ERAS.find((era) => [era.ja, era.letter.toLowerCase(), era.en.toLowerCase()].includes(name));
    if (!era) {
      return undefined;
    }
    const counted = found[2] === "元" ? 1 : Number(found[2]);
    return { era, counted, date: { year: era.before + counted, month: Number(found[3]), day: Number(found[4]) } };
  }

  function faultOfDay(date, lang) {
    if (date.month < 1 || date.month > 12) {
      return { fault: "date-month", args: { n: date.month } };
    }
    const last = lastDay(date.year, date.month);
    if (date.day < 1 || date.day > last) {
      const words = lang === "ja" ? `${date.year}年${date.month}月` : `${MONTHS[date.month - 1]} ${date.year}`;
      return { fault: "date-day", args: { words, n: last } };
    }
    return isBefore(list(date), FIRST) ? { fault: "date-old", args: {} } : undefined;
  }

  function faultOfEra({ era, counted, date }, lang) {
    if (counted === 0) {
      return { fault: "date-era-zero", args: {} };
    }
    if (isBefore(list(date), era.first)) {
      const [year, month, day] = era.first;
      return { fault: "date-era-before", args: { date: told({ year, month, day }, lang), words: told(date, lang) } };
    }
    if (era.last && isBefore(era.last, list(date))) {
      const [year, month, day] = era.last;
      const last = { year, month, day };
      const own = lang === "ja" ? japanese(last, era) : told(last, lang);
      return { fault: "date-era-over", args: { date: own, words: told(date, lang) } };
    }
    return undefined;
  }

  // What `text` says: {date}, or why it says none: {fault, args}.
  function parse(text, lang = "ja") {
    const read = plain(text);
    const era = byEra(read);
    const date = era?.date ?? western(read);
    if (!date) {
      return { fault: "date-unknown", args: { value: text } };
    }
    const fault = (era?.counted === 0 && faultOfEra(era, lang)) || faultOfDay(date, lang) || (era && faultOfEra(era, lang));
    return fault || { date };
  }

  // A date of the data, which is written 2026-04-01 and in no other way.
  function parseIso(text) {
    const found = text.match(/^(\d{4})-(\d{2})-(\d{2})$/);
    const date = found && { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
    return date && !faultOfDay(date, "ja") ? date : undefined;
  }

  function japanese(date, era) {
    const counted = date.year - era.before;
    return `${era.ja}${counted === 1 ? "元" : counted}年${date.month}月${date.day}日`;
  }

  // As it is printed: by era where the sheet counts so.
  function print(date, calendar, lang) {
    if (lang !== "ja") {
      return `${MONTHS[date.month - 1]} ${date.day}, ${date.year}`;
    }
    const era = calendar === "era" ? eraOf(date) : undefined;
    return era ? japanese(date, era) : `${date.year}年${date.month}月${date.day}日`;
  }

  // In both calendars.
  function told(date, lang) {
    const era = eraOf(date);
    const counted = era && date.year - era.before;
    if (lang !== "ja") {
      return print(date, "western", lang) + (era ? ` (${era.en} ${counted})` : "");
    }
    const year = era ? `${era.ja}${counted === 1 ? "元" : counted}年（${date.year}年）` : `${date.year}年`;
    return `${year}${date.month}月${date.day}日`;
  }

  // In both calendars with the day of the week, by which a slip is noticed.
  function explain(date, lang) {
    const weekday = new Date(Date.UTC(2000 + (date.year % 400), date.month - 1, date.day)).getUTCDay();
    const day = WEEKDAYS[lang][weekday];
    return lang === "ja" ? `${told(date, lang)} ${day}曜日` : `${day}, ${told(date, lang)}`;
  }

  junsoku.dates = { parse, parseIso, iso, print, explain };
})((globalThis.junsoku ??= {}));
