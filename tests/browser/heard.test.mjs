// What a screen reader is told of each kind of page, as golden texts, and what must hold of every page of a built site. Run by
// `node --test` as forms.test.mjs is. JUNSOKU_REWRITE=1 writes the golden texts anew: read what changed before you commit it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";

import { launched, program, site } from "./chromium.mjs";
import { addressOf, kindOf, onePageOfEachKind, pagesBelow } from "./kinds.mjs";
import { checked, resultsFile } from "./results.mjs";
import { told } from "./tree.mjs";

const TREES = resolve(import.meta.dirname, "trees");
const FIXTURES = resolve(import.meta.dirname, "../fixtures");
const folder = mkdtempSync(join(tmpdir(), "junsoku-heard-"));
// What takes minutes is run by hand with JUNSOKU_WHOLE=1.
const WHOLE = Boolean(process.env.JUNSOKU_WHOLE);
let browser;

before(async () => {
  browser = await launched();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

async function open(root, path, width = 1280) {
  const page = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage();
  page.on("pageerror", (error) => assert.fail(`${path}: ${error.message}`));
  // What holds depends on the day.
  await page.clock.setFixedTime(new Date("2026-11-20T12:00:00Z"));
  await page.goto(addressOf(root, path));
  return page;
}

// What a public body says of its site, with results of two criteria.
const PUBLIC_BODY = `updated: 2026-11-20
accessibility:
  by: 2027-03-31
  exceptions: {ja: 古い図面は、文字の情報を持たない。, en: Old drawings hold no text.}
  contact: {ja: 町役場広報係（電話 0599-00-0000）, en: "The town's public relations section (0599-00-0000)"}
privacy: {ja: 閲覧の日時を三十日間保存する。, en: The time of a visit is kept for thirty days.}
`;
const TESTED = `date: 2026-11-20
environment: Chromium 142 (390, 1280)
tools: [axe-core 4.11.0]
pages: [ja/index.html]
criteria:
  - {id: 1.1.1, rules: 2, faults: 1}
  - {id: 1.4.3, rules: 1}
`;

test("each kind of page is told as it was", async () => {
  const content = join(folder, "public-body");
  cpSync(FIXTURES, content, { recursive: true });
  writeFileSync(join(content, "shared/public-body.yaml"), PUBLIC_BODY);
  writeFileSync(join(content, "shared/accessibility-test.yaml"), TESTED);
  const output = join(folder, "fixtures");
  execFileSync(program, ["build", "--no-pdf", "--as-of", "2026-11-20", "--content", content, "--output", output], { stdio: "pipe" });
  const differing = [];
  const seen = new Set();
  for (const lang of ["ja", "en"]) {
    const root = join(output, lang);
    for (const path of onePageOfEachKind(root)) {
      const name = `${lang}-${kindOf(path).replaceAll("/", "-") || "home"}.txt`;
      const page = await open(root, path);
      // The frame is the same everywhere.
      const text = await told(page, path === "" ? undefined : "main");
      await page.context().close();
      seen.add(name);
      const golden = join(TREES, name);
      if (process.env.JUNSOKU_REWRITE) {
        mkdirSync(TREES, { recursive: true });
        writeFileSync(golden, text);
      } else if (!existsSync(golden) || readFileSync(golden, "utf8") !== text) {
        const old = existsSync(golden) ? readFileSync(golden, "utf8").split("\n") : [];
        const at = text.split("\n").findIndex((line, number) => line !== old[number]);
        differing.push(`${name}:${at + 1}: ${text.split("\n")[at]}`);
      }
    }
  }
  for (const name of readdirSync(TREES)) {
    if (!seen.has(name)) {
      if (process.env.JUNSOKU_REWRITE) rmSync(join(TREES, name));
      else differing.push(`${name}: there is no such kind of page`);
    }
  }
  assert.deepEqual(differing, []);
});

test("the page of test results is made of a run, and claims nothing that a person must judge", { skip: !WHOLE }, async () => {
  const content = join(folder, "content");
  cpSync(FIXTURES, content, { recursive: true });
  const output = join(folder, "tested");
  const build = () => execFileSync(program, ["build", "--no-pdf", "--as-of", "2026-11-20", "--content", content, "--output", output], { stdio: "pipe" });
  build();
  const found = await checked(browser, output, ["en"]);
  assert.ok(found.pages.length > 15 && found.criteria.get("1.4.3").rules.size > 0, found.pages.join(" "));
  // A fault that is there must be told.
  found.criteria.get("1.1.1").faults += 2;
  writeFileSync(join(content, "shared/public-body.yaml"), "updated: 2026-11-20\n");
  writeFileSync(join(content, "shared/accessibility-test.yaml"), resultsFile(found, "2026-11-20", browser));
  build();
  const page = await open(join(output, "ja"), "accessibility/results");
  const rows = await page.locator("table tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
  assert.equal(rows.length, 38);
  const row = (id) => rows.find(([name]) => name.startsWith(`${id} `));
  assert.deepEqual(row("1.1.1").slice(1, 4), ["A", "○", "不適合"]);
  assert.deepEqual(row("1.4.3").slice(1, 4), ["AA", "未判定", "未判定"]);
  assert.ok(row("1.2.4")[4].includes("プログラムでは調べていない"), row("1.2.4")[4]);
  assert.ok(!rows.some((cells) => cells[3] === "適合"));
  assert.ok((await page.locator(".site-footer").textContent()).includes("最終更新日：令和8年11月20日"));
  await page.context().close();
});

// In the page: what must hold of any.
function faults() {
  const found = [];
  const say = (what, element) => found.push(`${what}: ${element.outerHTML.slice(0, 160)}`);
  const hasWords = (text) => /[\p{L}\p{N}]/u.test(text);
  for (const one of document.querySelectorAll("a[href], button")) {
    if (!one.closest("[hidden]") && !hasWords(one.getAttribute("aria-label") ?? one.textContent)) say("named by punctuation", one);
  }
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    for (const inner of heading.querySelectorAll("a, button")) {
      if (inner.textContent.trim() !== heading.textContent.trim()) say("a heading with more than its caption", heading);
    }
    if (!hasWords(heading.textContent) && !heading.closest("[hidden]")) say("a heading without words", heading);
  }
  for (const table of document.querySelectorAll("table:not([role=presentation])")) {
    const labelled = table.getAttribute("aria-label") ?? document.getElementById(table.getAttribute("aria-labelledby"))?.textContent;
    if (!hasWords(table.caption?.textContent ?? labelled ?? "")) say("a table without a name", table);
  }
  for (const list of document.querySelectorAll("ol, ul")) {
    if ([...list.children].some((one) => one.localName !== "li")) say("a list with something else in it", list);
  }
  for (const list of document.querySelectorAll("dl")) {
    if (list.querySelector("dd") && !list.querySelector("dt")) say("descriptions without a term", list);
  }
  // A name in an attribute has the language of its element and can mark no part of itself.
  const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
  for (const one of document.querySelectorAll("[aria-label], [title], [alt], [placeholder]")) {
    for (const name of ["aria-label", "title", "alt", "placeholder"]) {
      const words = one.getAttribute(name) ?? "";
      const isOther = one.closest("[lang]").lang === "ja" ? !japanese.test(words) && /\p{L}{2,} \p{L}{2,}/u.test(words) : japanese.test(words);
      if (isOther) say(`${name} in another language than its element`, one);
    }
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const element = text.parentElement;
    const isJapanese = japanese.test(text.data);
    if (isJapanese && element.closest("[lang]").lang !== "ja" && !element.closest("script, style, noscript")) {
      found.push(`Japanese that is not marked: ${text.data.trim().slice(0, 80)}`);
    }
  }
  return found;
}

test("no page names a link by punctuation, a heading by more than its caption or a table not at all, or leaves a language unsaid", async () => {
  const found = [];
  const titles = new Map();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  for (const path of pagesBelow(site)) {
    await page.goto(addressOf(site, path));
    // The permalinks that a script adds are named as well.
    await page.evaluate(() => document.querySelectorAll("[data-link-switch]:not([hidden]) button").forEach((button) => button.click()));
    found.push(...(await page.evaluate(faults)).map((fault) => `${path}: ${fault}`));
    const title = await page.title();
    if (titles.has(title)) found.push(`${path} and ${titles.get(title)}: one title, ${title}`);
    titles.set(title, path);
  }
  await context.close();
  assert.ok(titles.size > 100, `only ${titles.size} pages`);
  assert.deepEqual(found.slice(0, 40), [], `${found.length}`);
});

// In the page: whether what has the focus is seen, and by what it is known to have it.
function unseen() {
  const one = document.activeElement;
  if (!one || one === document.body) return { end: true };
  // 2.4.11: some of it is seen, of a table that is taller than the window as of a link.
  const isSeen = [...one.getClientRects()].some((box) => {
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    const at = (from, to, part) => from + (to - from) * part;
    return left < right && top < bottom && [0.1, 0.5, 0.9].some((across) => [0.1, 0.3, 0.5, 0.7, 0.9].some((down) => {
      const hit = document.elementFromPoint(at(left, right, across), at(top, bottom, down));
      return hit !== null && (one === hit || one.contains(hit) || (hit.contains(one) && hit.localName === "label"));
    }));
  });
  const style = getComputedStyle(one);
  const hasRing = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const name = one.outerHTML.slice(0, 140);
  return { end: false, fault: !isSeen ? `hidden: ${name}` : !hasRing ? `no ring: ${name}` : undefined, id: name + one.getBoundingClientRect().width };
}

// By hand, since it takes minutes. 320 pixels are 1280 at 400 %.
for (const width of [1280, 390, 320]) {
  test(`what has the focus is seen on a walk through the page and back: ${width} px`, { skip: !WHOLE }, async () => {
    const found = [];
    const paths = ["regions/osaki/rules/both", "regions/osaki/forms/application", "compare/pairs/baseline_osaki", "compare/topics/access-rights", "conformance"];
    for (const path of paths) {
      const page = await open(join(site, "ja"), path, width);
      for (const key of ["Tab", "Shift+Tab"]) {
        let stops = 0;
        for (; stops < 250; stops += 1) {
          await page.keyboard.press(key);
          const { end, fault } = await page.evaluate(unseen);
          if (end && stops > 0) break;
          if (fault) found.push(`${path}, ${key}, stop ${stops + 1}: ${fault}`);
        }
        assert.ok(stops > 10, `${path}: only ${stops} stops`);
      }
      await page.context().close();
    }
    assert.deepEqual(found.slice(0, 30), [], `${found.length}`);
  });
}
