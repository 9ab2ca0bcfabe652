import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { toJsonSchema } from "@valibot/to-json-schema";
import { PACK_SCHEMA } from "../../../../src/core/rules/packs/schema";

const file = path.resolve(__dirname, "../../../../src/core/rules/packs/pack.schema.json");
const current = `${JSON.stringify(toJsonSchema(PACK_SCHEMA, { typeMode: "input" }), null, 2)}\n`;

// `npm run schema` writes the file anew.
if (process.env.PINGHE_WRITE_SCHEMA) writeFileSync(file, current);

it("[M1] the schema that editors complete pack files with is the one that reads them", () => {
  expect(readFileSync(file, "utf8")).toBe(current);
});
