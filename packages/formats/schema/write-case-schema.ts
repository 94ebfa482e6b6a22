/** Writes the published JSON Schema of the case file anew; run after a change of the schema, then format it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildCaseJsonSchema } from "../src/case/case-json-schema.ts";

const schema = buildCaseJsonSchema();
writeFileSync(join(import.meta.dirname, schema.$id), `${JSON.stringify(schema, undefined, 2)}\n`);
