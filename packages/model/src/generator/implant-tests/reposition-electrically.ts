import { suggestOutput } from "../../capture/output-programming.ts";
import { type AcceptanceCriteria, DEFAULT_CRITERIA } from "./acceptance-criteria.ts";
import { isNerveQuiet } from "./deliver-output.ts";
import { type ElectrodePair, trueThreshold_V } from "./electrode-pair.ts";
import { type PhrenicResult, sweepVectors, testPhrenicNerve } from "./measure-threshold.ts";

/** One rung of the ladder that was tried. */
export interface RepositioningStep {
  readonly rung: "vector" | "width" | "output" | "other-vein";
  readonly vector: string | undefined;
  readonly pulseWidth_ms: number | undefined;
  readonly amplitude_V: number | undefined;
  readonly isAccepted: boolean;
  readonly why: string;
}

const WIDE_PULSE_ms = 1;
const USUAL_PULSE_ms = 0.5;
/** Least room above threshold that a high output may be left with; assumed. */
const LEAST_MARGIN_V = 0.5;

/**
 * Electrical repositioning: another vector, then a wider pulse, then a smaller margin, before the lead is moved.
 *
 * Order of the rungs assumed; each step is logged with its reason and the last one is the result.
 *
 * @param pairs  every vector of the lead as it lies
 */
export function repositionElectrically(
  pairs: readonly ElectrodePair[],
  criteria: AcceptanceCriteria = DEFAULT_CRITERIA,
): RepositioningStep[] {
  const steps: RepositioningStep[] = [];
  for (const [rung, pulseWidth_ms, margin_V] of [
    ["vector", USUAL_PULSE_ms, undefined],
    ["width", WIDE_PULSE_ms, undefined],
    ["output", WIDE_PULSE_ms, LEAST_MARGIN_V],
  ] as const) {
    const step = tryRung(rung, pairs, pulseWidth_ms, margin_V, criteria);
    steps.push(step);
    if (step.isAccepted) return steps;
  }
  const why = "no vector, width or output captures with enough distance to the nerve";
  const none = { vector: undefined, pulseWidth_ms: undefined, amplitude_V: undefined };
  return [...steps, { rung: "other-vein", ...none, isAccepted: false, why }];
}

function tryRung(
  rung: RepositioningStep["rung"],
  pairs: readonly ElectrodePair[],
  pulseWidth_ms: number,
  margin_V: number | undefined,
  criteria: AcceptanceCriteria,
): RepositioningStep {
  const candidates = pairs
    .map((pair) => ({ pair, threshold_V: trueThreshold_V(pair, pulseWidth_ms), nerve: testPhrenicNerve(pair) }))
    .sort((a, b) => a.threshold_V - b.threshold_V);
  for (const { pair, nerve } of candidates) {
    const [result] = sweepVectors([pair], pulseWidth_ms);
    const output = suggestOutput(result?.threshold_V ?? Infinity, margin_V);
    if (output.kind !== "programmable" || !isClearOfNerve(rung, output.output_V, result!.threshold_V!, nerve, criteria))
      continue;
    const why = `threshold ${result!.threshold_V} V at ${pulseWidth_ms} ms`;
    return { rung, vector: pair.name, pulseWidth_ms, amplitude_V: output.output_V, isAccepted: true, why };
  }
  const why = "every vector lacks capture or distance to the nerve";
  return { rung, vector: undefined, pulseWidth_ms, amplitude_V: undefined, isAccepted: false, why };
}

/** Of a usual pulse the threshold criterion holds too; on the last rung the output must only stay below the nerve. */
function isClearOfNerve(
  rung: RepositioningStep["rung"],
  output_V: number,
  threshold_V: number,
  { threshold_V: nerve_V = Infinity }: { threshold_V?: number | undefined } & Pick<PhrenicResult, "isStimulated">,
  criteria: AcceptanceCriteria,
): boolean {
  if (rung === "output") return isNerveQuiet(output_V, nerve_V);
  if (rung === "vector" && threshold_V > criteria.mostLeftThreshold_V) return false;
  return nerve_V - threshold_V >= criteria.leastPhrenicDifference_V;
}
