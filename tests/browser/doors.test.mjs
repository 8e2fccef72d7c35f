// The ways in of the home page in Chromium, from the disk: the questions with which reviewers come lead to the right provision of
// every region within three clicks, on a phone as on a desk. Run by `node --test` as forms.test.mjs is.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { axe, launched, site } from "./chromium.mjs";

let browser;

// Each question as the home page asks it, and where the answer of each region stands; null where a region says nothing of it.
const QUESTIONS = [
  [["端末をなくした・盗まれた", "A device was lost or stolen"], { chuo: "notes.users.trouble", kumagaya: "usage-notes.trouble", minato: "notes.users.trouble", osaki: "common.usage-notes.trouble" }],
  [["職員が退職・異動する", "A member of staff leaves or is transferred"], { chuo: "notes.users.leaving-establishment", kumagaya: "usage-notes.leaving-establishment", minato: "notes.users.leaving-establishment", osaki: "application.withdrawal" }],
  [["パスワードの決まり", "Rules for passwords"], { chuo: "notes.users.credentials", kumagaya: "passwords", minato: "passwords", osaki: "common.passwords" }],
  [["患者の同意の得方", "How to obtain the patient’s consent"], { chuo: "consent", kumagaya: "consent", minato: "consent", osaki: "patient-information.consent" }],
  [["写真や画面の撮影・持出し", "Photographs, screenshots and taking data out"], { chuo: null, kumagaya: "equipment.no-copying", minato: "security.operation", osaki: "patient-information.user-duties.no-copying" }],
  [["個人の端末を使う", "Using a private device"], { chuo: null, kumagaya: "equipment", minato: "security", osaki: "patient-information.user-duties.own-devices" }],
  [["災害や緊急のとき", "Disasters and emergencies"], { chuo: null, kumagaya: null, minato: "disaster-group", osaki: "patient-information.other-means" }],
  [["誓約書と研修", "Pledges and training"], { chuo: "pledge-education", kumagaya: "administrator-duties.education", minato: "pledge-education", osaki: "common.training" }],
  [["情報漏えいや不正アクセス", "Leaks and unauthorized access"], { chuo: "notes.users.breach", kumagaya: "usage-notes.breach", minato: "notes.users.breach", osaki: "common.usage-notes.trouble" }],
  [["患者が亡くなった後のグループ", "The group of a patient who has died"], { chuo: "notes.leader.archive", kumagaya: null, minato: "patient-groups.archive", osaki: "patient-information.group-use.death" }],
];
const SIZES = [{ width: 390, height: 844 }, { width: 1280, height: 900 }];

before(async () => {
  browser = await launched();
});

after(() => browser?.close());

const address = (path) => pathToFileURL(join(site, path)).href;

async function open(path, options = {}) {
  const context = await browser.newContext({ viewport: SIZES[1], ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => assert.fail(error.message));
  await page.goto(address(path));
  return page;
}

for (const viewport of SIZES) {
  test(`ten questions lead to the provisions of every region within three clicks at ${viewport.width}`, async () => {
    for (const [at, lang] of ["ja", "en"].entries()) {
      const page = await open(`${lang}/index.html`, { viewport });
      for (const [words, regions] of QUESTIONS) {
        await page.goto(address(`${lang}/index.html`));
        await page.click(`[aria-labelledby="_door-questions"] a:text-is("${words[at]}")`);
        const topic = page.url();
        for (const [region, anchor] of Object.entries(regions)) {
          const column = page.locator(`[data-set="${region}"]`).first();
          assert.equal(await column.count(), 1, `${words[at]}: ${region}`);
          if (anchor !== null) {
            await column.locator(`a[href$="#${anchor}"]`).first().click();
            assert.equal(new URL(page.url()).hash, `#${anchor}`, `${words[at]}: ${region}`);
            assert.match(page.url(), new RegExp(`/regions/${region}/`));
            assert.ok(await page.locator(`[id="${anchor}"]`).isVisible(), `${words[at]}: ${region}`);
            await page.goto(topic);
          }
        }
      }
      await page.context().close();
    }
  });
}

test("whoever needs a form gets to it by task and region, and is told where there is none", async () => {
  for (const viewport of SIZES) {
    const page = await open("ja/index.html", { viewport });
    await page.click('.door >> a[href$="forms/index.html#leave"]');
    const row = (task, set) => page.locator(`[data-task="${task}"] [data-set="${set}"]`);
    assert.ok((await row("leave", "chuo").textContent()).includes("ありません"));
    assert.ok(await row("leave", "chuo").locator("a").count() >= 2, "whom to ask");
    assert.equal(await row("leave", "osaki").locator(".listed-form a").first().getAttribute("href"), "../regions/osaki/forms/withdrawal/index.html");
    assert.ok(await page.locator('[data-task="notice"] h2 .mark').isVisible());
    assert.equal(await page.locator('.door a[href*="notice"]').count(), 0);
    await page.selectOption("#form-filters [name=region]", "osaki");
    assert.equal(await page.locator('[data-set]:not([data-set="osaki"]):visible').count(), 0);
    await page.selectOption("#form-filters [name=task]", "join");
    assert.equal(new URL(page.url()).hash, "#region=osaki&task=join");
    assert.equal(await page.locator("[data-task]:visible").count(), 1);
    await page.context().close();
  }
});

test("without a script all forms are listed, and each is there", async () => {
  const page = await open("en/forms/index.html", { javaScriptEnabled: false });
  assert.equal(await page.locator("#form-filters:visible").count(), 0);
  const hrefs = await page.locator(".listed-form > a:first-child").evaluateAll((list) => list.map((one) => one.href));
  assert.ok(new Set(hrefs).size >= 13, `${hrefs.length}`);
  hrefs.forEach((href) => readFileSync(new URL(href)));
  await page.context().close();
});

test("on a phone every topic is within three screens of the comparisons' head", async () => {
  for (const lang of ["ja", "en"]) {
    const page = await open(`${lang}/compare/index.html`, { viewport: SIZES[0] });
    const below = await page.locator("#_all-topics").evaluate((list) => list.getBoundingClientRect().bottom);
    assert.ok(below <= 3 * SIZES[0].height, `${lang}: ${below}`);
    assert.ok(await page.locator("#_all-topics a").count() > 30);
    await page.context().close();
  }
});

test("axe finds nothing, and no page is wider than its window", async () => {
  for (const path of ["ja/index.html", "en/index.html", "ja/forms/index.html", "en/forms/index.html"]) {
    for (const viewport of SIZES) {
      const page = await open(path, { viewport, bypassCSP: true });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      assert.deepEqual(violations.map((one) => `${path} ${one.id} ${one.nodes[0].html}`), []);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${over} ${path} at ${viewport.width}`);
      await page.context().close();
    }
  }
});
