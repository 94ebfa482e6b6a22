import { describe, expect, test } from "vitest";
import { LEFT_BUNDLE_BRANCH_BLOCK, patchesOfPattern } from "./activation-patterns.ts";
import { referencePatient } from "./circulation.fixture.ts";
import { CAVITY } from "./circulation-layout.ts";
import { freezeControl } from "./freeze-control.ts";
import { HEALTHY_REFERENCE, LOW_FLOW_REFERENCE } from "./published-references.ts";
import { pressureVolumeLoop } from "./record-beat.ts";
import { simulatePatient } from "./simulate-patient.ts";
import { integrateAlong } from "./trace-integrals.ts";

const CONTROL = { meanArterialPressure_Pa: 12_200, meanFlow_m3PerS: 85e-6 };

describe("control and what it leaves", () => {
  test("a frozen patient stays where control has brought it, from a start of its own", () => {
    const patient = referencePatient();
    const controlled = simulatePatient(patient, { control: CONTROL });
    const frozen = simulatePatient(freezeControl(patient, controlled));
    expect(frozen.run.kind).toBe("periodic");
    expect(Math.abs(frozen.run.averages.meanFlow_m3PerS / 85e-6 - 1)).toBeLessThan(2e-3);
    expect(Math.abs(frozen.run.averages.meanArterialPressure_Pa / 12_200 - 1)).toBeLessThan(2e-3);
  });

  test("the reference of low flow has its published output and end-diastolic volume under control", () => {
    const { pump, run } = simulatePatient(referencePatient(LOW_FLOW_REFERENCE), {
      control: { meanArterialPressure_Pa: 12_200, meanFlow_m3PerS: 63.3e-6 },
    });
    expect(run.kind).toBe("periodic");
    expect(Math.abs(pump.endDiastolicVolume_mL / 121.4 - 1)).toBeLessThan(0.05);
    expect(Math.abs(pump.ejectionFraction - 0.44)).toBeLessThan(0.03);
    expect(Math.abs(pump.dpdtMax_kPaPerS / 0.133322 / 1081 - 1)).toBeLessThan(0.1);
  });
});

describe("what a beat tells", () => {
  const beat = simulatePatient(referencePatient(HEALTHY_REFERENCE, patchesOfPattern(LEFT_BUNDLE_BRANCH_BLOCK)));

  test("valves act in order, and filling takes the rest", () => {
    const { aorticClosing_ms, aorticOpening_ms, mitralClosing_ms, mitralOpening_ms } = beat.pump.events!;
    expect(mitralClosing_ms).toBeLessThan(aorticOpening_ms);
    expect(aorticOpening_ms).toBeLessThan(aorticClosing_ms);
    expect(aorticClosing_ms).toBeLessThan(mitralOpening_ms);
    expect(Math.abs(beat.pump.fillingTime_ms - (850 - (mitralOpening_ms - mitralClosing_ms)))).toBeLessThan(15);
  });

  test("stroke work is the area of the loop, and forward volume the stroke volume of a tight valve", () => {
    const { pressure_kPa, volume_mL } = pressureVolumeLoop(beat.trace, "leftVentricle");
    expect(-integrateAlong(pressure_kPa, volume_mL)).toBe(beat.pump.strokeWork_mJ);
    expect(Math.abs(beat.pump.forwardVolume_mL / beat.pump.strokeVolume_mL - 1)).toBeLessThan(0.02);
    expect(beat.pump.mitralRegurgitation_mL).toBeLessThan(0.02 * beat.pump.strokeVolume_mL);
  });

  test("traces are those of one cycle, and every patch works by what its loop encloses", () => {
    expect(beat.trace.sampleCount).toBe(851);
    expect(beat.trace.patchStrains).toHaveLength(21);
    expect(beat.regional!.works).toHaveLength(19);
    const { fiberConstructive_mJ, fiberWasted_mJ, fiberWork_mJ } = beat.regional!.works[2]!;
    expect(fiberConstructive_mJ - fiberWasted_mJ).toBeGreaterThan(fiberWork_mJ);
  });

  test("a leak of 0.2 cm² lets blood back through the mitral valve, and less reaches the aorta", () => {
    const mitral = { ...HEALTHY_REFERENCE.valves.mitral, leakArea_m2: 0.2e-4 };
    const leaking = simulatePatient(
      referencePatient({ ...HEALTHY_REFERENCE, valves: { ...HEALTHY_REFERENCE.valves, mitral } }),
    );
    expect(leaking.pump.mitralRegurgitation_mL).toBeGreaterThan(15);
    expect(leaking.pump.forwardVolume_mL).toBeLessThan(beat.pump.forwardVolume_mL);
    expect(leaking.pump.strokeVolume_mL).toBeGreaterThan(beat.pump.strokeVolume_mL);
  });

  test("without an atrium that contracts there is only early filling", () => {
    const { leftAtrium, rightAtrium } = HEALTHY_REFERENCE.walls;
    const still = (wall: typeof leftAtrium) => ({ ...wall, activeStress_PaPerUm: 0.001 * wall.activeStress_PaPerUm });
    const walls = { ...HEALTHY_REFERENCE.walls, leftAtrium: still(leftAtrium), rightAtrium: still(rightAtrium) };
    const { regional, trace } = simulatePatient(referencePatient({ ...HEALTHY_REFERENCE, walls }));
    expect(Math.max(...trace.volumes_mL[CAVITY.leftAtrium]!)).toBeLessThan(150);
    const { filling } = regional!;
    expect(filling.kind === "separate" ? filling.earlyToAtrialRatio : 10).toBeGreaterThan(2);
  });
});
