// Writes what the checks of accessibility find on a built site as `shared/accessibility-test.yaml`, from which the site makes its page
// of test results: `JUNSOKU_SITE=output JUNSOKU_NODE=… node tests/browser/results.mjs content/shared/accessibility-test.yaml`. Run it on
// a site, put the file into its content and build it again. A rule that finds nothing is no proof; the page says so.
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { axe, launched, require, site } from "./chromium.mjs";
import { addressOf, onePageOfEachKind } from "./kinds.mjs";

const WIDTHS = [1280, 390];

// The criteria of which the page tells, by the words that it has for them.
const words = readFileSync(resolve(import.meta.dirname, "../../locales/en/public-body.ftl"), "utf8");
const CRITERIA = new Set([...words.matchAll(/^criterion-([\d-]+) /gm)].map(([, id]) => id.replaceAll("-", ".")));

/** What axe finds on one page of each kind: for each criterion the rules that looked and the places that break it. */
export async function checked(browser, root, langs) {
  const criteria = new Map();
  const pages = [];
  for (const lang of langs) {
    for (const path of onePageOfEachKind(join(root, lang))) {
      pages.push(`${lang}/${path === "" ? "" : `${path}/`}index.html`);
      for (const width of WIDTHS) {
        const page = await (await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true })).newPage();
        await page.goto(addressOf(join(root, lang), path));
        await page.evaluate(axe);
        const { passes, violations } = await page.evaluate(() => globalThis.axe.run({ preload: false, resultTypes: ["passes", "violations"] }));
        for (const [rules, isFault] of [[passes, false], [violations, true]]) {
          for (const rule of rules) take(rule, isFault, criteria);
        }
        await page.context().close();
      }
    }
  }
  return { criteria, pages };
}

// axe tags each rule with the criteria that it is about: wcag143 is 1.4.3.
function take(rule, isFault, criteria) {
  const tags = rule.tags.filter((tag) => /^wcag\d{3}$/.test(tag));
  for (const id of tags.map((tag) => [...tag.slice(4)].join("."))) {
    const found = criteria.get(id) ?? { rules: new Set(), faults: 0 };
    found.rules.add(rule.id);
    found.faults += isFault ? rule.nodes.length : 0;
    criteria.set(id, found);
  }
}

/** The file, of what was checked on the day `date`. Only criteria of JIS X 8341-3:2016 are in it, which are those of WCAG 2.0. */
export function resultsFile({ criteria, pages }, date, browser) {
  const { version } = JSON.parse(readFileSync(require.resolve("axe-core/package.json"), "utf8"));
  const known = [...criteria].filter(([id]) => CRITERIA.has(id));
  const lines = known.sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, { rules, faults }]) => `  - {id: ${id}, rules: ${rules.size}${faults > 0 ? `, faults: ${Math.min(faults, 10_000)}` : ""}}`);
  return [
    `date: ${date}`,
    `environment: Chromium ${browser.version()}, ${WIDTHS.map((width) => `${width} x 900`).join(", ")}`,
    `tools: [axe-core ${version}]`,
    "pages:",
    ...pages.map((page) => `  - ${page}`),
    "criteria:",
    ...lines,
    "",
  ].join("\n");
}

if (process.argv[1]?.endsWith("results.mjs")) {
  const browser = await launched();
  const found = await checked(browser, site, ["ja", "en"]);
  writeFileSync(process.argv[2] ?? "accessibility-test.yaml", resultsFile(found, new Date().toISOString().slice(0, 10), browser));
  await browser.close();
}
