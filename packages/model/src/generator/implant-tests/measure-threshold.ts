import { fitStrengthDuration, type StrengthDuration } from "../../capture/strength-duration.ts";
import { PACEMAKER_SETTINGS } from "../parameters/pacemaker-2007.ts";
import { listNumbers } from "../parameters/setting-rule.ts";
import { type ElectrodePair, truePhrenicThreshold_V, trueThreshold_V } from "./electrode-pair.ts";

/** Amplitudes a test steps through, falling: those that can be programmed. */
const AMPLITUDES_V = listNumbers(PACEMAKER_SETTINGS.ventricularAmplitude_V).reverse();

export interface StepDownOptions {
  readonly pulseWidth_ms: number;
  /** The first amplitude is the highest programmable one that is not above this. */
  readonly start_V: number;
  readonly beatsPerStep: number;
  /** A person lets go of the key after this many steps; undefined leaves the end to the first loss of capture. */
  readonly releaseAfterSteps: number | undefined;
}

export interface StepDownResult {
  /** Lowest amplitude that captured; undefined where the first did not. */
  readonly threshold_V: number | undefined;
  readonly endedBy: "loss-of-capture" | "release" | "lowest-output";
  /** Amplitudes in order, and whether each captured. */
  readonly steps: readonly { readonly amplitude_V: number; readonly isCaptured: boolean }[];
  /** Beats paced, and beats lost until capture was seen to fail and the output went up again. */
  readonly pacedBeats: number;
  readonly lostBeats: number;
}

/** Beats without capture before an automatic test sees it and goes back to the start; assumed. */
const BEATS_TO_SEE_LOSS = 1;

/**
 * Step-down threshold test: some beats at each amplitude until capture is lost, or until the key is released.
 *
 * A release before capture is lost gives the lowest amplitude tried, an upper bound of the threshold.
 */
export function stepDownThreshold(pair: Pick<ElectrodePair, "capture">, options: StepDownOptions): StepDownResult {
  const trueValue_V = trueThreshold_V(pair, options.pulseWidth_ms);
  const steps: { amplitude_V: number; isCaptured: boolean }[] = [];
  let endedBy: StepDownResult["endedBy"] = "lowest-output";
  for (const amplitude_V of AMPLITUDES_V.filter((value) => value <= options.start_V)) {
    if (options.releaseAfterSteps !== undefined && steps.length >= options.releaseAfterSteps) {
      endedBy = "release";
      break;
    }
    const isCaptured = amplitude_V >= trueValue_V;
    steps.push({ amplitude_V, isCaptured });
    if (isCaptured) continue;
    endedBy = "loss-of-capture";
    break;
  }
  const captured = steps.filter(({ isCaptured }) => isCaptured);
  const lostBeats = endedBy === "loss-of-capture" ? BEATS_TO_SEE_LOSS : 0;
  return {
    threshold_V: captured.at(-1)?.amplitude_V,
    endedBy,
    steps,
    pacedBeats: captured.length * options.beatsPerStep + lostBeats,
    lostBeats,
  };
}

const AUTOMATIC = { start_V: 7, beatsPerStep: 3, releaseAfterSteps: undefined } as const;
/** Widths whose thresholds give the strength-duration curve; assumed. */
const CURVE_WIDTHS_ms = [0.2, 1] as const;

/** Strength-duration curve from two automatic tests; undefined where either does not capture or they do not fit. */
export function measureStrengthDuration(pair: ElectrodePair): StrengthDuration | undefined {
  const [short, long] = CURVE_WIDTHS_ms.map((pulseWidth_ms) => ({
    pulseWidth_ms,
    threshold_V: stepDownThreshold(pair, { ...AUTOMATIC, pulseWidth_ms }).threshold_V,
  }));
  if (short?.threshold_V === undefined || long?.threshold_V === undefined) return undefined;
  return fitStrengthDuration(
    { pulseWidth_ms: short.pulseWidth_ms, threshold_V: short.threshold_V },
    { pulseWidth_ms: long.pulseWidth_ms, threshold_V: long.threshold_V },
  );
}

/** Phrenic test: one output that is higher than any that will be programmed. */
export const PHRENIC_TEST = { amplitude_V: 10, pulseWidth_ms: 0.5 } as const;

export interface PhrenicResult {
  /** At 10 V, 0.5 ms. */
  readonly isStimulated: boolean;
  /** Lowest amplitude in steps of 0.5 V that stimulates; undefined where 10 V does not. */
  readonly threshold_V: number | undefined;
}

const PHRENIC_STEP_V = 0.5;

/** Tests at 10 V, and where that stimulates the nerve looks for its threshold. */
export function testPhrenicNerve(pair: ElectrodePair): PhrenicResult {
  const trueValue_V = truePhrenicThreshold_V(pair, PHRENIC_TEST.pulseWidth_ms);
  if (trueValue_V > PHRENIC_TEST.amplitude_V) return { isStimulated: false, threshold_V: undefined };
  return { isStimulated: true, threshold_V: PHRENIC_STEP_V * Math.ceil(trueValue_V / PHRENIC_STEP_V) };
}

/** One row of the vector table. */
export interface VectorResult {
  readonly name: string;
  readonly threshold_V: number | undefined;
  readonly impedance_ohm: number;
  readonly phrenic: PhrenicResult;
}

/** Threshold, impedance and phrenic test of every vector in one sweep. */
export function sweepVectors(
  pairs: readonly ElectrodePair[],
  pulseWidth_ms: number = PHRENIC_TEST.pulseWidth_ms,
): VectorResult[] {
  return pairs.map((pair) => ({
    name: pair.name,
    threshold_V: stepDownThreshold(pair, { ...AUTOMATIC, pulseWidth_ms }).threshold_V,
    impedance_ohm: pair.impedance_ohm,
    phrenic: testPhrenicNerve(pair),
  }));
}
