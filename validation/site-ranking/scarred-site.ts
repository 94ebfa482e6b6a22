import { assignTissue } from "@tributary/model";
import { type MeasureValues, type PlanHost, type RankedSite, type ScoreWeights, scoreValues } from "@tributary/plan";
import { type RankedHeart, rankHeart } from "./ranked-heart.ts";

/** The AHA segment under the cathode that is best on a heart. */
export function segmentOf({ choice }: RankedSite): number {
  return choice.use.placement.electrodes[choice.use.electrodeIndex]!.ahaSegment;
}

/** A cathode every so many mm of vein where only the order of sites is asked for. */
const SCARRED_STEP_mm = 12;

/** The same heart with transmural scar in one segment, searched. */
export function rankScarred({ model, input }: RankedHeart, segment: number, host: PlanHost): Promise<RankedHeart> {
  const { prepared } = model;
  // A transmural scar is the same at every depth.
  const depthFraction = new Float64Array(prepared.segment.length);
  const scar = [{ segments: [segment], transmuralFraction: 1, from: "endocardium", tissue: "scar" }] as const;
  const tissue = assignTissue({ segment: prepared.segment, depthFraction }, scar);
  return rankHeart({ ...prepared, tissue }, input, { host, step_mm: SCARRED_STEP_mm });
}

/** In how many of the sites the score rises when all stays as it is but the muscle around the cathode is scar. */
export function countScarPreferred(values: readonly MeasureValues[], weights: ScoreWeights): number {
  return values.filter((own) => scoreValues({ ...own, viableMuscle: 0 }, weights) > scoreValues(own, weights)).length;
}

export interface ScarPairs {
  readonly pairCount: number;
  /** Pairs in which the site in scar scores higher. */
  readonly scarPreferredCount: number;
}

/** Sites whose intrinsic delays differ by less than this count as equal. */
const EQUAL_DELAY_ms = 3;
/** Shares of viable muscle around a cathode. */
const SCAR_SHARE = 0.5;
const VIABLE_SHARE = 0.9;

/**
 * Every pair of sites of equal delay of which one lies in scar and the other in viable muscle; delay and viability are
 * those of a site's middle cathode. A site where nothing captures is below all others.
 */
export function compareScarPairs({ search, candidates }: RankedHeart): ScarPairs {
  const sites = candidates.sites.map(({ cathodes }, index) => {
    const { viableShare, qLv_ms } = search.cathodes[cathodes[cathodes.length >> 1]!]!;
    return { viableShare, qLv_ms, score: search.choices[index]?.score ?? -1 };
  });
  const viable = sites.filter(({ viableShare }) => viableShare >= VIABLE_SHARE);
  const pairs = sites
    .filter(({ viableShare }) => viableShare <= SCAR_SHARE)
    .flatMap((scar) =>
      viable
        .filter(({ qLv_ms }) => Math.abs(qLv_ms - scar.qLv_ms) < EQUAL_DELAY_ms)
        .map(({ score }) => scar.score > score),
    );
  return { pairCount: pairs.length, scarPreferredCount: pairs.filter(Boolean).length };
}
