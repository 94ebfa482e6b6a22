import { distance } from "@tributary/model";
import type { ContactModel } from "../contact/contact-model.ts";
import { type BeatMeter, createBeatMeter } from "../heart/beat-meter.ts";
import type { HeartModel } from "../heart/heart-model.ts";
import { listSearchedVectors } from "../placements/searched-vectors.ts";
import type { MultipointOption } from "../plan.ts";
import type { PlanInput } from "../plan-input.ts";
import { PLAN_PARAMETERS } from "../plan-parameters.ts";
import { schedulePulses } from "../timing/schedule-pulses.ts";
import type { Choice } from "./choose-configurations.ts";
import type { RankedSite } from "./rank-sites.ts";
import type { HeartSearch } from "./search-heart.ts";
import { fieldOfCathode } from "./sweep-cathode.ts";

/** Sites that are tried with two cathodes, and the delays between them: those generators offer (from memory). */
const TRIED_SITES = 3;
const DELAYS_ms = [5, 10, 20, 30, 40, 50];

interface MultipointInput {
  readonly search: HeartSearch;
  readonly ranked: readonly RankedSite[];
  readonly contacts: ContactModel;
}

/**
 * Two cathodes of the same lead, one after the other, at the best sites: only where they lie at least 30 mm apart and both
 * capture. For each pair and order the delay with the shortest total activation time.
 */
export function searchMultipoint(
  model: HeartModel,
  input: PlanInput,
  { search, ranked, contacts }: MultipointInput,
): MultipointOption[] {
  const meter = createBeatMeter(model.nodes, model.taps);
  return ranked.slice(0, TRIED_SITES).flatMap(({ site, choice }) => {
    const { electrodes } = choice.use.placement;
    const first = electrodes[choice.use.electrodeIndex]!;
    return electrodes.flatMap((second, index): MultipointOption[] => {
      const distance_mm = distance(first.position_mm, second.position_mm);
      if (second === first || distance_mm < PLAN_PARAMETERS.multipointDistance_mm.value) return [];
      const partner = findPartner(input, search, choice, { electrodeIndex: index, contacts });
      if (!partner) return [];
      const best = findBestDelay(meter, search, [choice, partner]);
      return [
        {
          siteId: site.id,
          cathodes: [first.name, second.name],
          delay_ms: best.delay_ms,
          distance_mm,
          totalActivationTime_ms: best.totalActivationTime_ms,
          qrsDuration_ms: best.qrsDuration_ms,
          change_ms: best.totalActivationTime_ms - choice.totalActivationTime_ms,
          captureThresholds_V: [choice.captureThreshold_V, partner.captureThreshold_V],
          phrenicThresholds_V: [toOptional(choice.phrenicThreshold_V), toOptional(partner.phrenicThreshold_V)],
          longevity_years: contacts.describe(choice, contacts.expected, partner).longevity_years,
        },
      ];
    });
  });
}

/** The vector of another cathode of the placement with the lowest threshold; undefined where none captures. */
function findPartner(
  input: PlanInput,
  { candidates }: HeartSearch,
  choice: Choice,
  { electrodeIndex, contacts }: { readonly electrodeIndex: number; readonly contacts: ContactModel },
): Choice | undefined {
  const { placement } = choice.use;
  const electrode = placement.electrodes[electrodeIndex]!;
  const cathode = candidates.cathodes.findIndex(({ uses }) =>
    uses.some((use) => use.placement === placement && use.electrodeIndex === electrodeIndex),
  );
  // An electrode in the atrioventricular groove is no cathode.
  if (cathode < 0) return undefined;
  let best: Choice | undefined;
  for (const vector of listSearchedVectors({ ...input, vectorName: undefined })) {
    if (vector.cathode !== electrode.name) continue;
    const captureThreshold_V = contacts.expected.captureThreshold_V(electrode, vector);
    if (captureThreshold_V === Infinity || (best && best.captureThreshold_V <= captureThreshold_V)) continue;
    const anode = placement.electrodes.find(({ name }) => name === vector.anode);
    const phrenicThreshold_V = contacts.expected.phrenicThreshold_V(electrode, anode);
    best = { ...choice, cathode, use: { placement, electrodeIndex }, vector, captureThreshold_V, phrenicThreshold_V };
  }
  return best;
}

function findBestDelay(meter: BeatMeter, { problem, entries }: HeartSearch, pair: readonly [Choice, Choice]) {
  const { rv, avDelay_ms, vvDelay_ms } = entries[pair[0].entry]!;
  const schedule = schedulePulses(rv.rhythm, avDelay_ms, vvDelay_ms);
  const isFused = problem.intrinsic_ms !== undefined && schedule.intrinsic_ms !== undefined;
  const sources = meter.combine([
    rv.times_ms,
    ...pair.map(({ cathode }) => fieldOfCathode(problem, cathode)),
    ...(isFused ? [problem.intrinsic_ms!] : []),
  ]);
  const lv_ms = schedule.lv_ms! + problem.captureLatency_ms;
  const results = DELAYS_ms.map((delay_ms) => {
    const delays_ms = [schedule.rv_ms! + problem.captureLatency_ms, lv_ms, lv_ms + delay_ms];
    if (isFused) delays_ms.push(schedule.intrinsic_ms!);
    return { delay_ms, ...meter.measure(sources, delays_ms) };
  });
  return results.reduce((best, next) => (next.totalActivationTime_ms < best.totalActivationTime_ms ? next : best));
}

function toOptional(threshold_V: number): number | undefined {
  return threshold_V === Infinity ? undefined : threshold_V;
}
