import { countNodes, createEikonalScratch, joinSeeds, solveEikonalFast } from "@tributary/model";
import { type AlternativeBeat, listAlternativeBeats } from "../alternatives/alternative-beats.ts";
import { paceEndocardiumOpposite } from "../fields/plan-sources.ts";
import { type BeatMeasures, createBeatMeter } from "../heart/beat-meter.ts";
import type { HeartModel } from "../heart/heart-model.ts";
import type { MechanicalStudy } from "../mechanics/study-mechanics.ts";
import type { PlanPump, PlanState } from "../plan.ts";
import type { RankedSite } from "../search/rank-sites.ts";
import type { HeartSearch } from "../search/search-heart.ts";
import type { DrawStudy } from "../uncertainty/study-draws.ts";
import { describePump } from "./describe-mechanics.ts";
import { combineAlternative, describeState } from "./describe-states.ts";

/** The heart as it is now. */
export function describeBaseline(
  model: HeartModel,
  { baseline }: HeartSearch,
  study: DrawStudy | undefined,
  mechanics: MechanicalStudy | undefined,
): PlanState {
  return describeState(model, {
    id: "baseline",
    name: baseline.name,
    remark: "",
    times_ms: baseline.times_ms,
    measures: baseline.measures,
    central: study?.central.baseline,
    drawn: study?.results.map((result) => result.baseline) ?? [],
    pump: mechanics && describePump(mechanics.baseline, mechanics.atria.avDelay_ms),
  });
}

/** An alternative on the fine mesh. */
export interface ActivatedAlternative {
  readonly beat: AlternativeBeat;
  /** nodeCount, on the clock of its first pulse. */
  readonly times_ms: Float32Array;
}

export function activateAlternatives(search: HeartSearch, ranked: readonly RankedSite[]): ActivatedAlternative[] {
  const { fields, baseline } = search;
  const endocardium = solveEndocardium(search, ranked);
  const scale = (field: Float32Array) => field.map((time_ms) => time_ms / baseline.set.velocityScale);
  return listAlternativeBeats(fields.layout, {
    endocardialPoint: endocardium && ranked.length,
    canFuse: search.problem.intrinsic_ms !== undefined,
  }).map((beat) => ({
    beat,
    times_ms: combineAlternative(beat, ({ of, index: at }) =>
      scale(of === "basics" ? fields.fields[at]! : endocardium!),
    ),
  }));
}

interface AlternativesInput {
  readonly activated: readonly ActivatedAlternative[];
  /** By alternative; undefined where no circulation could be computed. */
  readonly pumps: readonly (PlanPump | undefined)[];
  readonly study: DrawStudy;
}

/** The alternatives with the spread of the draws. */
export function describeAlternatives(model: HeartModel, { activated, pumps, study }: AlternativesInput): PlanState[] {
  const meter = createBeatMeter(model.nodes, model.taps);
  return activated.map(({ beat, times_ms }, index) =>
    describeState(model, {
      ...beat,
      times_ms,
      measures: measureFromFirst(meter, times_ms),
      central: study.central.alternatives[index],
      drawn: study.results.map(({ alternatives }) => alternatives[index]!),
      pump: pumps[index],
    }),
  );
}

/** Measures of a map whose first activation is not at 0. */
function measureFromFirst(meter: ReturnType<typeof createBeatMeter>, times_ms: Float32Array): BeatMeasures {
  const first_ms = times_ms.reduce((a, b) => Math.min(a, b), Infinity);
  return meter.measureMap(times_ms, first_ms);
}

/** The field of the endocardium opposite the best site; undefined without one. */
function solveEndocardium(
  { placer, candidates }: HeartSearch,
  ranked: readonly RankedSite[],
): Float32Array | undefined {
  const best = ranked[0];
  if (!best) return undefined;
  const { seeds } = paceEndocardiumOpposite(placer, candidates.cathodes[best.choice.cathode]!.place).source;
  const times_ms = new Float64Array(countNodes(placer.operator.mesh));
  solveEikonalFast(times_ms, placer.operator, joinSeeds([seeds]), createEikonalScratch(placer.operator));
  return Float32Array.from(times_ms);
}
