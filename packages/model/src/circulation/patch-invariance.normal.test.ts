import { describe, expect, test } from "vitest";
import { LEFT_BUNDLE_BRANCH_BLOCK, patchesOfPattern } from "./activation-patterns.ts";
import { referencePatient, SYNCHRONOUS, withContractility } from "./circulation.fixture.ts";
import type { VentricularPatch } from "./circulation-parameters.ts";
import { sortPatchesByWall } from "./circulation-patient.ts";
import { createCirculationModel } from "./create-circulation-model.ts";
import { startSimulation } from "./initial-state.ts";
import { HEALTHY_REFERENCE } from "./published-references.ts";
import type { PumpMeasures } from "./pump-measures.ts";
import { measurePump } from "./pump-measures.ts";
import { recordBeat } from "./record-beat.ts";
import { simulateBeat } from "./simulate-beat.ts";

/** Measures after a fixed number of beats, so that runs differ by their patches alone. */
function pumpOf(patches: readonly VentricularPatch[], parameters = HEALTHY_REFERENCE): PumpMeasures {
  const patient = referencePatient(parameters, sortPatchesByWall(patches));
  const model = createCirculationModel(patient.parameters, patient.patches, patient.avDelay_ms);
  const simulation = startSimulation(patient.parameters, model);
  for (let beat = 0; beat < 20; beat++) simulateBeat(simulation, model);
  return measurePump(recordBeat(simulation, model));
}

function expectEqual(found: PumpMeasures, expected: PumpMeasures, tolerance: number): void {
  for (const name of ["endDiastolicVolume_mL", "endSystolicVolume_mL", "dpdtMax_kPaPerS", "strokeWork_mJ"] as const) {
    expect(Math.abs(found[name] / expected[name] - 1)).toBeLessThan(tolerance);
  }
}

const LBBB = patchesOfPattern(LEFT_BUNDLE_BRANCH_BLOCK);

describe("patches of a wall", () => {
  test("one patch a wall and eighteen of them at once are the same heart", () => {
    const whole = (["lvFree", "septum", "rvFree"] as const).map((wall) => ({
      ...{ wall, label: wall, wallShare: 1, activation_ms: 0, scarFraction: 0 },
    }));
    expectEqual(pumpOf(patchesOfPattern(SYNCHRONOUS)), pumpOf(whole), 1e-6);
  });

  test("their order does not matter", () => {
    expectEqual(pumpOf([...LBBB].reverse()), pumpOf(LBBB), 1e-6);
  });

  test("a patch without muscle has no effect", () => {
    const nothing: VentricularPatch = { ...LBBB[3]!, label: "none", wallShare: 0, activation_ms: 200 };
    expectEqual(pumpOf([...LBBB, nothing]), pumpOf(LBBB), 1e-12);
  });

  test("twice as many patches, with times between, change stroke volume below 1 % and dP/dt max below 2 %", () => {
    const failing = withContractility(0.6);
    const finer = LBBB.flatMap((patch) =>
      patch.wall === "rvFree"
        ? [patch]
        : [-7, 7].map((shift_ms) => ({
            ...patch,
            wallShare: patch.wallShare / 2,
            activation_ms: patch.activation_ms + shift_ms,
          })),
    );
    const [coarse, fine] = [pumpOf(LBBB, failing), pumpOf(finer, failing)];
    expect(Math.abs(fine.strokeVolume_mL / coarse.strokeVolume_mL - 1)).toBeLessThan(0.01);
    expect(Math.abs(fine.dpdtMax_kPaPerS / coarse.dpdtMax_kPaPerS - 1)).toBeLessThan(0.02);
  });
});

test("activating everything later, atria included, shifts the beat and leaves it as it is", () => {
  const patient = referencePatient(HEALTHY_REFERENCE, LBBB);
  const model = createCirculationModel(patient.parameters, patient.patches, patient.avDelay_ms);
  const shifted = {
    ...model,
    patches: { ...model.patches, activationTime_s: model.patches.activationTime_s.map((time_s) => time_s + 0.1) },
  };
  const [own, late] = [model, shifted].map((each) => {
    const simulation = startSimulation(patient.parameters, each);
    for (let beat = 0; beat < 40; beat++) simulateBeat(simulation, each);
    return recordBeat(simulation, each);
  });
  expectEqual(measurePump(late!), measurePump(own!), 1e-5);
  const volumes = own!.volumes_mL[6]!;
  const lateVolumes = late!.volumes_mL[6]!;
  for (let sample = 0; sample < 700; sample += 50) {
    expect(Math.abs(lateVolumes[sample + 100]! - volumes[sample]!)).toBeLessThan(1e-3);
  }
});
