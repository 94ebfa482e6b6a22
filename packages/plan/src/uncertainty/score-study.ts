import type { ContactModel } from "../contact/contact-model.ts";
import type { ScoreWeights } from "../plan.ts";
import type { RankedSite } from "../search/rank-sites.ts";
import type { HeartSearch } from "../search/search-heart.ts";
import type { DrawStudy } from "./study-draws.ts";
import {
  type PredictPump,
  rankDraws,
  type ScoredDraws,
  type SummarizedSite,
  scoreDraws,
  shareBest,
  shareLostByMiss,
} from "./summarize-draws.ts";

/** The draws with every site scored in each. */
export interface ScoredStudy {
  readonly study: DrawStudy;
  readonly sites: readonly SummarizedSite[];
  readonly scored: ScoredDraws;
  /** By site. */
  readonly sharesBest: readonly number[];
  readonly ranks: readonly (readonly number[])[];
  /** Of the best site; 0 where there is none. */
  readonly shareLostByMiss: number;
}

export function scoreStudy(
  study: DrawStudy,
  search: HeartSearch,
  ranked: readonly RankedSite[],
  options: {
    readonly contacts: ContactModel;
    readonly weights: ScoreWeights;
    readonly predictPump?: PredictPump | undefined;
  },
): ScoredStudy {
  const estimates = study.draws.map((_, draw) => options.contacts.draw(draw));
  const sites = ranked.map(({ site, choice }): SummarizedSite => {
    const { placement, electrodeIndex } = choice.use;
    const cathode = placement.electrodes[electrodeIndex]!;
    const anode = placement.electrodes.find(({ name }) => name === choice.vector.anode);
    return {
      vein: site.vein,
      arc_mm: search.candidates.cathodes[choice.cathode]!.arc_mm,
      values: choice.values,
      totalActivationTime_ms: choice.totalActivationTime_ms,
      qLv_ms: search.cathodes[choice.cathode]!.qLv_ms,
      captureThresholds_V: estimates.map((own) => own.captureThreshold_V(cathode, choice.vector)),
      phrenicThresholds_V: estimates.map((own) => own.phrenicThreshold_V(cathode, anode)),
    };
  });
  const scored = scoreDraws(
    sites,
    {
      results: study.results,
      central: study.central,
      baseline: search.baseline.measures,
      predictPump: options.predictPump,
    },
    options.weights,
  );
  return {
    study,
    sites,
    scored,
    sharesBest: shareBest(scored),
    ranks: rankDraws(scored),
    shareLostByMiss: sites.length > 1 ? shareLostByMiss(sites, scored, 0) : 0,
  };
}
