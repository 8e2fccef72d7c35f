// What the tests of pages in Chromium share: where the site and the tools are, and the browser. Variables as in forms.test.mjs.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

export const require = createRequire(join(resolve(process.env.JUNSOKU_NODE ?? "."), "here.js"));
const { chromium } = require("playwright-core");

/** The output folder. */
export const site = resolve(process.env.JUNSOKU_SITE ?? "output");

/** The program. */
export const program = resolve(process.env.JUNSOKU ?? "target/release/junsoku");

/** The text of axe-core, to be evaluated in a page. */
export const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Starts the Chromium of the search path. */
export async function launched() {
  const executablePath = execFileSync("which", ["chromium"], { encoding: "utf8" }).trim();
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"] });
}
