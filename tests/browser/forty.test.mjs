// The same people on every form in four ways: by the page, by a list, in the PDF and by `fill`. The sheets of the page and of the list have
// the letters of those that `fill` makes of saved data; the fields of the PDF show every value in letters of eight points or more.
// Variables as in forms.test.mjs, JUNSOKU_PYPDF (a Python with pypdf; without it the PDFs are left out), JUNSOKU_FORTY (how many people,
// 2 without it) and JUNSOKU_KEEP (a folder that keeps the sheets and a picture of each first page). Wants pdftotext and pdftoppm as well.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { launched, program, site } from "./chromium.mjs";

const PEOPLE = Number(process.env.JUNSOKU_FORTY ?? 2);
const pypdf = process.env.JUNSOKU_PYPDF;
const kept = process.env.JUNSOKU_KEEP;
const folder = mkdtempSync(join(tmpdir(), "junsoku-forty-"));
// The first two are written in Shift_JIS as lists are; the others are beyond it.
const FAMILIES = ["髙橋", "﨑山", "𠮷田", "辻󠄀", "齋藤", "渡邉", "德永", "勅使河原"];
const GIVEN = ["一郎", "さくら", "花子", "慎太郎", "ジョン"];
const FACILITIES = ["みほん薬局", "医療法人社団みほん会　みほん訪問看護ステーション大崎古川", "社会福祉法人みほん福祉会　特別養護老人ホームみほんの里　短期入所生活介護事業所"];
let browser;

