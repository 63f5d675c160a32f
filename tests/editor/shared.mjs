// What both checks need: the files of the checkout, and records with one fault each.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

export const read = (...parts) => readFileSync(path.join(root, ...parts), "utf8");

const { versions } = JSON.parse(read("schemas", "index.json"));
export const version = versions.at(-1).version;
export const kinds = Object.keys(versions.at(-1).files).map((name) => name.slice(0, -5));

/** Every record of the checkout: its path, its text and what it holds. */
export function records(folder = "records") {
  return readdirSync(path.join(root, folder), { recursive: true })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => {
      const text = read(folder, name);
      return { path: path.join(folder, name), text, data: JSON.parse(text) };
    });
}

export const kindOf = (record) => path.basename(record.$schema, ".json");

/** A valid record with one thing made wrong at a time. */
export function* faulty(record) {
  for (const { fault, path: place, ...change } of JSON.parse(read("tests/editor/faults.json"))) {
    const copy = structuredClone(record);
    const parent = place.slice(0, -1).reduce((node, key) => node?.[key], copy);
    if (parent === undefined) continue;
    if ("value" in change) parent[place.at(-1)] = change.value;
    else delete parent[place.at(-1)];
    yield { fault, data: copy };
  }
}

let failures = 0;

export function expect(condition, message) {
  if (!condition) {
    failures += 1;
    console.error(`FAILED: ${message}`);
  }
}

export function finish(summary) {
  console.log(summary);
  process.exit(failures ? 1 : 0);
}
