// One paper: what the page of every form prints in Chromium, held against the sheets that typst sets, empty and filled in: the same
// pages, the same letters on each of them, and the same ink in each part of it. Variables as in forms.test.mjs; wants pdftotext and
// pdftoppm as well.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { launched, program, site } from "./chromium.mjs";

const folder = mkdtempSync(join(tmpdir(), "junsoku-paper-"));
const NAMES = ["山田太郎", "髙﨑さくら", "𠮷田花子", "佐藤一"];
let browser;

before(async () => {
  browser = await launched();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

function forms(lang) {
  const sets = [`${lang}/baseline/forms`, ...readdirSync(join(site, lang, "regions")).map((region) => `${lang}/regions/${region}/forms`)];
  return sets.flatMap((set) => {
    try {
      return readdirSync(join(site, set), { withFileTypes: true }).filter((one) => one.isDirectory()).map((one) => `${set}/${one.name}`);
    } catch {
      return [];
    }
  });
}

async function open(path) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(error.message));
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(pathToFileURL(join(site, path, "index.html")).href);
  // The PDF has the tables of codes; the page prints them where they were opened.
  await page.evaluate(() => document.querySelectorAll(".appended").forEach((table) => (table.open = true)));
  return page;
}

async function printed(page, name) {
  const path = join(folder, `${name}.pdf`);
  await page.pdf({ path, preferCSSPageSize: true });
  return path;
}

