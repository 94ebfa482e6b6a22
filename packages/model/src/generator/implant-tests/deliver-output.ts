import { OUTPUT_PARAMETERS, suggestOutput } from "../../capture/output-programming.ts";
import { DEFAULT_PHRENIC_MARGIN, measurePhrenicMargin, type PhrenicMarginRule } from "../../phrenic/phrenic-margin.ts";

/**
 * Whether a vector can be paced at all: it must capture within the generator's outputs, leave the nerve alone there, and
 * keep the nerve's threshold the margin above the muscle's, because both drift and a patient does not always lie still.
 */
export type OutputDelivery =
  | { readonly kind: "deliverable"; readonly output_V: number }
  | { readonly kind: "no-capture"; readonly highestOutput_V: number }
  | { readonly kind: "nerve-stimulated"; readonly output_V: number; readonly nerve_V: number }
  | {
      readonly kind: "nerve-near";
      readonly output_V: number;
      readonly nerve_V: number;
      readonly margin: PhrenicMarginRule;
    };

/**
 * The output that a threshold asks for, with its margin as far as the generator has it, and what comes of it.
 *
 * @param threshold_V  Infinity where nothing captures
 * @param nerve_V      Infinity where the nerve is out of reach
 */
export function deliverOutput(
  threshold_V: number,
  nerve_V: number,
  margin: PhrenicMarginRule = DEFAULT_PHRENIC_MARGIN,
): OutputDelivery {
  const highestOutput_V = OUTPUT_PARAMETERS.highestOutput_V.value;
  if (threshold_V > highestOutput_V) return { kind: "no-capture", highestOutput_V };
  const suggestion = suggestOutput(threshold_V);
  const output_V = suggestion.kind === "programmable" ? suggestion.output_V : highestOutput_V;
  if (!isNerveQuiet(output_V, nerve_V)) return { kind: "nerve-stimulated", output_V, nerve_V };
  if (!measurePhrenicMargin(nerve_V, threshold_V, margin).isSafe)
    return { kind: "nerve-near", output_V, nerve_V, margin };
  return { kind: "deliverable", output_V };
}

export function isNerveQuiet(output_V: number, nerve_V: number): boolean {
  return output_V < nerve_V;
}
