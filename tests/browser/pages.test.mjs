// Every kind of page of a built site in Chromium, from the disk. Run by `node --test` as forms.test.mjs is.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { axe, launched, site } from "./chromium.mjs";
import { onePageOfEachKind } from "./kinds.mjs";

const POLICY = "regions/chuo/policy";
let browser;

before(async () => {
  browser = await launched();
});

after(() => browser?.close());

async function open(path, { query = "", ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => assert.fail(error.message));
  await page.goto(pathToFileURL(join(site, path, "index.html")).href + query);
  return page;
}

for (const [lang, width, colorScheme] of [["ja", 390, "light"], ["ja", 1280, "dark"], ["en", 390, "dark"], ["en", 1280, "light"]]) {
  test(`axe finds nothing on any kind of page, targets can be hit, and none is wider than its window: ${lang}, ${width} px`, async () => {
    const all = onePageOfEachKind(join(site, lang));
    assert.ok(all.length > 12, all.join(" "));
    const found = [];
    for (const path of all) {
      const page = await open(`${lang}/${path}`, { viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run({ preload: false, rules: { "target-size": { enabled: true } } }));
      found.push(...violations.map((one) => `${lang}/${path} ${one.id} ${one.nodes.map((node) => node.html).slice(0, 3).join(" ")}`));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      // Less than nothing where the window keeps room for a bar to scroll by.
      assert.ok(over <= 0, `${lang}/${path} at ${width}: ${over}`);
      await page.context().close();
    }
    assert.deepEqual(found, []);
  });
}

test("words have the sizes that they are meant to have", async () => {
  const size = (page, selector) => page.locator(selector).first().evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
  for (const path of ["regions/osaki/rules", "regions/kumagaya/policy", "regions/minato/policy", POLICY, "baseline/policy"]) {
    const page = await open(`ja/${path}`);
    const sizes = await page.locator(".text p, .text .item-body").evaluateAll((found) => {
      const odd = found.filter((one) => !one.closest("table, .editor-note, .requirement-marks, .fallback-note, .table-note"));
      return [...new Set(odd.map((one) => getComputedStyle(one).fontSize))];
    });
    assert.deepEqual(sizes, ["16px"], path);
    await page.emulateMedia({ media: "print" });
    const printed = await page.locator(".text p").evaluateAll((found) => {
      const plain = found.filter((one) => !one.closest("table, .editor-note, .requirement-marks, .fallback-note, .table-note"));
      return [...new Set(plain.map((one) => getComputedStyle(one).fontSize))];
    });
    assert.deepEqual(printed, ["14px"], `${path} on paper, 10.5 pt`);
    await page.context().close();
  }
  const table = await open("ja/conformance/chuo");
  assert.equal(await size(table, ".listing td"), 15.2);
  const phone = await open(`ja/${POLICY}`, { viewport: { width: 390, height: 800 } });
  assert.ok(await size(phone, "h1") > 20 && await size(phone, ".text p") === 16);
});

test("the head stays where it is from page to page, and is one line on a phone", async () => {
  for (const width of [1280, 1920]) {
    const places = new Set();
    for (const path of ["", "about", POLICY, "regions/osaki/forms/application", "conformance", "compare", "compare/view"]) {
      const page = await open(`ja/${path}`, { viewport: { width, height: 900 } });
      const box = await page.locator(".site-name").boundingBox();
      const last = await page.locator(".language").boundingBox();
      places.add(`${box.x} ${box.y} ${last.x + last.width}`);
      await page.context().close();
    }
    assert.equal(places.size, 1, [...places].join(", "));
  }
  for (const lang of ["ja", "en"]) {
    const page = await open(`${lang}/${POLICY}`, { viewport: { width: 390, height: 800 } });
    assert.ok((await page.locator(".site-header").boundingBox()).height < 75);
    const isCut = await page.locator(".site-name span").evaluate((name) => name.scrollWidth > name.clientWidth || name.scrollHeight > name.clientHeight + 1);
    assert.ok(!isCut, "the name of the site is cut");
    assert.equal(await page.locator(".site-nav a:visible").count(), 0);
    await page.locator(".menu-button").click();
    assert.ok(await page.locator(".site-nav a:visible").count() > 3);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".site-nav a:visible").count(), 0);
  }
});

