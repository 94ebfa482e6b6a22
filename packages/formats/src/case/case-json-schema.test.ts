import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildCaseJsonSchema, type JsonSchemaNode } from "./case-json-schema.ts";

describe("the published schema", () => {
  const schema = buildCaseJsonSchema();

  test("is the committed file", () => {
    const path = join(import.meta.dirname, "../../schema", "case-1.schema.json");
    // On failure run packages/formats/schema/write-case-schema.ts; a changed meaning needs a new version.
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(schema);
  });

  test("gives every field a meaning, and every number a range, a reason and the unit that its name carries", () => {
    const numbers: string[] = [];
    const visit = (node: JsonSchemaNode, path: string): void => {
      if (node.type === "number" || node.type === "integer") {
        if (node.const !== undefined) return;
        numbers.push(path);
        expect(typeof node.minimum, path).toBe("number");
        expect(typeof node.maximum, path).toBe("number");
        expect(node.rangeReason, path).toBeTruthy();
        expect(node.unit, path).toBeTruthy();
        const suffix = /_([A-Za-z]+2?)$/.exec(path.replace(/\[\]/g, ""))?.[1] ?? "1";
        const units: Record<string, string> = { mmPerMs: "mm/ms", ab: "1" };
        expect(units[suffix] ?? suffix, path).toBe(node.unit);
      }
      for (const [key, child] of Object.entries(node.properties ?? {})) {
        expect(child.description, `${path}.${key}`).toBeTruthy();
        visit(child, `${path}.${key}`);
      }
      for (const option of node.oneOf ?? []) visit(option, path);
      for (const item of node.prefixItems ?? []) visit(item, path);
      if (node.items) visit(node.items, `${path}[]`);
    };
    visit(schema, "case");
    expect(numbers.length).toBeGreaterThan(30);
  });

  test("allows no other keys anywhere and asks for what a case must say", () => {
    expect(schema.required).toEqual(["version", "id", "title", "heart", "conduction"]);
    const open = JSON.stringify(schema).match(/"type":"object"/g)!.length;
    const closed = JSON.stringify(schema).match(/"additionalProperties":false/g)!.length;
    expect(closed).toBe(open);
  });
});
