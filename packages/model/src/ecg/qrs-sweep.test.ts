import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom, type Random } from "../numerics/random.ts";
import { frontTimeConstant, riseFraction } from "./action-potential.ts";
import { INDEPENDENT_LEADS } from "./lead-names.ts";
import { createSweepSources, sweepBins } from "./qrs-sweep-bins.ts";
import { convolveBins, countSweepSamples } from "./qrs-sweep-convolve.ts";
import { prepareSweepField } from "./qrs-sweep-field.ts";
import { sweepDelayLine } from "./qrs-sweep-line.ts";
import { SWEEP_LEAD_COUNT, type SweepNodes } from "./qrs-sweep-nodes.ts";
import { sweepBinsReference } from "./qrs-sweep-reference.ts";
import { createSweepBins, type SweepBins } from "./qrs-sweep-result.ts";
import { createFrontTaps } from "./qrs-sweep-taps.ts";
import { TICKS_IN_ONE_ms, toTicks } from "./qrs-sweep-ticks.ts";

const inTicks = (time_ms: number) => Math.floor(time_ms * TICKS_IN_ONE_ms) / TICKS_IN_ONE_ms;

function drawNodes(nodeCount: number, random: Random): SweepNodes {
  const weights = Float64Array.from({ length: SWEEP_LEAD_COUNT * nodeCount }, () => random.normal());
  const mask = Uint8Array.from({ length: nodeCount }, () => (random.uniform() < 0.5 ? 1 : 0));
  return { nodeCount, weights, mask };
}

/** Spread along the order of the nodes from a random place, with holes: whole blocks are won and others contested. */
function drawField(nodeCount: number, random: Random): Float64Array {
  const site = nodeCount * random.uniform();
  const slowness = 0.02 + 0.1 * random.uniform();
  return Float64Array.from({ length: nodeCount }, (_, node) =>
    random.uniform() < 0.001 ? Infinity : inTicks(slowness * Math.abs(node - site) + 3 * random.uniform()),
  );
}

function drawDelay(random: Random): number {
  return random.uniform() < 0.1 ? Infinity : Math.round(200 * random.uniform()) - 100;
}

/** Everything equal, the bins but for the order of their sums. */
function expectSame(bins: SweepBins, reference: SweepBins, { weights }: SweepNodes): void {
  const { values, ...rest } = bins;
  const { values: expected, ...expectedRest } = reference;
  expect(rest).toEqual(expectedRest);
  const tolerance = 1e-12 * weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
  const length = Math.max(values.length, expected.length);
  for (let i = 0; i < length; i++) {
    if (Math.abs((values[i] ?? 0) - (expected[i] ?? 0)) > tolerance) expect([i, values[i]]).toEqual([i, expected[i]]);
  }
}

const anySeed = fc.integer({ min: 1, max: 1_000_000 });

describe("bins of a configuration", () => {
  test("have one number for each independent lead", () => {
    expect(SWEEP_LEAD_COUNT).toBe(INDEPENDENT_LEADS.length);
  });

  test("hold each node's weights in the millisecond of its earliest arrival", () => {
    const weights = Float64Array.from({ length: 24 }, (_, i) => i);
    const nodes = { nodeCount: 3, weights, mask: Uint8Array.of(1, 1, 0) };
    const fields = [Float64Array.of(0.25, 4, 9.5), Float64Array.of(9, 3, 0)].map((times) =>
      prepareSweepField(times, nodes),
    );
    const bins = createSweepBins();
    sweepBins(bins, createSweepSources(nodes, fields), [0, 2]);
    expect(bins).toMatchObject({ start_ms: 0, binCount: 5, latest_ms: 4, latestOfMask_ms: 4 });
    for (const [bin, node] of [
      [0, 0],
      [4, 1],
      [2, 2],
    ] as const) {
      expect(bins.values.slice(8 * bin, 8 * bin + 8)).toEqual(weights.slice(8 * node, 8 * node + 8));
    }
  });

  test("equal those of the reference for any fields, delays and unreached nodes, one after another", () => {
    const bins = createSweepBins(1);
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 1, max: 4 }), (seed, sourceCount) => {
        const random = createRandom(seed);
        const nodes = drawNodes(Math.ceil(2000 * random.uniform()), random);
        const fields = Array.from({ length: sourceCount }, () => drawField(nodes.nodeCount, random));
        const prepared = fields.map((field) => prepareSweepField(field, nodes));
        const delays_ms = fields.map(() => drawDelay(random));
        const reference = createSweepBins();
        sweepBinsReference(reference, fields, delays_ms, nodes);
        sweepBins(bins, createSweepSources(nodes, prepared), delays_ms);
        expectSame(bins, reference, nodes);
      }),
      { numRuns: 60 },
    );
  });

  test("a delay of all sources shifts them and changes nothing else", () => {
    const random = createRandom(3);
    const nodes = drawNodes(3000, random);
    const fields = [0, 1, 2].map(() => prepareSweepField(drawField(3000, random), nodes));
    const sources = createSweepSources(nodes, fields);
    const [bins, later] = [createSweepBins(), createSweepBins()];
    sweepBins(bins, sources, [0, -20, 35]);
    sweepBins(later, sources, [77, 57, 112]);
    expect(later.start_ms).toBe(bins.start_ms + 77);
    expect(later.latest_ms).toBe(bins.latest_ms + 77);
    expect(later.values).toEqual(bins.values);
  });

  test("are none where no source reaches a node", () => {
    const nodes = drawNodes(100, createRandom(1));
    const fields = [new Float64Array(100).fill(Infinity)].map((times) => prepareSweepField(times, nodes));
    const bins = createSweepBins();
    sweepBins(bins, createSweepSources(nodes, fields), [5]);
    expect(bins).toMatchObject({ binCount: 0, latest_ms: -Infinity, latestOfMask_ms: -Infinity });
  });
});