test("without scripts the menu opens too, and nothing is hidden", async () => {
  const page = await open(`ja/${POLICY}`, { viewport: { width: 390, height: 800 }, javaScriptEnabled: false });
  await page.locator(".menu-button").click();
  assert.ok(await page.locator(".site-nav a:visible").count() > 3);
  assert.ok(await page.locator(".requirement-marks:visible").count() > 0);
  assert.equal(await page.locator("[data-view-switch]:visible").count(), 0);
});

test("on a wide screen a rail leads to everything of the set", async () => {
  const page = await open("ja/regions/osaki/forms/application");
  const rail = page.locator(".rail");
  assert.ok(await rail.isVisible());
  assert.equal(await rail.locator("[aria-current]").count(), 1);
  await rail.locator("a").nth(1).click();
  assert.ok(page.url().includes("/regions/osaki/rules/"), page.url());
  assert.ok(await page.locator(".rail").isVisible());
  const phone = await open("ja/regions/osaki/forms/application", { viewport: { width: 390, height: 800 } });
  assert.equal(await phone.locator(".rail").isVisible(), false);
});

test("what is for reviewers can be hidden, and links take that along", async () => {
  const page = await open(`ja/${POLICY}`);
  const marks = page.locator(".requirement-marks:visible");
  const button = page.locator("[data-view-switch] button");
  assert.ok(await marks.count() > 0);
  await button.click();
  assert.equal(await marks.count(), 0);
  assert.equal(await button.getAttribute("aria-pressed"), "true");
  assert.equal(new URL(page.url()).search, "?view=reader");
  await page.locator(".contents a").first().click();
  assert.equal(new URL(page.url()).search, "?view=reader", "a place on the page");
  await page.locator(".language").click();
  assert.ok(page.url().includes("/en/") && page.url().includes("?view=reader#"), page.url());
  assert.equal(await marks.count(), 0);
  await page.locator(".crumbs a").first().click();
  assert.equal(new URL(page.url()).search, "?view=reader", "a page with nothing to hide");
  const told = await open(`ja/${POLICY}`, { query: "?view=reader" });
  assert.equal(await told.locator(".requirement-marks:visible, .editor-note:visible").count(), 0);
  await told.locator("[data-view-switch] button").click();
  assert.ok(await told.locator(".requirement-marks:visible").count() > 0);
  assert.equal(new URL(told.url()).search, "");
});

test("on a phone a matrix shows one region at a time under its name", async () => {
  const page = await open("ja/conformance", { viewport: { width: 390, height: 800 } });
  const seen = await page.locator("#matrix").evaluate((matrix) => {
    const frame = matrix.parentElement;
    const shown = () => {
      const inside = frame.getBoundingClientRect();
      const first = matrix.rows[0].cells[0].getBoundingClientRect().right;
      const heads = [...matrix.rows[0].cells].slice(1).filter((head) => {
        const box = head.getBoundingClientRect();
        return box.right > first + 2 && box.left < inside.right - 2;
      });
      return heads.map((head) => head.dataset.region);
    };
    const found = [shown()];
    frame.scrollTop = 400;
    frame.scrollLeft = matrix.rows[0].cells[1].offsetWidth;
    found.push(shown(), Math.round(matrix.rows[0].cells[2].getBoundingClientRect().top - frame.getBoundingClientRect().top));
    return found;
  });
  assert.equal(seen[0].length, 1, JSON.stringify(seen));
  assert.equal(seen[1].length, 1, JSON.stringify(seen));
  assert.notDeepEqual(seen[0], seen[1]);
  assert.ok(seen[2] >= 0 && seen[2] <= 2, `the name stays in sight: ${seen[2]}`);
});
