// The form pages of a built site in Chromium, from the disk. Run by `node --test`, with
//   JUNSOKU_SITE   the output folder
//   JUNSOKU        the program, which fills the sheet from the file that the page saved
//   JUNSOKU_NODE   a folder whose node_modules hold playwright-core and axe-core
// Wants chromium and pdftotext on the search path.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { axe, launched, program, site } from "./chromium.mjs";

const NAMES = ["山田太郎", "髙﨑さくら", "𠮷田花子", "佐藤一", "鈴木次郎", "高橋三郎", "田中四郎", "伊藤五郎", "渡辺六郎", "中村七美", "小林八重", "加藤九十九"];
const APPLICATION = "ja/regions/osaki/forms/application";
const folder = mkdtempSync(join(tmpdir(), "junsoku-browser-"));
let browser;

before(async () => {
  browser = await launched();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const address = (path) => pathToFileURL(join(site, path, "index.html")).href;

// A page on which an error of a script, or anything but files from the disk, fails the test.
async function open(path, options = {}) {
  const context = options.context ?? (await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options }));
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
  page.on("request", (request) => /^(file|blob|data):/.test(request.url()) || page.faults.push(request.url()));
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(address(path));
  return page;
}

const box = (page, path) => page.locator(`[id="_${path}"]`);
const faultOf = (page, path) => page.locator(`[id="_${path}-fault"]`).textContent();
const status = (page) => page.locator("#_fill-status p").textContent();

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

async function fillApplication(page) {
  await box(page, "date.date").fill("Ｒ８．４．１");
  await box(page, "establishment.name").fill("みほん訪問看護ステーション");
  await box(page, "establishment.postal-code").fill("〒９８９ー６１３６");
  await box(page, "establishment.telephone").fill("０２２９（２２）００００");
  await box(page, "facility.kind").selectOption("4");
  for (let row = 1; row <= NAMES.length; row += 1) {
    if (row > 1) await page.getByRole("button", { name: "行を追加" }).click();
    await box(page, `users[${row}].name`).fill(NAMES[row - 1]);
    await box(page, `users[${row}].mcs-id`).fill(`user${row}＠ｅｘａｍｐｌｅ.jp`);
    await box(page, `users[${row}].occupation`).selectOption(String(row));
  }
  await box(page, "users[1].administrator").check();
}

