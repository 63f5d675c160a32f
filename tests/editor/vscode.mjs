// VS Code's own JSON language service, set up as VS Code does from the settings of this checkout:
// completion, hover and marks come from there, and nothing is ever asked of the network.
import languageService from "vscode-json-languageservice";
import { expect, finish, read, records, root, version } from "./shared.mjs";

const { getLanguageService, TextDocument } = languageService;
const settings = JSON.parse(read(".vscode", "settings.json"));
const requests = [];
const service = getLanguageService({
  schemaRequestService: (url) => {
    requests.push(url);
    return Promise.reject(new Error("no network"));
  },
  workspaceContext: { resolveRelativePath: (relative, base) => new URL(relative, base).toString() },
});
service.configure({
  validate: true,
  schemas: settings["json.schemas"].map(({ url, fileMatch, schema }) => ({ uri: url, fileMatch, schema })),
});

function open(path, text) {
  const document = TextDocument.create(new URL(`file://${root}/${path}`).toString(), "json", 1, text);
  return { document, json: service.parseJSONDocument(document), text };
}
const marks = ({ document, json }) => service.doValidation(document, json);
const at = ({ document, text }, what) => document.positionAt(text.indexOf(what) + 1);
const hover = async (file, what) =>
  String((await service.doHover(file.document, at(file, what), file.json))?.contents);
const complete = async (file, what) =>
  (await service.doComplete(file.document, at(file, what), file.json)).items;

const all = records();
for (const { path, text } of all) {
  const found = await marks(open(path, text));
  expect(found.length === 0, `${path} is marked: ${found[0]?.message}`);
}

const schema = JSON.parse(read("schemas", version, "pledge.json"));
const aviation = schema.$defs.Category.anyOf.find((item) => item.const === "aviation");
const path = "records/pledges/2021-seoul/kor-example.json";
const pledge = {
  $schema: schema.$id,
  id: "2021-seoul/kor-example",
  ministerial_id: "2021-seoul",
  summary: "Helicopters.",
  pledgers: [{ state_id: "KOR", role: schema.$defs.Role.enum[0] }],
  categories: ["aviation"],
  novelty: "new",
  citations: [{ source_id: "a", locator: "title" }],
};
const good = open(path, JSON.stringify(pledge, null, 2));
expect((await marks(good)).length === 0, `a good pledge is marked: ${(await marks(good))[0]?.message}`);

const bad = open(path, JSON.stringify({ ...pledge, categories: ["helicopter"], categorys: [] }, null, 2));
const messages = (await marks(bad)).map((mark) => mark.message);
expect(messages.length === 2, `a code and a field are wrong, marked are: ${messages}`);
expect(messages.some((text) => text.startsWith("Value is not accepted. Valid values:")), "bad code");
expect(messages.some((text) => text === "Property categorys is not allowed."), "unknown field");

const missing = open(path, JSON.stringify({ $schema: schema.$id, id: pledge.id }));
const absent = (await marks(missing)).map((mark) => mark.message).join();
expect(absent.includes('Missing property "pledgers"'), `a missing field is not marked: ${absent}`);

const codes = await complete(good, '"aviation"');
const offered = codes.find((item) => item.label === '"aviation"');
expect(codes.length === schema.$defs.Category.enum.length, `${codes.length} categories are offered`);
expect(offered?.documentation === aviation.description, "a code is offered without its meaning");

const single = await complete(good, '"new"');
expect(
  single.every((item) => schema.$defs.Novelty.anyOf.some((code) => code.description === item.documentation)),
  "codes of a field that holds one are offered without their meaning",
);

const keys = await complete(open(path, `{"$schema": "${schema.$id}", "": 0}`), '"": 0');
const key = keys.find((item) => item.label === "firmness");
expect(key?.documentation === schema.properties.firmness.description, "a field is offered without its words");

const empty = `{"$schema": "${schema.$id}", "pledgers": [{ }]}`;
const filled = (await complete(open(path, empty), "{ }")).map((item) => item.insertText);
expect(filled.every((text) => !/: "?\$\{1:/.test(text)), `a new field comes with a value: ${filled}`);

const start = await complete(open(path, '{"": 0}'), '"": 0');
expect(start.some((item) => item.label === "pledgers"), "a new file is not taken for a pledge");
const other = await complete(open("package.json", '{"": 0}'), '"": 0');
expect(!other.some((item) => item.label === "pledgers"), "a file that is no record is taken for one");

// Markdown in hovers is escaped, so only letters are compared.
const letters = (text) => text.replace(/[^a-z]/gi, "");
const overCode = await hover(good, '"aviation"');
expect(letters(overCode).includes(letters(aviation.description)), `over a code: ${overCode}`);
const overField = await hover(good, '"summary"');
expect(
  letters(overField).includes(letters(schema.properties.summary.description)),
  `over a field: ${overField}`,
);

expect(requests.length === 0, `these were asked of the network: ${requests}`);
finish(
  `vscode: ${all.length} records without a mark, ${codes.length} codes offered, ` +
    `${requests.length} requests`,
);
