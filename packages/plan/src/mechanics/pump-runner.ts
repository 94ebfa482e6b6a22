import type { TaskOptions } from "../field-host.ts";
import type { PlanHost } from "../plan-host.ts";
import type { PumpBeat, PumpProblem } from "./pump-beat.ts";
import { comparePump, type PumpMeasures } from "./pump-measures.ts";
import type { PumpOption } from "./pump-options.ts";

/** One pair of delays of a ranked site, simulated, and what it changes. */
export interface SiteMechanics {
  readonly option: PumpOption;
  readonly beat: PumpBeat;
  readonly measures: PumpMeasures;
}

/** Simulates settings of one patient, each once. */
export interface PumpRunner {
  /** Those whose beats repeat, in the order asked for. */
  run(options: readonly PumpOption[]): Promise<SiteMechanics[]>;
  /** Settings simulated so far. */
  readonly settingCount: number;
}

export function createPumpRunner(
  host: PlanHost,
  problem: PumpProblem,
  baseline: PumpBeat,
  signal: TaskOptions,
): PumpRunner {
  const known = new Map<PumpOption, PumpBeat>();
  return {
    get settingCount() {
      return known.size;
    },
    async run(options) {
      const fresh = options.filter((option) => !known.has(option));
      const beats = await host.runPumpBeats(
        problem,
        fresh.map(({ setting }) => setting),
        signal,
      );
      for (const [index, option] of fresh.entries()) known.set(option, beats[index]!);
      return options.flatMap((option): SiteMechanics[] => {
        const beat = known.get(option)!;
        const measures = comparePump(baseline, beat);
        const isSound = beat.isPeriodic && Object.values(measures).every((value) => Number.isFinite(value));
        return isSound ? [{ option, beat, measures }] : [];
      });
    },
  };
}
