import type { CandidateSite } from "../placements/define-sites.ts";
import type { Choice } from "./choose-configurations.ts";

/** A site with its best configuration. */
export interface RankedSite {
  readonly site: CandidateSite;
  readonly choice: Choice;
}

/** Sites with something that captures, best score first; equals by total activation time, then as listed. */
export function rankSites(sites: readonly CandidateSite[], choices: readonly (Choice | undefined)[]): RankedSite[] {
  return orderByScore(sites.flatMap((site, index) => (choices[index] ? [{ site, choice: choices[index] }] : [])));
}

export function orderByScore(ranked: readonly RankedSite[]): RankedSite[] {
  const order = [...ranked.keys()].sort((i, j) => {
    const [a, b] = [ranked[i]!.choice, ranked[j]!.choice];
    return b.score - a.score || a.totalActivationTime_ms - b.totalActivationTime_ms || i - j;
  });
  return order.map((index) => ranked[index]!);
}
