// Dates as they are written in Japan: by era or Western, in any digits. A date is {year, month, day}.
// The program reads them by the same rules (src/forms/filling/day.rs); tests/cases/values.jsonl holds both to them.
"use strict";

(function (junsoku) {
  // The eras and other tables come with the form: src/forms/filling/value_rules.rs.
  const rules = () => junsoku.rules;
  // Japan counts by this calendar since then.
  const FIRST = [1873, 1, 1];
  const WEEKDAYS = { ja: "日月火水木金土", en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] };
  const KANJI = "〇一二三四五六七八九";
  const UNITS = { 十: 10, 百: 100, 千: 1000 };

  const list = (date) => [date.year, date.month, date.day];
  const isBefore = (one, other) => {
    const at = one.findIndex((part, index) => part !== other[index]);
    return at >= 0 && one[at] < other[at];
  };
  const pad = (number, width) => String(number).padStart(width, "0");
  const iso = (date) => `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
  const lastDay = (year, month) => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  const weekdayOf = (date) => new Date(Date.UTC(2000 + (date.year % 400), date.month - 1, date.day)).getUTCDay();
  const monthName = (month) => rules().months[month - 1].replace(/^./, (letter) => letter.toUpperCase());

  function eraOf(date) {
    return isBefore(list(date), FIRST) ? undefined : rules().eras.find((era) => !isBefore(list(date), era.first));
  }

  // 二十三 by units, 二三 digit by digit.
  function kanjiNumber(written) {
    if (![...written].some((letter) => letter in UNITS)) {
      const number = [...written].reduce((sum, letter) => sum * 10 + KANJI.indexOf(letter), 0);
      return number < 2 ** 32 ? String(number) : written;
    }
    let sum = 0;
    let before;
    for (const letter of written) {
      if (letter in UNITS) {
        sum += UNITS[letter] * (before ?? 1);
        before = undefined;
      } else {
        before = KANJI.indexOf(letter);
      }
    }
    return String(sum + (before ?? 0));
  }

  // One way to write what can be written in many.
  function plain(text) {
    const narrow = [...text.normalize("NFKC")].map((letter) => (rules().dashes.includes(letter) ? "-" : letter)).join("");
    const digits = narrow.replace(/[〇一二三四五六七八九十百千]+/g, kanjiNumber);
    let found = "";
    for (const one of digits) {
      const letter = /[\s,、]/.test(one) ? " " : one;
      if (letter === " " && /(^|[ \-/.年月日(])$/.test(found)) continue;
      if (/[-/年月日()]/.test(letter) && found.endsWith(" ")) found = found.slice(0, -1);
      found += letter.toLowerCase();
    }
    return found.trimEnd();
  }

  function englishWeekday(word) {
    const name = word.replace(/\.+$/, "");
    const at = WEEKDAYS.en.findIndex((known) => known.toLowerCase() === name || (name.length === 3 && known.toLowerCase().startsWith(name)));
    return at >= 0 ? at : undefined;
  }

  function weekday(word) {
    const name = word.replace(/曜日?$/, "");
    const at = [...name].length === 1 ? WEEKDAYS.ja.indexOf(name) : -1;
    return at >= 0 ? at : englishWeekday(name);
  }

  // What is left without the day of the week at its end (（土）, 土曜日, sat) or at its beginning, and that day.
  function withoutWeekday(text) {
    const bracketed = text.match(/^(.*)\(([^(]*)\)$/s);
    if (bracketed && weekday(bracketed[2]) !== undefined) {
      return [bracketed[1].trimEnd(), weekday(bracketed[2])];
    }
    const named = text.match(/^(.*)([日月火水木金土])曜日?$/s);
    if (named) {
      return [named[1].trimEnd(), weekday(named[2])];
    }
    const at = text.indexOf(" ");
    const first = at > 0 ? englishWeekday(text.slice(0, at)) : undefined;
    return first === undefined ? [text, undefined] : [text.slice(at + 1), first];
  }

  const threeNumbers = (text, digits) => {
    const found = text.match(new RegExp(`^(\\d{${digits}})[-/.年 ](\\d{1,2})[-/.月 ](\\d{1,2})日?$`));
    return found && { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
  };

  function byEra(text) {
    for (const era of rules().eras) {
      const name = era.names.find((known) => text.startsWith(known));
      if (name) {
        const rest = text.slice(name.length).replace(/^[ .-]/, "").replace(/^元/, "1");
        const date = threeNumbers(rest, "1,3");
        return date && { era, counted: date.year, date: { ...date, year: era.before + date.year } };
      }
    }
    return undefined;
  }

  function western(text) {
    const run = text.match(/^(\d{4})(\d{2})(\d{2})$/);
    if (run) {
      return { year: Number(run[1]), month: Number(run[2]), day: Number(run[3]) };
    }
    const date = threeNumbers(text, "4");
    const short = !date && !text.includes("年") && threeNumbers(text, "2");
    // Two digits are a Western year where they can be no month, and where no era has come as far as that.
    const century = short && (short.year >= 13 && short.year <= 29 ? 2000 : short.year >= 65 ? 1900 : undefined);
    return date || (century && { ...short, year: century + short.year });
  }

  function english(text) {
    const words = text.split(/[ .]/).filter(Boolean);
    if (words.length !== 3) {
      return undefined;
    }
    const month = (word) => rules().months.findIndex((known) => word.length >= 3 && known.startsWith(word)) + 1;
    const [number, name] = month(words[0]) ? [words[1], words[0]] : [words[0], words[1]];
    const fits = month(name) > 0 && /^\d{1,2}$/.test(number) && /^\d{4}$/.test(words[2]);
    return fits ? { year: Number(words[2]), month: month(name), day: Number(number) } : undefined;
  }

  // The number by which Excel keeps a day: days since 1899-12-30.
  function serial(text) {
    const days = /^\d{5}$/.test(text) ? Number(text) : 0;
    const day = new Date(Date.UTC(1899, 11, 30 + days));
    return days >= 10000 && days <= 73050 ? { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() } : undefined;
  }

  function faultOfDay(date, lang) {
    if (date.month < 1 || date.month > 12) {
      return { fault: "no-such-month", args: { n: date.month } };
    }
    const last = lastDay(date.year, date.month);
    if (date.day < 1 || date.day > last) {
      const words = lang === "ja" ? `${date.year}年${date.month}月` : `${monthName(date.month)} ${date.year}`;
      return { fault: "no-such-day", args: { words, n: last } };
    }
    return isBefore(list(date), FIRST) ? { fault: "too-old", args: {} } : undefined;
  }

  function faultOfEra({ era, counted, date }, lang) {
    if (counted === 0) {
      return { fault: "era-zero", args: {} };
    }
    if (isBefore(list(date), era.first)) {
      const [year, month, day] = era.first;
      return { fault: "era-later", args: { date: told({ year, month, day }, lang), words: told(date, lang) } };
    }
    if (era.last && isBefore(era.last, list(date))) {
      const [year, month, day] = era.last;
      const last = { year, month, day };
      const own = lang === "ja" ? japanese(last, era) : told(last, lang);
      return { fault: "era-over", args: { date: own, words: told(date, lang) } };
    }
    return undefined;
  }

  // What `text` says: {date}, or why it says none: {fault, args}.
  function parse(text, lang = "ja") {
    const [read, weekday] = withoutWeekday(plain(text));
    const bare = read.replace(/^(\(西暦\)|西暦)/, "").trimStart();
    const era = byEra(bare);
    const date = era?.date ?? western(bare) ?? english(bare);
    const written = date || serial(bare);
    if (!written) {
      return { fault: "date", args: { value: text } };
    }
    const fault = (era?.counted === 0 && faultOfEra(era, lang)) || faultOfDay(written, lang) || (era && faultOfEra(era, lang));
    if (!fault && weekday !== undefined && weekday !== weekdayOf(written)) {
      return { fault: "weekday", args: { words: explain(written, lang) } };
    }
    return fault || { date: written };
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
      return `${monthName(date.month)} ${date.day}, ${date.year}`;
    }
    const era = calendar === "era" ? eraOf(date) : undefined;
    return era ? japanese(date, era) : `${date.year}年${date.month}月${date.day}日`;
  }

  // The words that are set into a line with year, month and day, as src/forms/filling/printed.rs has them.
  function parts(date, calendar, lang) {
    const era = calendar === "era" && lang === "ja" ? eraOf(date) : undefined;
    const counted = era ? date.year - era.before : date.year;
    return { era: era?.ja, year: era && counted === 1 ? "元" : String(counted), month: String(date.month), day: String(date.day) };
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
    const day = WEEKDAYS[lang][weekdayOf(date)];
    return lang === "ja" ? `${told(date, lang)} ${day}曜日` : `${day}, ${told(date, lang)}`;
  }

  junsoku.dates = { parse, parseIso, iso, print, parts, explain };
})((globalThis.junsoku ??= {}));
