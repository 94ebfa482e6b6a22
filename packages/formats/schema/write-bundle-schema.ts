/** Writes the published JSON Schema of the bundle's manifest anew; run after a change of the schema, then format it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildBundleJsonSchema } from "../src/bundle/bundle-manifest.ts";

const schema = buildBundleJsonSchema();
writeFileSync(join(import.meta.dirname, schema.$id), `${JSON.stringify(schema, undefined, 2)}\n`);