before(async () => {
  browser = await launched();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const sets = ["ja/baseline/forms", ...readdirSync(join(site, "ja/regions")).map((region) => `ja/regions/${region}/forms`)].filter((set) => existsSync(join(site, set)));
const everyForm = sets.flatMap((set) => readdirSync(join(site, set), { withFileTypes: true }).filter((one) => one.isDirectory()).map((one) => `${set}/${one.name}`));
// Without a number of people, just one form of each region and of the baseline, each another kind.
const SAMPLE = /baseline\/forms\/staff-pledge|chuo\/forms\/patient-consent|kumagaya\/forms\/application|minato\/forms\/cooperation-pledge|osaki\/forms\/application/;
const forms = process.env.JUNSOKU_FORTY ? everyForm : everyForm.filter((form) => SAMPLE.test(form));

// What the person `at` writes in a field.
function value(field, at) {
  const options = (field.options ?? []).map((option) => option.id);
  const name = `${FAMILIES[at % FAMILIES.length]}${GIVEN[at % GIVEN.length]}`;
  const values = {
    furigana: "ヤマダ タロウ", "postal-code": "989-6136", telephone: `0229-22-${1000 + at}`, email: `user${at}@mihon-houmonkango.example.jp`, number: at + 1,
    date: `2026-04-${String((at % 28) + 1).padStart(2, "0")}`, check: true, choice: options[at % options.length], radio: options[at % options.length], checkboxes: options.slice(0, 2),
    multiline: `みほん市古川${at + 1}丁目2番3号　みほんビル405号室`,
  };
  const label = field.heads?.[0] ?? field.label;
  if (values[field.kind] !== undefined) return values[field.kind];
  if (/住所|所在地/.test(label)) return `宮城県みほん市古川みほん町${at + 1}丁目2番3号`;
  if (/事業所|施設|名称/.test(label) && !/氏名|種別/.test(label)) return FACILITIES[at % FACILITIES.length];
  return /氏名|代表者|管理者/.test(label) ? name : "みほん";
}

function entry(block, at) {
  const found = {};
  for (const field of block.fields) {
    found[field.id] = value(field, at);
    if (field.reading) found[`${field.id}-reading`] = "ヤマダ タロウ";
  }
  return found;
}

// The records: of a form with a table one with a line for each person, otherwise one for each.
function records(spec) {
  const table = spec.blocks.find((block) => block.rows);
  const count = table ? 1 : PEOPLE;
  return Array.from({ length: count }, (_, at) => {
    const blocks = spec.blocks.map((block) => {
      const lines = Math.min(PEOPLE, block.rows?.max ?? Infinity);
      return [block.id, block.rows ? Array.from({ length: lines }, (_, line) => entry(block, line)) : entry(block, at)];
    });
    return { form: spec.form, ...Object.fromEntries(blocks) };
  });
}

// The letters of each page, sorted; programs part words and lines each in their own way. typst gives the glyph of 辻󠄀 without its selector
// as text, Chromium with it: what is held is that the letter is there.
function letters(pdf) {
  const pages = execFileSync("pdftotext", [pdf, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
  return pages.map((text) => Array.from(text.normalize("NFKC").replace(/[\s\u00ad\u{E0100}-\u{E01EF}-]/gu, "")).sort().join(""));
}

// The letters that one has more than the other, page by page; nothing where they are the same.
function more(own, other) {
  if (own.length !== other.length) return [`${own.length} pages, ${other.length} wanted`];
  const less = (one, two) => Array.from(two).reduce((rest, letter) => rest.replace(letter, ""), one);
  return own.flatMap((page, at) => (page === other[at] ? [] : [`page ${at + 1}: more 「${less(page, other[at])}」, less 「${less(other[at], page)}」`]));
}

function sheets(args) {
  const output = mkdtempSync(join(folder, "fill-"));
  execFileSync(program, ["fill", ...args, "--output", output, "--lang", "ja"], { stdio: "pipe" });
  return readdirSync(output).sort().map((name) => join(output, name));
}

// A list as a clerk keeps it: headings in Japanese, a line for each person, below a title.
function list(spec, all) {
  const table = spec.blocks.find((block) => block.rows);
  const block = table ?? { fields: [] };
  const columns = table ? block.fields.flatMap((field) => (field.reading ? [{ ...field, id: `${field.id}-reading`, heads: field.reading_heads }, field] : [field])) : [];
  const cell = (text) => `"${String(text).replaceAll('"', '""')}"`;
  const words = (field, given) => ([given].flat().map((id) => field.options?.find((option) => option.id === id)?.words ?? (id === true ? "○" : id))).join("、");
  const lines = all[0][table.id].map((row, at) => [at + 1, ...columns.map((field) => words(field, row[field.id]))]);
  const rows = [["みほん訪問看護ステーション　利用者名簿"], [], ["番号", ...columns.map((field) => field.heads[0])], ...lines];
  return rows.map((row) => row.map(cell).join("\t")).join("\r\n");
}

function keep(form, way, files) {
  if (!kept) return;
  const own = join(kept, form.replace(/^ja\/(regions\/)?/, "").replace("/forms/", "-"));
  mkdirSync(own, { recursive: true });
  files.forEach((file, at) => {
    const begin = join(own, `${way}-${at + 1}`);
    cpSync(file, `${begin}.pdf`);
    if (at < 4) execFileSync("pdftoppm", ["-r", "60", "-png", "-l", "2", file, begin]);
  });
}

for (const form of forms) {
  test(`the same people are on ${form} whichever way it was filled in`, { timeout: 600_000 }, async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on("dialog", (dialog) => dialog.accept());
    await page.goto(pathToFileURL(join(site, form, "index.html")).href);
    await page.evaluate(() => document.querySelectorAll(".appended").forEach((table) => (table.open = true)));
    const spec = await page.evaluate(() => junsoku.page.spec);
    const all = records(spec);
    const path = join(folder, "data.json");
    writeFileSync(path, JSON.stringify(all));

    const filled = sheets([spec.form, "--data", path]);
    assert.equal(filled.length, all.length);
    keep(form, "fill", filled);

    const printed = [];
    for (const [at, record] of all.entries()) {
      writeFileSync(path, JSON.stringify(record));
      await page.locator("#_fill-file").setInputFiles(path);
      await page.waitForFunction(() => document.getElementById("_fill-file").value === "" && document.querySelector("#_fill-status p").textContent !== "");
      const own = join(folder, `page-${at}.pdf`);
      await page.pdf({ path: own, preferCSSPageSize: true });
      assert.deepEqual(more(letters(own), letters(filled[at])), [], `the page, record ${at + 1}`);
      printed.push(own);
    }
    keep(form, "page", printed);

    if (spec.blocks.some((block) => block.rows)) {
      const table = spec.blocks.find((block) => block.rows).id;
      const own = join(folder, "list.txt");
      // UTF-16 as Excel saves it, for the letters beyond Shift_JIS.
      writeFileSync(own, `\ufeff${list(spec, all)}`, "utf16le");
      const { [table]: _, ...common } = all[0];
      const answers = join(folder, "answers.json");
      writeFileSync(answers, JSON.stringify(common));
      const listed = sheets([spec.form, "--data", own, "--common", answers]);
      assert.deepEqual(more(listed.flatMap(letters), filled.flatMap(letters)), [], "the list");
      keep(form, "list", listed);
    }

    if (pypdf) {
      const script = fileURLToPath(new URL("../type-in-fields.py", import.meta.url));
      const typed = all.slice(0, 4).map((record, at) => {
        const own = join(folder, `typed-${at}.pdf`);
        writeFileSync(path, JSON.stringify(record));
        execFileSync(pypdf, [script, join(site, `${form}.pdf`), path, own], { stdio: "pipe" });
        return own;
      });
      keep(form, "typed", typed);
    }
    await page.close();
  });
}
