import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { factorizeDense, solveDense } from "../numerics/dense-lu.ts";
import { degreesFromRadians } from "../units/convert.ts";
import type { IndependentLead } from "./lead-names.ts";
import { computeLeadSlopes } from "./lead-slopes.ts";
import { measureQrs } from "./measure-qrs.ts";
import { findQrsBounds } from "./qrs-bounds.ts";
import { bell, type Course, createSyntheticEcg, halfSine, polyline, scaled, sumOf } from "./synthetic-ecg.fixture.ts";
import { KORS_MATRIX } from "./vectorcardiogram.ts";

/** An rS in V1, an R in V6 and what lies between, from 100 to 240 ms, with P and T if wanted. */
function createBeat(
  options: {
    readonly hasPT?: boolean;
    readonly scale?: number;
    readonly shift_ms?: number;
    readonly samplingInterval_ms?: number;
  } = {},
) {
  const { hasPT = true, scale = 1, shift_ms = 0, samplingInterval_ms = 1 } = options;
  const onset_ms = 260 + shift_ms;
  const qrs = (r_mV: number, s_mV: number) =>
    sumOf(halfSine(onset_ms, onset_ms + 40, r_mV), halfSine(onset_ms + 30, onset_ms + 140, s_mV));
  const waves = (t_mV: number): Course =>
    hasPT ? sumOf(bell(150 + shift_ms, 50, 0.12), bell(580 + shift_ms, 100, t_mV)) : () => 0;
  const lead = (r_mV: number, s_mV: number, t_mV: number) => scaled(sumOf(qrs(r_mV, s_mV), waves(t_mV)), scale);
  return createSyntheticEcg(
    {
      I: lead(0.2, 0.8, -0.2),
      II: lead(0.2, 0.4, -0.1),
      V1: lead(0.1, -1.5, 0.5),
      V2: lead(0.2, -2, 0.7),
      V3: lead(0.2, -1.2, 0.4),
      V4: lead(0.3, -0.3, 0.1),
      V5: lead(0.2, 0.9, -0.2),
      V6: lead(0.2, 1.2, -0.3),
    },
    { duration_ms: 850, samplingInterval_ms },
  );
}

describe("onset and offset", () => {
  test("are those of the deflection, with and without P and T", () => {
    for (const hasPT of [true, false]) {
      const { onset_ms, offset_ms } = measureQrs(createBeat({ hasPT }));
      expect(Math.abs(onset_ms - 260)).toBeLessThan(2);
      expect(Math.abs(offset_ms - 400)).toBeLessThan(2);
    }
  });

  test("change by less than 1 ms when all leads are scaled by 0.1 to 10", () => {
    const { duration_ms } = measureQrs(createBeat());
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 10, noNaN: true }), (scale) => {
        expect(Math.abs(measureQrs(createBeat({ scale })).duration_ms - duration_ms)).toBeLessThan(1);
      }),
      { numRuns: 30 },
    );
  });

  test("move with the signal, by fractions of a sample too", () => {
    const { onset_ms, offset_ms } = measureQrs(createBeat());
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (shift_ms) => {
        const moved = measureQrs(createBeat({ shift_ms }));
        expect(Math.abs(moved.onset_ms - onset_ms - shift_ms)).toBeLessThan(1);
        expect(Math.abs(moved.offset_ms - offset_ms - shift_ms)).toBeLessThan(1);
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    [250, 4],
    [500, 2],
    [1000, 1],
  ])("hold at %i samples a second to one sample", (_, samplingInterval_ms) => {
    const { duration_ms, axis_rad, qrsArea_uVs } = measureQrs(createBeat({ samplingInterval_ms }));
    const reference = measureQrs(createBeat({ samplingInterval_ms: 0.5 }));
    expect(Math.abs(duration_ms - reference.duration_ms)).toBeLessThanOrEqual(samplingInterval_ms);
    expect(Math.abs(axis_rad - reference.axis_rad)).toBeLessThan(0.02);
    expect(Math.abs(qrsArea_uVs / reference.qrsArea_uVs - 1)).toBeLessThan(0.02);
  });

  test("are found alike by the low level on a signal without P and T", () => {
    const ecg = createBeat({ hasPT: false });
    const { slopes_mVPerMs, sampleCount, samplingInterval_ms, start_ms } = computeLeadSlopes(ecg);
    const bounds = findQrsBounds(slopes_mVPerMs, sampleCount, samplingInterval_ms)!;
    const { onset_ms, offset_ms } = measureQrs(ecg);
    expect(start_ms + bounds.onset_ms).toBe(onset_ms);
    expect(start_ms + bounds.offset_ms).toBe(offset_ms);
  });

  test("do not exist in a flat signal", () => {
    const measures = measureQrs(createSyntheticEcg({}));
    expect(measures.duration_ms).toBeNaN();
    expect(measures.axis_rad).toBeNaN();
    expect(measures.qrsArea_uVs).toBeNaN();
    expect(measures.axisClass).toBeUndefined();
    expect(findQrsBounds(new Float64Array(80), 10, 1)).toBeUndefined();
  });

  test("do not exist in a signal of one sample or none", () => {
    for (const duration_ms of [0, 1, 2]) {
      expect(measureQrs(createSyntheticEcg({}, { duration_ms })).duration_ms).toBeNaN();
    }
  });

  test("leave out a spike shorter than 6 ms", () => {
    const slopes = new Float64Array(8 * 100);
    slopes.fill(0.1, 10, 13);
    slopes.fill(0.1, 40, 60);
    expect(findQrsBounds(slopes, 100, 1)!.onset_ms).toBeCloseTo(39.02, 9);
    expect(findQrsBounds(slopes, 100, 1)!.offset_ms).toBeCloseTo(59.98, 9);
  });
});

