import { correlateRanks, type RankedSite } from "@tributary/plan";

/** The first ranking beside the final one, over the sites of the final one. */
export interface ProvisionalError {
  readonly rankCorrelation: number;
  /** Rank that the final best site has in the first ranking. */
  readonly rankOfBest: number;
  /** Of the total activation times, the provisional ones minus the final; mean over the sites. */
  readonly lateness_ms: number;
}

/** Sites are matched by vein and nearest middle: veins of two meshes differ by a millimeter or two. */
export function compareProvisional(final: readonly RankedSite[], provisional: readonly RankedSite[]): ProvisionalError {
  const pairs = final.flatMap(({ site, choice }) => {
    const twin = findTwin(site, provisional);
    return twin ? [{ final_ms: choice.totalActivationTime_ms, twin }] : [];
  });
  const provisional_ms = pairs.map(({ twin }) => twin.choice.totalActivationTime_ms);
  const final_ms = pairs.map((pair) => pair.final_ms);
  return {
    rankCorrelation: correlateRanks(final_ms, provisional_ms),
    rankOfBest: 1 + provisional.indexOf(pairs[0]!.twin),
    lateness_ms: final_ms.reduce((sum, time_ms, index) => sum + provisional_ms[index]! - time_ms, 0) / pairs.length,
  };
}

function findTwin(site: RankedSite["site"], others: readonly RankedSite[]): RankedSite | undefined {
  const middle = ({ fromArc_mm, toArc_mm }: RankedSite["site"]) => (fromArc_mm + toArc_mm) / 2;
  const inVein = others.filter((other) => other.site.vein === site.vein);
  const distances_mm = inVein.map((other) => Math.abs(middle(other.site) - middle(site)));
  return inVein[distances_mm.indexOf(Math.min(...distances_mm))];
}
