import { expect, test } from "vitest";
import { createRandom } from "../numerics/random.ts";
import { deriveLead, type EcgSignal } from "./ecg-signal.ts";
import { LEAD_ELECTRODES } from "./lead-electrodes.ts";
import { INDEPENDENT_LEADS } from "./lead-names.ts";
import { computeVectorcardiogram, KORS_MATRIX } from "./vectorcardiogram.ts";

const random = createRandom(11);
const ECG: EcgSignal = {
  samplingInterval_ms: 1,
  start_ms: 0,
  sampleCount: 30,
  leads_mV: Float64Array.from({ length: 240 }, () => random.normal()),
  isCalibrated: false,
};

test.each([
  ["x", 0.96],
  ["y", 0.87],
  ["z", -0.75],
] as const)("row %s of the Kors matrix adds to %d", (axis, sum) => {
  const row = Object.values(KORS_MATRIX[axis]).reduce((total, weight) => total + weight, 0);
  expect(Math.abs(row - sum)).toBeLessThan(1e-12);
});

test("equal leads of 1 mV give the row sums", () => {
  const { x_mV, y_mV, z_mV } = computeVectorcardiogram({ ...ECG, leads_mV: new Float64Array(240).fill(1) });
  expect(x_mV[3]).toBeCloseTo(0.96, 12);
  expect(y_mV[3]).toBeCloseTo(0.87, 12);
  expect(z_mV[29]).toBeCloseTo(-0.75, 12);
});

test("I + III is II, and the augmented leads add to 0, to 1e-12", () => {
  const lead = (name: "I" | "II" | "III" | "aVR" | "aVL" | "aVF") => deriveLead(ECG, name);
  const [i, ii, iii, avr, avl, avf] = [lead("I"), lead("II"), lead("III"), lead("aVR"), lead("aVL"), lead("aVF")];
  for (let sample = 0; sample < ECG.sampleCount; sample++) {
    expect(Math.abs(i[sample]! + iii[sample]! - ii[sample]!)).toBeLessThan(1e-12);
    expect(Math.abs(avr[sample]! + avl[sample]! + avf[sample]!)).toBeLessThan(1e-12);
  }
});

test("a potential common to all electrodes is seen in no lead", () => {
  for (const lead of INDEPENDENT_LEADS) {
    const sum = Object.values(LEAD_ELECTRODES[lead]).reduce((total, weight) => total + weight, 0);
    expect(Math.abs(sum)).toBeLessThan(1e-12);
  }
});
