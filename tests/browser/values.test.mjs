// The scripts of the form page that know nothing of a page: dates, single values, data. Run by `node --test`.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const require = createRequire(import.meta.url);
for (const name of ["dates", "values", "data", "headings", "head", "entries", "lists"]) {
  require(`../../templates/site/assets/form/${name}.js`);
}
const { dates, values, data } = globalThis.junsoku;
// The tables that a page gets with its form; tests/integration/values.rs holds them to what the program hands over.
globalThis.junsoku.rules = require("../cases/value-rules.json");
globalThis.junsoku.headings = require("../../src/forms/filling/list/headings.json");

const iso = (text) => {
  const read = dates.parse(text);
  return read.date ? dates.iso(read.date) : read.fault;
};

// The fields of the cases; of choices they name these.
const OPTIONS = [["1", "医師"], ["2", "薬剤師"], ["b3", "B3（その他）"]].map(([id, words]) => ({ id, words }));

test("values are read as the cases say, which hold for the program as well", () => {
  const lines = readFileSync(new URL("../cases/values.jsonl", import.meta.url), "utf8").trim().split("\n");
  assert.ok(lines.length >= 200);
  for (const line of lines) {
    const { kind, input, value = null, fault = null } = JSON.parse(line);
    const read = values.read({ kind, options: OPTIONS }, input, "ja");
    assert.deepEqual([read.value ?? null, read.fault ?? null], [value, fault], line.slice(0, 200));
  }
});

test("blocks are judged as the cases say, which hold for the program as well", () => {
  const lines = readFileSync(new URL("../cases/entries.jsonl", import.meta.url), "utf8").trim().split("\n");
  const KINDS = ["telephone", "email"];
  for (const line of lines) {
    const { block: kind, obligations, entries, faults } = JSON.parse(line);
    if (kind === "office") continue; // The page asks nobody for what the office fills in.
    const block = {
      id: "x", proxy: kind === "proxy", about_somebody: ["proxy", "person", "rows"].includes(kind), rows: kind === "rows" ? { min: 0, count: 5 } : undefined,
      fields: Object.entries(obligations).map(([id, obligation]) => ({ id, label: id, kind: KINDS.includes(id) ? id : "text", required: obligation === "required", obligation })),
    };
    const fields = {};
    [entries].flat().forEach((entry, at) => {
      for (const [id, value] of Object.entries(entry)) fields[`${kind === "rows" ? `x[${at + 1}]` : "x"}.${id}`] = value;
    });
    const told = data.collect({ form: "midori/notice", lang: "ja", blocks: [block] }, { fields, rows: { x: [entries].flat().length } }).faults;
    const word = (fault) => (["required", "either"].includes(fault) ? fault : "refused");
    assert.deepEqual(told.map((one) => `${one.path.split(".").pop()} ${word(one.fault)}`).sort(), faults, line);
  }
});

test("what is wrong with a date is told", () => {
  assert.deepEqual(dates.parse("平成32年4月1日").args, { date: "平成31年4月30日", words: "令和2年（2020年）4月1日" });
  assert.deepEqual(dates.parse("令和元年4月30日").args, { date: "令和元年（2019年）5月1日", words: "平成31年（2019年）4月30日" });
  assert.deepEqual(dates.parse("2026-02-29"), { fault: "no-such-day", args: { words: "2026年2月", n: 28 } });
  assert.deepEqual(dates.parse("2026-13-01"), { fault: "no-such-month", args: { n: 13 } });
  for (const text of ["4月1日", "あす", "令和8年", "2026-04-01T00:00", "寛政8年4月1日", "<b>2026-04-01</b>"]) {
    assert.equal(iso(text), "date", text);
  }
  assert.equal(iso("2024-02-29"), "2024-02-29");
  assert.equal(iso("1900-02-29"), "no-such-day");
});

test("a date is printed in the calendar of its sheet and explained in both", () => {
  const day = dates.parse("2019-05-01").date;
  assert.equal(dates.print(day, "era", "ja"), "令和元年5月1日");
  assert.equal(dates.print(day, "western", "ja"), "2019年5月1日");
  assert.equal(dates.print(day, "era", "en"), "May 1, 2019");
  assert.equal(dates.explain(day, "ja"), "令和元年（2019年）5月1日 水曜日");
  assert.equal(dates.explain(day, "en"), "Wednesday, May 1, 2019 (Reiwa 1)");
  assert.equal(dates.parseIso("2026-02-30"), undefined);
});

