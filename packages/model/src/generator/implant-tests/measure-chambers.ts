import { IMPEDANCE_PARAMETERS, impedanceClass } from "../../capture/impedance-class.ts";
import type { Parameter } from "../../units/parameter.ts";
import type { RhythmSettings } from "../heart/rhythm-parameters.ts";
import type { GeneratorSettings } from "../parameters/generator-settings.ts";
import type { ChamberReadout, ChamberReadouts, PacedChamber } from "../programmer/interrogation-snapshot.ts";
import { hasLead, type ImplantedSystem, listSystemVectors } from "../system/implanted-system.ts";
import { stepDownThreshold } from "./measure-threshold.ts";

/** Impedance of the leads on the right side, bipolar. */
export const RIGHT_IMPEDANCE: Parameter = {
  value: 500,
  unit: "ohm",
  range: [300, 1000],
  source: "assumed; accepted range at implant from memory",
  confirmed: false,
};

const TEST = { start_V: 7, beatsPerStep: 3, releaseAfterSteps: undefined } as const;

/**
 * What tests of each connected lead show of a heart: signal, threshold by steps at the programmed width, impedance.
 *
 * Left out are a left-ventricular signal where that channel does not sense, and the impedance of a vector that the lead
 * does not have.
 */
export function measureChambers(
  rhythm: RhythmSettings,
  settings: GeneratorSettings,
  system: ImplantedSystem,
): ChamberReadouts {
  const right = RIGHT_IMPEDANCE.value;
  const measured: Record<PacedChamber, ChamberReadout> = {
    RA: testLead(rhythm.pWave_mV, rhythm.atrialThreshold_V, settings.atrialPulseWidth_ms, right),
    RV: testLead(rhythm.rWave_mV, rhythm.rightThreshold_V, settings.ventricularPulseWidth_ms, right),
    LV: testLead(
      settings.lvSensing === "on" ? rhythm.lvRWave_mV : undefined,
      rhythm.leftThreshold_V,
      settings.leftVentricularPulseWidth_ms,
      leftImpedance_ohm(settings, system),
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

function leftImpedance_ohm({ lvVector }: GeneratorSettings, system: ImplantedSystem): number | undefined {
  const vector = listSystemVectors(system).find(({ name }) => name === lvVector);
  return vector && IMPEDANCE_PARAMETERS[impedanceClass(vector.kind)].value;
}
