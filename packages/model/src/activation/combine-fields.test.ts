import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom } from "../numerics/random.ts";
import { buildBlockBounds } from "./block-bounds.ts";
import { combineFields } from "./combine-fields.ts";
import { joinSeeds } from "./eikonal-seeds.ts";
import {
  FIELD_STEP_ms,
  readFieldFromSteps,
  storeFieldAsFloat32,
  storeFieldAsSteps,
  UNREACHED_STEP,
} from "./field-storage.ts";
import { computeTotalActivationTimeOfCandidates, findLatestCandidates } from "./latest-candidates.ts";
import { NO_SOURCE } from "./source-labels.ts";
import { createRotatedBox, placeSource, SOLVERS } from "./test-problems.fixture.ts";
import { computeTotalActivationTime } from "./total-activation-time.ts";

const SITES = [
  [-9, -8, -7],
  [8, 9, 2],
  [0, -6, 9],
] as const;

function solveBoxFields(edge_mm: number): Float64Array[] {
  const problem = createRotatedBox(edge_mm);
  return SITES.map((site) => SOLVERS[1].solve(problem, joinSeeds([placeSource(problem, site)])));
}

const FIELDS = solveBoxFields(1);

function latestOfFullMap(fields: readonly Float64Array[], delays_ms: readonly number[], mask?: Uint8Array): number {
  const map = new Float64Array(fields[0]!.length);
  combineFields(map, undefined, fields, delays_ms);
  return map.reduce(
    (latest, time, node) => (time < Infinity && (!mask || mask[node]) ? Math.max(latest, time) : latest),
    -Infinity,
  );
}

describe("combining fields", () => {
  test("takes the earliest field node by node, ties to the lower one", () => {
    const times_ms = new Float64Array(4);
    const sources = new Uint16Array(4);
    const fields = [Float64Array.of(0, 10, 20, Infinity), Float64Array.of(20, 5, 10, Infinity)];
    combineFields(times_ms, sources, fields, [0, 5]);
    expect([...times_ms]).toEqual([0, 10, 15, Infinity]);
    expect([...sources]).toEqual([0, 0, 1, NO_SOURCE]);
  });

  test("an infinite delay switches a source off", () => {
    const times_ms = new Float64Array(2);
    combineFields(times_ms, undefined, [Float64Array.of(1, 9), Float64Array.of(9, 1)], [Infinity, 2]);
    expect([...times_ms]).toEqual([11, 3]);
  });
});

describe("total activation time", () => {
  const left = FIELDS[0]!.map((_, node) => (node % 21 < 10 ? 1 : 0));
  const mask = Uint8Array.from(left);
  test.each([
    ["all nodes", undefined],
    ["a part of them", mask],
  ])("equals the maximum of the full map over %s, with blocks and with candidates", (_which, nodes) => {
    const bounds = buildBlockBounds(FIELDS, nodes);
    const candidates = findLatestCandidates(FIELDS, bounds);
    const delay = fc.double({ min: -60, max: 60, noNaN: true });
    fc.assert(
      fc.property(delay, delay, delay, (a, b, c) => {
        const expected = latestOfFullMap(FIELDS, [a, b, c], nodes);
        expect(computeTotalActivationTime(FIELDS, [a, b, c], bounds)).toBe(expected);
        expect(computeTotalActivationTimeOfCandidates(candidates, [a, b, c])).toBe(expected);
      }),
    );
    expect(candidates.nodes.length).toBeLessThan(FIELDS[0]!.length / 10);
  });

  test("equals it on random fields with unreached nodes, in double and single precision", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const random = createRandom(seed);
        const draw = () => (random.uniform() < 0.2 ? Infinity : Math.round(20 * random.uniform()));
        const fields = [0, 1, 2].map(() => Float64Array.from({ length: 300 }, draw));
        const delays_ms = [0, 1, 2].map(() => Math.round(10 * random.normal()));
        const expected = latestOfFullMap(fields, delays_ms);
        const bounds = buildBlockBounds(fields);
        expect(computeTotalActivationTime(fields, delays_ms, bounds)).toBe(expected);
        const candidates = findLatestCandidates(fields, bounds);
        expect(computeTotalActivationTimeOfCandidates(candidates, delays_ms)).toBe(expected);
        const single = fields.map((field) => Float32Array.from(field));
        expect(computeTotalActivationTime(single, delays_ms, buildBlockBounds(single))).toBe(expected);
      }),
    );
  });

  test("never falls and never outruns the delay as the LV delay grows", () => {
    const bounds = buildBlockBounds(FIELDS);
    let before_ms = computeTotalActivationTime(FIELDS, [0, -80, 10], bounds);
    for (let delay_ms = -79; delay_ms <= 80; delay_ms++) {
      const time_ms = computeTotalActivationTime(FIELDS, [0, delay_ms, 10], bounds);
      expect(time_ms).toBeGreaterThanOrEqual(before_ms);
      expect(time_ms).toBeLessThanOrEqual(before_ms + 1);
      before_ms = time_ms;
    }
  });

  test("without a node that counts there is none", () => {
    const fields = [Float64Array.of(Infinity, Infinity)];
    const bounds = buildBlockBounds(fields);
    expect(computeTotalActivationTime(fields, [0], bounds)).toBe(-Infinity);
    expect(findLatestCandidates(fields, bounds).nodes.length).toBe(0);
  });
});

describe("stored fields", () => {
  const field = Float64Array.of(0, 12.345678, 999.99, Infinity);

  test("single precision adds at most 1e-4 ms", () => {
    const stored = new Float32Array(4);
    storeFieldAsFloat32(stored, field);
    for (let node = 0; node < 3; node++) expect(Math.abs(stored[node]! - field[node]!)).toBeLessThan(1e-4);
    expect(stored[3]).toBe(Infinity);
  });

  test("16-bit steps add at most half a step and keep unreached nodes", () => {
    const steps = new Uint16Array(4);
    expect(storeFieldAsSteps(steps, field)).toBe(-1);
    expect(steps[3]).toBe(UNREACHED_STEP);
    const read = new Float64Array(4);
    readFieldFromSteps(read, steps);
    for (let node = 0; node < 3; node++) {
      expect(Math.abs(read[node]! - field[node]!)).toBeLessThanOrEqual(FIELD_STEP_ms / 2 + 1e-9);
    }
    expect(read[3]).toBe(Infinity);
  });

  test("times that do not fit name the first node", () => {
    expect(storeFieldAsSteps(new Uint16Array(3), Float64Array.of(1, -1, 2000))).toBe(1);
    expect(storeFieldAsSteps(new Uint16Array(2), Float64Array.of(1, 2000))).toBe(1);
  });
});
