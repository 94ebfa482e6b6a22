import type { VentricularPatch } from "@tributary/model";
import type { RankedSite } from "../search/rank-sites.ts";
import type { HeartSearch } from "../search/search-heart.ts";
import { type AtrialRhythm, listAvDelays_ms } from "./atrial-timing.ts";
import type { PumpSetting } from "./pump-beat.ts";
import { describeTiming, type PumpFeatures } from "./pump-features.ts";

/** One way of setting the delays of a site, as the pump sees it. */
export interface PumpOption {
  /** Place in the ranking. */
  readonly site: number;
  /** Place in the entries of the search. */
  readonly entry: number;
  readonly totalActivationTime_ms: number;
  readonly isSafe: boolean;
  readonly setting: PumpSetting;
  readonly features: PumpFeatures;
}

export interface OptionInput {
  readonly search: HeartSearch;
  readonly ranked: readonly RankedSite[];
  readonly patches: readonly VentricularPatch[];
  readonly atria: AtrialRhythm;
  /** By site: entries times patches, ms after the first front; NaN where not delivered. */
  readonly patchTimes_ms: readonly Float32Array[];
}

/** Every delivered pair of delays of every ranked site, with the right-ventricular lead where the site wants it. */
export function listPumpOptions({ search, ranked, patches, atria, patchTimes_ms }: OptionInput): PumpOption[] {
  const { entries, problem, cathodes } = search;
  return ranked.flatMap(({ choice }, site) => {
    const totals_ms = cathodes[choice.cathode]!.response.totalActivationTime_ms;
    const { rv } = entries[choice.entry]!;
    return entries.flatMap((own, entry) => {
      if (own.rv !== rv) return [];
      const activation_ms = Float64Array.from(patches, (patch, i) => {
        const time_ms = patchTimes_ms[site]![entry * patches.length + i]!;
        // Scar that the beat does not reach carries no active stress: any time will do.
        return Number.isNaN(time_ms) ? patch.activation_ms : time_ms;
      });
      return listAvDelays_ms(atria, problem, own).map((avDelay_ms): PumpOption => {
        const setting = { activation_ms, avDelay_ms };
        return {
          site,
          entry,
          totalActivationTime_ms: totals_ms[entry]!,
          isSafe: own.refusal === undefined,
          setting,
          features: describeTiming(patches, setting),
        };
      });
    });
  });
}
