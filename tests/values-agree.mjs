// Reads values as the page does: lines of {kind, input} on standard input, lines of {value} or {fault} on standard output.
// tests/integration/values.rs holds them to what `fill` reads.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(import.meta.url);
for (const name of ["dates", "values"]) {
  require(`../templates/site/assets/form/${name}.js`);
}
globalThis.junsoku.rules = require("./cases/value-rules.json");
const options = [["1", "医師"], ["2", "薬剤師"], ["b3", "B3（その他）"]].map(([id, words]) => ({ id, words }));

for await (const line of createInterface({ input: process.stdin })) {
  const { kind, input } = JSON.parse(line);
  const read = globalThis.junsoku.values.read({ kind, options }, input, "ja");
  console.log(JSON.stringify({ value: read.value ?? null, fault: read.fault ?? null }));
}
