import type { TestVerdict } from "../implant-tests/judge-implant.ts";
import type { LogBlock } from "../log/event-log.ts";
import type { GeneratorSettings } from "../parameters/generator-settings.ts";
import type { ImplantedSystem } from "../system/implanted-system.ts";
import { countPacing, type PacingCounters } from "./count-pacing.ts";
import { type BatteryEstimate, estimateBattery, type MeasuredImpedances } from "./estimate-battery.ts";
import { type Episode, listEpisodes } from "./list-episodes.ts";

/** Everything a programmer reads at one moment; plain values. */
export interface InterrogationSnapshot {
  readonly time_us: number;
  readonly system: ImplantedSystem;
  readonly settings: GeneratorSettings;
  readonly counters: PacingCounters;
  readonly episodes: readonly Episode[];
  readonly battery: BatteryEstimate;
  readonly impedances: MeasuredImpedances;
  readonly tests: readonly TestVerdict[];
}

/** What was measured outside the log. */
export interface InterrogatedParts {
  readonly system: ImplantedSystem;
  readonly settings: GeneratorSettings;
  readonly impedances: MeasuredImpedances;
  /** Last tests at implant or follow-up. */
  readonly tests: readonly TestVerdict[];
}

/** Reads a generator out after `time_us` of running. */
export function interrogate(
  parts: InterrogatedParts,
  blocks: readonly LogBlock[],
  time_us: number,
): InterrogationSnapshot {
  const counters = countPacing(blocks);
  return {
    time_us,
    ...parts,
    counters,
    episodes: listEpisodes(blocks),
    battery: estimateBattery(parts.settings, counters, time_us, parts.impedances),
  };
}
