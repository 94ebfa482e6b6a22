import { freeWallRegion, longitudinalThird, type WallRegion } from "@tributary/model";
import { quantile } from "@tributary/plan";
import type { RankedHeart } from "./ranked-heart.ts";

/** A place of a tributary vein where a cathode can lie, with what pacing there does. */
export interface VeinSite {
  readonly vein: string;
  readonly region: WallRegion;
  readonly third: "apical" | "mid" | "basal";
  /** In the beat with left bundle branch block. */
  readonly activationTime_ms: number;
  /** Total activation time, paced together with the RV apex, minus that of left bundle branch block. */
  readonly change_ms: number;
  /** The same with the best right-ventricular site and VV delay of each place. */
  readonly bestChange_ms: number;
}

/** Along the AV groove, over the atrium's edge: leads are not aimed there. */
export const TRUNK_VEINS: readonly string[] = ["coronarySinus", "greatCardiacVein"];

/** All searched places; those of the trunk apart. */
export function listVeinSites({ search }: RankedHeart): { tributaries: VeinSite[]; trunk: VeinSite[] } {
  const baseline_ms = search.baseline.measures.totalActivationTime_ms;
  const together = search.entries.findIndex(({ rv, vvDelay_ms }) => rv.site === "apex" && vvDelay_ms === 0);
  const sites = search.cathodes.map(
    ({ candidate, response, qLv_ms }): VeinSite => ({
      vein: candidate.vein,
      region: freeWallRegion(candidate.place.rt),
      third: longitudinalThird(candidate.place.ab),
      activationTime_ms: qLv_ms,
      change_ms: response.totalActivationTime_ms[together]! - baseline_ms,
      bestChange_ms: response.best!.totalActivationTime_ms - baseline_ms,
    }),
  );
  return {
    tributaries: sites.filter(({ vein }) => !TRUNK_VEINS.includes(vein)),
    trunk: sites.filter(({ vein }) => TRUNK_VEINS.includes(vein)),
  };
}

export function medianChange_ms(sites: readonly VeinSite[]): number {
  return quantile(
    sites.map(({ change_ms }) => change_ms),
    0.5,
  );
}
