import { freeWallRegion, longitudinalThird } from "@tributary/model";
import type { PumpMeasures } from "@tributary/plan";
import { changePump, findTogether, type PumpedHeart, timeTogether } from "../pumped-heart.ts";
import { TRUNK_VEINS } from "../site-ranking/vein-sites.ts";

/** A place of a tributary vein, paced together with the right-ventricular apex. */
export interface PumpedSite {
  /** "basal lateral" */
  readonly region: string;
  /** In the conducted beat. */
  readonly activationTime_ms: number;
  /** Total activation time, paced minus conducted. */
  readonly totalChange_ms: number;
  readonly change: PumpMeasures;
}

/** Every searched place of the tributaries whose beats repeat. */
export function pumpSites(heart: PumpedHeart, avDelay_ms: number): PumpedSite[] {
  const { search } = heart.ranked;
  const together = findTogether(heart);
  return search.cathodes.flatMap(({ candidate, response, qLv_ms }, cathode) => {
    if (TRUNK_VEINS.includes(candidate.vein)) return [];
    const change = changePump(heart, timeTogether(heart, cathode, heart.muscle), avDelay_ms);
    if (!change) return [];
    const { ab, rt } = candidate.place;
    const baseline_ms = search.baseline.measures.totalActivationTime_ms;
    return {
      region: `${longitudinalThird(ab)} ${freeWallRegion(rt)}`,
      activationTime_ms: qLv_ms,
      totalChange_ms: response.totalActivationTime_ms[together]! - baseline_ms,
      change,
    };
  });
}
