import { DEFAULT_PHRENIC_MARGIN } from "@tributary/model";
import {
  chooseForSite,
  listSearchedVectors,
  MEASURES,
  type RankedSite,
  rankSites,
  type ScoreWeights,
} from "@tributary/plan";
import type { RankedHeart } from "./ranked-heart.ts";

/** Each weight of the default score half and one and a half times as large, one at a time. */
export function listWeightVariations(weights: ScoreWeights): { name: string; weights: ScoreWeights }[] {
  return MEASURES.flatMap((measure) =>
    [0.5, 1.5].map((factor) => ({
      name: `${measure} x ${factor}`,
      weights: { ...weights, [measure]: factor * weights[measure] },
    })),
  );
}

/** The ranking of a searched heart by other weights; the activation stays, only the choice is made anew. */
export function rankWith({ search, candidates, input, contacts }: RankedHeart, weights: ScoreWeights): RankedSite[] {
  const { measures } = search.baseline;
  const setting = {
    lead: input.lead,
    vectors: listSearchedVectors(input),
    baselineTotal_ms: measures.totalActivationTime_ms,
    baselineQrs_ms: measures.qrsDuration_ms,
    weights,
    estimates: contacts.expected,
    phrenicMargin: input.phrenicMargin ?? DEFAULT_PHRENIC_MARGIN,
  };
  return rankSites(
    candidates.sites,
    candidates.sites.map((site) => chooseForSite(site, search.cathodes, setting)),
  );
}
