// ajv in strict mode, without any option that loosens it: it compiles every schema, accepts every
// record, and refuses every fault.
import Ajv2020 from "ajv/dist/2020.js";
import { expect, faulty, finish, kindOf, kinds, read, records, version } from "./shared.mjs";

const compiled = {};
for (const kind of kinds) {
  // A fresh instance for each, so that a schema that leaned on another would not compile.
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  compiled[kind] = ajv.compile(JSON.parse(read("schemas", version, `${kind}.json`)));
}

const all = records();
let refused = 0;
for (const { path, data } of all) {
  for (const kind of [kindOf(data), "record"]) {
    const valid = compiled[kind](data);
    expect(valid, `${path} is refused by ${kind}.json: ${JSON.stringify(compiled[kind].errors?.[0])}`);
  }
}

const first = Object.fromEntries(all.reverse().map((record) => [kindOf(record.data), record.data]));
for (const record of Object.values(first)) {
  const kind = kindOf(record);
  for (const { fault, data } of faulty(record)) {
    for (const name of [kind, "record"]) {
      expect(!compiled[name](data), `${name}.json accepts a ${kind} with ${fault}`);
      refused += 1;
    }
  }
}
finish(`ajv: ${kinds.length} schemas, ${all.length} records accepted, ${refused} faults refused`);
