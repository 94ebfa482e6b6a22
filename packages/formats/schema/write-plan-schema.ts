/** Writes the published JSON Schema of plan.json anew; run after a change of the schema, then format it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildPlanJsonSchema } from "../src/plan/plan-schema.ts";

const schema = buildPlanJsonSchema();
writeFileSync(join(import.meta.dirname, schema.$id), `${JSON.stringify(schema, undefined, 2)}\n`);
