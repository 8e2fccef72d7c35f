// Lists of people on the form pages of a built site in Chromium, from the disk: pasted from a spreadsheet, opened as a file; and drafts.
// Run by `node --test` with JUNSOKU_SITE, JUNSOKU and JUNSOKU_NODE as tests/browser/forms.test.mjs.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { deflateRawSync } from "node:zlib";

import { launched, program, site } from "./chromium.mjs";

const APPLICATION = "ja/regions/osaki/forms/application";
const folder = mkdtempSync(join(tmpdir(), "junsoku-lists-"));
let browser;

before(async () => {
  browser = await launched();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

async function open(path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(error.message));
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(pathToFileURL(join(site, path, "index.html")).href);
  return page;
}

const box = (page, path) => page.locator(`[id="_${path}"]`);
const valueOf = (page, path) => box(page, path).inputValue();
const status = (page) => page.locator("#_fill-status p").textContent();
const listed = (page) => page.locator("#_fill-faults li").allTextContents();

// What a browser does when cells are pasted.
const paste = (page, path, text) =>
  box(page, path).evaluate((element, cells) => {
    const data = new DataTransfer();
    data.setData("text/plain", cells);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

async function load(page, bytes, name) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  await page.locator("#_fill-file").setInputFiles(path);
  await page.waitForFunction(() => document.getElementById("_fill-file").value === "" && (document.querySelector("#_fill-status p").textContent !== "" || !document.getElementById("_fill-faults").hidden));
}

async function save(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#_fill-save").click()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

const people = Array.from({ length: 23 }, (_, at) => [String(at + 1), `山田 太郎${at + 1}`, "ヤマダ タロウ", "看護師", `taro${at + 1}@example.jp`]);

test("twenty-three people are pasted with their head in one go", async () => {
  const page = await open(APPLICATION);
  const cells = [["No", "職員氏名", "フリガナ", "職種", "メール"], ...people].map((row) => row.join("\t")).join("\r\n");
  await paste(page, "users[1].name", cells);
  assert.equal(await valueOf(page, "users[23].name"), "山田 太郎23");
  assert.equal(await valueOf(page, "users[23].name-reading"), "ヤマダ タロウ");
  assert.equal(await valueOf(page, "users[1].mcs-id"), "taro1@example.jp");
  assert.notEqual(await valueOf(page, "users[1].occupation"), "");
  assert.deepEqual(await listed(page), ["使わなかった列：No"]);
  assert.equal(await status(page), "23行を読み込みました。");
  await page.locator("#_fill-undo").click();
  assert.equal(await valueOf(page, "users[1].name"), "");
  assert.deepEqual(page.faults, []);
});

test("cells without a head land from where they are pasted, and what fits nowhere is told", async () => {
  const page = await open(APPLICATION);
  await paste(page, "users[3].name", "鈴木\tスズキ\t医師\thanako@example.jp\t○\r\n\"佐藤\n一\"\tサトウ\t宇宙飛行士\tx\t×\r\n");
  assert.equal(await valueOf(page, "users[3].name"), "鈴木");
  assert.equal(await valueOf(page, "users[3].name-reading"), "スズキ");
  assert.equal(await box(page, "users[3].administrator").isChecked(), true);
  assert.equal(await valueOf(page, "users[4].name"), "佐藤　一");
  assert.equal(await valueOf(page, "users[4].occupation"), "");
  const told = await listed(page);
  assert.equal(told.length, 1);
  assert.match(told[0], /4行目 職種.*宇宙飛行士/);
  assert.equal(await valueOf(page, "users[2].name"), "");
});

test("what of a list is no entry, stands for another value or may be about its people is told", async () => {
  const page = await open(APPLICATION);
  await box(page, "establishment.telephone").fill("0229-00-0000");
  const rows = [
    ["姓", "名", "職種", "住所", "電話番号", ""],
    ["浜野", "一", "医師", "浜辺1", "090-0000-0001", ""],
    ["〃", "二葉", "同上", "", "", "休み"],
    ["合計", "2名", "", "", "", ""],
  ];
  await paste(page, "users[1].name", rows.map((row) => row.join("\t")).join("\r\n"));
  assert.equal(await valueOf(page, "users[2].name"), "浜野　二葉");
  assert.equal(await valueOf(page, "users[2].occupation"), await valueOf(page, "users[1].occupation"));
  assert.equal(await valueOf(page, "users[3].name"), "");
  assert.equal(await valueOf(page, "establishment.address"), "浜辺1");
  assert.equal(await valueOf(page, "establishment.telephone"), "0229-00-0000");
  const told = await listed(page);
  for (const words of ["合計 2名", "氏名、職種", "F列", "住所 → ", "使いませんでした：電話番号"]) assert.ok(told.some((line) => line.includes(words)), `${words}: ${told.join("\n")}`);
  assert.equal(told.length, 5, told.join("\n"));
  assert.equal(await status(page), "2行を読み込みました。");
  assert.deepEqual(page.faults, []);
});

// A workbook of these parts, packed as Excel packs it.
function workbook(parts) {
  const entries = [];
  const bodies = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const packed = deflateRawSync(Buffer.from(text));
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(Buffer.byteLength(text), 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(at, 42);
    entries.push(entry, Buffer.from(name));
    bodies.push(head, Buffer.from(name), packed);
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, ...entries, end]);
}

const BOOK = {
  "xl/workbook.xml": '<workbook xmlns:r="urn:r"><sheets><sheet name="old" state="hidden" r:id="r1"/><sheet name="名簿" r:id="r2"/></sheets></workbook>',
  "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="worksheets/sheet2.xml"/></Relationships>',
  "xl/sharedStrings.xml": "<sst><si><t>職員名簿</t></si><si><t>氏名</t><rPh><t>シメイ</t></rPh></si><si><r><t>職</t></r><r><t>種</t></r></si></sst>",
  "xl/worksheets/sheet1.xml": "<worksheet><sheetData/></worksheet>",
  "xl/worksheets/sheet2.xml": '<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c></row><row><c r="B3" t="s"><v>1</v></c><c r="D3" t="s"><v>2</v></c><c r="E3" t="inlineStr"><is><t>登録日</t></is></c></row><row><c r="B4" t="inlineStr"><is><t>𠮷田花子</t></is></c><c r="D4" t="str"><f>A1</f><v>医師</v></c><c r="E4"><v>46113</v></c></row><row hidden="1"><c r="B5" t="inlineStr"><is><t>退職者</t></is></c></row></sheetData></worksheet>',
  "xl/vbaProject.bin": "macro",
};

test("a workbook is opened as it is, and what of it is passed over is told", async () => {
  const page = await open(APPLICATION);
  await load(page, workbook(BOOK), "list.xlsm");
  assert.equal(await valueOf(page, "users[1].name"), "𠮷田花子");
  assert.notEqual(await valueOf(page, "users[1].occupation"), "");
  assert.equal(await valueOf(page, "users[1].registered-on"), "2026年4月1日");
  assert.equal(await valueOf(page, "users[2].name"), "");
  const told = (await listed(page)).join("\n");
  for (const words of ["マクロ", "非表示のシート", "非表示の行"]) assert.ok(told.includes(words), told);
  const rows = Array.from({ length: 30_000 }, (_, at) => `<row><c r="A${at}"><v>${at}</v></c></row>`).join("");
  const bombs = [
    { ...BOOK, "xl/worksheets/sheet2.xml": `<worksheet><sheetData>${rows}</sheetData></worksheet>` },
    { ...BOOK, "xl/worksheets/sheet2.xml": `<worksheet>${" ".repeat(60_000_000)}</worksheet>` },
    { ...BOOK, "xl/worksheets/sheet2.xml": "<worksheet><sheetData>" },
    { ...BOOK, "xl/sharedStrings.xml": '<!DOCTYPE a [<!ENTITY b "c">]><sst><si><t>&b;</t></si></sst>' },
    { "word/document.xml": "<document/>" },
  ];
  for (const parts of bombs) {
    await load(page, workbook(parts), "bomb.xlsx");
    assert.match((await listed(page))[0], /ブック/);
    assert.equal(await valueOf(page, "users[1].name"), "𠮷田花子");
  }
  assert.deepEqual(page.faults, []);
});

test("a list in Shift_JIS is opened, and a workbook that cannot be read says what to do instead", async () => {
  const page = await open(APPLICATION);
  // 氏名,職種 / 山田,医師
  await load(page, Buffer.from("8e8196bc2c9045 8eed0d0a8e5293632c88e38e740d0a".replace(/ /g, ""), "hex"), "list.csv");
  assert.equal(await valueOf(page, "users[1].name"), "山田");
  assert.notEqual(await valueOf(page, "users[1].occupation"), "");
  await load(page, Buffer.from("PK\u0003\u0004 and so on"), "list.xlsx");
  assert.match((await listed(page))[0], /壊れている/);
  await load(page, Buffer.from("d0cf11e0a1b11ae1", "hex"), "list.xls");
  assert.match((await listed(page))[0], /パスワード.*貼り付け/);
  await load(page, Buffer.from("氏名,職種\n\"山田,医師\n"), "broken.csv");
  assert.match((await listed(page))[0], /引用符/);
  assert.equal(await valueOf(page, "users[1].name"), "山田");
  assert.deepEqual(page.faults, []);
});

test("a value that cannot be read stops no draft, and the draft comes back as it was", async () => {
  const page = await open(APPLICATION);
  await box(page, "date.date").fill("平成32年4月1日");
  await box(page, "users[1].name").fill("山田");
  const path = await save(page);
  assert.match(path, /-draft\.json$/);
  const refused = () => execFileSync(program, ["fill", "osaki/application", "--data", path, "--output", join(folder, "no")], { stdio: "pipe" });
  assert.throws(refused, (error) => /J0736/.test(error.stderr.toString()));
  await page.reload();
  await load(page, readFileSync(path), "draft.json");
  assert.equal(await valueOf(page, "date.date"), "平成32年4月1日");
  assert.equal(await valueOf(page, "users[1].name"), "山田");
});

test("an empty sheet is not faultless, and is printed only if that is wanted", async () => {
  const page = await open(APPLICATION);
  await page.evaluate(() => (window.print = () => (window.printed = true)));
  await page.locator("#_fill-check").click();
  assert.equal((await listed(page))[0], "まだ何も記入されていません。");
  await page.locator("#_fill-print").click();
  assert.equal(await page.evaluate(() => window.printed), undefined);
  await page.locator("#_fill-faults .anyway").click();
  assert.equal(await page.evaluate(() => window.printed), true);
});

test("a row without a name is told", async () => {
  const page = await open(APPLICATION);
  await box(page, "users[1].mcs-id").fill("taro@example.jp");
  await page.locator("#_fill-check").click();
  assert.ok((await listed(page)).some((line) => /1行目 氏名/.test(line)), String(await listed(page)));
});

test("what was typed goes along when the language is switched, and is kept nowhere", async () => {
  const page = await open(APPLICATION);
  await box(page, "establishment.name").fill("みほんクリニック");
  await box(page, "users[1].name").fill("𠮷田");
  await page.locator("a.language").click();
  await page.waitForURL(/\/en\//);
  assert.equal(await valueOf(page, "establishment.name"), "みほんクリニック");
  assert.equal(await valueOf(page, "users[1].name"), "𠮷田");
  assert.equal(await page.evaluate(() => sessionStorage.length + localStorage.length), 0);
});

test("crafted files do no harm and cost no more than a moment", async () => {
  const page = await open(APPLICATION);
  const rows = Array.from({ length: 20_000 }, (_, at) => ({ name: `山田${at}` }));
  const begun = Date.now();
  await load(page, JSON.stringify({ form: "osaki/application", users: rows, __proto__x: 1 }), "many.json");
  assert.ok(Date.now() - begun < 40_000, `${Date.now() - begun} ms`);
  assert.ok((await listed(page)).length > 0);
  await load(page, '{"form": "osaki/application", "__proto__": {"polluted": true}, "users": [{"__proto__": {"name": "x"}, "constructor": 1}]}', "proto.json");
  assert.equal(await page.evaluate(() => ({}).polluted), undefined);
  await load(page, '{"form": "osaki/application", "draft": {"fields": {"__proto__": "x", "date.date": {"a": 1}}, "rows": {"users": 1e9}}}', "draft.json");
  assert.deepEqual(page.faults, []);
});

// A generator of the same numbers each time (mulberry32).
function numbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test("no file that the page saves is refused by the program, whatever was typed", async () => {
  const page = await open(APPLICATION);
  const next = numbers(20_261_129);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const parts = ["山田", "𠮷", "髙﨑", "辻\u{e0100}", " ", "　", "\u200d", "0229", "-", "ー", "１２", "a@b.jp", "@", "令和8年", "4月1日", "2026-02-29", "〒989-6136", "ヤマダ", "ﾔﾏ", "゛", "\u0301", "①", "㍻", "<b>", "=1+1", "\\", "\"", "e\u200b", "\ufeff", "1e9", "内線3", "+81", ".", "…"];
  const text = () => Array.from({ length: Math.floor(next() * 4) }, () => pick(parts)).join("");
  const fields = ["date.date", "establishment.name", "establishment.postal-code", "establishment.address", "establishment.telephone", "representative.name", "users[1].name", "users[1].name-reading", "users[1].mcs-id", "users[1].registered-on", "users[2].name", "users[2].mcs-id"];
  const records = [];
  for (let round = 0; round < 150; round += 1) {
    for (const path of fields) await box(page, path).evaluate((element, value) => (element.value = value), next() < 0.4 ? text() : "");
    const path = await save(page);
    const found = JSON.parse(readFileSync(path, "utf8"));
    if (!found.draft) records.push(found);
  }
  assert.ok(records.length >= 10, `${records.length} of 150 were no drafts`);
  const needsName = records.filter((record) => !(record.users ?? []).some((user) => !user.name));
  const path = join(folder, "all.json");
  writeFileSync(path, JSON.stringify(needsName));
  // A name for the files that no field has ends the run after the values were looked at and before sheets are set.
  let told = "";
  try {
    execFileSync(program, ["fill", "osaki/application", "--data", path, "--name", "no.such-field", "--output", join(folder, "all")], { stdio: "pipe" });
  } catch (error) {
    told = error.stderr.toString();
  }
  assert.deepEqual([...new Set(told.match(/J07\d\d/g) ?? [])], ["J0718"], told.slice(0, 2_000));
});
