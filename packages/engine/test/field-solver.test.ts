import { countTetrahedra, createBoxMesh } from "@tributary/model";
import { afterAll, describe, expect, test } from "vitest";
import type { FieldDomain, FieldSource } from "../src/field-solver.ts";
import { createInlineFieldSolver } from "../src/inline-field-solver.ts";
import { createWorkerFieldSolver } from "../src/node/worker-field-solver.ts";

/** An isotropic bar 20 x 2 x 2 mm at 0.5 mm/ms, so that the far end is 40 ms from the near one. */
function createBar(): FieldDomain {
  const mesh = createBoxMesh({ size_mm: [20, 2, 2], cellCount: [20, 2, 2] });
  const tensor_mm2PerMs2 = new Float64Array(6 * countTetrahedra(mesh));
  for (let at = 0; at < tensor_mm2PerMs2.length; at += 6) {
    for (const diagonal of [0, 3, 5]) tensor_mm2PerMs2[at + diagonal] = 0.25;
  }
  return { mesh, tensor_mm2PerMs2 };
}

const BAR = createBar();
const NEAR: FieldSource = { id: "near", seeds: { nodes: [0], times_ms: [0] } };
const FAR: FieldSource = { id: "far", seeds: { nodes: [20], times_ms: [0] } };

const solvers = [
  { name: "inline", solver: createInlineFieldSolver() },
  { name: "worker threads", solver: createWorkerFieldSolver(2) },
];
afterAll(() => Promise.all(solvers.map(({ solver }) => solver.close())));

describe.each(solvers)("field solver: $name", ({ solver }) => {
  test("gives one field per source, in the order asked, with the exact time along the bar", async () => {
    const fields = await solver.solve(BAR, [FAR, NEAR]);
    expect(fields.map((field) => field.sourceId)).toEqual(["far", "near"]);
    expect(fields[1]!.times_ms[20]).toBeCloseTo(40, 9);
    expect(fields[0]!.times_ms[0]).toBeCloseTo(40, 9);
    expect(fields[0]!.unreachedCount).toBe(0);
  });

  test("reports each finished source once", async () => {
    const seen: string[] = [];
    await solver.solve(BAR, [NEAR, FAR], { onProgress: (done, total) => seen.push(`${done}/${total}`) });
    expect(seen).toEqual(["1/2", "2/2"]);
  });

  test.each([
    { memory: "memory of its own", allocate: (length: number) => new Float32Array(length) },
    {
      memory: "shared memory",
      allocate: (length: number) => new Float32Array(new SharedArrayBuffer(4 * length)),
    },
  ])("writes the same times, rounded, to $memory", async ({ allocate }) => {
    const outTimes_ms = [FAR, NEAR].map(() => allocate(BAR.mesh.points_mm.length / 3));
    await solver.solveInto(outTimes_ms, BAR, [FAR, NEAR]);
    const fields = await solver.solve(BAR, [FAR, NEAR]);
    expect(outTimes_ms.map((times_ms) => Array.from(times_ms))).toEqual(
      fields.map(({ times_ms }) => Array.from(times_ms, Math.fround)),
    );
  });

  test("an aborted run rejects with the reason and returns nothing", async () => {
    const abort = new AbortController();
    abort.abort(new Error("stopped by the user"));
    await expect(solver.solve(BAR, [NEAR], { signal: abort.signal })).rejects.toThrow("stopped by the user");
  });
});

test("workers give bit-for-bit the numbers of the inline solver", async () => {
  const [inline, workers] = await Promise.all(solvers.map(({ solver }) => solver.solve(BAR, [NEAR])));
  expect(workers![0]!.times_ms).toEqual(inline![0]!.times_ms);
});
