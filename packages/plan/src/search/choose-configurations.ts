import type { LvLead, PacingVector, PlacedElectrode } from "@tributary/model";
import type { CandidateCathode, CathodeUse } from "../placements/candidate-cathodes.ts";
import type { CandidateSite } from "../placements/define-sites.ts";
import type { ScoreWeights } from "../plan.ts";
import { type MeasureValues, scoreValues } from "../score/score.ts";
import { rateStability } from "../score/stability.ts";
import type { CathodeResponse } from "./search-problem.ts";

/** What is estimated of an electrode's contact, by the capture and phrenic rooms; Infinity: no output does it. */
export interface ContactEstimates {
  captureThreshold_V(cathode: PlacedElectrode, vector: PacingVector): number;
  phrenicThreshold_V(cathode: PlacedElectrode, anode: PlacedElectrode | undefined): number;
}

/** What is known of a cathode before any pacing. */
export interface CathodeSite {
  readonly candidate: CandidateCathode;
  readonly response: CathodeResponse;
  /** In the beat as it is now, after its first activation, ms. */
  readonly qLv_ms: number;
  readonly viableShare: number;
}

export interface ChoiceSetting {
  readonly lead: LvLead;
  readonly vectors: readonly PacingVector[];
  readonly baselineTotal_ms: number;
  readonly baselineQrs_ms: number;
  readonly weights: ScoreWeights;
  readonly estimates: ContactEstimates;
}

/** The best way found of pacing from a site. */
export interface Choice {
  readonly cathode: number;
  readonly use: CathodeUse;
  readonly vector: PacingVector;
  /** Place in the entries, and in the arrays of the cathode's response. */
  readonly entry: number;
  readonly values: MeasureValues;
  readonly score: number;
  readonly totalActivationTime_ms: number;
  readonly captureThreshold_V: number;
  readonly phrenicThreshold_V: number;
}

/**
 * The best configuration of a site: over its cathodes, every placement that puts an electrode there, every vector of that
 * electrode and every pair of delays. The score adds measures of the delays to measures of the contact, so the best of
 * both together is the best of each, and the result equals trying every combination.
 *
 * @returns undefined where no vector captures at any output, or no pulse is delivered
 */
export function chooseForSite(
  site: CandidateSite,
  cathodes: readonly CathodeSite[],
  setting: ChoiceSetting,
): Choice | undefined {
  let best: Choice | undefined;
  for (const index of site.cathodes) {
    const cathode = cathodes[index]!;
    for (const choice of listChoices(index, cathode, setting)) {
      if (!best || isBetter(choice, best)) best = choice;
    }
  }
  return best;
}

/** By score; equals by total activation time, then as listed. */
function isBetter(a: Choice, b: Choice): boolean {
  if (a.score !== b.score) return a.score > b.score;
  return a.totalActivationTime_ms < b.totalActivationTime_ms;
}

function listChoices(index: number, cathode: CathodeSite, setting: ChoiceSetting): Choice[] {
  const { estimates, vectors, lead, weights } = setting;
  const { bestEntry: entry, best } = cathode.response;
  if (entry === undefined || !best) return [];
  const { totalActivationTime_ms } = best;
  const activation = {
    resynchronization: 100 * (1 - totalActivationTime_ms / setting.baselineTotal_ms),
    // Not known before a circulation is computed.
    workBalance: NaN,
    pressureRise: NaN,
    electricalDelay: cathode.qLv_ms / setting.baselineQrs_ms,
    viableMuscle: cathode.viableShare,
  };
  return cathode.candidate.uses.flatMap((use) => {
    const electrode = use.placement.electrodes[use.electrodeIndex]!;
    const reachAndStability = rateStability(use.placement, lead.fixation.value === "active");
    return vectors.flatMap((vector): Choice[] => {
      if (vector.cathode !== electrode.name) return [];
      const captureThreshold_V = estimates.captureThreshold_V(electrode, vector);
      if (captureThreshold_V === Infinity) return [];
      const anode = use.placement.electrodes.find(({ name }) => name === vector.anode);
      const phrenicThreshold_V = estimates.phrenicThreshold_V(electrode, anode);
      const values = {
        ...activation,
        captureMargin: captureThreshold_V,
        phrenicMargin: phrenicThreshold_V - captureThreshold_V,
        reachAndStability,
      };
      return [
        {
          cathode: index,
          use,
          vector,
          entry,
          values,
          score: scoreValues(values, weights),
          totalActivationTime_ms,
          captureThreshold_V,
          phrenicThreshold_V,
        },
      ];
    });
  });
}
