import { beforeAll, describe, expect, test } from "vitest";
import { referencePatient, withContractility } from "./circulation.fixture.ts";
import type { CirculationParameters } from "./circulation-parameters.ts";
import { HEALTHY_REFERENCE } from "./published-references.ts";
import type { PumpMeasures } from "./pump-measures.ts";
import { simulatePatient } from "./simulate-patient.ts";

const mmHg = (pressure_kPa: number) => pressure_kPa / 0.133322;

function pumpOf(parameters: CirculationParameters): PumpMeasures {
  return simulatePatient(referencePatient(parameters)).pump;
}

function withVolume(bloodVolume_mL: number, parameters = HEALTHY_REFERENCE): CirculationParameters {
  return { ...parameters, bloodVolume_m3: bloodVolume_mL * 1e-6 };
}

/** Least squares line through points. */
function fitLine(xs: readonly number[], ys: readonly number[]) {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const sum = (read: (i: number) => number) => xs.reduce((total, _, i) => total + read(i), 0);
  const sxy = sum((i) => (xs[i]! - mx) * (ys[i]! - my));
  const sxx = sum((i) => (xs[i]! - mx) ** 2);
  const syy = sum((i) => (ys[i]! - my) ** 2);
  return { slope: sxy / sxx, intercept: my - (sxy / sxx) * mx, r2: sxy ** 2 / (sxx * syy) };
}

describe("filling the circulation", () => {
  let pumps: PumpMeasures[];
  beforeAll(() => {
    pumps = [753, 803, 853, 903, 953].map((volume_mL) => pumpOf(withVolume(volume_mL)));
  });
  const list = (read: (pump: PumpMeasures) => number) => pumps.map(read);

  test("raises end-diastolic, stroke and systolic measures and the pressure in the left atrium", () => {
    for (const read of [
      (pump: PumpMeasures) => pump.endDiastolicVolume_mL,
      (pump: PumpMeasures) => pump.strokeVolume_mL,
      (pump: PumpMeasures) => pump.leftVentricularPeak_kPa,
      (pump: PumpMeasures) => pump.dpdtMax_kPaPerS,
      (pump: PumpMeasures) => pump.strokeWork_mJ,
      (pump: PumpMeasures) => pump.meanLeftAtrialPressure_kPa,
    ]) {
      const values = list(read);
      expect(values).toEqual([...values].sort((a, b) => a - b));
    }
  });

  test("stroke work rises along a line with end-diastolic volume, by 120 to 150 mmHg", () => {
    const line = fitLine(
      list((pump) => pump.endDiastolicVolume_mL),
      list((pump) => mmHg(pump.strokeWork_mJ)),
    );
    expect(line.r2).toBeGreaterThan(0.99);
    expect(line.slope).toBeGreaterThan(120);
    expect(line.slope).toBeLessThan(150);
  });

  test("end-systolic points lie on a line of 2.5 to 5 mmHg/mL that meets the axis at 20 to 45 mL", () => {
    const line = fitLine(
      list((pump) => pump.endSystolicVolume_mL),
      list((pump) => mmHg(pump.leftVentricularPeak_kPa)),
    );
    expect(line.r2).toBeGreaterThan(0.98);
    expect(line.slope).toBeGreaterThan(2.5);
    expect(line.slope).toBeLessThan(5);
    const crossing_mL = -line.intercept / line.slope;
    expect(crossing_mL).toBeGreaterThan(20);
    expect(crossing_mL).toBeLessThan(45);
  });

  test("dP/dt max rises by 7 to 13 mmHg/s per mL", () => {
    const line = fitLine(
      list((pump) => pump.endDiastolicVolume_mL),
      list((pump) => mmHg(pump.dpdtMax_kPaPerS)),
    );
    expect(line.slope).toBeGreaterThan(7);
    expect(line.slope).toBeLessThan(13);
  });

  test("a fifth more contractility turns the end-systolic line up", () => {
    const stronger = [753, 953].map((volume_mL) => pumpOf(withVolume(volume_mL, withContractility(1.2))));
    const slopeOf = ([a, b]: readonly PumpMeasures[]) =>
      (b!.leftVentricularPeak_kPa - a!.leftVentricularPeak_kPa) / (b!.endSystolicVolume_mL - a!.endSystolicVolume_mL);
    expect(slopeOf(stronger)).toBeGreaterThan(1.05 * slopeOf([pumps[0]!, pumps[4]!]));
  });

  test("a fifth more resistance lowers stroke volume by 4 to 9 % and raises pressure by 9 to 14 %", () => {
    const { beds } = HEALTHY_REFERENCE;
    const systemic = { ...beds.systemic, pressure_Pa: 1.2 * beds.systemic.pressure_Pa };
    const after = pumpOf({ ...HEALTHY_REFERENCE, beds: { ...beds, systemic } });
    const change = (read: (pump: PumpMeasures) => number) => 100 * (read(after) / read(pumps[2]!) - 1);
    expect(change((pump) => pump.strokeVolume_mL)).toBeGreaterThan(-9);
    expect(change((pump) => pump.strokeVolume_mL)).toBeLessThan(-4);
    expect(change((pump) => pump.meanArterialPressure_kPa)).toBeGreaterThan(9);
    expect(change((pump) => pump.meanArterialPressure_kPa)).toBeLessThan(14);
    expect(change((pump) => pump.endDiastolicVolume_mL)).toBeGreaterThan(0);
    expect(change((pump) => pump.endDiastolicVolume_mL)).toBeLessThan(2);
  });
});

describe("interaction of the ventricles", () => {
  test("three times the pulmonary resistance pushes the septum to the left and empties the left ventricle", () => {
    const { beds } = HEALTHY_REFERENCE;
    const pulmonary = { ...beds.pulmonary, pressure_Pa: 3 * beds.pulmonary.pressure_Pa };
    const [before, after] = [HEALTHY_REFERENCE, { ...HEALTHY_REFERENCE, beds: { ...beds, pulmonary } }].map(
      (parameters) => simulatePatient(referencePatient(parameters)),
    );
    expect(after!.pump.meanPulmonaryPressure_kPa).toBeGreaterThan(1.5 * before!.pump.meanPulmonaryPressure_kPa);
    expect(Math.max(...after!.trace.septalVolume_mL)).toBeLessThan(Math.min(...before!.trace.septalVolume_mL));
    expect(after!.pump.endDiastolicVolume_mL).toBeLessThan(0.85 * before!.pump.endDiastolicVolume_mL);
  });

  test("a tight pericardium lowers end-diastolic volumes and dams blood up before the right atrium", () => {
    const [none, tight] = [1e-9, 1000].map((pressure_Pa) =>
      pumpOf({ ...HEALTHY_REFERENCE, pericardium: { pressure_Pa, volume_m3: 520e-6 } }),
    );
    expect(tight!.endDiastolicVolume_mL).toBeLessThan(none!.endDiastolicVolume_mL);
    expect(tight!.rightEndDiastolicVolume_mL).toBeLessThan(none!.rightEndDiastolicVolume_mL);
    expect(tight!.meanRightAtrialPressure_kPa).toBeGreaterThan(none!.meanRightAtrialPressure_kPa);
  });
});
