import { beforeAll, describe, expect, test } from "vitest";
import { patchesOfPattern } from "./activation-patterns.ts";
import { LINEAR_BIV, LINEAR_LBBB, referencePatient, SYNCHRONOUS, withContractility } from "./circulation.fixture.ts";
import { VALVE } from "./circulation-layout.ts";
import type { CirculationParameters } from "./circulation-parameters.ts";
import { withActivation } from "./circulation-patient.ts";
import type { PumpMeasures } from "./pump-measures.ts";
import { type PatientBeat, simulatePatient } from "./simulate-patient.ts";

const DELAYS_ms = [20, 50, 80, 110, 140, 170, 200, 240];
const FAILING = withContractility(0.6);

/** Biventricular pacing of a failing ventricle with left bundle branch block, over AV delays. */
function sweep(parameters: CirculationParameters): PatientBeat[] {
  const patches = patchesOfPattern(SYNCHRONOUS).map((patch, i) => ({ ...patch, activation_ms: LINEAR_LBBB[i]! }));
  const patient = referencePatient(parameters, patches);
  const baseline = simulatePatient(patient);
  return DELAYS_ms.map((avDelay_ms) =>
    simulatePatient(withActivation(patient, LINEAR_BIV, avDelay_ms), { from: baseline.simulation }),
  );
}

function bestIndex(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}

/** Where a parabola through the best value and its neighbors is highest. */
function bestDelay(values: readonly number[]): number {
  const best = bestIndex(values);
  const [x0, x1, x2] = [DELAYS_ms[best - 1]!, DELAYS_ms[best]!, DELAYS_ms[best + 1]!];
  const [y0, y1, y2] = [values[best - 1]!, values[best]!, values[best + 1]!];
  const [left, right] = [(y1 - y0) / (x1 - x0), (y2 - y1) / (x2 - x1)];
  return (x0 + x1) / 2 + (left * (x2 - x0)) / 2 / (left - right);
}

describe("the AV delay of biventricular pacing", () => {
  let beats: PatientBeat[];
  beforeAll(() => {
    beats = sweep(FAILING);
  });
  const strokeVolume = ({ strokeVolume_mL }: PumpMeasures) => strokeVolume_mL;
  const pulsePressure = ({ diastolicPressure_kPa, systolicPressure_kPa }: PumpMeasures) =>
    systolicPressure_kPa - diastolicPressure_kPa;
  const dpdt = ({ dpdtMax_kPaPerS }: PumpMeasures) => dpdtMax_kPaPerS;

  test.each([
    ["stroke volume", strokeVolume],
    ["pulse pressure", pulsePressure],
    ["dP/dt max", dpdt],
  ])("%s rises to one best delay and falls again", (_name, read) => {
    const values = beats.map(({ pump }) => read(pump));
    const best = bestIndex(values);
    expect(best).toBeGreaterThan(0);
    expect(best).toBeLessThan(DELAYS_ms.length - 1);
    for (let i = 1; i < values.length; i++) {
      if (i <= best) expect(values[i]!).toBeGreaterThan(values[i - 1]!);
      else expect(values[i]!).toBeLessThan(values[i - 1]!);
    }
  });

  test("the best delay lies between 40 and 240 ms, nearly the same for stroke volume and pulse pressure", () => {
    const [volume, pressure] = [strokeVolume, pulsePressure].map((read) =>
      bestDelay(beats.map(({ pump }) => read(pump))),
    );
    expect(volume!).toBeGreaterThan(40);
    expect(volume!).toBeLessThan(240);
    expect(Math.abs(volume! - pressure!)).toBeLessThan(40);
  });

  test("between 50 and 200 ms the curve of stroke volume is a parabola, R² above 0.9", () => {
    const used = beats.slice(1, 7).map(({ pump }) => pump.strokeVolume_mL);
    expect(parabolaR2(DELAYS_ms.slice(1, 7), used)).toBeGreaterThan(0.9);
  });

  test("a left atrium activated 40 ms later wants a delay longer by 20 to 40 ms", () => {
    const later = sweep({ ...FAILING, interatrialDelay_s: FAILING.interatrialDelay_s + 0.04 });
    const shift =
      bestDelay(later.map(({ pump }) => pump.strokeVolume_mL)) -
      bestDelay(beats.map(({ pump }) => pump.strokeVolume_mL));
    expect(shift).toBeGreaterThan(20);
    expect(shift).toBeLessThan(40);
  });

  test("without atrial contraction a fifth to a third of stroke volume is gone, and the delay matters no more", () => {
    const { leftAtrium, rightAtrium } = FAILING.walls;
    const still = (wall: typeof leftAtrium) => ({ ...wall, activeStress_PaPerUm: 0.001 * wall.activeStress_PaPerUm });
    const walls = { ...FAILING.walls, leftAtrium: still(leftAtrium), rightAtrium: still(rightAtrium) };
    const volumes = sweep({ ...FAILING, walls }).map(({ pump }) => pump.strokeVolume_mL);
    const loss = 100 * (volumes[3]! / beats[3]!.pump.strokeVolume_mL - 1);
    expect(loss).toBeGreaterThan(-35);
    expect(loss).toBeLessThan(-20);
    expect((Math.max(...volumes) - Math.min(...volumes)) / volumes[3]!).toBeLessThan(0.01);
  });

  test("a short delay cuts the atrial wave and dams up the left atrium", () => {
    const atrialPressure = (beat: PatientBeat) => beat.pump.meanLeftAtrialPressure_kPa;
    expect(atrialPressure(beats[0]!)).toBeGreaterThan(atrialPressure(beats[3]!));
    expect(peakMitralFlow(beats[0]!)).toBeLessThan(peakMitralFlow(beats[3]!));
  });
});

test("from 0 to 300 ms and from -80 to 80 ms between the ventricles every run stays finite and without collapse", () => {
  const patches = patchesOfPattern(SYNCHRONOUS).map((patch, i) => ({ ...patch, activation_ms: LINEAR_LBBB[i]! }));
  const patient = referencePatient(FAILING, patches);
  const baseline = simulatePatient(patient);
  for (const avDelay_ms of [0, 100, 200, 300]) {
    for (const vvDelay_ms of [-80, 0, 80]) {
      const times_ms = LINEAR_BIV.map((time_ms, i) => (i < 12 ? time_ms + vvDelay_ms : time_ms));
      const beat = simulatePatient(withActivation(patient, times_ms, avDelay_ms), { from: baseline.simulation });
      expect(beat.run.kind).toBe("periodic");
      expect(beat.trace.largestCollapsePressure_kPa).toBe(0);
      expect(beat.trace.unsettledCount).toBe(0);
      expect(Number.isFinite(beat.pump.strokeWork_mJ)).toBe(true);
    }
  }
});

function peakMitralFlow({ trace }: PatientBeat): number {
  return Math.max(...trace.flows_mLPerS[VALVE.mitral]!);
}

/** Share of the variance that the least squares parabola explains. */
function parabolaR2(xs: readonly number[], ys: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const center = mean(xs);
  const u = xs.map((x) => x - center);
  const w = orthogonal(
    u.map((x) => x * x),
    u,
  );
  const y = ys.map((value) => value - mean(ys));
  const project = (basis: readonly number[]) => dot(y, basis) ** 2 / dot(basis, basis);
  return (project(u) + project(w)) / dot(y, y);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

/** A vector without its mean and without its part along another that has none. */
function orthogonal(values: readonly number[], along: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centered = values.map((value) => value - mean);
  const part = dot(centered, along) / dot(along, along);
  return centered.map((value, i) => value - part * along[i]!);
}
