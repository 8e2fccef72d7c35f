// The pages of procedures in Chromium, from the disk: answers that go into several forms, what comes back from them, one file, one
// print. Variables as in forms.test.mjs.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { axe, launched, site } from "./chromium.mjs";

const JOIN = "ja/regions/minato/procedures/join";
const folder = mkdtempSync(join(tmpdir(), "junsoku-procedures-"));
let browser;

before(async () => {
  browser = await launched();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

async function open(path) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(error.message));
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(pathToFileURL(join(site, path, "index.html")).href);
  return page;
}

const box = (page, path) => page.locator(`[id="_${path}"]`);
const link = (page, form) => page.locator(`a[data-form="minato/${form}"]`);

test("an answer goes into every form of the task, and a correction made there goes on to the others", async () => {
  const page = await open(JOIN);
  await box(page, "answer-1").fill("みほん医院");
  await box(page, "answer-2").fill("大阪市港区みほん1-2");
  await link(page, "application").click();
  // The script of the form brings the answers once its page is there.
  await page.waitForFunction(() => document.getElementById("_establishment.name")?.value === "みほん医院");
  assert.equal(await box(page, "establishment.address").inputValue(), "大阪市港区みほん1-2");
  await box(page, "establishment.name").fill("みほん診療所");
  await box(page, "establishment.telephone").fill("06-0000-0000");
  await page.goBack();
  await page.waitForFunction(() => document.getElementById("_answer-1").value === "みほん診療所");
  await link(page, "cooperation-pledge").click();
  await page.waitForFunction(() => Boolean(document.getElementById("_signer.establishment")?.value));
  assert.equal(await box(page, "signer.establishment").inputValue(), "みほん診療所");
  await page.goBack();
  await link(page, "application").click();
  await page.waitForFunction(() => Boolean(document.getElementById("_establishment.telephone")?.value));
  assert.equal(await box(page, "establishment.telephone").inputValue(), "06-0000-0000", "what was filled in before is still there");
  assert.deepEqual(page.faults, []);
});

test("everything is saved in one file, opened again and printed as one", async () => {
  const page = await open(JOIN);
  await box(page, "answer-1").fill("𠮷田医院");
  const [download] = await Promise.all([page.waitForEvent("download"), box(page, "procedure-save").click()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  const saved = JSON.parse(readFileSync(path, "utf8"));
  assert.equal(saved.procedure, "minato/join");
  assert.equal(saved.forms["minato/cooperation-pledge"].fields["signer.establishment"], "𠮷田医院");
  const other = await open(JOIN);
  await other.locator("#_procedure-file").setInputFiles(path);
  await other.waitForFunction(() => document.getElementById("_answer-1").value !== "");
  assert.equal(await box(other, "answer-1").inputValue(), "𠮷田医院");
  // The print is laid out and stays until the printer is done.
  await other.evaluate(() => (window.print = () => {}));
  await box(other, "procedure-print").click();
  const pdf = join(folder, "all.pdf");
  await other.pdf({ path: pdf, preferCSSPageSize: true });
  const pages = execFileSync("pdftotext", [pdf, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
  const named = pages.filter((text) => text.includes("𠮷田医院"));
  // On each of three forms, and at the head of a second page.
  assert.equal(named.length, 4, `${named.length} of ${pages.length} pages`);
  assert.deepEqual(other.faults, []);
});

test("a file of something else changes nothing", async () => {
  const page = await open(JOIN);
  await box(page, "answer-1").fill("みほん");
  for (const text of ["{", "[]", "null", '{"procedure": "osaki/join"}', '{"form": "minato/application"}']) {
    const path = join(folder, "other.json");
    writeFileSync(path, text);
    await page.locator("#_procedure-file").setInputFiles(path);
    await page.waitForFunction(() => document.getElementById("_procedure-file").value === "" && document.getElementById("_procedure-status").textContent !== "");
    assert.match(await page.locator("#_procedure-status").textContent(), /保存したファイルではありません/);
    assert.equal(await box(page, "answer-1").inputValue(), "みほん", text);
  }
  const path = join(folder, "crafted.json");
  writeFileSync(path, '{"procedure": "minato/join", "answers": [1, {"a": 1}], "forms": {"__proto__": {"fields": {}}, "minato/application": {"fields": 3}}}');
  await page.locator("#_procedure-file").setInputFiles(path);
  await page.waitForFunction(() => document.getElementById("_answer-1").value === "");
  assert.deepEqual(page.faults, []);
});

test("what is filled in in a form that keeps no draft does not come back", async () => {
  const page = await open("ja/regions/osaki/procedures/consent");
  await page.locator('a[data-form="osaki/patient-consent"]').click();
  await box(page, "patient.name").fill("山田太郎");
  await page.goBack();
  await page.waitForSelector("a[data-form]");
  assert.equal(await page.evaluate(() => JSON.stringify({ ...sessionStorage }).includes("山田太郎")), false);
});

test("a task that a region has no form for says whom to ask, and no page has a fault of accessibility", async () => {
  const page = await open("ja/regions/chuo/procedures/leave");
  const text = await page.locator("main").textContent();
  assert.match(text, /この用件の様式は、掲載している規程にはありません/);
  assert.ok((await page.locator("main a").count()) > 0);
  for (const path of [JOIN, "en/regions/kumagaya/procedures/change", "ja/regions/chuo/procedures/leave"]) {
    const one = await open(path);
    await one.evaluate(axe);
    const { violations } = await one.evaluate(() => axe.run());
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`), [], path);
  }
});
