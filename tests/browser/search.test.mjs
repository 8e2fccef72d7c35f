// Search on a built site in Chromium, from a server and from the disk. Run by `node --test` as forms.test.mjs is. What must be
// found is told by a plain look through all texts, after a folding that is written here anew.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { deflateRawSync } from "node:zlib";

import { axe, launched, site } from "./chromium.mjs";

const require = createRequire(import.meta.url);
for (const name of ["fold", "stems", "match"]) {
  require(`../../templates/site/assets/search/${name}.js`);
}
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css", ".svg": "image/svg+xml" };
let browser;
let server;
const bases = { file: pathToFileURL(`${site}/`).href };

before(async () => {
  browser = await launched();
  server = createServer((request, response) => {
    try {
      const path = join(site, decodeURIComponent(new URL(request.url, "http://x").pathname));
      const bytes = readFileSync(path);
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  bases.http = `http://127.0.0.1:${server.address().port}/`;
});

after(async () => {
  await browser?.close();
  server?.close();
});

async function open(base, path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => assert.fail(error.message));
  if (options.prepare) {
    await options.prepare(page);
  }
  await page.goto(bases[base] + path);
  return page;
}

/** The pieces of an index as they stand in its scripts. */
function pieces(lang) {
  const found = {};
  for (const name of readdirSync(join(site, lang, "search")).filter((name) => name.endsWith(".js"))) {
    const put = (_, piece, sum, json) => (found[piece] = JSON.parse(json));
    new Function("junsoku", readFileSync(join(site, lang, "search", name), "utf8"))({ search: { put } });
  }
  return found;
}

// --- What must be found ---

const HIRAGANA = "\u3041-\u3096";
const NUMERAL = /^[〇一二三四五六七八九十百千]+$/;

/** Folded the other way round than on the page: katakana to hiragana, letter by letter. */
function plain(text) {
  let made = "";
  for (const letter of text.normalize("NFKC").toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"')) {
    const code = letter.codePointAt(0);
    const isKatakana = (code >= 0x30a1 && code <= 0x30f6) || code === 0x30fd || code === 0x30fe;
    made += /\s|\u0085/u.test(letter) ? "" : isKatakana ? String.fromCodePoint(code - 0x60) : letter;
  }
  return made;
}

function valueOf(run) {
  if (!/[十百千]/.test(run)) {
    return [...run].map((letter) => "〇一二三四五六七八九".indexOf(letter)).join("").replace(/^0+(?=.)/, "");
  }
  // Each unit counts as often as the numeral just before it says, or once.
  const counted = [...run.matchAll(/([〇一二三四五六七八九]*)([十百千]|$)/g)];
  const worth = { 十: 10, 百: 100, 千: 1000, "": 1 };
  const digit = (numerals, none) => (numerals === "" ? none : "〇一二三四五六七八九".indexOf(numerals.at(-1)));
  const sum = counted.map(([, numerals, unit]) => digit(numerals, unit === "" ? 0 : 1) * worth[unit]).reduce((one, other) => one + other);
  return String(sum);
}

/** What a folded text says: numbers in digits, one word for all its spellings. */
function sense(text, { variants, counters, ordinals }) {
  const parts = text.split(/([〇一二三四五六七八九十百千]+)/);
  let made = "";
  parts.forEach((part, at) => {
    const after = parts[at + 1] ?? "";
    const before = ordinals.map(plain).some((one) => (parts[at - 1] ?? "").endsWith(one));
    const isNumber = NUMERAL.test(part) && (before || after === "" || plain(counters).includes(after[0]));
    made += isNumber ? valueOf(part) : part;
  });
  const words = variants.flatMap((group, at) => group.map((word) => [plain(word), `\u{F0000}${at};`]));
  words.sort((one, other) => other[0].length - one[0].length);
  let told = "";
  for (let at = 0; at < made.length; ) {
    const [word, name] = words.find(([word]) => made.startsWith(word, at)) ?? [made[at], made[at]];
    told += name;
    at += word.length;
  }
  return told;
}

const stems = (text) => text.normalize("NFKC").toLowerCase().split(/[^\p{Alphabetic}\p{N}]+/u).flatMap((run) => run.split(/[\u2E80-\u{10FFFF}]+/u)).filter(Boolean).map((word) => globalThis.junsoku.stem(word));

/** Every place with its texts, and a plain search through them. */
function oracle(lang) {
  const index = pieces(lang);
  const tables = index.head.folding;
  const places = Object.keys(index).filter((name) => name.startsWith("text-")).sort((a, b) => a.slice(5) - b.slice(5)).flatMap((name) =>
    index[name].flatMap(([kind, set, title, href, isEdition, list]) =>
      list.map(([anchor, number, caption, text]) => ({
        kind, isEdition, text, caption,
        href: href + (anchor === "" ? "" : `#${anchor}`),
        own: hay([number, caption, text]),
        context: hay([title, set === null ? "" : index.head.head.sets[set][1]]),
      })),
    ),
  );
  function hay(fields) {
    const folded = fields.map(plain);
    return { letters: folded.join("\n"), sense: folded.map((field) => sense(field, tables)).join("\n"), stems: new Set(fields.flatMap(stems)) };
  }
  const has = (texts, term) => {
    const wanted = lang === "en" && !/[\u2E80-\u{10FFFF}]/u.test(term.normalize("NFKC")) ? stems(term) : [];
    if (wanted.length > 0) {
      return wanted.every((one) => texts.stems.has(one));
    }
    return texts.letters.includes(plain(term)) || texts.sense.includes(sense(plain(term), tables));
  };
  const find = (query) => {
    const terms = query.normalize("NFKC").split(/\s+/u).filter((term) => plain(term) !== "");
    const found = places.filter((place) => {
      const own = terms.map((term) => has(place.own, term));
      return !place.isEdition && own.includes(true) && terms.every((term, at) => own[at] || has(place.context, term));
    });
    return new Set(found.map((place) => place.href));
  };
  return { places, find, tables };
}

/** What the page answers to each query: the addresses of all results, and how long the first answer took. */
const answers = (page, queries) =>
  page.evaluate(async (queries) => {
    const input = document.getElementById("_query");
    const results = document.getElementById("search-results");
    const more = document.getElementById("search-more");
    const until = async (done) => {
      while (!done()) {
        await new Promise((next) => setTimeout(next));
      }
    };
    const all = [];
    for (const query of queries) {
      delete results.dataset.answers;
      const begun = performance.now();
      input.value = query;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      await until(() => results.dataset.answers !== undefined);
      const took = performance.now() - begun;
      while (!more.hidden) {
        delete results.dataset.answers;
        more.click();
        await until(() => results.dataset.answers !== undefined);
      }
      const root = new URL(document.getElementById("search-form").dataset.root, document.baseURI).href;
      const hrefs = [...results.querySelectorAll(".found-head a")].map((link) => link.href.slice(root.length));
      all.push({ hrefs: hrefs.map(decodeURIComponent), took, marks: results.querySelectorAll("mark").length });
    }
    return all;
  }, queries);

/** Numbers that look random and are the same in every run. */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Pieces of texts as people would look for them. */
function drawn(places, lang, count, next) {
  const queries = [];
  while (queries.length < count) {
    const { text, caption } = places[next(places.length)];
    const source = next(5) === 0 ? caption : text;
    if (lang === "ja") {
      const letters = [...source];
      const from = next(letters.length);
      // A box takes no line ends.
      const query = letters.slice(from, from + 2 + next(11)).join("").replace(/\s+/g, " ").trim();
      if ([...query].length >= 2) {
        queries.push(query);
      }
    } else {
      const words = source.split(/\s+/);
      const from = next(words.length);
      const query = words.slice(from, from + 1 + next(3)).join(" ").trim();
      if (query.length >= 2) {
        queries.push(query);
      }
    }
  }
  return queries;
}

/** The same query, written otherwise. */
function rewritten(query, tables, next) {
  const katakana = (text) => text.replace(new RegExp(`[${HIRAGANA}]`, "g"), (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));
  const wide = (text) => text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
  const swapped = (text) => tables.variants.reduce((made, group) => group.reduce((made, word, at) => made.replaceAll(word, group[(at + 1) % group.length]), made), text);
  return [katakana, wide, (text) => text.normalize("NFKC").toUpperCase(), (text) => text.normalize("NFKC").toLowerCase(), swapped, (text) => [...text].join(" ").slice(0, 1) + text.slice(1)][next(6)](query);
}

async function holdsAgainst(lang, base, queries, { find }) {
  const page = await open(base, `${lang}/search/index.html`);
  await page.waitForSelector("#search-form[data-ready]");
  const told = await answers(page, queries);
  let [right, wrong, missing] = [0, 0, 0];
  queries.forEach((query, at) => {
    const wanted = find(query);
    const found = new Set(told[at].hrefs);
    right += [...found].filter((href) => wanted.has(href)).length;
    wrong += [...found].filter((href) => !wanted.has(href)).length;
    missing += [...wanted].filter((href) => !found.has(href)).length;
    assert.deepEqual([...found].filter((href) => !wanted.has(href)).slice(0, 3), [], `too much for ${JSON.stringify(query)}`);
    assert.deepEqual([...wanted].filter((href) => !found.has(href)).slice(0, 3), [], `missing for ${JSON.stringify(query)}`);
    assert.equal(found.size, told[at].hrefs.length, `twice for ${JSON.stringify(query)}`);
  });
  const times = told.map((one) => one.took).sort((one, other) => one - other);
  await page.context().close();
  return { right, wrong, missing, first: told[0].took, median: times[times.length >> 1], slowest: times.at(-1) };
}

// --- Tests ---

test("letters and stems are those of the cases, which hold for the program as well", () => {
  const { fold, stem } = globalThis.junsoku;
  const folding = fold.folding({
    variants: [["漏えい", "漏洩", "漏泄"], ["ユーザー", "ユーザ"]].map((group) => group.map(fold.letters)),
    counters: fold.letters("条項号編章節款文字回年月日時秒人名か個箇ヶヵカ件枚桁種歳才円割版頁週点つ倍以"),
    ordinals: ["第", "条ノ", "章ノ", "節ノ"],
  });
  const cases = (name) => readFileSync(resolve(import.meta.dirname, `../cases/${name}.jsonl`), "utf8").trim().split("\n").map((line) => JSON.parse(line));
  for (const { text, letters, meaning } of cases("folding")) {
    assert.equal(folding.letters(text), letters, text);
    assert.equal(folding.meaning(letters), meaning, text);
    const mapped = folding.mapped(text);
    assert.deepEqual([mapped.letters.text, mapped.meaning.text], [letters, meaning], text);
    assert.equal(mapped.meaning.places.length, meaning.length, text);
  }
  for (const { same, apart } of cases("stems")) {
    const found = new Set((same ?? apart).map(stem));
    assert.equal(found.size, same ? 1 : apart.length, JSON.stringify(same ?? apart));
  }
});

test("every provision that has a place on a page has one in the index, with its letters", async () => {
  const { places } = oracle("ja");
  const known = new Map(places.map((place) => [place.href, place]));
  const page = await open("file", "ja/search/index.html", { javaScriptEnabled: false });
  const documents = new Set(places.filter(({ kind }) => kind === "provision").map(({ href }) => href.split("#")[0]));
  assert.ok(documents.size >= 5);
  for (const path of documents) {
    await page.goto(bases.file + `ja/${path}`);
    const shown = await page.locator("main [id].provision, main [id].item, main [id].paragraph, main tr[id]").evaluateAll((list) => list.map((one) => [one.id, one.textContent]));
    assert.ok(shown.length > 0, path);
    for (const [id, text] of shown) {
      const place = known.get(`${path}#${id}`);
      assert.ok(place, `${path}#${id}`);
      for (const line of place.text.split("\n").filter((line) => !/[（(]/.test(line))) {
        assert.ok(plain(text).includes(plain(line)), `${path}#${id}: ${line}`);
      }
    }
  }
  await page.context().close();
});

for (const base of ["http", "file"]) {
  for (const lang of ["ja", "en"]) {
    test(`500 queries from the texts and 100 rewritten ones find all and nothing else: ${lang}, ${base}`, async () => {
      const known = oracle(lang);
      const next = random(lang === "ja" ? 7 : 11);
      const asked = drawn(known.places, lang, 500, next);
      const other = asked.slice(0, 100).map((query) => (lang === "ja" ? rewritten(query, known.tables, next) : query.toUpperCase()));
      const named = lang === "ja"
        ? ["パスワード", "８文字", "8文字", "八文字", "ＩＤ", "ぱすわーど", "漏えい", "漏洩", "紛失", "同意書", "誓約書", "第８条", "退職 削除", "十三", "港 紛失"]
        : ["password", "passwords", "lost device", "leaving staff", "consent form", "photographs", "private devices", "emergency", "8 characters", "Chuo loss"];
      const told = await holdsAgainst(lang, base, [...named, ...asked, ...other], known);
      console.log(`# ${lang} ${base}: ${JSON.stringify(told)}`);
      assert.ok(told.median <= 50, `${told.median} ms`);
    });
  }
}

test("the index weighs no more than it may", () => {
  for (const lang of ["ja", "en"]) {
    const files = readdirSync(join(site, lang, "search")).filter((name) => name.endsWith(".js"));
    const bytes = files.map((name) => readFileSync(join(site, lang, "search", name)));
    const deflated = bytes.map((one) => deflateRawSync(one, { level: 9 }).length).reduce((one, other) => one + other);
    console.log(`# ${lang}: ${files.length} files, ${bytes.reduce((sum, one) => sum + one.length, 0)} bytes, ${deflated} deflated`);
    // A site of a thousand regions has lists, of which a query loads some.
    if (!files.some((name) => name.startsWith("pairs-"))) {
      assert.ok(deflated <= 150_000, `${lang}: ${deflated}`);
    }
    assert.ok(files.every((name) => deflateRawSync(readFileSync(join(site, lang, "search", name))).length < 100_000));
  }
});

test("hostile queries give nothing or what is right, and the page goes on", async () => {
  for (const lang of ["ja", "en"]) {
    const { find } = oracle(lang);
    const hostile = [
      "あ".repeat(10_000), "8".repeat(10_000), "十".repeat(10_000), "a b ".repeat(2_500), "あ い ".repeat(2_500), "パスワード".repeat(2_000),
      "<script>globalThis.hurt = 1</script>", "<img src=x onerror='globalThis.hurt = 1'>", "\"><b>", "{{ 7*7 }}", "${7*7}", "&amp;&lt;",
      ".*", "(a+)+$", "[", "\\", "^第", "(?:", "*", "。、", "。", "---", "（）", "…", "　", "\t\n", "%00", "\u0000", "\u202e", "\ufffd", "#q=1&kind=form", "__proto__", "constructor", "toString",
    ];
    const page = await open("http", `${lang}/search/index.html`);
    const told = await answers(page, hostile);
    hostile.forEach((query, at) => assert.deepEqual(new Set(told[at].hrefs), find(query), JSON.stringify(query.slice(0, 40))));
    assert.ok(Math.max(...told.map((one) => one.took)) < 2_000, JSON.stringify(told.map((one) => Math.round(one.took))));
    for (const half of ["\ud800", "\udc00", "パス\ud842", "\udfb7 "]) {
      assert.deepEqual((await answers(page, [half]))[0].hrefs, [], JSON.stringify(half));
    }
    assert.equal(await page.evaluate(() => globalThis.hurt), undefined);
    assert.equal(await page.locator("#search-results script, #search-results img, #search-results b").count(), 0);
    await page.context().close();
  }
});

test("forms come first where words name one, and words are marked", async () => {
  const page = await open("file", "ja/search/index.html?q=同意書");
  await page.waitForSelector("#search-results li");
  const first = page.locator("#search-results li").first();
  assert.match(await first.locator("a").getAttribute("href"), /forms\//);
  assert.ok((await first.locator("mark").allTextContents()).includes("同意書"));
  await page.fill("#_query", "八文字");
  await page.waitForFunction(() => document.getElementById("search-results").dataset.answers === "八文字");
  const marked = await page.locator("#search-results mark").allTextContents();
  assert.ok(marked.some((words) => words.normalize("NFKC") === "8文字"), `${marked}`);
  await page.context().close();
});

test("what is asked for stands in the address, from a server and from the disk", async () => {
  for (const base of ["http", "file"]) {
    const page = await open(base, "ja/search/index.html");
    await page.fill("#_query", "紛失 盗難");
    await page.selectOption("select[name=region]", { index: 2 });
    await page.selectOption("select[name=kind]", "provision");
    await page.waitForSelector("#search-results li");
    const address = new URL(page.url());
    const asked = new URLSearchParams(address.search || address.hash.slice(1));
    assert.equal(asked.get("q"), "紛失 盗難");
    assert.equal(asked.get("kind"), "provision");
    const found = await page.locator("#search-results .found-head a").evaluateAll((list) => list.map((one) => one.href));
    const again = await page.context().newPage();
    await again.goto(page.url());
    await again.waitForSelector("#search-results li");
    assert.deepEqual(await again.locator("#search-results .found-head a").evaluateAll((list) => list.map((one) => one.href)), found);
    assert.equal(await again.inputValue("select[name=region]"), asked.get("region"));
    await page.context().close();
  }
});

test("every choice leaves just what it says", async () => {
  const page = await open("http", "ja/search/index.html?q=患者");
  await page.waitForSelector("#search-results li");
  const region = await page.locator("select[name=region] option").nth(2).getAttribute("value");
  await page.selectOption("select[name=region]", region);
  const hrefs = async () => (await answers(page, ["患者"]))[0].hrefs;
  assert.ok((await hrefs()).every((href) => href.startsWith(`regions/${region}/`)));
  await page.selectOption("select[name=region]", "");
  await page.selectOption("select[name=kind]", "form");
  const forms = await hrefs();
  assert.ok(forms.length > 0 && forms.every((href) => href.includes("/forms/")), `${forms}`);
  await page.selectOption("select[name=kind]", "");
  await page.selectOption("select[name=topic]", "consent");
  const onTopic = await hrefs();
  await page.selectOption("select[name=topic]", "");
  const all = await hrefs();
  assert.ok(onTopic.length > 0 && onTopic.length < all.length && onTopic.every((href) => all.includes(href)));
  await page.context().close();
});

test("Ctrl+K leads to a box anywhere, and keys through the results", async () => {
  const page = await open("file", "ja/about/index.html");
  await page.keyboard.press("Control+k");
  assert.equal(await page.evaluate(() => document.activeElement.name), "q");
  await page.keyboard.type("同意書");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#search-results li");
  assert.match(page.url(), /search\/index\.html\?q=/);
  await page.keyboard.press("Control+k");
  assert.equal(await page.evaluate(() => document.activeElement.id), "_query");
  await page.keyboard.press("ArrowDown");
  const first = await page.locator("#search-results .found-head a").first().getAttribute("href");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), first);
  await page.keyboard.press("ArrowUp");
  assert.equal(await page.evaluate(() => document.activeElement.id), "_query");
  assert.match(await page.textContent("#search-status[role=status]"), /^\d+件/);
  await page.context().close();
  const phone = await open("file", "ja/about/index.html", { viewport: { width: 390, height: 844 } });
  await phone.keyboard.press("Control+k");
  await phone.waitForURL(/search\/index\.html/);
  assert.equal(await phone.evaluate(() => document.activeElement.id), "_query");
  await phone.context().close();
});

test("a damaged, missing or foreign piece is told, and the index of pages offered", async () => {
  const damaged = [
    (route) => route.abort(),
    (route) => route.fulfill({ status: 404, body: "" }),
    (route) => route.fulfill({ contentType: "text/javascript", body: "junsoku.search.put('ja','text-0'," }),
    async (route) => route.fulfill({ contentType: "text/javascript", body: (await (await route.fetch()).text()).replace("患者", "医者") }),
    (route) => route.fulfill({ contentType: "text/javascript", body: "junsoku.search.put('ja','text-0','00000000','[]');" }),
  ];
  for (const piece of ["head", "text-0"]) {
    for (const handle of damaged) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.route(`**/search/${piece}.js*`, handle);
      await page.goto(`${bases.http}ja/search/index.html?q=${encodeURIComponent("患者")}`);
      await page.waitForSelector("#search-trouble:visible");
      assert.ok(await page.locator("#_index .by-topic a").count() > 10);
      await context.close();
    }
  }
});

test("without a script the page offers the index of topics, forms and terms, and every page leads there", async () => {
  const page = await open("file", "ja/about/index.html", { javaScriptEnabled: false });
  await page.click(".site-search a");
  assert.equal(await page.locator("#search-form:visible").count(), 0);
  const hrefs = await page.locator("#_index a").evaluateAll((list) => list.map((one) => one.href));
  assert.ok(hrefs.length > 30);
  for (const href of hrefs) {
    assert.ok(statSync(new URL(href.split("#")[0])).isFile(), href);
  }
  await page.context().close();
});

test("axe finds nothing, and no page is wider than its window", async () => {
  for (const lang of ["ja", "en"]) {
    for (const [width, colorScheme] of [[390, "dark"], [1280, "light"]]) {
      const query = encodeURIComponent(lang === "ja" ? "パスワード" : "passwords");
      const page = await open("file", `${lang}/search/index.html?q=${query}`, { viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      await page.waitForSelector("#search-results li");
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      assert.deepEqual(violations.map((one) => `${lang} ${one.id} ${one.nodes[0].html}`), []);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${over} ${lang} at ${width}`);
      await page.context().close();
    }
  }
});