const spec = {
  form: "midori/notice",
  lang: "ja",
  draft: true,
  blocks: [
    { id: "date", caption: null, proxy: false, fields: [{ id: "date", label: "日付", kind: "date", required: true, calendar: "era" }] },
    { id: "proxy", caption: "代筆者", proxy: true, fields: [{ id: "name", label: "氏名", kind: "text", required: true }, { id: "address", label: "住所", kind: "text", required: false }] },
    {
      id: "users", caption: "利用者", proxy: false, rows: { count: 2, min: 1, max: 3 },
      fields: [
        { id: "name", label: "氏名", kind: "text", required: true, reading: true },
        { id: "job", label: "職種", kind: "choice", required: false, options: [{ id: "3", words: "薬剤師" }] },
        { id: "ticks", label: "資格", kind: "checkboxes", required: false, options: [{ id: "a", words: "甲" }, { id: "b", words: "乙" }] },
        { id: "lead", label: "代表", kind: "check", required: false },
      ],
    },
  ],
};

test("the data has the shape of the form, without what is empty", () => {
  const raw = {
    fields: { "date.date": "R8.4.1", "users[1].name": "山田", "users[1].name-reading": "やまだ", "users[1].lead": true, "users[3].job": "3", "users[3].name": "佐藤", "users[3].ticks": ["a"], "users[2].lead": false },
    rows: { users: 3 },
  };
  const { data: found, faults } = data.collect(spec, raw);
  assert.deepEqual(found, {
    form: "midori/notice",
    date: { date: "2026-04-01" },
    users: [{ name: "山田", "name-reading": "やまだ", lead: true }, { name: "佐藤", job: "3", ticks: ["a"] }],
  });
  assert.deepEqual(faults, []);
  const put = data.place(spec, found);
  assert.deepEqual(put.misfits, []);
  assert.deepEqual(data.collect(spec, put.raw).data, found);
});

test("what is missing is asked for where something is begun", () => {
  const faults = (fields, users = 1) => data.collect(spec, { fields, rows: { users } }).faults.map((one) => `${one.path} ${one.fault}`);
  assert.deepEqual(faults({}), ["date.date required", "users[1].name-reading rows-min"]);
  assert.deepEqual(faults({ "date.date": "2026-04-01", "proxy.address": "x", "users[1].lead": true }), ["proxy.name required", "users[1].name required"]);
});

test("what does not fit is told, and nothing else is lost", () => {
  const written = JSON.parse(`{"form": "midori/notice", "nobody": {"a": 1}, "date": {"date": "平成32年4月1日"}, "proxy": [1],
    "users": [{"name": "山\\n田", "job": "9", "ticks": ["a", "x"], "lead": "たぶん", "__proto__": "x"}, "text", {"name": [5]}, {"name": "四"}]}`);
  const { raw, misfits } = data.place(spec, written);
  assert.deepEqual(raw.fields, { "date.date": "平成32年4月1日", "users[1].name": "山 田" });
  assert.deepEqual(misfits.map((one) => `${one.where} ${one.fault}`), [
    "nobody load-unknown", "proxy load-shape", "users[1].name load-lines", "users[1].job load-option", "users[1].ticks load-option",
    "users[1].lead load-check", "users[1].__proto__ load-unknown", "users[2] load-shape", "users[3].name load-text", "users[4] load-rows",
  ]);
  assert.equal(data.shorten("あ".repeat(100)).length, 81);
});

test("a file of many rows costs in proportion to them, and what has no room is counted once", () => {
  const spec = { form: "x/y", lang: "ja", blocks: [{ id: "users", rows: { min: 0, count: 5 }, fields: [{ id: "name", label: "氏名", kind: "text" }] }] };
  const rows = (count) => ({ users: Array.from({ length: count }, (_, at) => ({ name: `人${at}`, [`other${at}`]: "x" })) });
  const { raw, misfits } = data.place(spec, rows(20_000));
  assert.equal(raw.rows.users, data.MOST_ROWS);
  const surplus = misfits.filter((one) => one.fault === "load-rows");
  assert.deepEqual(surplus.map((one) => [one.where, one.args]), [[`users[${data.MOST_ROWS + 1}]`, { n: data.MOST_ROWS, m: 20_000 - data.MOST_ROWS }]]);
  assert.equal(misfits.length, data.MOST_ROWS + 1);
  const wide = (count) => ({ users: [Object.fromEntries(Array.from({ length: count }, (_, at) => [`other${at}`, "x"]))] });
  const cost = (work) => {
    const begun = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  };
  // The least of three is nearest to the work itself: collecting garbage and compiling only add to it.
  const least = (count) => {
    const made = wide(count);
    return Math.min(...Array.from({ length: 3 }, () => cost(() => data.place(spec, made))));
  };
  const [few, many] = [least(10_000), least(160_000)];
  // Sixteen times as much: so does linear work grow, and by what caches and garbage add; work that goes by squares, 256 times.
  assert.ok(many < 100 * Math.max(few, 2), `${few} ms and ${many} ms`);
});

