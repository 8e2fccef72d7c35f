// A second engine beside axe: IBM's checker, which runs without the network, over one page of each kind. What it cannot decide by itself
// (“potential”, “manual”) is for people; what it finds for certain fails. Run by `node --test` as forms.test.mjs is.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launched, require, site } from "./chromium.mjs";
import { addressOf, onePageOfEachKind } from "./kinds.mjs";

// What IBM's checker calls certain and is none, with the reason.
const ANSWERED = new Map([
  ["table_structure_misuse", "boxes of a form lie in a table with the role of presentation, whose cells nobody is told of; it is drawn as the sheet is"],
  ["table_headers_related", "a head over several columns of counts is the head of their colgroup, as HTML has it"],
]);
// Pages of both languages are made by the same templates; the second is looked at by hand: JUNSOKU_WHOLE=1.
const LANGUAGES = process.env.JUNSOKU_WHOLE ? ["ja", "en"] : ["ja"];
const engine = readFileSync(require.resolve("accessibility-checker-engine/ace.js"), "utf8");
let browser;

before(async () => {
  browser = await launched();
});

after(() => browser?.close());

for (const lang of LANGUAGES) {
  test(`IBM's checker finds nothing for certain on any kind of page: ${lang}`, async () => {
    const found = [];
    const root = join(site, lang);
    for (const path of onePageOfEachKind(root)) {
      const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true })).newPage();
      await page.goto(addressOf(root, path));
      await page.evaluate(engine);
      const faults = await page.evaluate(async () => {
        const { results } = await new globalThis.ace.Checker().check(document, ["WCAG_2_2"]);
        const certain = results.filter(({ value }) => value[0] === "VIOLATION" && value[1] === "FAIL");
        return certain.map((one) => ({ rule: one.ruleId, at: one.snippet.slice(0, 160) }));
      });
      const open = faults.filter(({ rule }) => !ANSWERED.has(rule)).map(({ rule, at }) => `${rule}: ${at}`);
      found.push(...open.map((fault) => `${lang}/${path} ${fault}`));
      await page.context().close();
    }
    assert.deepEqual(found, []);
  });
}
