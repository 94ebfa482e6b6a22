import { describe, expect, test } from "vitest";
import { ahaSegment } from "../anatomy/coordinate-conventions.ts";
import { NORMAL_ROOTS, selectRoots } from "./activation-roots.ts";
import { intrinsicDelay_ms } from "./conduction-pattern.ts";

describe("selectRoots", () => {
  test("normal conduction starts from three left and two right roots, the left first", () => {
    const roots = selectRoots("normal");
    expect(roots).toHaveLength(5);
    expect(roots.filter((root) => root.delay_ms === 0).every((root) => root.tv === 0)).toBe(true);
  });

  test("left bundle branch block leaves the right roots, counted from the first of them", () => {
    expect(selectRoots("lbbb").map((root) => [root.name, root.delay_ms])).toEqual([
      ["RV septal", 0],
      ["RV moderator band", 7],
    ]);
  });

  test.each([
    ["rbbb", 3],
    ["lafb", 4],
    ["lpfb", 4],
    ["nonspecific", 5],
    ["rvPaced", 0],
  ] as const)("%s leaves %d roots", (pattern, count) => {
    expect(selectRoots(pattern)).toHaveLength(count);
  });

  test("the left roots lie in segments 10, 1 and 14", () => {
    const left = NORMAL_ROOTS.filter((root) => root.tv === 0);
    expect(left.map((root) => ahaSegment(root.ab, root.rt))).toEqual([10, 1, 14]);
  });
});

describe("intrinsicDelay_ms", () => {
  test("is the PR interval, and missing where no PR was measured, in fibrillation and in block", () => {
    expect(intrinsicDelay_ms({ kind: "conducted", prInterval_ms: 180 })).toBe(180);
    expect(intrinsicDelay_ms({ kind: "conducted", prInterval_ms: undefined })).toBeUndefined();
    expect(intrinsicDelay_ms({ kind: "atrialFibrillation" })).toBeUndefined();
    expect(intrinsicDelay_ms({ kind: "block" })).toBeUndefined();
  });
});