describe("a line of delays", () => {
  test("gives the reference's bins at every shift, for any two groups of sources", () => {
    const bins = createSweepBins(1);
    fc.assert(
      fc.property(anySeed, (seed) => {
        const random = createRandom(seed);
        const nodes = drawNodes(Math.ceil(1500 * random.uniform()), random);
        const fields = [0, 1, 2].map(() => drawField(nodes.nodeCount, random));
        const [a, b, c] = fields.map(toTicks) as [Int32Array, Int32Array, Int32Array];
        const delays_ms = fields.map(() => drawDelay(random));
        const step_ms = random.uniform() < 0.5 ? 1 : 7;
        const shifts_ms = Array.from({ length: 20 }, (_, i) => step_ms * (i - 10));
        const fixed = { times_ticks: [a], delays_ms: [delays_ms[0]!] };
        const moving = { times_ticks: [b, c], delays_ms: [delays_ms[1]!, delays_ms[2]!] };
        const reference = createSweepBins();
        const visited: number[] = [];
        sweepDelayLine(bins, { fixed, moving, shifts_ms }, nodes, (step) => {
          visited.push(step);
          const shift_ms = shifts_ms[step]!;
          const shifted_ms = [delays_ms[0]!, delays_ms[1]! + shift_ms, delays_ms[2]! + shift_ms];
          sweepBinsReference(reference, fields, shifted_ms, nodes);
          expectSame(bins, reference, nodes);
        });
        expect(visited).toEqual(shifts_ms.map((_, step) => step));
      }),
      { numRuns: 20 },
    );
  });
});

describe("slopes from bins", () => {
  const taps = createFrontTaps(6, 110);

  test("of a single node in the middle of its bin are those of the front, and add to its height", () => {
    const nodes = { nodeCount: 1, weights: Float64Array.of(0, 0.5, 0, 0, 0, 0, 0, 1) };
    const bins = createSweepBins();
    sweepBinsReference(bins, [Float64Array.of(20.5)], [0], nodes);
    const sampleCount = countSweepSamples(bins, taps);
    const slopes_mVPerMs = new Float64Array(8 * sampleCount);
    expect(convolveBins(slopes_mVPerMs, bins, taps)).toBe(sampleCount);
    let voltage_mV = 0;
    for (let sample = 0; sample < sampleCount; sample++) {
      voltage_mV += slopes_mVPerMs[sampleCount + sample]!;
      const time_ms = bins.start_ms + taps.start_ms + sample;
      const expected_mV = 0.5 * 110 * riseFraction(time_ms - 20.5, frontTimeConstant(6));
      expect(Math.abs(voltage_mV - expected_mV)).toBeLessThan(1e-3);
      expect(slopes_mVPerMs[7 * sampleCount + sample]).toBe(2 * slopes_mVPerMs[sampleCount + sample]!);
      expect(slopes_mVPerMs[sample]).toBe(0);
    }
  });

  test("of weights that sum to 0 bring each lead back to 0", () => {
    const random = createRandom(8);
    const { nodeCount, weights } = drawNodes(50, random);
    weights[0] = -weights.reduce((sum, weight, i) => (i > 0 && i % 8 === 0 ? sum + weight : sum), 0);
    const bins = createSweepBins();
    sweepBinsReference(bins, [drawField(nodeCount, random).map((time) => Math.min(time, 99))], [0], {
      nodeCount,
      weights,
    });
    const slopes_mVPerMs = new Float64Array(8 * countSweepSamples(bins, taps));
    const sampleCount = convolveBins(slopes_mVPerMs, bins, taps);
    const end_mV = slopes_mVPerMs.subarray(0, sampleCount).reduce((sum, slope) => sum + slope, 0);
    expect(Math.abs(end_mV)).toBeLessThan(1e-9);
  });
});