async function save(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#_fill-save").click()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

async function load(page, text, name = "data.json") {
  const path = join(folder, name);
  writeFileSync(path, text);
  await page.locator("#_fill-file").setInputFiles(path);
  await page.waitForFunction(() => document.getElementById("_fill-file").value === "" && (document.querySelector("#_fill-status p").textContent !== "" || !document.getElementById("_fill-faults").hidden));
}

// The text of each page of the PDF that the page prints.
async function printed(page, name) {
  const path = join(folder, `${name}.pdf`);
  await page.pdf({ path, preferCSSPageSize: true });
  return execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
}

test("Osaki's application with twelve people is saved, loaded and printed on two sheets", async () => {
  const page = await open(APPLICATION);
  await fillApplication(page);
  const path = await save(page);
  assert.match(path, /osaki-application-\d{4}-\d{2}-\d{2}\.json$/);
  const data = JSON.parse(readFileSync(path, "utf8"));
  assert.equal(data.form, "osaki/application");
  assert.deepEqual(data.date, { date: "2026-04-01" });
  assert.deepEqual(data.establishment, { name: "みほん訪問看護ステーション", "postal-code": "989-6136", telephone: "0229-22-0000" });
  assert.deepEqual(data.facility, { kind: "4" });
  assert.deepEqual(data.users.map((user) => user.name), NAMES);
  assert.deepEqual(data.users[0], { name: NAMES[0], occupation: "1", "mcs-id": "user1@example.jp", administrator: true });

  await page.reload();
  assert.equal(await box(page, "establishment.name").inputValue(), "", "nothing is kept unasked");
  await load(page, readFileSync(path, "utf8"));
  assert.equal(await box(page, "users[12].name").inputValue(), NAMES[11]);
  assert.deepEqual(JSON.parse(readFileSync(await save(page), "utf8")), data);

  const pages = await printed(page, "application");
  const found = pages.map((text) => NAMES.filter((name) => text.includes(name)));
  const sheets = found.filter((names) => names.length > 0);
  assert.deepEqual(sheets, [NAMES.slice(0, 10), NAMES.slice(10)]);
  assert.match(pages[found.findIndex((names) => names.length === 2)], /続紙\s+2 \/ 2/);
  assert.match(pages[0], /令和\s*8\s*年\s*4\s*月\s*1\s*日/);
  assert.match(pages.join(""), /2\s*枚中\s*1\s*枚目/);
  for (const word of ["行を追加", "削除", "任意", "入力内容を確認する", "選択してください", "この画面で記入する"]) {
    assert.ok(!pages.join("").includes(word), `${word} is on paper`);
  }
  assert.equal(await page.locator(".print-root").count(), 0, "the paper stays on the page");
  assert.deepEqual(page.faults, []);
});

test("what the page saves is filled in by the program", async () => {
  const page = await open(APPLICATION);
  await fillApplication(page);
  const path = await save(page);
  const output = join(folder, "filled");
  execFileSync(program, ["fill", "osaki/form-1", "--data", path, "--output", output]);
  const text = execFileSync("pdftotext", [join(output, "osaki-application-0001.pdf"), "-"], { encoding: "utf8" });
  assert.deepEqual(NAMES.filter((name) => !text.includes(name)), []);
  assert.ok(text.includes("989-6136") && text.includes("user1@example.jp"), text);
});

test("a form that is made in copies is printed once for each, with its mark", async () => {
  const page = await open("ja/regions/osaki/forms/patient-consent");
  await box(page, "patient.name").fill("山田太郎");
  const text = (await printed(page, "consent")).join("");
  assert.equal(text.split("山田太郎").length - 1, 2);
  assert.equal(text.split("患者様あるいは患者御家族様用").length - 1, 1);
  assert.equal(text.split("医療・介護関係者用").length - 1, 1);
});

test("what is wrong is said beside the field and in a list with links", async () => {
  const page = await open(APPLICATION);
  await box(page, "date.date").fill("平成32年4月1日");
  await box(page, "establishment.postal-code").fill("989-613");
  await box(page, "establishment.postal-code").blur();
  assert.equal(await faultOf(page, "date.date"), "申し込み及び誓約日：その元号は平成31年4月30日までです。入力された日は令和2年（2020年）4月1日に当たります。");
  assert.equal(await box(page, "date.date").getAttribute("aria-invalid"), "true");
  assert.equal(await box(page, "date.date").getAttribute("aria-describedby"), "_date.date-fault _how-date");
  await page.locator("#_fill-save").click();
  assert.match(await status(page), /下書き/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "_fill-faults");
  const links = page.locator("#_fill-faults a");
  assert.equal(await links.count(), 2);
  await links.nth(1).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "_establishment.postal-code");
  await box(page, "date.date").fill("令和元年5月1日");
  await box(page, "date.date").blur();
  assert.equal(await box(page, "date.date").getAttribute("aria-invalid"), null);
  assert.equal(await page.locator('[id="_date.date-words"]').textContent(), "令和元年（2019年）5月1日 水曜日");
  await page.goto(address("ja/regions/minato/forms/application"));
  await page.locator("#_fill-check").click();
  assert.equal(await faultOf(page, "manager.email"), "事業所の管理者 メールアドレス：記入してください。");
});

test("a click does not miss what a message pushes down", async () => {
  const page = await open("ja/regions/kumagaya/forms/application");
  await box(page, "establishment.postal-code").fill("98");
  await page.getByRole("button", { name: "行を追加" }).click();
  assert.equal(await page.locator("tr[data-row]:visible").count(), 2);
  await page.waitForFunction(() => document.getElementById("_establishment.postal-code-fault"));
});

