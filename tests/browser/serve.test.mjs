// An hour of writing under `junsoku serve` in Chromium: forty mistakes are saved one after another as editors save, each
// message is seen over the page, and each goes when it is mended. Run by `node --test` as forms.test.mjs is, with JUNSOKU
// for the program.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launched, program } from "./chromium.mjs";

const work = mkdtempSync(join(tmpdir(), "junsoku-serve-"));
const content = join(work, "content");
const cache = join(work, "cache");
const document = join(content, "regions/midori/policy.yaml");

const SETTINGS = "severity: {J0419: off, J0421: off, J0428: off, J0437: off}\n";
const REGION = "name: {ja: みどり町, en: Midori Town}\ncouncil: {ja: みどり町会議, en: Midori Council}\nsummary: {ja: 見本。, en: A sample.}\n";
const HEAD = 'title: {ja: みどり町運用規程, en: Midori Town Rules}\nstanding: official\nlevels:\n  - {kind: article, ja: "第{kanji}条", en: "Article {n}"}\nbody:\n';
const KEYS = "  - id: keys\n    ja: 鍵は、窓口で受け取る。\n    en: Keys are handed out at the desk.\n";
const SOUND = HEAD + KEYS;

/** The mistakes: the whole document, and the code that must be shown. */
const provision = (ja, en = "Keys are handed out at the desk.") => `${HEAD}  - id: keys\n    ja: ${ja}\n    en: ${en}\n`;
const MISTAKES = [
  ["J0120", SOUND.replace("ja: 鍵", "ja：鍵")],
  ["J0120", SOUND.replace("title: ", "title：")],
  ["J0120", SOUND.replace("standing: ", "standing：")],
  ["J0120", SOUND.replace("en: Keys", "en：Keys")],
  ["J0120", SOUND.replace("{ja: みどり", "{ja： みどり")],
  ["J0121", SOUND.replace("    ja:", "　　ja:")],
  ["J0121", SOUND.replace("ja: 鍵", "ja:　鍵")],
  ["J0121", SOUND.replace("  - id", "  -　id")],
  ["J0121", SOUND.replace("規程, en", "規程,　en")],
  ["J0122", SOUND.replace("    ja:", "\tja:")],
  ["J0123", SOUND.replace("ja: 鍵", "ja:鍵")],
  ["J0123", SOUND.replace("en: Keys", "en:Keys")],
  ["J0123", SOUND.replace("standing: official", "standing:official")],
  ["J0124", SOUND.replace("  - id", "  － id")],
  ["J0124", SOUND.replace("  - id", "  -id")],
  ["J0124", SOUND.replace("  - id", "  ・id")],
  ["J0125", SOUND.replace("title: {", "title: ｛").replace("Rules}", "Rules｝")],
  ["J0125", SOUND.replace("規程, en", "規程、en")],
  ["J0126", provision("“注意: 鍵は、窓口で受け取る。”")],
  ["J0127", provision("注意: 鍵は、窓口で受け取る。")],
  ["J0127", provision("鍵は、窓口で受け取る。", "Note: keys are handed out.")],
  ["J0128", provision("[](#keys)による。")],
  ["J0128", provision("*印の欄を書く。")],
  ["J0128", provision("@記号を使わない。")],
  ["J0129", provision('"鍵"を受け取る。')],
  ["J0130", provision('"C:\\共有に置く。"')],
  ["J0131", SOUND.replace("規程, en", "規程 en")],
  ["J0132", SOUND.replace("Rules}", "Rules")],
  ["J0133", provision('"鍵は、窓口で受け取る。')],
  ["J0134", SOUND.replace("    ja:", "   ja:")],
  ["J0136", SOUND.replace("    en:", "    ja: 二つ目。\n    en:")],
  ["J0111", SOUND.replace("    ja:", "<<<<<<< HEAD\n    ja:")],
  ["J0139", provision("鍵を無くした #ときは、すぐに申し出る。")],
  ["J0204", SOUND.replace("levels:", "enacted: 令和6年4月1日\nlevels:")],
  ["J0204", SOUND.replace("levels:", "enacted: R6.4.1\nlevels:")],
  ["J0204", SOUND.replace("levels:", "enacted: 2024/4/1\nlevels:")],
  ["J0108", SOUND.replace("id: keys", "id: Key_Desk")],
  ["J0201", SOUND.replace("standing:", "standng:")],
  ["J0205", SOUND.replace("official", "ｏｆｆｉｃｉａｌ")],
  ["J0302", provision("[](form:nothing)を出す。".replace(/^/, "様式は、"))],
];

