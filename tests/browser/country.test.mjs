// A site with more regions than one page has room for, in Chromium, from the disk: made of `benches/country.py`. Run by `node --test` as
// forms.test.mjs is.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { axe, launched, program } from "./chromium.mjs";

const GENERATOR = fileURLToPath(new URL("../../benches/country.py", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "country-"));
const site = join(folder, "site");
let browser;

before(async () => {
  const content = join(folder, "content");
  execFileSync("python3", [GENERATOR, "48", content]);
  execFileSync(program, ["build", "--no-pdf", "--quiet", "--content", content, "--output", site], { stdio: ["ignore", "ignore", "ignore"] });
  browser = await launched();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const part = () => readdirSync(join(site, "ja/prefectures")).sort()[0];

async function open(path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true, ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => assert.fail(error.message));
  const [file, fragment = ""] = path.split("#");
  await page.goto(`${pathToFileURL(join(site, file, "index.html")).href}${fragment === "" ? "" : `#${fragment}`}`);
  return page;
}

test("axe finds nothing, no page is wider than its window, and none about all regions grows with them", async () => {
  const one = "account.deletion";
  const pages = ["", "compare", "compare/view", "compare/topics/passwords", `compare/topics/passwords/${part()}`, "conformance", `conformance/requirements/${one}`, `conformance/requirements/${one}/${part()}`, "forms", `forms/${part()}`, `prefectures/${part()}`, "search", "references"];
  for (const lang of ["ja", "en"]) {
    for (const path of pages) {
      const file = join(site, lang, path, "index.html");
      assert.ok(statSync(file).size <= 200_000, `${file}: ${statSync(file).size}`);
      for (const width of [390, 1280]) {
        const page = await open(`${lang}/${path}`, { viewport: { width, height: 900 } });
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run({ preload: false, rules: { "target-size": { enabled: true } } }));
        assert.deepEqual(violations.map((found) => `${lang}/${path} ${width} ${found.id} ${found.nodes[0].html}`), []);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(over <= 0, `${lang}/${path} at ${width}: ${over}`);
        await page.context().close();
      }
    }
  }
});

test("from the home page to a region in two clicks", async () => {
  const page = await open("ja", { viewport: { width: 390, height: 800 } });
  await page.locator(".prefecture-map a", { hasText: "東京都" }).click();
  const card = page.locator(".card h2 a").first();
  const name = await card.textContent();
  await card.click();
  assert.equal(await page.locator("h1").textContent(), name);
});

test("any two regions are read side by side, and the address keeps which", async () => {
  const page = await open("ja/compare/view#first=r0002&second=r0040&topic=passwords");
  await page.locator("#chosen-status", { hasText: "行を並べています" }).waitFor();
  const sections = page.locator(".chosen-topic:visible");
  assert.equal(await sections.count(), 1);
  const rows = await sections.locator("tbody tr").count();
  assert.ok(rows > 3, `${rows}`);
  assert.ok((await sections.locator("tr.different mark").count()) > 0);
  // What says the same has no mark, and all letters of both texts are there.
  assert.equal(await sections.locator("tr.same mark").count(), 0);
  await page.selectOption('select[name="topic"]', "");
  await page.check('input[name="differing"]');
  assert.equal(await page.locator("tr.same:visible").count(), 0);
  assert.match(page.url(), /first=r0002&second=r0040&differing=1/);
  const again = await open(`en/compare/view#${new URL(page.url()).hash.slice(1)}`);
  await again.locator("#chosen-status", { hasText: "Rows shown" }).waitFor();
  assert.equal(await again.locator('select[name="second"]').inputValue(), "r0040");
  // Another choice shows again, and a region beside itself shows nothing.
  await again.selectOption('select[name="second-part"]', { index: 0 });
  await again.locator("thead th", { hasText: "Embrace" }).first().waitFor();
  await again.selectOption('select[name="first-part"]', { index: 0 });
  await again.locator(".chosen-topic:visible").first().waitFor({ state: "detached" });
});

test("a file that is missing or broken is told, and a way on is offered", async () => {
  const page = await open("ja/compare/view#first=r0001&second=r0003");
  await page.locator("#chosen-status", { hasText: "行を並べています" }).waitFor();
  rmSync(join(site, "ja/compare/view/sets/r0005.js"));
  appendFileSync(join(site, "ja/compare/view/sets/r0007.js"), "}{");
  for (const broken of ["r0005", "r0007"]) {
    const told = await browser.newContext().then((context) => context.newPage());
    await told.goto(`${pathToFileURL(join(site, "ja/compare/view/index.html")).href}#first=r0001&second=${broken}`);
    await told.locator("#chosen-trouble:visible").waitFor();
    assert.equal(await told.locator(".chosen-topic:visible").count(), 0);
    await told.context().close();
  }
  const named = await open("ja/compare/view#first=<b>&second=__proto__&topic=constructor");
  await named.locator("#choose:visible").waitFor();
  assert.equal(await named.locator("#chosen-trouble:visible").count(), 0);
});

test("the words that differ are what is left of a longest common sequence", async () => {
  const page = await open("ja/compare/view");
  const told = await page.evaluate(() => {
    const { differing, likeness, paired } = globalThis.junsoku.choose;
    const item = (text, r = []) => ({ n: "", h: "", w: [...text], r });
    return {
      marks: differing([..."三年間"], [..."五年間"]),
      valued: differing([["８", "8"], "字"], ["8", "字"]),
      empty: likeness([], []),
      rows: paired([item("甲乙丙"), item("まったく別", ["x"])], [item("丁", ["x"]), item("甲乙丁")]).map((pair) => pair.map((one) => one?.w.join(""))),
    };
  });
  assert.deepEqual(told, {
    marks: [[true, false, false], [true, false, false]],
    valued: [[false, false], [false, false]],
    empty: 1,
    rows: [["甲乙丙", "甲乙丁"], ["まったく別", "丁"]],
  });
});
