import { listNumbers, PACEMAKER_SETTINGS } from "@tributary/model/generator";
import type { TestedLead } from "../../engine/device-messages.ts";

/** Programmable amplitudes, rising. */
export const AMPLITUDES_V = listNumbers(PACEMAKER_SETTINGS.ventricularAmplitude_V);

/** What is set before a threshold test begins. */
export interface ThresholdSetUp {
  readonly tested: TestedLead;
  readonly pulseWidth_ms: number;
  readonly start_V: number;
}

/** Outputs of a test, falling from the first. */
export function listOutputs_V(start_V: number): number[] {
  return AMPLITUDES_V.filter((amplitude_V) => amplitude_V <= start_V).reverse();
}
