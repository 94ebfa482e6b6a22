import type { PreparedHeart } from "@tributary/engine";
import { freeWallRegion, NORMAL_ROOTS } from "@tributary/model";
import {
  type AlternativeBeat,
  buildHeartModel,
  type Candidates,
  combineAlternative,
  type HeartModel,
  type HeartSearch,
  listAlternativeBeats,
  listCandidates,
  type PlanHost,
  type PlanInput,
  weighOnly,
} from "@tributary/plan";
import { searchModel, specifyRanking } from "../site-ranking/ranked-heart.ts";
import { TRUNK_VEINS } from "../site-ranking/vein-sites.ts";
import { CATHODE_STEP_mm, thinCathodes } from "../study-plan.ts";

/** QRS duration in left bundle branch block to which the one velocity scale of each heart is fitted. */
export const LBBB_QRS_ms = 160;

/** Of the conducted beat that biventricular pacing may meet. */
const PR_INTERVAL_ms = 180;

export const STATES = ["healthy", "normal", "lbbb", "rv", "bivAlone", "biv", "lbbap", "lbbapFused"] as const;
export type StateId = (typeof STATES)[number];

/** One heart in every state: activation times from the first front on, ms. */
export interface PacedHeart {
  readonly id: string;
  readonly model: HeartModel;
  readonly velocityScale: number;
  readonly times_ms: Readonly<Record<StateId, Float32Array>>;
  /** Where and how the left ventricle is paced in "biv". */
  readonly biventricular: string;
}

/**
 * A heart slowed to a QRS of 160 ms in left bundle branch block, then conducted and paced with that velocity; "healthy" is
 * normal conduction at the usual one.
 *
 * "bivAlone": RV apex and a place in a lateral vein together, without the conducted beat; the place of the shortest total
 * activation. "biv": the best place, right-ventricular site, AV and VV delay, where the conducted beat takes part.
 */
export async function paceHeart(id: string, prepared: PreparedHeart, host: PlanHost): Promise<PacedHeart> {
  const plain = specifyRanking(id, weighOnly("resynchronization"));
  const input: PlanInput = {
    ...plain,
    conduction: {
      ...plain.conduction,
      atrioventricular: { kind: "conducted", prInterval_ms: PR_INTERVAL_ms },
    },
    findings: { ...plain.findings, qrsDuration_ms: LBBB_QRS_ms },
  };
  const model = buildHeartModel(prepared, input.veins, host);
  const { search } = await searchModel(model, input, { host, candidates: keepLateral(listCandidates(model, input)) });
  const { velocityScale } = search.baseline.set;
  const { layout } = search.fields;
  const combine = (fronts: readonly Front[]) => combineFronts(search, fronts, velocityScale);
  const normal = NORMAL_ROOTS.map(({ delay_ms }, index) => startAt(layout.roots[index]!, delay_ms));
  const rv = startAt(layout.rv.get("apex")!, 0);
  const alone = layout.points
    .map((point) => combine([rv, startAt(point, 0)]))
    .reduce((best, times_ms) => (latestOf(times_ms) < latestOf(best) ? times_ms : best));
  const fused = fuseBest(search);
  return {
    id,
    model,
    velocityScale,
    times_ms: {
      healthy: combineFronts(search, normal, 1),
      normal: combine(normal),
      lbbb: search.baseline.times_ms,
      rv: combine([rv]),
      bivAlone: alone,
      biv: combine(fused.fronts),
      lbbap: combine(listBundleFronts(layout, false)),
      lbbapFused: combine(listBundleFronts(layout, true)),
    },
    biventricular: fused.words,
  };
}

type Front = AlternativeBeat["sources"][number];

function startAt(index: number, delay_ms: number): Front {
  return { field: { of: "basics", index }, delay_ms };
}

/** The fronts of the best lateral place with its own settings, and these in words. */
function fuseBest({ fields, problem, entries, choices, baseline, candidates }: HeartSearch) {
  const choice = choices[0]!;
  const { rv, avDelay_ms, vvDelay_ms } = entries[choice.entry]!;
  const { vein, arc_mm } = candidates.cathodes[choice.cathode]!;
  const first_ms = avDelay_ms! + problem.captureLatency_ms;
  const point = fields.layout.points[problem.blends[choice.cathode]!.lower]!;
  const fronts = [
    startAt(fields.layout.rv.get(rv.site)!, first_ms + Math.max(0, vvDelay_ms)),
    startAt(point, first_ms + Math.max(0, -vvDelay_ms)),
    ...baseline.sources.map((source, index) =>
      startAt(source, rv.rhythm.intrinsicStart_ms! + baseline.delays_ms[index]!),
    ),
  ];
  return { fronts, words: `${vein} ${arc_mm} mm, RV ${rv.site}, AV ${avDelay_ms} ms, VV ${vvDelay_ms} ms` };
}

/** Of left bundle branch area pacing, as a plan lists it. */
function listBundleFronts(layout: HeartSearch["fields"]["layout"], canFuse: boolean): readonly Front[] {
  return listAlternativeBeats(layout, { endocardialPoint: undefined, canFuse }).find(({ id }) => id === "lbbap")!
    .sources;
}

function latestOf(times_ms: Float32Array): number {
  return times_ms.reduce((a, b) => (b < Infinity ? Math.max(a, b) : a), 0);
}

/** Cathodes over the lateral wall in tributaries, as one site. */
function keepLateral(candidates: Candidates): Candidates {
  const thinned = thinCathodes(candidates, CATHODE_STEP_mm);
  const cathodes = thinned.cathodes.filter(
    ({ vein, place }) => freeWallRegion(place.rt) === "lateral" && !TRUNK_VEINS.includes(vein),
  );
  const site = { id: "lateral", vein: "lateral", fromArc_mm: 0, toArc_mm: 0, cathodes: [...cathodes.keys()] };
  return { ...thinned, cathodes, sites: [site] };
}

/** The earliest of fronts at every node, the first of them at 0. */
function combineFronts({ fields }: HeartSearch, sources: readonly Front[], velocityScale: number): Float32Array {
  const beat: AlternativeBeat = { id: "", name: "", remark: "", sources };
  const times_ms = combineAlternative(beat, ({ index }) =>
    fields.fields[index]!.map((time_ms) => time_ms / velocityScale),
  );
  const first_ms = sources.reduce((first, { delay_ms }) => Math.min(first, delay_ms), Infinity);
  return times_ms.map((time_ms) => time_ms - first_ms);
}