// The application of the fixtures, whose headings tests/integration/lists.rs reads by the same cases.
const text = (id, heads, more = {}) => ({ id, label: heads[0], heads, kind: "text", required: false, obligation: "not-stated", ...more });
const application = {
  form: "hamabe/application",
  lang: "ja",
  draft: true,
  blocks: [
    { id: "date", heads: [], fields: [text("date", ["申し込む日", "Day of application"], { kind: "date" })] },
    {
      id: "household",
      heads: [],
      fields: [text("name", ["屋号", "Name of the house"]), text("postal-code", ["郵便番号", "Postal code"], { kind: "postal-code" }), text("telephone", ["電話", "Telephone"], { kind: "telephone" })],
    },
    { id: "representative", heads: ["家の代表", "For the household"], fields: [text("name", ["名前", "Name"])] },
    {
      id: "users",
      heads: ["道具を使う家族", "Members of the family"],
      about_somebody: true,
      rows: { count: 10, min: 0, max: null },
      fields: [
        text("registered-on", ["名簿に載せた日", "Listed on"], { kind: "date" }),
        text("name", ["名前", "Name"], { reading: true, reading_heads: ["名前のふりがな", "Name, reading"] }),
        text("occupation", ["なりわい", "Trade"], { kind: "choice", options: [{ id: "1", words: "漁師" }] }),
        text("email", ["メール", "E-mail"], { kind: "email" }),
        text("administrator", ["鍵を持つ人", "Holds a key"], { kind: "check" }),
      ],
    },
  ],
};

test("headings mean what the cases say, which hold for the program as well", () => {
  const lines = readFileSync(new URL("../cases/headings.jsonl", import.meta.url), "utf8").trim().split("\n");
  for (const line of lines) {
    const { heading, paths } = JSON.parse(line);
    assert.deepEqual(globalThis.junsoku.heads.matches(application, heading).map((one) => one.path), paths, heading);
  }
});

test("cells that are copied from a spreadsheet are parted as it parts them", () => {
  const { cells } = globalThis.junsoku.lists;
  assert.deepEqual(cells('a\tb\r\n"c\nd"\t"e ""f"""\r\n').rows, [["a", "b"], ["c\nd", 'e "f"']]);
  assert.deepEqual(cells("a,b;c\n").rows, [["a", "b;c"]]);
  assert.equal(cells('"a,b\nc').isOpen, true);
  assert.deepEqual(cells('5" pipe\tx').rows, [['5" pipe', "x"]]);
});

test("a list lands in its table by its headings, and without them by its place", () => {
  const { byHead, byPlace } = globalThis.junsoku.lists;
  const rows = [["職員名簿"], ["No", "氏名", "フリガナ", "職種名", "メール", "電話番号"], ["1", "山田太郎", "ヤマダタロウ", "", "a@example.jp", "0229-00-0000"], ["2", "鈴木", "スズキ", "", "", "0229-00-0001"], ["3"]];
  const found = byHead(application, rows);
  assert.equal(found.table, "users");
  assert.deepEqual(found.lines, [{ name: "山田太郎", "name-reading": "ヤマダタロウ", email: "a@example.jp" }, { name: "鈴木", "name-reading": "スズキ" }]);
  assert.deepEqual(found.unneeded, ["No", "職種名", "電話番号"]);
  const users = application.blocks.at(-1);
  assert.deepEqual(byPlace(users, "name", [["山田", "やまだ", "1"], ["鈴木", "", ""]]).lines, [{ name: "山田", "name-reading": "やまだ", occupation: "1" }, { name: "鈴木" }]);
  assert.equal(byPlace(users, "email", [["a@example.jp", "○", "x"]]).surplus, 1);
});

