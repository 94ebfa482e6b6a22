import { type AtrioventricularConduction, TIMING_PARAMETERS } from "@tributary/model";
import { PLAN_PARAMETERS } from "../plan-parameters.ts";
import { listBeatDelays } from "../search/paced-beat.ts";
import type { PacedDelays, SearchProblem } from "../search/search-problem.ts";

/** How the atria take part in a beat. */
export type AtrialRhythm =
  /** The beat as it is now follows the atria after a known time. */
  | { readonly kind: "conducted"; readonly avDelay_ms: number }
  /** The atria contract, but what follows them now is not known or nothing; an AV delay changes filling alone. */
  | { readonly kind: "free"; readonly avDelay_ms: number }
  | { readonly kind: "fibrillating"; readonly avDelay_ms: number };

/** AV delays that are tried where they do not change the activation: from the sensed atrial event, ms. */
const FREE_AV_DELAYS_ms = [60, 100, 140, 180];

/** @param heartRate_perMin  sets the AV delay that is taken where none is known */
export function describeAtria(atrioventricular: AtrioventricularConduction, heartRate_perMin: number): AtrialRhythm {
  const usual_ms = (TIMING_PARAMETERS.avDelayRatio.value * 60_000) / heartRate_perMin;
  if (atrioventricular.kind === "atrialFibrillation") return { kind: "fibrillating", avDelay_ms: usual_ms };
  const isKnown = atrioventricular.kind === "conducted" && atrioventricular.prInterval_ms !== undefined;
  return isKnown
    ? { kind: "conducted", avDelay_ms: atrioventricular.prInterval_ms! }
    : { kind: "free", avDelay_ms: usual_ms };
}

/**
 * AV delays that a paced beat without a part of the conducted one is tried at, from right atrial activation to its first
 * pulse; those at which the conducted beat would come first are left out.
 */
export function listPacedAvDelays_ms(atria: AtrialRhythm): number[] {
  if (atria.kind === "fibrillating") return [atria.avDelay_ms];
  const tried_ms = FREE_AV_DELAYS_ms.map((delay_ms) => PLAN_PARAMETERS.atrialSensingDelay_ms.value + delay_ms);
  return tried_ms.filter((delay_ms) => atria.kind === "free" || delay_ms <= atria.avDelay_ms);
}

/**
 * From right atrial activation to the first front of a paced beat, for every AV delay that the entry can have.
 *
 * Right atrial activation is the start of the P wave; the device senses it later, counts the AV delay from there, and the
 * front starts a capture latency after the pulse.
 *
 * @returns empty where the pulses are not delivered
 */
export function listAvDelays_ms(atria: AtrialRhythm, problem: SearchProblem, entry: PacedDelays): number[] {
  const delays_ms = listBeatDelays(problem, entry);
  if (!delays_ms) return [];
  const first_ms = Math.min(...delays_ms);
  const sensing_ms = PLAN_PARAMETERS.atrialSensingDelay_ms.value;
  if (entry.avDelay_ms !== undefined) return [sensing_ms + first_ms];
  if (atria.kind === "fibrillating") return [atria.avDelay_ms];
  return FREE_AV_DELAYS_ms.map((avDelay_ms) => sensing_ms + avDelay_ms + first_ms);
}