let browser, server, address, page;

/** Saves as editors do: beside the file first, then in its place. */
function save(text, file = document) {
  writeFileSync(`${file}.tmp~`, text);
  renameSync(`${file}.tmp~`, file);
}

function began(child) {
  return new Promise((done, failed) => {
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+\//);
      if (found) done(found[0]);
    });
    child.on("exit", (code) => failed(new Error(`ended with ${code}: ${said}`)));
  });
}

const serve = (...options) =>
  spawn(program, ["--lang", "ja", "serve", "--port", "0", "--no-pdf", "--content", content, ...options], {
    env: { ...process.env, JUNSOKU_CACHE_DIR: cache },
    stdio: ["ignore", "pipe", "pipe"],
  });

before(async () => {
  for (const folder of ["regions/midori"]) execFileSync("mkdir", ["-p", join(content, folder)]);
  writeFileSync(join(content, "junsoku.yaml"), SETTINGS);
  writeFileSync(join(content, "regions/midori/region.yaml"), REGION);
  writeFileSync(document, SOUND);
  server = serve();
  address = await began(server);
  browser = await launched();
  page = await browser.newPage();
  await page.goto(`${address}ja/regions/midori/policy/`);
});

after(async () => {
  await browser?.close();
  server?.kill("SIGINT");
  rmSync(work, { recursive: true, force: true });
});

const overlay = () => page.evaluate(() => globalThis.document.querySelector("junsoku-findings")?.shadowRoot.textContent ?? "");
const untilOverlay = (wanted) =>
  page.waitForFunction(
    (wanted) => (globalThis.document.querySelector("junsoku-findings")?.shadowRoot.textContent ?? "").includes(wanted) === (wanted !== ""),
    wanted,
    { timeout: 10_000, polling: 20 },
  );
const gone = () => page.waitForFunction(() => !globalThis.document.querySelector("junsoku-findings"), null, { timeout: 10_000, polling: 20 });

test("forty mistakes: each message over the page, each gone when mended, the page never blank", async () => {
  assert.equal(MISTAKES.length, 40);
  for (const [code, text] of MISTAKES) {
    assert.notEqual(text, SOUND, code);
    save(text);
    await untilOverlay(`[${code}]`).catch(async () => assert.fail(`${code} is not shown: ${await overlay()}\n${text}`));
    const said = await overlay();
    assert.match(said, /policy\.yaml:\d+:\d+/, code);
    assert.doesNotMatch(said, /expected|mapping|scalar|while parsing/, code);
    assert.match(await page.locator("main").innerText(), /鍵は、窓口で受け取る/, code);
    save(SOUND);
    await gone().catch(async () => assert.fail(`${code} stays: ${await overlay()}`));
  }
});

test("a page that changed is loaded anew, in its place", async () => {
  const many = Array.from({ length: 60 }, (_, n) => `  - {id: p${n}, ja: ${n}番の鍵は、窓口で受け取る。, en: Key ${n} is at the desk.}\n`).join("");
  save(SOUND + many);
  await page.waitForFunction(() => globalThis.document.body.innerText.includes("59番の鍵"), null, { timeout: 10_000 });
  await page.evaluate(() => globalThis.document.getElementById("p40").scrollIntoView({ behavior: "instant" }));
  const top = () => page.evaluate(() => globalThis.document.getElementById("p40")?.getBoundingClientRect().top);
  const before = await top();
  save(SOUND + many.replace("40番の鍵は", "40番の新しい鍵は"));
  await page.waitForFunction(() => globalThis.document.body.innerText.includes("40番の新しい鍵"), null, { timeout: 10_000 });
  await page.waitForTimeout(100);
  assert.ok(Math.abs((await top()) - before) < 3, `${before} ${await top()}`);
  save(SOUND);
  await page.waitForFunction(() => !globalThis.document.body.innerText.includes("59番の鍵"), null, { timeout: 10_000 });
});

