import type { Parameter } from "../units/parameter.ts";

export const OUTPUT_PARAMETERS = {
  /** Added to an LV threshold. */
  lvMargin_V: {
    value: 1,
    unit: "V",
    range: [0.5, 2.5],
    source: "1.0-1.5 V in use (from memory); 0.5 V (CRM laboratory), automatic 0.5-2.5 V (cardiocases)",
    confirmed: false,
  },
  leastOutput_V: { value: 1.5, unit: "V", range: [0.5, 2], source: "assumed", confirmed: false },
  /** Regulated amplitudes go in fine steps up to one amplitude, and from another on in coarse ones to the highest. */
  fineStep_V: {
    value: 0.1,
    unit: "V",
    range: [0.1, 0.1],
    source: "PACEMAKER System Specification 2007",
    confirmed: true,
  },
  fineEnd_V: {
    value: 3.2,
    unit: "V",
    range: [3.2, 3.2],
    source: "PACEMAKER System Specification 2007",
    confirmed: true,
  },
  coarseStep_V: {
    value: 0.5,
    unit: "V",
    range: [0.5, 0.5],
    source: "PACEMAKER System Specification 2007",
    confirmed: true,
  },
  highestOutput_V: {
    value: 7,
    unit: "V",
    range: [5, 7.5],
    source: "PACEMAKER System Specification 2007",
    confirmed: true,
  },
} as const satisfies Record<string, Parameter>;

export type OutputSuggestion =
  | { readonly kind: "programmable"; readonly output_V: number }
  | { readonly kind: "beyondHighestOutput"; readonly needed_V: number; readonly highestOutput_V: number };

/**
 * The output to program for an LV threshold: threshold + margin, at least the least output, rounded up to a step.
 *
 * @param margin_V  0.5 to 2.5
 */
export function suggestOutput(
  threshold_V: number,
  margin_V: number = OUTPUT_PARAMETERS.lvMargin_V.value,
): OutputSuggestion {
  const { leastOutput_V, fineStep_V, fineEnd_V, coarseStep_V, highestOutput_V } = OUTPUT_PARAMETERS;
  const needed_V = Math.max(leastOutput_V.value, threshold_V + margin_V);
  if (needed_V > highestOutput_V.value) {
    return { kind: "beyondHighestOutput", needed_V, highestOutput_V: highestOutput_V.value };
  }
  const step_V = needed_V <= fineEnd_V.value ? fineStep_V.value : coarseStep_V.value;
  const output_V = step_V * Math.ceil(needed_V / step_V - 1e-9);
  return { kind: "programmable", output_V: Math.round(10 * output_V) / 10 };
}

/** Outputs of multipoint pacing: both cathodes must be programmable, or it is not possible and says which one fails. */
export type MultipointOutput =
  | { readonly kind: "programmable"; readonly outputs_V: readonly [number, number] }
  | { readonly kind: "notPossible"; readonly cathode: "first" | "second" | "both" };

/** The outputs for the thresholds of two cathodes that are paced one after the other. */
export function suggestMultipointOutput(
  thresholds_V: readonly [first: number, second: number],
  margin_V: number = OUTPUT_PARAMETERS.lvMargin_V.value,
): MultipointOutput {
  const first = suggestOutput(thresholds_V[0], margin_V);
  const second = suggestOutput(thresholds_V[1], margin_V);
  if (first.kind === "programmable" && second.kind === "programmable") {
    return { kind: "programmable", outputs_V: [first.output_V, second.output_V] };
  }
  if (first.kind === second.kind) return { kind: "notPossible", cathode: "both" };
  return { kind: "notPossible", cathode: first.kind === "programmable" ? "second" : "first" };
}