test("lines are added, removed and brought back", async () => {
  const page = await open("ja/regions/osaki/forms/withdrawal");
  const add = page.getByRole("button", { name: "行を追加" });
  for (let row = 1; row <= 5; row += 1) {
    if (row > 1) await add.click();
    await box(page, `users[${row}].name`).fill(NAMES[row - 1]);
  }
  assert.equal(await add.getAttribute("aria-disabled"), "true");
  await add.click({ force: true });
  assert.equal(await status(page), "行は5行までです。");
  await page.getByRole("button", { name: "2行目を削除" }).click();
  assert.equal(await status(page), "2行目を削除しました。現在は4行です。");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), "2行目を削除");
  const names = () => page.locator("td.text .slot:visible input[name$='.name']").evaluateAll((all) => all.map((one) => one.value));
  assert.deepEqual(await names(), [NAMES[0], NAMES[2], NAMES[3], NAMES[4]]);
  await page.getByRole("button", { name: "元に戻す" }).click();
  assert.deepEqual(await names(), NAMES.slice(0, 5));
  assert.deepEqual(page.faults, []);
});

test("a draft is kept only if the user asks, is wiped with one click, and is never offered for consent", async () => {
  const page = await open(APPLICATION);
  const kept = () => page.evaluate(() => Object.keys(localStorage));
  await box(page, "establishment.name").fill("みほん");
  await page.waitForTimeout(500);
  assert.deepEqual(await kept(), []);
  await page.locator("#_fill-draft").check();
  await box(page, "users[1].name").fill("山田");
  await page.waitForTimeout(500);
  assert.deepEqual(await kept(), ["junsoku:osaki/application"]);
  await page.goto(address(APPLICATION.replace("ja/", "en/")));
  assert.equal(await box(page, "users[1].name").inputValue(), "山田");
  await page.locator("#_fill-wipe").click();
  assert.deepEqual(await kept(), []);
  await box(page, "users[1].name").fill("佐藤");
  await page.waitForTimeout(500);
  assert.deepEqual(await kept(), []);
  for (const form of [...forms("ja"), ...forms("en")].filter((form) => /patient-consent|decision-notice/.test(form))) {
    await page.goto(address(form));
    assert.equal(await page.locator("#_fill-draft").count(), 0, form);
  }
  assert.deepEqual(page.faults, []);
});

test("crafted values are text everywhere", async () => {
  const page = await open(APPLICATION);
  const crafted = `</script><script>window.hit=1</script><img src=x onerror="window.hit=1">'"&amp;`;
  await load(page, JSON.stringify({ form: "osaki/application", establishment: { name: crafted, address: `a\u0000b`, [crafted]: crafted }, [crafted]: 1, facility: { kind: crafted }, date: { date: crafted }, users: [{ name: crafted }] }));
  assert.equal(await box(page, "establishment.name").inputValue(), crafted);
  assert.match(await faultOf(page, "establishment.address"), /目に見えない文字/);
  const list = await page.locator("#_fill-faults li").allTextContents();
  assert.equal(list.length, 3);
  assert.ok(list.every((line) => line.includes("<img src=x")), list.join("\n"));
  await page.locator("#_fill-check").click();
  const text = (await printed(page, "crafted")).join("").replace(/\s/g, "");
  assert.ok(text.includes(`<imgsrc=xonerror="window.hit=1">'"&amp;`), text);
  assert.equal(await page.evaluate(() => window.hit), undefined);
  // Of scripts only our own, which folds what a narrow window has no room for.
  assert.equal(await page.locator("main img, main script:not([src$='/assets/narrow.js'])").count(), 0);
  assert.deepEqual(page.faults, []);
});

test("a file that is not this form's changes nothing", async () => {
  const page = await open(APPLICATION);
  await box(page, "establishment.name").fill("みほん");
  for (const [text, said] of [["{", "壊れています"], ["[]", "一件ずつ"], ['{"form": "osaki/withdrawal"}', "ほかの様式"], ["null", "壊れています"]]) {
    await load(page, text);
    assert.ok((await page.locator("#_fill-faults").textContent()).includes(said), text);
    assert.equal(await box(page, "establishment.name").inputValue(), "みほん");
  }
  await load(page, '{"users": [{"name": "山田"}]}');
  assert.equal(await box(page, "establishment.name").inputValue(), "");
  await page.locator("#_fill-undo").click();
  assert.equal(await box(page, "establishment.name").inputValue(), "みほん");
});