/** What the server answers to a request with such a path and name of host. */
function asked(path, host = new URL(address).host) {
  const { port } = new URL(address);
  return new Promise((done, failed) => {
    const sent = request({ host: "127.0.0.1", port, path, headers: { host } }, (answer) => {
      let body = "";
      answer.setEncoding("utf8");
      answer.on("data", (chunk) => (body += chunk));
      answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, body }));
    });
    sent.on("error", failed);
    sent.end();
  });
}

test("another host, a path that leads out, and a page that embeds are refused", async () => {
  assert.equal((await asked("/ja/", "evil.example.jp")).status, 403);
  for (const path of ["/../../etc/passwd", "/..%2f..%2fetc%2fpasswd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/ja/../../junsoku.yaml"]) {
    const answer = await asked(path);
    assert.equal(answer.status, 404, path);
    assert.doesNotMatch(answer.body, /root:|severity/, path);
  }
  assert.equal((await asked("/ja/")).headers["x-frame-options"], "DENY");
});

test("the pages are those that build makes, but for the script", async () => {
  const output = join(work, "output");
  execFileSync(program, ["build", "--no-pdf", "--content", content, "--output", output], { env: { ...process.env, JUNSOKU_CACHE_DIR: cache } });
  const files = readdirSync(output, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  let compared = 0;
  for (const file of files) {
    const path = join(file.parentPath, file.name).slice(output.length + 1);
    // The mark by which build knows its own folder is no page.
    if (path.startsWith(".")) continue;
    const { status, body } = await asked(`/${encodeURI(path)}`);
    assert.equal(status, path === "404.html" ? status : 200, path);
    const made = readFileSync(join(output, path), "utf8");
    // The preview lets the page of a form ask for its own changes too.
    const asks = made.includes("connect-src 'self'") ? "'self'" : "'none'";
    const plain = body
      .replace(/<script src="\/__junsoku\/live\.js"[^>]*><\/script>/, "")
      .replace("script-src 'self'; connect-src 'self'; ", "")
      .replace("default-src 'none'; script-src 'self'; connect-src 'self';", "default-src 'none';")
      .replace("connect-src 'self'", `connect-src ${asks}`)
      .replace("style-src 'self' 'unsafe-inline'", "style-src 'unsafe-inline'");
    assert.ok(plain === made, path);
    compared += 1;
  }
  assert.ok(compared > 20, String(compared));
});

test("a folder that vanishes and comes back", async () => {
  renameSync(content, `${content}-away`);
  await untilOverlay("[J0003]");
  renameSync(`${content}-away`, content);
  await gone();
});

test("a port in use: the next one is said", async () => {
  const { port } = new URL(address);
  const second = spawn(program, ["--lang", "ja", "serve", "--port", port, "--no-pdf", "--content", content], { env: { ...process.env, JUNSOKU_CACHE_DIR: cache }, stdio: ["ignore", "pipe", "pipe"] });
  const other = await began(second);
  assert.notEqual(new URL(other).port, port);
  second.removeAllListeners("exit");
  second.kill("SIGINT");
});

test("nothing is left at the end", async () => {
  await page.close();
  server.removeAllListeners("exit");
  const ended = new Promise((done) => server.on("exit", (code) => done(code)));
  server.kill("SIGINT");
  assert.equal(await ended, 130);
  const left = existsSync(join(cache, "unfinished")) ? readdirSync(join(cache, "unfinished")) : [];
  assert.deepEqual(left, []);
  assert.deepEqual(readdirSync(content).sort(), ["junsoku.yaml", "regions"]);
});
