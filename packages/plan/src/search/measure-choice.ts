import type { BeatMeasures, BeatMeter } from "../heart/beat-meter.ts";
import type { Choice } from "./choose-configurations.ts";
import { combineBeat, listBeatDelays, listBeatFields } from "./paced-beat.ts";
import type { HeartSearch } from "./search-heart.ts";
import { fieldOfCathode } from "./sweep-cathode.ts";

/**
 * What the beat of a choice measures, at the delays of the choice: those that the circulation chose may differ from the
 * ones with the shortest total activation time, which the search has measured already.
 */
export function measureChoice(
  { problem, entries, cathodes }: HeartSearch,
  choice: Choice,
  meter: BeatMeter,
): BeatMeasures {
  const { bestEntry, best } = cathodes[choice.cathode]!.response;
  if (choice.entry === bestEntry) return best!;
  const entry = entries[choice.entry]!;
  const times_ms = new Float32Array(problem.nodes.nodeCount);
  const fields = listBeatFields(problem, entry.rv, fieldOfCathode(problem, choice.cathode));
  combineBeat(times_ms, { fields, delays_ms: listBeatDelays(problem, entry)! });
  return meter.measureMap(times_ms, 0);
}
