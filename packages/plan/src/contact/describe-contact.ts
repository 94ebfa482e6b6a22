import {
  estimateLongevity_years,
  IMPEDANCE_PARAMETERS,
  impedanceClass,
  judgeAnodalCapture,
  measureMuscleDistance,
  OUTPUT_PARAMETERS,
  type PacingOutput,
  type PacingVector,
  suggestOutput,
} from "@tributary/model";
import { PLAN_PARAMETERS } from "../plan-parameters.ts";
import type { Choice, ContactEstimates } from "../search/choose-configurations.ts";
import type { ContactDescription } from "./contact-model.ts";

/** The other channels while longevity is compared: a right-ventricular pulse with every beat, an atrial one with some; assumed. */
const OTHER_CHANNELS: readonly PacingOutput[] = [
  { amplitude_V: 2, pulseWidth_ms: 0.4, impedance_ohm: 500, pacedFraction: 1 },
  { amplitude_V: 2, pulseWidth_ms: 0.4, impedance_ohm: 500, pacedFraction: 0.2 },
];
const RATE_perMin = 70;

/** What a chosen vector brings along: anodal capture at the programmed output, impedance, and what it costs the battery. */
export function describeContact(
  choice: Choice,
  estimates: ContactEstimates,
  second: Choice | undefined,
): ContactDescription {
  const { placement } = choice.use;
  const anode = placement.electrodes.find(({ name }) => name === choice.vector.anode);
  const output_V = programOutput(choice, estimates);
  const anodal = judgeAnodalCapture(output_V, {
    anode: choice.vector.anode,
    pulseWidth_ms: PLAN_PARAMETERS.pulseWidth_ms.value,
    ...(anode ? { anodeDistance_mm: measureMuscleDistance(anode).distanceToViable_mm } : {}),
  });
  const outputs = [choice, ...(second ? [second] : [])].map((own) =>
    describeOutput(own.vector, programOutput(own, estimates)),
  );
  return {
    anodalCapture: anodal.likelihood,
    impedanceClass: impedanceClass(choice.vector.kind),
    longevity_years: estimateLongevity_years([...OTHER_CHANNELS, ...outputs], RATE_perMin),
  };
}

/** Threshold plus margin; the highest amplitude where that is not enough. */
function programOutput({ use, vector }: Choice, estimates: ContactEstimates): number {
  const cathode = use.placement.electrodes[use.electrodeIndex]!;
  const suggestion = suggestOutput(estimates.captureThreshold_V(cathode, vector));
  return suggestion.kind === "programmable" ? suggestion.output_V : OUTPUT_PARAMETERS.highestOutput_V.value;
}

function describeOutput({ kind }: PacingVector, amplitude_V: number): PacingOutput {
  return {
    amplitude_V,
    pulseWidth_ms: PLAN_PARAMETERS.pulseWidth_ms.value,
    impedance_ohm: IMPEDANCE_PARAMETERS[impedanceClass(kind)].value,
    pacedFraction: 1,
  };
}
