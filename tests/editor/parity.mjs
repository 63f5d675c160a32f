// Reads lines of [kind, verdict of the models, document], and asks ajv for its verdict on each:
// so the patterns are read by ECMA 262 too, with and without the `u` flag.
import Ajv2020 from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";
import { expect, finish, kinds, read, version } from "./shared.mjs";

const engines = [true, false].map((unicodeRegExp) =>
  Object.fromEntries(
    kinds.map((kind) => {
      const ajv = new Ajv2020({ strict: true, unicodeRegExp });
      return [kind, ajv.compile(JSON.parse(read("schemas", version, `${kind}.json`)))];
    }),
  ),
);

const lines = readFileSync(0, "utf8").split("\n").filter(Boolean);
for (const line of lines) {
  const [kind, verdict, document] = JSON.parse(line);
  for (const engine of engines) {
    expect(engine[kind](document) === verdict, `models say ${verdict}: ${JSON.stringify(document)}`);
  }
}
finish(`parity: ${lines.length} documents`);
