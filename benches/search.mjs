// Measures what a query of the search fetches, page and index together, each query in a browser that has loaded nothing.
//
//     JUNSOKU_SITE=FOLDER JUNSOKU_NODE=… node benches/search.mjs [QUERY…]
//
// Prints for each query the bytes as they stand in the files, those bytes deflated (as servers send them), the files, the time from
// the opening of the page to the first answer, and how many answers the page tells of.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { deflateRawSync } from "node:zlib";

import { launched, site } from "../tests/browser/chromium.mjs";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css", ".svg": "image/svg+xml" };
const given = process.argv.slice(2);
const queries = given.length > 0 ? given : ["パスワード", "8文字", "同意書", "紛失 報告", "第８条", "退職", "十三", "利用者"];

let fetched = [];
const server = createServer((request, response) => {
  try {
    const path = join(site, decodeURIComponent(new URL(request.url, "http://x").pathname));
    const bytes = readFileSync(path);
    fetched.push({ path, bytes });
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(bytes);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const base = `http://127.0.0.1:${server.address().port}/`;
const browser = await launched();
console.log("query\tbytes\tdeflated\tfiles\tms\tanswers");
for (const query of queries) {
  fetched = [];
  const context = await browser.newContext();
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(`${base}ja/search/index.html?q=${encodeURIComponent(query)}`);
  await page.waitForSelector("#search-results li");
  const took = performance.now() - start;
  await page.waitForLoadState("networkidle");
  const bytes = fetched.reduce((sum, one) => sum + one.bytes.length, 0);
  const deflated = fetched.reduce((sum, one) => sum + deflateRawSync(one.bytes, { level: 9 }).length, 0);
  const told = await page.locator("#search-status").textContent().catch(() => "");
  console.log([query, bytes, deflated, fetched.length, Math.round(took), told.trim()].join("\t"));
  await context.close();
}
await browser.close();
server.close();
