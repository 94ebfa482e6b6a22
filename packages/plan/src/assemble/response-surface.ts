import { createBeatMeter } from "../heart/beat-meter.ts";
import type { HeartModel } from "../heart/heart-model.ts";
import type { ResponseSurface } from "../plan.ts";
import { listBeatDelays, listBeatFields } from "../search/paced-beat.ts";
import type { RankedSite } from "../search/rank-sites.ts";
import type { HeartSearch } from "../search/search-heart.ts";
import { fieldOfCathode } from "../search/sweep-cathode.ts";

/** Total activation time and QRS duration of the best site over its AV and VV delays. */
export function describeResponse(
  { nodes, taps }: HeartModel,
  { site, choice }: RankedSite,
  { problem, entries }: HeartSearch,
): ResponseSurface {
  const { rv } = entries[choice.entry]!;
  const meter = createBeatMeter(nodes, taps);
  const sources = meter.combine(listBeatFields(problem, rv, fieldOfCathode(problem, choice.cathode)));
  const beats = entries.flatMap((entry) => {
    if (entry.rv !== rv) return [];
    const delays_ms = listBeatDelays(problem, entry);
    return [delays_ms && meter.measure(sources, delays_ms)];
  });
  return {
    siteId: site.id,
    avDelays_ms: rv.grid.avDelays_ms.filter((delay_ms) => delay_ms !== undefined),
    vvDelays_ms: rv.grid.vvDelays_ms,
    totalActivationTime_ms: beats.map((beat) => beat?.totalActivationTime_ms),
    qrsDuration_ms: beats.map((beat) => beat?.qrsDuration_ms),
  };
}