test("rows that sum up others are no entries, and are told", () => {
  const { byHead } = globalThis.junsoku.lists;
  const head = ["No", "氏名", "なりわい", "メール"];
  const person = ["1", "浜野 計", "1", "kei@example.jp"];
  const sums = [["合計", "1名", "", ""], ["", "小　計", "1名", ""], ["計", "1", "", ""], ["", "計1人", "", ""], ["以上", "", "", ""]];
  const found = byHead(application, [head, person, ...sums]);
  assert.deepEqual(found.lines, [{ name: "浜野 計", occupation: "1", email: "kei@example.jp" }]);
  assert.deepEqual(found.sums, ["合計 1名", "小　計 1名", "計 1", "計1人", "以上"]);
});

test("signs for the same as above are the values above them, and one with nothing above it is told", () => {
  const { byHead } = globalThis.junsoku.lists;
  const rows = [["氏名", "なりわい", "メール"], ["浜野", "", "a@example.jp"], ["磯", "〃", "同上"], ["計", "", ""], ["岸", "1", "仝"]];
  const found = byHead(application, rows);
  assert.deepEqual(found.lines, [
    { name: "浜野", email: "a@example.jp" },
    { name: "磯", email: "a@example.jp" },
    { name: "岸", occupation: "1", email: "a@example.jp" },
  ]);
  assert.deepEqual([found.dittos, found.lost], [["メール"], ["なりわい 〃"]]);
  // 同上 may be the name beside it.
  const twins = byHead(application, [["家の代表 名前", "users.name"], ["浜野", "磯"], ["〃", "同上"]]);
  assert.deepEqual([twins.lines, twins.once, twins.lost], [[{ name: "磯" }], { "representative.name": "浜野" }, ["users.name 同上"]]);
});

test("values in columns without a heading and above the head are told", () => {
  const { byHead } = globalThis.junsoku.lists;
  const head = ["", "氏名", "", "メール"];
  const rows = [["家族の名簿"], ["電話", "0229-00-0000", "郵便番号：989-0000"], head, ["1", "浜野", "一", "a@example.jp"], ["2", "磯", "", "b@example.jp", "休み"]];
  const found = byHead(application, rows);
  assert.deepEqual(found.lines, [{ name: "浜野", email: "a@example.jp" }, { name: "磯", email: "b@example.jp" }]);
  assert.deepEqual([found.unheaded, found.above], [["C", "E"], ["電話 0229-00-0000", "郵便番号：989-0000"]]);
});

test("a column beside the names that fills what the form has once is told, unless each row says the same", () => {
  const { byHead } = globalThis.junsoku.lists;
  const people = (one, other) => [["氏名", "電話"], ["浜野", one], ["磯", other]];
  const inAll = (rows) => byHead(application, rows).assumed.map((one) => [one.path, one.isInAll]);
  assert.deepEqual(inAll(people("0229-00-0000", "0229-00-0000")), [["household.telephone", true]]);
  assert.deepEqual(inAll(people("0229-00-0000", "")), [["household.telephone", false]]);
  assert.deepEqual(inAll(people("0229-00-0000", "0229-00-0001")), []);
  assert.deepEqual(inAll([["氏名", "household.telephone"], ["浜野", "0229-00-0000"]]), []);
});

test("parts of names are joined, also below a heading for both", () => {
  const { byHead } = globalThis.junsoku.lists;
  const person = { name: "浜野　一", "name-reading": "ハマノ　イチ", email: "a@example.jp" };
  const cells = ["浜野", "一", "ハマノ", "イチ", "a@example.jp"];
  const one = [["姓", "名", "姓（カナ）", "名（カナ）", "メール"], cells];
  const two = [["氏名", "", "フリガナ", "", "メール"], ["姓", "名", "姓", "名", ""], cells, ["姓", "名", "姓", "名", ""], ["合計", "1名", "", "", ""]];
  for (const rows of [one, two]) {
    const found = byHead(application, rows);
    assert.deepEqual(found.lines, [person]);
    assert.deepEqual([found.unneeded, found.unheaded], [[], []]);
  }
});

test("of parts of a name and the name that of the author is taken", () => {
  const { byHead } = globalThis.junsoku.lists;
  const columns = [["姓", "浜野"], ["名", "一"], ["氏名", "浜野 はじめ"], ["メール", "a@example.jp"]];
  for (const order of [[0, 1, 2, 3], [2, 0, 1, 3]]) {
    const found = byHead(application, [order.map((at) => columns[at][0]), order.map((at) => columns[at][1])]);
    assert.deepEqual(found.lines, [{ name: "浜野 はじめ", email: "a@example.jp" }]);
    assert.deepEqual(found.unneeded, ["姓・名"]);
  }
});
