import { beforeAll, describe, expect, test } from "vitest";
import { createRandom } from "../numerics/random.ts";
import { referencePatient, startPatient, sumOf } from "./circulation.fixture.ts";
import { CAVITY, HEART_WALL, VALVE } from "./circulation-layout.ts";
import type { CirculationParameters } from "./circulation-parameters.ts";
import { createCirculationModel } from "./create-circulation-model.ts";
import { controlPressureAndFlow } from "./pressure-flow-control.ts";
import { HEALTHY_REFERENCE } from "./published-references.ts";
import { runToPeriodicState } from "./run-to-periodic-state.ts";
import { simulateBeat } from "./simulate-beat.ts";
import { type PatientBeat, simulatePatient } from "./simulate-patient.ts";
import { integrateAlong } from "./trace-integrals.ts";

describe("blood volume", () => {
  test("stays the same over 40 beats without control", () => {
    const { model, simulation } = startPatient(referencePatient());
    const before = sumOf(simulation.state.volume_m3);
    for (let beat = 0; beat < 40; beat++) simulateBeat(simulation, model);
    expect(Math.abs(sumOf(simulation.state.volume_m3) / before - 1)).toBeLessThan(1e-10);
  });

  test("changes under control by what control says it added", () => {
    const { model, simulation } = startPatient(referencePatient());
    const targets = { meanArterialPressure_Pa: 12_200, meanFlow_m3PerS: 85e-6 };
    for (let beat = 0; beat < 5; beat++) {
      const before = sumOf(simulation.state.volume_m3);
      const ledger = simulation.state.addedVolume_m3[0]!;
      controlPressureAndFlow(simulation.workspace, model, targets, simulateBeat(simulation, model));
      const added = simulation.state.addedVolume_m3[0]! - ledger;
      expect(Math.abs(sumOf(simulation.state.volume_m3) - before - added)).toBeLessThan(1e-9 * before);
      if (beat > 0) expect(Math.abs(added)).toBeGreaterThan(1e-7);
    }
  });
});

describe("work over a periodic beat", () => {
  let beat: PatientBeat;
  const patient = referencePatient();
  const model = createCirculationModel(patient.parameters, patient.patches, patient.avDelay_ms);
  beforeAll(() => {
    beat = simulatePatient(patient);
  });

  /** −∮ p dV of both ventricles, mJ. */
  function pumpWork(pressures: readonly Float64Array[]): number {
    const ventricles = [CAVITY.leftVentricle, CAVITY.rightVentricle];
    return sumOf(ventricles.map((cavity) => -integrateAlong(pressures[cavity]!, beat.trace.volumes_mL[cavity]!)));
  }

  /** −Σ V_w ∮ σ dε of the ventricular patches, mJ. */
  function fiberWork(): number {
    const end = model.firstPatch[HEART_WALL.leftAtrium]!;
    return sumOf(
      Array.from({ length: end }, (_, patch) => {
        const { patchStrains, patchStresses_kPa } = beat.trace;
        const volume_mL = model.patches.wallVolume_m3[patch]! * 1e6;
        return -volume_mL * integrateAlong(patchStresses_kPa[patch]!, patchStrains[patch]!);
      }),
    );
  }

  test("what fibers give is what transmural pressure does, within 1 %", () => {
    expect(Math.abs(fiberWork() / pumpWork(beat.trace.transmuralPressures_kPa) - 1)).toBeLessThan(0.01);
  });

  test("what is missing at the orifices is lost in the source impedance", () => {
    const { nodePressures_kPa, pressures_kPa, volumes_mL } = beat.trace;
    const lost = sumOf(
      [CAVITY.leftVentricle, CAVITY.rightVentricle].map((cavity) => {
        const drop = nodePressures_kPa[cavity]!.map((node, i) => node - pressures_kPa[cavity]![i]!);
        return integrateAlong(drop, volumes_mL[cavity]!);
      }),
    );
    expect(lost).toBeGreaterThan(0.02 * fiberWork());
    expect(Math.abs((pumpWork(pressures_kPa) - pumpWork(nodePressures_kPa)) / lost - 1)).toBeLessThan(1e-9);
  });

  test("nothing collapses, equilibrium is found at every instant and every wall is under tension or slack", () => {
    const { model: own, simulation } = startPatient(patient);
    for (let i = 0; i < 10; i++) simulateBeat(simulation, own);
    simulateBeat(simulation, own, (_step, { workspace }) => {
      expect(workspace.collapsePressure_Pa[0]).toBe(0);
      expect(workspace.unsettledCount[0]).toBe(0);
      expect(Math.min(...workspace.wallTension_NPerM)).toBeGreaterThanOrEqual(0);
    });
  });

  test("series elements are stretched while the ventricles eject", () => {
    const { model: own, simulation } = startPatient(patient);
    for (let i = 0; i < 10; i++) simulateBeat(simulation, own);
    simulateBeat(simulation, own, (_step, { state, workspace }) => {
      if (state.flow_m3PerS[VALVE.aortic]! < 1e-5) return;
      const end = own.firstPatch[HEART_WALL.leftAtrium]!;
      for (let patch = 0; patch < end; patch++) {
        expect(workspace.patches.length_um[patch]!).toBeGreaterThan(state.contractileLength_um[patch]!);
      }
    });
  });

  test("a run is the same to the last bit when it is repeated", () => {
    expect(simulatePatient(patient).trace).toEqual(beat.trace);
  });

  test("mean mitral and aortic volume agree in a periodic beat", () => {
    const { model: own, simulation } = startPatient(patient);
    runToPeriodicState(simulation, own, { mostBeats: 1 });
    for (let i = 0; i < 60; i++) simulateBeat(simulation, own);
    const before = simulation.state.volume_m3[CAVITY.leftVentricle]!;
    simulateBeat(simulation, own);
    expect(Math.abs(simulation.state.volume_m3[CAVITY.leftVentricle]! / before - 1)).toBeLessThan(1e-6);
  });
});

test("forty circulations drawn from wide ranges stay finite, settle and keep their blood (seed 7)", () => {
  const random = createRandom(7);
  const vary = (from: number, to: number) => from + (to - from) * random.uniform();
  for (let draw = 0; draw < 40; draw++) {
    const { beds, walls } = HEALTHY_REFERENCE;
    const varied = Object.entries(walls).map(([name, wall]) => [
      name,
      {
        ...wall,
        volume_m3: vary(0.7, 1.4) * wall.volume_m3,
        referenceArea_m2: vary(0.85, 1.2) * wall.referenceArea_m2,
        activeStress_PaPerUm: vary(0.4, 1.4) * wall.activeStress_PaPerUm,
        matrixStress_Pa: vary(0.5, 2.5) * wall.matrixStress_Pa,
      },
    ]);
    const systemic = { ...beds.systemic, pressure_Pa: vary(0.6, 1.5) * beds.systemic.pressure_Pa };
    const parameters: CirculationParameters = {
      ...HEALTHY_REFERENCE,
      walls: Object.fromEntries(varied) as unknown as CirculationParameters["walls"],
      beds: { ...beds, systemic },
      cycle_s: vary(0.5, 1.2),
      bloodVolume_m3: vary(0.85, 1.3) * HEALTHY_REFERENCE.bloodVolume_m3,
    };
    const { run, simulation, trace } = simulatePatient(referencePatient(parameters));
    expect(run.kind).toBe("periodic");
    expect(trace.unsettledCount).toBe(0);
    expect(Math.abs(sumOf(simulation.state.volume_m3) / parameters.bloodVolume_m3 - 1)).toBeLessThan(1e-10);
  }
});
