// A second engine beside axe: IBM's checker, which runs without the network, over one page of each kind. What it cannot decide by itself
// (“potential”, “manual”) is for people; what it finds for certain fails. Run by `node --test` as forms.test.mjs is.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launched, require, site } from "./chromium.mjs";
import { addressOf, onePageOfEachKind } from "./kinds.mjs";

const engine = readFileSync(require.resolve("accessibility-checker-engine/ace.js"), "utf8");
let browser;

before(async () => {
  browser = await launched();
});

after(() => browser?.close());

for (const lang of ["ja", "en"]) {
  test(`IBM's checker finds nothing for certain on any kind of page: ${lang}`, async () => {
    const found = [];
    const root = join(site, lang);
    for (const path of onePageOfEachKind(root)) {
      const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true })).newPage();
      await page.goto(addressOf(root, path));
      await page.evaluate(engine);
      const faults = await page.evaluate(async () => {
        const { results } = await new globalThis.ace.Checker().check(document, ["WCAG_2_2"]);
        return results.filter(({ value }) => value[0] === "VIOLATION" && value[1] === "FAIL").map((one) => `${one.ruleId}: ${one.snippet.slice(0, 160)}`);
      });
      found.push(...faults.map((fault) => `${lang}/${path} ${fault}`));
      await page.context().close();
    }
    assert.deepEqual(found, []);
  });
}
