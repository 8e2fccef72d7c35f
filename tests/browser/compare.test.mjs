// The comparison pages of a built site in Chromium, from the disk. Run by `node --test` as forms.test.mjs is.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { axe, launched, site } from "./chromium.mjs";

const PAGES = ["compare", "compare/topics/passwords", "compare/pairs/chuo_minato", "compare/view"];
let browser;

before(async () => {
  browser = await launched();
});

after(() => browser?.close());

async function open(path, fragment = "", options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => assert.fail(error.message));
  await page.goto(pathToFileURL(join(site, path, "index.html")).href + fragment);
  return page;
}

const shown = (page, name) => page.locator(`[data-${name}]:visible`).evaluateAll((found, name) => [...new Set(found.map((one) => one.dataset[name]))], name);

test("axe finds nothing, and no page is wider than its window", async () => {
  for (const lang of ["ja", "en"]) {
    for (const [width, colorScheme] of [[390, "dark"], [1280, "light"]]) {
      for (const path of PAGES) {
        const page = await open(`${lang}/${path}`, "", { viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(violations.map((one) => `${lang}/${path} ${one.id} ${one.nodes[0].html}`), []);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(over <= 0, `${lang}/${path} at ${width}: ${over}`);
        await page.context().close();
      }
    }
  }
});

test("what is picked stands in the address, and a link shows the same", async () => {
  const page = await open("ja/compare/view");
  await page.check('input[name="r"][value="chuo"]');
  await page.check('input[name="r"][value="osaki"]');
  // The topics may be folded away.
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  await page.check('input[name="t"][value="passwords"]');
  const fragment = new URL(page.url()).hash;
  assert.equal(fragment, "#r=chuo,osaki&t=passwords");
  const again = await open("en/compare/view", fragment);
  for (const one of [page, again]) {
    assert.deepEqual(await shown(one, "set"), ["chuo", "osaki"]);
    assert.deepEqual(await shown(one, "topic"), ["passwords"]);
  }
});

test("without a script everything is shown", async () => {
  const page = await open("ja/compare/view", "#r=chuo,osaki&t=passwords", { javaScriptEnabled: false });
  const topics = await page.locator("[data-topic]").count();
  assert.ok(topics > 30, `${topics}`);
  assert.equal(await page.locator("[data-topic]:visible").count(), topics);
});

test("the switch shows differences only, without a script", async () => {
  const page = await open("ja/compare/pairs/chuo_minato", "", { javaScriptEnabled: false });
  const rows = (state) => page.locator(`tr[data-state="${state}"]:visible`).count();
  const [same, different] = [await rows("same"), await rows("different")];
  assert.ok(same > 0 && different > 0);
  await page.check("#_differences");
  // A heading above something that differs stays.
  const leading = await page.locator('tr[data-state="same"].leads').count();
  assert.equal(await rows("same"), leading);
  assert.ok(leading < same);
  assert.equal(await rows("different"), different);
});

test("every pair of sets has a page in both languages", () => {
  const sets = ["baseline", ...readdirSync(join(site, "ja", "regions"))].sort();
  for (const lang of ["ja", "en"]) {
    const pairs = readdirSync(join(site, lang, "compare", "pairs"));
    assert.equal(pairs.length, (sets.length * (sets.length - 1)) / 2);
  }
});
