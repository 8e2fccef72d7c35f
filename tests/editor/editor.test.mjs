// An editor with the settings that `junsoku init` writes: yaml-language-server, the server behind the YAML extension of VS
// Code, completes keys and words, describes them in Japanese, and refuses an unknown key. Run by `node --test`, with JUNSOKU
// for the program and JUNSOKU_NODE for the folder of what .ci/npm/editor names.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

const require = createRequire(join(resolve(process.env.JUNSOKU_NODE ?? "."), "here.js"));
const rpc = require("vscode-jsonrpc/node");
const program = resolve(process.env.JUNSOKU ?? "target/release/junsoku");
const work = mkdtempSync(join(tmpdir(), "junsoku-editor-"));
const site = join(work, "site");
const diagnostics = new Map();
let server, editor, settings;

before(async () => {
  execFileSync(program, ["init", site, "--region", "midori", "--region-name", "みどり町"]);
  settings = JSON.parse(readFileSync(join(site, ".vscode/settings.json"), "utf8"));
  const entry = join(resolve(process.env.JUNSOKU_NODE ?? "."), "node_modules/yaml-language-server/bin/yaml-language-server");
  server = spawn(process.execPath, [entry, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  editor = rpc.createMessageConnection(new rpc.StreamMessageReader(server.stdout), new rpc.StreamMessageWriter(server.stdin));
  // What VS Code answers: the settings of the folder, under their names.
  const asked = (section) => (section === "yaml" ? { schemas: settings["yaml.schemas"], validate: true, completion: true, hover: true, schemaStore: { enable: false } } : section === "[yaml]" ? settings["[yaml]"] : null);
  editor.onRequest("workspace/configuration", ({ items }) => items.map((item) => asked(item.section)));
  editor.onRequest("client/registerCapability", () => null);
  editor.onRequest("custom/schema/request", () => []);
  editor.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics: found }) => diagnostics.set(uri, found));
  editor.listen();
  const root = pathToFileURL(site).href;
  await editor.sendRequest("initialize", {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: "site" }],
    capabilities: { workspace: { configuration: true, workspaceFolders: true }, textDocument: { completion: { completionItem: { snippetSupport: true } }, hover: { contentFormat: ["markdown"] } } },
  });
  await editor.sendNotification("initialized", {});
  await editor.sendNotification("workspace/didChangeConfiguration", { settings: { yaml: asked("yaml") } });
});

after(() => {
  editor?.dispose();
  server?.kill();
  rmSync(work, { recursive: true, force: true });
});

/** Opens a document of the region with this text, and returns its address. */
async function opened(name, text) {
  const uri = pathToFileURL(join(site, "content/regions/midori", name)).href;
  await editor.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
  return uri;
}

const at = (uri, line, character) => ({ textDocument: { uri }, position: { line, character } });

test("keys and words are completed", async () => {
  const uri = await opened("policy.yaml", "title: {ja: 規程, en: Rules}\nst\n");
  let keys = { items: [] };
  // The first answer may come before the server has read its settings.
  for (let tries = 0; tries < 50 && keys.items.length === 0; tries += 1) {
    keys = await editor.sendRequest("textDocument/completion", at(uri, 1, 2));
    if (keys.items.length === 0) await new Promise((done) => setTimeout(done, 100));
  }
  assert.ok(keys.items.some((item) => item.label === "standing"), JSON.stringify(keys.items.map((item) => item.label)));
  const words = await opened("manual.yaml", "title: {ja: 規程, en: Rules}\nstanding: \n");
  const known = await editor.sendRequest("textDocument/completion", at(words, 1, 10));
  for (const word of ["official", "restated", "draft"]) assert.ok(known.items.some((item) => item.label === word), word);
});

test("what a key means is told in Japanese", async () => {
  const uri = await opened("rules.yaml", "title: {ja: 規程, en: Rules}\nstanding: official\n");
  const hover = await editor.sendRequest("textDocument/hover", at(uri, 1, 2));
  assert.match(JSON.stringify(hover), /[\u3041-\u30f6\u4e00-\u9fff]{4}/);
});

test("an unknown key is an error", async () => {
  const uri = await opened("other.yaml", "title: {ja: 規程, en: Rules}\nstanding: official\nstandng: x\nlevels: []\nbody: []\n");
  for (let waited = 0; waited < 100 && !(diagnostics.get(uri)?.length > 0); waited += 1) await new Promise((done) => setTimeout(done, 100));
  const found = diagnostics.get(uri) ?? [];
  assert.ok(found.some((one) => one.message.includes("standng") && one.range.start.line === 2), JSON.stringify(found));
});

test("what init writes itself is sound", async () => {
  const path = join(site, "content/regions/midori/region.yaml");
  const uri = pathToFileURL(path).href;
  await editor.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text: readFileSync(path, "utf8") } });
  for (let waited = 0; waited < 50 && !diagnostics.has(uri); waited += 1) await new Promise((done) => setTimeout(done, 100));
  assert.deepEqual(diagnostics.get(uri), []);
});
