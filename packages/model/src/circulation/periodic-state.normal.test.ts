import { describe, expect, test } from "vitest";
import { referencePatient, startPatient } from "./circulation.fixture.ts";
import { CAVITY } from "./circulation-layout.ts";
import type { CirculationModel } from "./circulation-model.ts";
import { createCirculationModel } from "./create-circulation-model.ts";
import { changeBloodVolume, startSimulation } from "./initial-state.ts";
import { measurePump } from "./pump-measures.ts";
import { recordBeat } from "./record-beat.ts";
import { runToPeriodicState } from "./run-to-periodic-state.ts";
import { type Simulation, simulateBeat } from "./simulate-beat.ts";

const PATIENT = referencePatient();
const CONTROL = { meanArterialPressure_Pa: 12_200, meanFlow_m3PerS: 85e-6 };

/** Largest left ventricular volume of each of some beats, mL. */
function endDiastolicVolumes(simulation: Simulation, model: CirculationModel, beatCount: number): number[] {
  return Array.from({ length: beatCount }, () => {
    let largest = 0;
    simulateBeat(simulation, model, () => {
      largest = Math.max(largest, simulation.state.volume_m3[CAVITY.leftVentricle]! * 1e6);
    });
    return largest;
  });
}

describe("the periodic state", () => {
  test.each([0.7, 0.85, 1.15, 1.3])(
    "from ventricles at %d of their volume: settled after 15 beats, no two beats alternate",
    (ratio) => {
      const { model, simulation } = startPatient(PATIENT);
      simulation.state.volume_m3[CAVITY.leftVentricle]! *= ratio;
      simulation.state.volume_m3[CAVITY.rightVentricle]! *= ratio;
      const start = changeBloodVolume(simulation, PATIENT.parameters.bloodVolume_m3);
      for (let beat = 1; beat < 15; beat++) simulateBeat(start, model);
      const averages = simulateBeat(start, model);
      expect(averages.volumeChange).toBeLessThan(0.05);
      expect(Math.abs(averages.meanFlow_m3PerS / averages.meanPulmonaryFlow_m3PerS - 1)).toBeLessThan(1e-3);
      for (let beat = 16; beat < 20; beat++) simulateBeat(start, model);
      const volumes = endDiastolicVolumes(start, model, 3);
      expect(Math.abs(volumes[1]! - volumes[0]!)).toBeLessThan(0.01);
      expect(Math.abs(volumes[2]! - volumes[0]!)).toBeLessThan(0.01);
    },
  );

  test("control brings pressure and flow to their targets within 100 beats", () => {
    const { model, simulation } = startPatient(PATIENT);
    const run = runToPeriodicState(simulation, model, { control: CONTROL, mostBeats: 100 });
    expect(run.kind).toBe("periodic");
    expect(Math.abs(run.averages.meanArterialPressure_Pa / 12_200 - 1)).toBeLessThan(1e-3);
    expect(Math.abs(run.averages.meanFlow_m3PerS / 85e-6 - 1)).toBeLessThan(1e-3);
  });

  test("with control the healthy reference has the published volumes, pressures and dP/dt", () => {
    const { model, simulation } = startPatient(PATIENT);
    runToPeriodicState(simulation, model, { control: CONTROL });
    const pump = measurePump(recordBeat(simulation, model));
    const mmHg = (pressure_kPa: number) => pressure_kPa / 0.133322;
    expect(Math.abs(pump.endDiastolicVolume_mL / 136.8 - 1)).toBeLessThan(0.05);
    expect(Math.abs(pump.ejectionFraction - 0.528)).toBeLessThan(0.03);
    expect(Math.abs(mmHg(pump.dpdtMax_kPaPerS) / 1219 - 1)).toBeLessThan(0.1);
    expect(Math.abs(mmHg(pump.systolicPressure_kPa) - 119)).toBeLessThan(5);
    expect(Math.abs(mmHg(pump.diastolicPressure_kPa) - 70)).toBeLessThan(5);
    expect(Math.abs(mmHg(pump.meanArterialPressure_kPa) - 91.5)).toBeLessThan(0.1);
  });

  test("halving the step changes volumes, pressure and output by less than 0.2 % and dP/dt by less than 0.5 %", () => {
    const [whole, half] = [1, 2].map((division) => {
      const model = withSteps(division);
      const simulation = startSimulation(PATIENT.parameters, model);
      for (let beat = 0; beat < 25; beat++) simulateBeat(simulation, model);
      return measurePump(recordBeat(simulation, model));
    });
    const change = (read: (pump: typeof whole) => number) => Math.abs(read(half) / read(whole) - 1);
    expect(change((pump) => pump!.endDiastolicVolume_mL)).toBeLessThan(2e-3);
    expect(change((pump) => pump!.endSystolicVolume_mL)).toBeLessThan(2e-3);
    expect(change((pump) => pump!.systolicPressure_kPa)).toBeLessThan(2e-3);
    expect(change((pump) => pump!.cardiacOutput_mLPerS)).toBeLessThan(2e-3);
    expect(change((pump) => pump!.dpdtMax_kPaPerS)).toBeLessThan(5e-3);
  });

  test("a run that is cut short says so", () => {
    const { model, simulation } = startPatient(PATIENT);
    const run = runToPeriodicState(simulation, model, { mostBeats: 2 });
    expect(run).toMatchObject({ kind: "not-periodic", beatCount: 2 });
  });

  test("steps fill the cycle exactly, and are at most 1 ms", () => {
    const model = createCirculationModel({ ...PATIENT.parameters, cycle_s: 0.8333 }, PATIENT.patches, 150);
    expect(model.stepCount * model.step_s).toBeCloseTo(0.8333, 14);
    expect(model.step_s).toBeLessThanOrEqual(0.001);
  });
});

/** The reference with each step divided. */
function withSteps(division: number): CirculationModel {
  const model = createCirculationModel(PATIENT.parameters, PATIENT.patches, PATIENT.avDelay_ms);
  return { ...model, stepCount: division * model.stepCount, step_s: model.step_s / division };
}
