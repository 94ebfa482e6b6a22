import { createInlineFieldSolver, prepareHeart } from "@tributary/engine";
import { fitPatient } from "@tributary/model";
import type { TaskOptions } from "./field-host.ts";
import { createBeatMeter } from "./heart/beat-meter.ts";
import { runPumpBeat } from "./mechanics/pump-beat.ts";
import { timeEntries } from "./mechanics/time-entries.ts";
import type { PlanHost } from "./plan-host.ts";
import { createSweepSetting, sweepCathode } from "./search/sweep-cathode.ts";
import { createDrawEvaluator } from "./uncertainty/draw.ts";

/** Plans in the calling thread: for scripts, tests and hosts without workers. */
export function createInlinePlanHost(): PlanHost {
  const solver = createInlineFieldSolver();
  return {
    async prepareHeart(specification, { signal }) {
      signal?.throwIfAborted();
      return prepareHeart(specification);
    },
    solver,
    besideSolver: solver,
    allocateFloat32: (length) => new Float32Array(length),
    share: (array) => array,
    async sweepCathodes(problem, cathodes, options) {
      const setting = createSweepSetting(problem, createBeatMeter(problem.nodes, problem.taps));
      return mapInTurn(cathodes, (cathode) => sweepCathode(setting, cathode), options);
    },
    async fitCirculation({ measures, setting }, { signal }) {
      signal?.throwIfAborted();
      return fitPatient(measures, setting);
    },
    async timeEntries(problem, pairs, options) {
      return mapInTurn(pairs, (pair) => timeEntries(problem, pair), options);
    },
    async runPumpBeats(problem, settings, options) {
      return mapInTurn(settings, (setting) => runPumpBeat(problem, setting), options);
    },
    async evaluateDraws(problem, draws, options) {
      return mapInTurn(draws, createDrawEvaluator(problem), options);
    },
  };
}

function mapInTurn<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
  { onProgress, signal }: TaskOptions,
): Result[] {
  return items.map((item, index) => {
    signal?.throwIfAborted();
    const result = work(item);
    onProgress?.(index + 1, items.length);
    return result;
  });
}
