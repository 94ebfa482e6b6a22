import type { RhythmSettings } from "../heart/rhythm-parameters.ts";
import type { GeneratorSettings } from "../parameters/generator-settings.ts";
import type { ChamberReadout, ChamberReadouts, PacedChamber } from "../programmer/interrogation-snapshot.ts";
import { hasLead, type ImplantedSystem } from "../system/implanted-system.ts";
import { stepDownThreshold } from "./measure-threshold.ts";
import type { TestedSystem } from "./run-implant-tests.ts";

/** Impedance of each lead's pacing pair, ohm; absent where it is not known. */
export type ChamberImpedances = { readonly [chamber in PacedChamber]?: number | undefined };

/** Impedances of the pairs that are programmed. */
export function impedancesOfPairs(
  { atrial, right, left }: TestedSystem,
  { lvVector }: GeneratorSettings,
): ChamberImpedances {
  return {
    RA: atrial?.impedance_ohm,
    RV: right.impedance_ohm,
    LV: left.find(({ name }) => name === lvVector)?.impedance_ohm,
  };
}

const TEST = { start_V: 7, beatsPerStep: 3, releaseAfterSteps: undefined } as const;

/**
 * What tests of each connected lead show of a heart: signal, threshold by steps at the programmed width, impedance.
 *
 * Left out are a left-ventricular signal where that channel does not sense, and an impedance that is not known.
 */
export function measureChambers(
  rhythm: RhythmSettings,
  settings: GeneratorSettings,
  system: ImplantedSystem,
  impedances_ohm: ChamberImpedances,
): ChamberReadouts {
  const measured: Record<PacedChamber, ChamberReadout> = {
    RA: testLead(rhythm.pWave_mV, rhythm.atrialThreshold_V, settings.atrialPulseWidth_ms, impedances_ohm.RA),
    RV: testLead(rhythm.rWave_mV, rhythm.rightThreshold_V, settings.ventricularPulseWidth_ms, impedances_ohm.RV),
    LV: testLead(
      settings.lvSensing === "on" ? rhythm.lvRWave_mV : undefined,
      rhythm.leftThreshold_V,
      settings.leftVentricularPulseWidth_ms,
      impedances_ohm.LV,
    ),
  };
  const chambers = Object.entries(measured).filter(([place]) => hasLead(system, place as PacedChamber));
  return Object.fromEntries(chambers);
}

/** @param trueThreshold_V  at the programmed width */
function testLead(
  signal_mV: number | undefined,
  trueThreshold_V: number,
  pulseWidth_ms: number,
  impedance_ohm: number | undefined,
): ChamberReadout {
  // The same at every width: it is tested at the one it is told of.
  const capture = { rheobase_V: trueThreshold_V, chronaxie_ms: 0 };
  const { threshold_V } = stepDownThreshold({ capture }, { ...TEST, pulseWidth_ms });
  return {
    ...(signal_mV !== undefined && { signal_mV }),
    ...(threshold_V === undefined ? { noCaptureAt_V: TEST.start_V } : { threshold_V }),
    thresholdPulseWidth_ms: pulseWidth_ms,
    ...(impedance_ohm !== undefined && { impedance_ohm }),
  };
}