// Goes on with the Tab key until the element `id` has the focus.
async function tabTo(page, wanted) {
  for (let step = 0; step < 150; step += 1) {
    const name = await page.evaluate(() => document.activeElement.id || document.activeElement.getAttribute("aria-label") || document.activeElement.name || document.activeElement.textContent);
    if (name === wanted) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`the Tab key does not reach ${wanted}`);
}

test("a keyboard alone can do it all", async () => {
  const page = await open("ja/regions/kumagaya/forms/application");
  const type = async (id, text) => {
    await tabTo(page, id);
    await page.keyboard.insertText(text);
  };
  await type("_date.date", "令和8年4月1日");
  await tabTo(page, "submission.kind");
  await page.keyboard.press("Space");
  await type("_establishment.name", "みほん医院");
  await type("_users[1].name", "山田太郎");
  await tabTo(page, "行を追加");
  await page.keyboard.press("Enter");
  await type("_users[2].name", "佐藤一");
  await tabTo(page, "行を追加");
  await page.keyboard.press("Space");
  await tabTo(page, "3行目を削除");
  await page.keyboard.press("Space");
  await tabTo(page, "_fill-check");
  await page.keyboard.press("Enter");
  // The model form asks for more than this person entered; what is missing stops no saving.
  assert.equal(await status(page), "入力内容に誤りがあります（6件）。");
  await tabTo(page, "_fill-save");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const data = JSON.parse(readFileSync(await download.path(), "utf8"));
  assert.deepEqual(data, {
    form: "kumagaya/application",
    date: { date: "2026-04-01" },
    submission: { kind: "new" },
    establishment: { name: "みほん医院" },
    users: [{ name: "山田太郎" }, { name: "佐藤一" }],
  });
  assert.deepEqual(page.faults, []);
});

test("nothing can be sent", async () => {
  const page = await open(APPLICATION);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  for (const rule of ["default-src 'none'", "connect-src 'none'", "form-action 'none'"]) {
    assert.ok(policy.includes(rule), policy);
  }
  const refused = await page.evaluate(() => {
    return new Promise((done) => {
      const found = new Set();
      addEventListener("securitypolicyviolation", (event) => {
        found.add(event.effectiveDirective);
        if (found.size === 2) done(Array.from(found).sort());
      });
      fetch("https://example.jp/").catch(() => {});
      document.getElementById("_fill-form").action = "https://example.jp/";
      HTMLFormElement.prototype.submit.call(document.getElementById("_fill-form"));
      setTimeout(() => done(Array.from(found)), 3000);
    });
  });
  assert.deepEqual(refused, ["connect-src", "form-action"]);
});

test("without scripts the page is a blank that can be printed and written on", async () => {
  const page = await open(APPLICATION, { javaScriptEnabled: false });
  assert.equal(await page.locator("tr[data-row]:visible").count(), 10);
  await box(page, "users[3].name").fill("山田太郎");
  assert.equal(await page.locator("button:visible").count(), 0);
  const text = (await printed(page, "blank")).join("");
  assert.ok(text.includes("山田太郎") && text.includes("申込者情報") && !text.includes("選択してください"), text);
});

// Every language, width and colour once; each with each by JUNSOKU_WHOLE=1.
const EACH = [["ja", 1280, "light"], ["en", 390, "dark"]];
const WHOLE = [...EACH, ["ja", 390, "dark"], ["en", 1280, "light"]];
for (const [lang, width, colorScheme] of process.env.JUNSOKU_WHOLE ? WHOLE : EACH) {
  test(`axe finds nothing on any form page: ${lang}, ${width} px, ${colorScheme}`, async () => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
    const all = forms(lang);
    assert.ok(all.length > 1, "forms to look at");
    for (const form of all) {
      const page = await open(form, { context });
      // With everything on it that the scripts put there.
      await page.locator("#_fill-check").click();
      for (const date of await page.locator(".slot.date:visible input").all()) {
        await date.fill("平成32年4月1日");
        await date.blur();
      }
      const add = page.locator(".add-row");
      if (await add.count()) await add.first().click();
      const fits = await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
      assert.ok(fits, `${form} is wider than the window`);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run({ preload: false }));
      assert.deepEqual(violations.map((one) => `${form}: ${one.id} ${one.nodes[0].html}`), []);
      await page.close();
    }
    await context.close();
  });
}
