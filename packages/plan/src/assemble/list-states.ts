import { buildElectricalHeart } from "@tributary/engine";
import { listAlternativeBeats } from "../alternatives/alternative-beats.ts";
import type { TaskOptions } from "../field-host.ts";
import { applyShape } from "../fields/conduction-set.ts";
import { createSourcePlacer, paceAt } from "../fields/plan-sources.ts";
import { solvePlanFields } from "../fields/solve-fields.ts";
import type { PlanState } from "../plan.ts";
import type { PlanHost } from "../plan-host.ts";
import type { PlanInput } from "../plan-input.ts";
import { type BeatMeasures, createBeatMeter } from "../search/beat-meter.ts";
import type { HeartModel } from "../search/heart-model.ts";
import type { RankedSite } from "../search/rank-sites.ts";
import type { HeartSearch } from "../search/search-heart.ts";
import { ENDOCARDIAL_tm } from "../uncertainty/pose-draws.ts";
import type { DrawStudy } from "../uncertainty/study-draws.ts";
import { combineAlternative, describeState } from "./describe-states.ts";

/** The heart as it is now. */
export function describeBaseline(
  model: HeartModel,
  { baseline }: HeartSearch,
  study: DrawStudy | undefined,
): PlanState {
  return describeState(model, {
    id: "baseline",
    name: baseline.name,
    remark: "",
    times_ms: baseline.times_ms,
    measures: baseline.measures,
    central: study?.central.baseline,
    drawn: study?.results.map((result) => result.baseline) ?? [],
  });
}

interface AlternativesInput {
  readonly search: HeartSearch;
  readonly ranked: readonly RankedSite[];
  readonly study: DrawStudy;
}

/** The alternatives on the fine mesh, with the spread of the draws. */
export async function describeAlternatives(
  model: HeartModel,
  input: PlanInput,
  { search, ranked, study }: AlternativesInput,
  run: TaskOptions & { readonly host: PlanHost },
): Promise<PlanState[]> {
  const { fields, baseline } = search;
  const endocardium = await solveEndocardium(model, input, { search, ranked }, run);
  const scale = (field: Float32Array) => field.map((time_ms) => time_ms / baseline.set.velocityScale);
  const meter = createBeatMeter(model.nodes, model.taps);
  return listAlternativeBeats(fields.layout, {
    endocardialPoint: endocardium && ranked.length,
    canFuse: search.problem.intrinsic_ms !== undefined,
  }).map((beat, index) => {
    const times_ms = combineAlternative(beat, ({ of, index: at }) =>
      scale(of === "basics" ? fields.fields[at]! : endocardium!),
    );
    return describeState(model, {
      ...beat,
      times_ms,
      measures: measureFromFirst(meter, times_ms),
      central: study.central.alternatives[index],
      drawn: study.results.map(({ alternatives }) => alternatives[index]!),
    });
  });
}

/** Measures of a map whose first activation is not at 0. */
function measureFromFirst(meter: ReturnType<typeof createBeatMeter>, times_ms: Float32Array): BeatMeasures {
  const first_ms = times_ms.reduce((a, b) => Math.min(a, b), Infinity);
  return meter.measureMap(times_ms, first_ms);
}

/** The field of the endocardium opposite the best site; undefined without one. */
async function solveEndocardium(
  { prepared }: HeartModel,
  { conduction }: PlanInput,
  { search, ranked }: Pick<AlternativesInput, "search" | "ranked">,
  run: TaskOptions & { readonly host: PlanHost },
): Promise<Float32Array | undefined> {
  const best = ranked[0];
  if (!best) return undefined;
  const { shape } = search.baseline.set;
  const placer = createSourcePlacer(prepared, buildElectricalHeart(prepared, applyShape(conduction, shape)));
  const { ab, rt } = search.candidates.cathodes[best.choice.cathode]!.place;
  const point = paceAt(placer, "endocardium", placer.lookup({ ab, tm: ENDOCARDIAL_tm, rt, tv: 0 }).point_mm);
  const { fields } = await solvePlanFields(prepared, conduction, shape, {
    host: run.host,
    ...(run.signal ? { signal: run.signal } : {}),
    sources: { basic: undefined, points: [point] },
  });
  return fields[0]!;
}