// The letters of each page. Programs differ in how they tell words and lines apart, not in the letters.
function letters(pdf) {
  const pages = execFileSync("pdftotext", [pdf, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
  // A hyphen at the end of a line is told as a soft one by one program and as a hyphen by another.
  return pages.map((text) => Array.from(text.normalize("NFKC").replace(/[\s\u00ad-]/g, "")).sort().join(""));
}

// How dark each part of each page is, from 0 to 1.
function ink(pdf) {
  const PART = 18;
  const begin = join(mkdtempSync(join(folder, "ink-")), "page");
  execFileSync("pdftoppm", ["-r", "36", "-gray", pdf, begin]);
  const files = readdirSync(join(begin, "..")).sort();
  return files.map((name) => {
    const bytes = readFileSync(join(begin, "..", name));
    const [, width, height] = bytes.subarray(0, 40).toString("latin1").match(/^P5\s(\d+) (\d+)\s255\s/).map(Number);
    const pixels = bytes.subarray(bytes.length - width * height);
    const sums = new Map();
    for (let at = 0; at < pixels.length; at += 1) {
      const part = `${Math.floor(Math.floor(at / width) / PART)},${Math.floor((at % width) / PART)}`;
      sums.set(part, (sums.get(part) ?? 0) + (255 - pixels[at]) / 255 / PART ** 2);
    }
    return sums;
  });
}

// What differs between two PDFs, for people.
function differences(own, typst) {
  const [ownLetters, typstLetters] = [letters(own), letters(typst)];
  if (ownLetters.length !== typstLetters.length) return [`${ownLetters.length} pages, ${typstLetters.length} in the PDF`];
  const [ownInk, typstInk] = [ink(own), ink(typst)];
  return ownLetters.flatMap((found, at) => {
    const wanted = typstLetters[at];
    const less = (one, other) => Array.from(other).reduce((rest, letter) => rest.replace(letter, ""), one);
    const faults = found === wanted ? [] : [`page ${at + 1}: more 「${less(found, wanted)}」, less 「${less(wanted, found)}」`];
    // The fonts of the system may be others, whose strokes are heavier or lighter.
    const parts = Array.from(typstInk[at], ([part, dark]) => [part, Math.abs(dark - (ownInk[at].get(part) ?? 0))]);
    const [part, most] = parts.reduce((one, other) => (other[1] > one[1] ? other : one));
    return most > 0.2 ? [...faults, `page ${at + 1}: other ink at ${part} (${most.toFixed(2)})`] : faults;
  });
}

// A record that fills in everything, with more lines than the sheet has where there may be.
function record(spec) {
  let count = 0;
  const value = (field) => {
    count += 1;
    const options = (field.options ?? []).map((option) => option.id);
    const values = { furigana: "やまだ たろう", "postal-code": "989-6136", telephone: "0229-22-0000", email: `user${count}@example.jp`, number: 3, date: "2026-04-01", check: true, choice: options[0], radio: options.at(-1), checkboxes: options.slice(0, 2), multiline: "みほん市一丁目2-3" };
    return values[field.kind] ?? NAMES[count % NAMES.length];
  };
  const entry = (block) => {
    const found = {};
    for (const field of block.fields) {
      found[field.id] = value(field);
      if (field.reading) found[`${field.id}-reading`] = "ヤマダ タロウ";
    }
    return found;
  };
  const blocks = spec.blocks.map((block) => {
    const lines = block.rows ? Math.min(block.rows.count + 2, block.rows.max ?? Infinity) : 0;
    return [block.id, block.rows ? Array.from({ length: lines }, () => entry(block)) : entry(block)];
  });
  return { form: spec.form, ...Object.fromEntries(blocks) };
}

for (const lang of ["ja", "en"]) {
  test(`every empty form is printed as its PDF has it (${lang})`, async () => {
    const faults = [];
    for (const form of forms(lang)) {
      const page = await open(form);
      assert.equal(await page.evaluate(() => junsoku.replica.of(junsoku.page.spec.form) !== undefined), true, form);
      const found = differences(await printed(page, "empty"), join(site, `${form}.pdf`));
      faults.push(...found.map((fault) => `${form}: ${fault}`));
      assert.deepEqual(page.faults, [], form);
      await page.close();
    }
    assert.deepEqual(faults, []);
  });

  test(`every form filled in is printed as the program prints it (${lang})`, async () => {
    const faults = [];
    for (const form of forms(lang)) {
      const page = await open(form);
      const data = record(await page.evaluate(() => junsoku.page.spec));
      const path = join(folder, "data.json");
      writeFileSync(path, JSON.stringify(data));
      await page.locator("#_fill-file").setInputFiles(path);
      await page.waitForFunction(() => document.getElementById("_fill-file").value === "" && document.querySelector("#_fill-status p").textContent !== "");
      const output = mkdtempSync(join(folder, "fill-"));
      execFileSync(program, ["fill", data.form, "--data", path, "--output", output, ...(lang === "en" ? ["--english"] : [])], { stdio: "pipe" });
      const [sheet] = readdirSync(output);
      const found = differences(await printed(page, "full"), join(output, sheet));
      faults.push(...found.map((fault) => `${form}: ${fault}`));
      assert.deepEqual(page.faults, [], form);
      await page.close();
    }
    assert.deepEqual(faults, []);
  });
}

test("tables of codes are printed only where they were opened, and sheets are counted without them", async () => {
  const path = "ja/regions/osaki/forms/application";
  const page = await open(path);
  const whole = letters(await printed(page, "whole"));
  await page.evaluate(() => document.querySelectorAll(".appended").forEach((table) => (table.open = false)));
  const short = letters(await printed(page, "short"));
  assert.equal(short.length, whole.length - 1);
});

test("forty people stand on as many sheets as they need, each with its number", async () => {
  const page = await open("ja/regions/osaki/forms/application");
  const users = Array.from({ length: 40 }, (_, at) => ({ name: `${NAMES[at % 4]}${at + 1}`, occupation: "1", "mcs-id": `user${at + 1}@example.jp` }));
  const path = join(folder, "forty.json");
  writeFileSync(path, JSON.stringify({ form: "osaki/application", users }));
  await page.locator("#_fill-file").setInputFiles(path);
  await page.waitForFunction(() => document.getElementById("_fill-file").value === "" && document.querySelector("#_fill-status p").textContent !== "");
  const text = execFileSync("pdftotext", ["-layout", await printed(page, "forty"), "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
  const sheets = text.map((one) => users.filter(({ name }) => new RegExp(`${name}(?!\\d)`).test(one)).length);
  assert.deepEqual(sheets.filter(Boolean), [10, 21, 9], "a further sheet is full");
  for (const number of [2, 3]) assert.ok(text.some((one) => new RegExp(`続紙\\s+${number} / 3`).test(one)), `sheet ${number}`);
  assert.ok(text.every((one, at) => new RegExp(`(^|\\s)${at + 1} ?/ ?${text.length}\\s`).test(one)), "each page has its number");
});

test("a value that has no room is told before it is printed", async () => {
  const page = await open("ja/regions/osaki/forms/application");
  await page.locator('[id="_establishment.name"]').fill("みほん訪問看護ステーション".repeat(20));
  await page.evaluate(() => (window.print = () => (window.printed = true)));
  await page.locator("#_fill-print").click();
  const told = await page.locator("#_fill-faults li").allTextContents();
  assert.ok(told.some((line) => /収まりません/.test(line)), String(told));
  assert.equal(await page.evaluate(() => window.printed), undefined);
});
