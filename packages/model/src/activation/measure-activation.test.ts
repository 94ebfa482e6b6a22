import { expect, test } from "vitest";
import { createBoxMesh } from "../mesh/box-mesh.ts";
import { measureActivation } from "./measure-activation.ts";
import { computeNodeVolumes } from "./node-volumes.ts";

test("measures of ten nodes that can be checked by hand", () => {
  const measures = measureActivation({
    times_ms: Float64Array.of(10, 20, 30, 40, 50, 60, 70, 80, 90, Infinity),
    nodeVolumes_mm3: Float64Array.of(2, 1, 1, 1, 1, 1, 1, 1, 1, 2),
    ventricles: Uint8Array.of(1, 1, 1, 1, 0, 0, 0, 0, 0, 0),
    sources: Uint16Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 0xffff),
    sourceCount: 2,
  });
  expect(measures.earliest_ms).toBe(10);
  expect(measures.totalActivationTime_ms).toBe(90);
  expect(measures.latestNode).toBe(8);
  expect(measures.lvActivationTime_ms).toBe(90);
  expect(measures.rvActivationTime_ms).toBe(40);
  expect(measures.lvRvDelay_ms).toBeCloseTo(70 - 22, 12);
  expect(measures.percentiles_ms).toEqual({ p10: 10, p50: 40, p90: 80, p95: 90 });
  expect(measures.capturedFraction[0]).toBeCloseTo(0.6, 12);
  expect(measures.capturedFraction[1]).toBeCloseTo(0.4, 12);
  expect(measures.unreachedFraction).toBeCloseTo(2 / 12, 12);
});

test("a heart without RV nodes has no RV time", () => {
  const measures = measureActivation({
    times_ms: Float64Array.of(1, 2),
    nodeVolumes_mm3: Float64Array.of(1, 1),
    ventricles: Uint8Array.of(0, 0),
  });
  expect(measures.rvActivationTime_ms).toBeNaN();
  expect(measures.lvRvDelay_ms).toBeNaN();
  expect(measures.capturedFraction).toEqual([]);
});

test("where several nodes are last the lowest is named", () => {
  const input = { times_ms: Float64Array.of(1, 7, 7), nodeVolumes_mm3: Float64Array.of(1, 1, 1) };
  expect(measureActivation({ ...input, ventricles: Uint8Array.of(0, 0, 0) }).latestNode).toBe(1);
});

test("node volumes add to the volume of the mesh", () => {
  const volumes = computeNodeVolumes(createBoxMesh({ size_mm: [3, 4, 5], cellCount: [3, 2, 2] }));
  expect(volumes.reduce((sum, volume) => sum + volume, 0)).toBeCloseTo(60, 9);
});
