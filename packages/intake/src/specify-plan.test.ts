import { createHash } from "node:crypto";
import type { Case } from "@tributary/formats";
import { DEFAULT_WEIGHTS } from "@tributary/plan";
import { expect, test } from "vitest";
import { BUILT_IN_CASE } from "./built-in-case.ts";
import { hashInput } from "./hash-input.ts";
import { type CaseFiles, describeCase } from "./loaded-case.ts";
import { specifyPlan } from "./specify-plan.ts";

const NO_FILES: CaseFiles = {
  read(path) {
    throw new Error(`${path} is asked for, and the case names no file`);
  },
};
const REQUEST = { programVersion: "0.0.0", weights: DEFAULT_WEIGHTS, vector: undefined, seed: 1, drawCount: undefined };

test("the built-in patient becomes the input of a plan without a file being read", () => {
  const input = specifyPlan(describeCase(BUILT_IN_CASE, NO_FILES, ["as given"]), REQUEST);
  expect(input.heart.origin).toMatchObject({ kind: "parametric", edgeLength_mm: BUILT_IN_CASE.edgeLength_mm });
  expect(input.findings).toEqual({ qrsDuration_ms: 160, frontalAxis_rad: undefined, ecg: undefined });
  expect(input.conduction.atrioventricular).toEqual({ kind: "conducted", prInterval_ms: 180 });
  expect(input.circulation.ejectionFraction).toBeCloseTo(0.28, 12);
  // 1 mmHg is 0.133322 kPa.
  expect(input.circulation.systolicPressure_kPa).toBeCloseTo(112 * 0.133322, 4);
  expect(input.remarks[0]).toBe("as given");
});

test("a case without a lead is planned with the first of the catalog, and says so", () => {
  const { lead: _, ...withoutLead } = BUILT_IN_CASE;
  const input = specifyPlan(describeCase(withoutLead, NO_FILES, []), REQUEST);
  expect(input.remarks).toContain(`The case names no lead; ${input.lead.model} was taken.`);
});

test("the hash is SHA-256 over the sorted case, then length and bytes of each file in the order named", () => {
  const bytes = { "a.pts": Uint8Array.of(1, 2, 3), "a.elem": Uint8Array.of(9) };
  const files: CaseFiles = { read: (path) => ({ name: path, bytes: bytes[path as keyof typeof bytes] }) };
  const value: Case = {
    version: 1,
    id: "a",
    title: "A",
    heart: { kind: "tetrahedra", files: ["a.pts", "a.elem"] },
    conduction: { rhythm: "sinus", pattern: "lbbb" },
  };
  const sorted =
    '{"conduction":{"pattern":"lbbb","rhythm":"sinus"},"heart":{"files":["a.pts","a.elem"],"kind":"tetrahedra"},"id":"a","title":"A","version":1}';
  const expected = createHash("sha256")
    .update(`${sorted}\n3\n`)
    .update(bytes["a.pts"])
    .update("\n1\n")
    .update(bytes["a.elem"]);
  expect(hashInput(describeCase(value, files, []))).toBe(expected.digest("hex"));
});
