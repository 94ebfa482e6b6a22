import { buildElectricalHeart, type FieldSource } from "@tributary/engine";
import { type EikonalSeeds, joinSeeds, NORMAL_ROOTS, selectRoots } from "@tributary/model";
import type { TaskOptions } from "../field-host.ts";
import { applyShape } from "../fields/conduction-set.ts";
import type { HeartModel } from "../heart/heart-model.ts";
import type { PlanInput } from "../plan-input.ts";
import { scoreValues } from "../score/score.ts";
import { schedulePulses } from "../timing/schedule-pulses.ts";
import { weighElectrically } from "../weights.ts";
import type { RankedSite } from "./rank-sites.ts";
import { orderByScore } from "./rank-sites.ts";
import type { HeartSearch, SearchRun } from "./search-heart.ts";

/** How many sites are solved again. */
const JOINT_SITES = 10;

/** The ten best sites, solved in one where the minimum of single fields only approximates. */
export interface JointReview {
  readonly ranked: readonly RankedSite[];
  /** In words; empty where no joint solve was needed. */
  readonly remarks: readonly string[];
}

/**
 * Where a functional line of block belongs to the conducted beat and the best configurations fuse with it, the minimum of
 * single fields is only an approximation: the ten best are solved jointly without the line and ranked again.
 */
export async function reviewJointly(
  model: HeartModel,
  input: PlanInput,
  search: HeartSearch,
  ranked: readonly RankedSite[],
  run: Pick<SearchRun, "host"> & TaskOptions,
): Promise<JointReview> {
  const { set } = search.baseline;
  const electrical = buildElectricalHeart(model.prepared, applyShape(input.conduction, set.shape));
  const best = ranked.slice(0, JOINT_SITES);
  if (!electrical.hasFunctionalBlock || search.problem.intrinsic_ms === undefined || best.length === 0) {
    return { ranked, remarks: [] };
  }
  const sources = best.map(
    ({ site, choice }): FieldSource => ({ id: site.id, seeds: seedJointly(input, search, choice) }),
  );
  const domain = { mesh: model.prepared.heart, tensor_mm2PerMs2: electrical.pacedTensor_mm2PerMs2 };
  const fields = await run.host.solver.solve(domain, sources, run.signal ? { signal: run.signal } : {});
  const changes_ms: number[] = [];
  const solved = best.map(({ site, choice }, index): RankedSite => {
    const latest = fields[index]!.times_ms.reduce((a, b) => (b < Infinity ? Math.max(a, b) : a), 0);
    const totalActivationTime_ms = latest / set.velocityScale - firstDelay_ms(search, choice.entry);
    changes_ms.push(totalActivationTime_ms - choice.totalActivationTime_ms);
    const values = {
      ...choice.values,
      resynchronization: 100 * (1 - totalActivationTime_ms / search.baseline.measures.totalActivationTime_ms),
    };
    return {
      site,
      choice: {
        ...choice,
        totalActivationTime_ms,
        values,
        score: scoreValues(values, weighElectrically(input.weights)),
      },
    };
  });
  const reordered = orderByScore([...solved, ...ranked.slice(JOINT_SITES)]);
  return { ranked: reordered, remarks: [describeChanges(best, reordered, changes_ms)] };
}

/** Delays are on the clock of the set's velocity, fields on that of the case: seeds are stretched by the scale. */
function seedJointly(
  { conduction }: PlanInput,
  search: HeartSearch,
  { cathode, entry }: RankedSite["choice"],
): EikonalSeeds {
  const { basic, problem, entries, baseline } = search;
  const { rv, avDelay_ms, vvDelay_ms } = entries[entry]!;
  const schedule = schedulePulses(rv.rhythm, avDelay_ms, vvDelay_ms);
  const { velocityScale } = baseline.set;
  const { lower, upper, blend } = problem.blends[cathode]!;
  const roots = selectRoots(conduction.pattern);
  const rootSources = roots.map(({ name }) => basic.roots[NORMAL_ROOTS.findIndex((root) => root.name === name)]!.seeds);
  const parts = [
    { seeds: basic.rv.get(rv.site)!.source.seeds, start_ms: schedule.rv_ms! + problem.captureLatency_ms },
    {
      seeds: search.knots[blend < 0.5 ? lower : upper]!.source.seeds,
      start_ms: schedule.lv_ms! + problem.captureLatency_ms,
    },
    ...rootSources.map((seeds, index) => ({ seeds, start_ms: schedule.intrinsic_ms! + baseline.delays_ms[index]! })),
  ];
  return joinSeeds(
    parts.map(({ seeds }) => seeds),
    parts.map(({ start_ms }) => start_ms * velocityScale),
  );
}

function firstDelay_ms({ entries, problem }: HeartSearch, entry: number): number {
  const { rv, avDelay_ms, vvDelay_ms } = entries[entry]!;
  const { lv_ms, rv_ms, intrinsic_ms } = schedulePulses(rv.rhythm, avDelay_ms, vvDelay_ms);
  return Math.min(lv_ms! + problem.captureLatency_ms, rv_ms! + problem.captureLatency_ms, intrinsic_ms ?? Infinity);
}

function describeChanges(
  before: readonly RankedSite[],
  after: readonly RankedSite[],
  changes_ms: readonly number[],
): string {
  const moved = before.filter(({ site }, index) => after[index]!.site.id !== site.id).length;
  const [least, most] = [Math.min(...changes_ms), Math.max(...changes_ms)];
  return `A functional line of block acts in the conducted beat only; the ${before.length} best sites were solved jointly without it. Their total activation times changed by ${least.toFixed(1)} to ${most.toFixed(1)} ms, and ${moved} of them changed rank.`;
}
