import { expect, test } from "vitest";
import { createRandom } from "../numerics/random.ts";
import { frontTimeConstant, riseFraction } from "./action-potential.ts";
import { frontKernel } from "./front-kernel.ts";
import { simulateEcg } from "./simulate-ecg.ts";
import { binWeights } from "./weight-bins.ts";

const NODE_COUNT = 50;

/** Weights whose sum is 0 in each lead, times over 100 ms and durations about 250 ms. */
function drawHeart(seed: number) {
  const random = createRandom(seed);
  const weights = Float64Array.from({ length: 8 * NODE_COUNT }, () => random.uniform() - 0.5);
  for (let lead = 0; lead < 8; lead++) {
    let sum = 0;
    for (let node = 1; node < NODE_COUNT; node++) sum += weights[8 * node + lead]!;
    weights[lead] = -sum;
  }
  // Whole milliseconds, so that bins hold the times exactly.
  const times_ms = Float64Array.from({ length: NODE_COUNT }, () => Math.floor(100 * random.uniform()));
  const apd_ms = Float64Array.from({ length: NODE_COUNT }, () => Math.floor(220 + 60 * random.uniform()));
  return { weights, times_ms, apd_ms };
}

test("the sum over bins is the sum of the templates of all nodes", () => {
  const { weights, times_ms, apd_ms } = drawHeart(1);
  const options = { start_ms: -30, duration_ms: 600, frontWidth_ms: 5, repolarization_ms: 20, amplitude_mV: 100 };
  const ecg = simulateEcg(weights, times_ms, apd_ms, options);
  const rise_ms = frontTimeConstant(5);
  for (const lead of [0, 5]) {
    for (let sample = 0; sample < 600; sample += 7) {
      let expected = 0;
      for (let node = 0; node < NODE_COUNT; node++) {
        const since_ms = sample - 30 - times_ms[node]!;
        const potential = 100 * riseFraction(since_ms, rise_ms) * (1 - riseFraction(since_ms - apd_ms[node]!, 20));
        expected += weights[8 * node + lead]! * potential;
      }
      expect(Math.abs(ecg.leads_mV[lead * 600 + sample]! - expected)).toBeLessThan(1e-4);
    }
  }
});

test("a heart that acts all at once gives no ECG", () => {
  const { weights } = drawHeart(2);
  const ecg = simulateEcg(weights, new Float64Array(NODE_COUNT).fill(12.3), undefined);
  expect(Math.max(...ecg.leads_mV.map(Math.abs))).toBeLessThan(1e-10);
});

test("with one duration everywhere the area of QRST is 0 in every lead", () => {
  const { weights, times_ms } = drawHeart(3);
  const apd_ms = new Float64Array(NODE_COUNT).fill(240);
  const whole = simulateEcg(weights, times_ms, apd_ms);
  const qrs = simulateEcg(weights, times_ms, undefined);
  const area = (ecg: typeof whole, lead: number) =>
    ecg.leads_mV.subarray(lead * ecg.sampleCount, (lead + 1) * ecg.sampleCount).reduce((sum, value) => sum + value, 0);
  for (let lead = 0; lead < 8; lead++) {
    expect(Math.abs(area(whole, lead))).toBeLessThan(0.01 * Math.abs(area(qrs, lead)));
  }
});

test("nodes that no front reaches stay at rest", () => {
  const { weights, times_ms } = drawHeart(4);
  const withRest = Float64Array.from(times_ms);
  withRest[7] = Infinity;
  const without = weights.slice();
  without.fill(0, 56, 64);
  const options = { start_ms: 0, duration_ms: 150 };
  const a = simulateEcg(weights, withRest, undefined, options);
  const b = simulateEcg(without, times_ms, undefined, options);
  for (let i = 0; i < a.leads_mV.length; i++) expect(a.leads_mV[i]).toBeCloseTo(b.leads_mV[i]!, 10);
});

test("an ECG that starts late continues the one that starts early", () => {
  const { weights, times_ms, apd_ms } = drawHeart(5);
  const early = simulateEcg(weights, times_ms, apd_ms, { start_ms: -40, duration_ms: 500 });
  const late = simulateEcg(weights, times_ms, apd_ms, { start_ms: 60, duration_ms: 400 });
  for (let i = 0; i < 400; i++) expect(late.leads_mV[400 + i]).toBeCloseTo(early.leads_mV[500 + 100 + i]!, 9);
});

test("the steps of the front add to 1, and half of them lies before the arrival", () => {
  const { steps, before } = frontKernel(1, 6);
  expect(steps.reduce((sum, step) => sum + step, 0)).toBeCloseTo(1, 14);
  expect(steps.subarray(0, before + 1).reduce((sum, step) => sum + step, 0)).toBeCloseTo(0.5, 12);
  const rounded = frontKernel(1, 6, { binCenter: 0.5 });
  expect(rounded.steps[rounded.before]).toBeCloseTo(rounded.steps[rounded.before + 2]!, 12);
});

test("a time between two bins is split between them", () => {
  const weights = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  const { sums, start_ms } = binWeights(weights, [10.25], 1);
  expect(start_ms).toBe(10);
  expect([...sums]).toEqual([0.75, 1.5, 2.25, 3, 3.75, 4.5, 5.25, 6, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2]);
});

test("where nothing is activated the ECG is flat", () => {
  const ecg = simulateEcg(new Float64Array(8), [Infinity], [240], { duration_ms: 50 });
  expect(ecg.sampleCount).toBe(50);
  expect(ecg.leads_mV.every((value) => value === 0)).toBe(true);
});
