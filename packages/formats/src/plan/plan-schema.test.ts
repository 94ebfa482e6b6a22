import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildPlanJsonSchema } from "./plan-schema.ts";

describe("the published schema of plan.json", () => {
  const schema = buildPlanJsonSchema();

  test("is the committed file", () => {
    const path = join(import.meta.dirname, "../../schema", "plan-1.schema.json");
    // On failure run packages/formats/schema/write-plan-schema.ts; a changed meaning needs a new version.
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(schema);
  });

  test("says nothing of time, duration, folder or machine", () => {
    const names = [...JSON.stringify(schema).matchAll(/"(\w+)":\{"(?:description|type)"/g)].map(([, name]) => name!);
    expect(names.filter((name) => /date|created|elapsed|host|path|folder|thread/i.test(name))).toEqual([]);
  });

  test("allows no other keys anywhere", () => {
    const open = JSON.stringify(schema).match(/"type":"object"/g)!.length;
    const closed = JSON.stringify(schema).match(/"additionalProperties":false/g)!.length;
    expect(closed).toBe(open);
  });
});
