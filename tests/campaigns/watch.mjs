// Opens every page of the site JUNSOKU_SITE in Chromium, touches everything on it, fills hostile data into its form, lays it out
// for paper, and prints as JSON what ran or was asked for that must not be. Used by hostile.py.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const site = resolve(process.env.JUNSOKU_SITE);
const require = createRequire(join(resolve(process.env.JUNSOKU_NODE), "here.js"));
const { chromium } = require("playwright-core");

const pages = readdirSync(site, { recursive: true }).filter((path) => path.endsWith(".html")).sort();
const executablePath = execFileSync("which", ["chromium"], { encoding: "utf8" }).trim();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"] });
const faults = [];
let at = "";
const context = await browser.newContext();
await context.exposeBinding("pwn", (_, number) => faults.push(`${at}: script ${number} ran`));
context.on("request", (request) => /^(file|blob|data):/.test(request.url()) || faults.push(`${at}: asked for ${request.url()}`));

// Everything that a reader's mouse and keyboard would set off.
function touch() {
  for (const element of document.querySelectorAll("*")) {
    for (const name of ["mouseover", "focus", "error", "load", "toggle", "beginEvent"]) {
      element.dispatchEvent(new Event(name));
    }
  }
  for (const link of document.querySelectorAll("a[href], area[href], form[action]")) {
    const address = link.href?.baseVal ?? link.href ?? link.action;
    if (/^\s*(javascript|data|vbscript):/i.test(address)) pwn(`address ${address}`);
    if (/^https?:\/\/evil/.test(address)) pwn(`address ${address}`);
  }
  const form = document.getElementById("_fill-form");
  if (form && globalThis.junsoku?.write) {
    const fields = {};
    for (const slot of form.querySelectorAll(".slot")) fields[slot.dataset.path] = "<img src=x onerror=pwn('typed')>\"'><script>pwn('typed')</" + "script>";
    globalThis.junsoku.write({ fields, rows: {} });
    document.getElementById("_fill-check")?.click();
  }
  dispatchEvent(new Event("beforeprint"));
  dispatchEvent(new Event("afterprint"));
}

const page = await context.newPage();
page.on("dialog", (dialog) => {
  faults.push(`${at}: a dialog`);
  dialog.dismiss();
});
page.on("pageerror", (error) => faults.push(`${at}: ${error.message}`));
for (const path of pages) {
  at = path;
  await page.goto(pathToFileURL(join(site, path)).href);
  await page.evaluate(touch);
}
await page.waitForTimeout(300);
await browser.close();
process.stdout.write(JSON.stringify({ pages: pages.length, faults: faults.slice(0, 50) }));