/** Voltages of II, V1 and V6 that give X = 1 alone with the matrix of Kors. */
function solvePureX(): readonly (readonly [IndependentLead, number])[] {
  const leads = ["II", "V1", "V6"] as const;
  const matrix = Float64Array.from(Object.values(KORS_MATRIX).flatMap((row) => leads.map((lead) => row[lead])));
  const factorization = factorizeDense(matrix, 3);
  if (factorization.kind === "singular") throw new Error("the matrix is singular");
  const voltages = solveDense(factorization.lu, Float64Array.of(1, 0, 0));
  return leads.map((lead, index) => [lead, voltages[index]!]);
}

describe("axis and area", () => {
  test("a half-sine of 1 mV and 100 ms along X has an area of 63.66 uV.s", () => {
    const course = halfSine(100, 200, 1);
    const courses = Object.fromEntries(solvePureX().map(([lead, voltage]) => [lead, scaled(course, voltage)]));
    const { qrsArea_uVs, duration_ms, amplitudeIsCalibrated } = measureQrs(createSyntheticEcg(courses));
    expect(Math.abs(qrsArea_uVs - 63.66)).toBeLessThan(0.1);
    expect(Math.abs(duration_ms - 100)).toBeLessThan(2);
    expect(amplitudeIsCalibrated).toBe(true);
  });

  test.each([
    ["normal", 1, 1, 30],
    ["left", 1, -1, -60],
    ["right", -1, 1, 120],
    ["extreme", -1, -1, -150],
  ] as const)("%s axis: I %d, II %d is %d degrees", (axisClass, i, ii, axis_deg) => {
    const course = halfSine(100, 200, 1);
    const measures = measureQrs(createSyntheticEcg({ I: scaled(course, i), II: scaled(course, ii) }));
    expect(degreesFromRadians(measures.axis_rad)).toBeCloseTo(axis_deg, 6);
    expect(measures.axisClass).toBe(axisClass);
  });

  test("a constant voltage on a lead changes neither", () => {
    const beat = createBeat();
    const lifted = {
      ...beat,
      leads_mV: beat.leads_mV.map((value, i) => value + 0.3 * Math.floor(i / beat.sampleCount)),
    };
    expect(measureQrs(lifted).axis_rad).toBeCloseTo(measureQrs(beat).axis_rad, 9);
    expect(measureQrs(lifted).qrsArea_uVs).toBeCloseTo(measureQrs(beat).qrsArea_uVs, 6);
  });
});

describe("waves and notches", () => {
  const measureV6 = (course: Course) =>
    measureQrs(createSyntheticEcg({ V6: course, V1: halfSine(100, 250, -1) })).leads.V6;

  test("an rS, a QS and an R are named as such", () => {
    const { leads } = measureQrs(createBeat());
    expect(leads.V1.pattern).toBe("rS");
    expect(leads.V6.pattern).toBe("R");
    expect(measureV6(halfSine(100, 250, -1)).pattern).toBe("QS");
    expect(measureV6(sumOf(halfSine(100, 120, -0.2), halfSine(120, 200, 1), halfSine(200, 250, -0.4))).pattern).toBe(
      "qRs",
    );
  });

  test("a dip between two peaks is a notch at its bottom, and the R peak is the second", () => {
    const { notch, rPeak_ms, rAmplitude_mV } = measureV6(
      polyline([100, 0], [150, 1], [175, 0.7], [200, 0.9], [250, 0]),
    );
    expect(notch?.kind).toBe("notch");
    expect(Math.abs(notch!.time_ms - 75)).toBeLessThan(3);
    expect(Math.abs(rPeak_ms! - 50)).toBeLessThan(3);
    expect(rAmplitude_mV).toBeCloseTo(1, 2);
  });

  test("a shelf on the way up is a slur, a plateau too; a half-sine is neither", () => {
    const shelf = measureV6(polyline([100, 0], [145, 0.6], [175, 0.65], [200, 1], [250, 0]));
    expect(shelf.notch?.kind).toBe("slur");
    expect(shelf.notch!.time_ms).toBeGreaterThan(40);
    expect(measureV6(polyline([100, 0], [140, 1], [210, 1], [250, 0])).notch?.kind).toBe("slur");
    expect(measureV6(halfSine(100, 250, 1)).notch).toBeUndefined();
  });

  test("a notch in the first 40 ms or late in the QRS does not count", () => {
    expect(measureV6(polyline([100, 0], [115, 0.5], [125, 0.3], [170, 1], [250, 0])).notch).toBeUndefined();
    expect(measureV6(polyline([100, 0], [170, 1], [225, 0.3], [235, 0.5], [250, 0])).notch).toBeUndefined();
  });
});
