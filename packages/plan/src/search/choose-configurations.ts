import type { LvLead, PacingVector, PhrenicMarginRule, PlacedElectrode } from "@tributary/model";
import { deliverOutput, type OutputDelivery } from "@tributary/model/generator";
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
  readonly phrenicMargin: PhrenicMarginRule;
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

/** A vector that cannot be paced from a site, and why: the reason of the placement that comes nearest to it. */
export interface VectorRefusal {
  readonly vectorName: string;
  readonly delivery: Exclude<OutputDelivery, { kind: "deliverable" }>;
  readonly captureThreshold_V: number;
}

export interface TriedSite {
  /** Undefined where no vector can be paced, or no pair of delays is delivered. */
  readonly best: Choice | undefined;
  /** Vectors that no placement in this site can pace, in the order of the vectors. */
  readonly refused: readonly VectorRefusal[];
}

/**
 * The best configuration of a site: over its cathodes, every placement that puts an electrode there, every vector of that
 * electrode and every pair of delays. The score adds measures of the delays to measures of the contact, so the best of
 * both together is the best of each, and the result equals trying every combination.
 *
 * A vector that captures at no output, stimulates the phrenic nerve at the output it is given, or whose nerve is not the
 * margin above the muscle, is none of them.
 */
export function trySite(site: CandidateSite, cathodes: readonly CathodeSite[], setting: ChoiceSetting): TriedSite {
  let best: Choice | undefined;
  const refused = new Map<string, VectorRefusal>();
  const delivered = new Set<string>();
  for (const index of site.cathodes) {
    for (const tried of listTried(index, cathodes[index]!, setting)) {
      if ("delivery" in tried) {
        const known = refused.get(tried.vectorName);
        if (!known || tried.captureThreshold_V < known.captureThreshold_V) refused.set(tried.vectorName, tried);
        continue;
      }
      delivered.add(tried.vector.name);
      if (!best || isBetter(tried, best)) best = tried;
    }
  }
  const names = setting.vectors.map(({ name }) => name).filter((name) => !delivered.has(name));
  return { best, refused: names.flatMap((name) => refused.get(name) ?? []) };
}

/** The best configuration of a site; see `trySite`. */
export function chooseForSite(
  site: CandidateSite,
  cathodes: readonly CathodeSite[],
  setting: ChoiceSetting,
): Choice | undefined {
  return trySite(site, cathodes, setting).best;
}

/** By score; equals by total activation time, then as listed. */
function isBetter(a: Choice, b: Choice): boolean {
  if (a.score !== b.score) return a.score > b.score;
  return a.totalActivationTime_ms < b.totalActivationTime_ms;
}

function listTried(index: number, cathode: CathodeSite, setting: ChoiceSetting): (Choice | VectorRefusal)[] {
  const { estimates, vectors, lead, weights, phrenicMargin } = setting;
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
    return vectors.flatMap((vector): (Choice | VectorRefusal)[] => {
      if (vector.cathode !== electrode.name) return [];
      const captureThreshold_V = estimates.captureThreshold_V(electrode, vector);
      const anode = use.placement.electrodes.find(({ name }) => name === vector.anode);
      const phrenicThreshold_V = estimates.phrenicThreshold_V(electrode, anode);
      const delivery = deliverOutput(captureThreshold_V, phrenicThreshold_V, phrenicMargin);
      if (delivery.kind !== "deliverable") return [{ vectorName: vector.name, delivery, captureThreshold_V }];
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
