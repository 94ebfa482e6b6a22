import {
  type BlockBounds,
  buildBlockBounds,
  computeTotalActivationTime,
  type FrontTaps,
  interpolateAtLocation,
  type MuscleLocation,
  type SweepNodes,
} from "@tributary/model";
import type { AlternativeBeat } from "../alternatives/alternative-beats.ts";
import { combineRoots, type MeasuredBeat } from "../calibration/conducted-beat.ts";
import type { ConductionSet } from "../fields/conduction-set.ts";
import { evaluateField, type FieldFamily } from "../fields/field-family.ts";
import { weighDesign } from "../fields/shape-design.ts";
import { type BeatMeasures, type BeatMeter, createBeatMeter } from "../heart/beat-meter.ts";
import { type MusclePatches, timePatches } from "../mechanics/muscle-patches.ts";
import { describeTiming, type PumpFeatures } from "../mechanics/pump-features.ts";
import type { RvSite } from "../plan.ts";
import { combineBeat } from "../search/paced-beat.ts";
import { timeRhythm } from "../timing/delay-grid.ts";
import { type RhythmTiming, schedulePulses } from "../timing/schedule-pulses.ts";

/** One possible truth about the conduction of this heart. */
export interface Draw {
  readonly set: ConductionSet;
  /** Whole ms. */
  readonly captureLatency_ms: number;
}

/** How a site is paced in every draw: the lead stays, VV is programmed anew. */
interface DrawSite {
  /** Place in the points of the family. */
  readonly point: number;
  readonly rvSite: RvSite;
  readonly avDelay_ms: number | undefined;
  /** Where the cathode acts on the coarse mesh. */
  readonly location: MuscleLocation;
  /** From right atrial activation to the clock of the pulses. */
  readonly clockStart_ms: number;
}

/** Everything a draw is evaluated on; arrays may be shared between threads. */
export interface DrawProblem {
  readonly nodes: SweepNodes;
  readonly tetrahedra: Uint32Array;
  readonly taps: FrontTaps;
  /** Roots, right-ventricular sites and the left side of the septum. */
  readonly basics: FieldFamily;
  /** A point for each site, then one on the endocardium opposite the best. */
  readonly points: FieldFamily;
  readonly beat: MeasuredBeat;
  /** Undefined where no fusion with the conducted beat is computed. */
  readonly intrinsicStart_ms: number | undefined;
  readonly rvLocations: ReadonlyMap<RvSite, MuscleLocation>;
  readonly vvDelays_ms: readonly number[];
  readonly sites: readonly DrawSite[];
  readonly alternatives: readonly AlternativeBeat[];
  /** Reads what the pump answers to; undefined without a circulation. */
  readonly muscle?: MusclePatches | undefined;
}

export interface DrawResult {
  readonly baseline: BeatMeasures;
  /** One a site; NaN where its pulses are not delivered. */
  readonly sites: readonly SiteResult[];
  readonly alternatives: readonly BeatMeasures[];
}

interface SiteResult extends BeatMeasures {
  readonly qLv_ms: number;
  /** Of the pump; undefined where no circulation is computed, or the pulses are not delivered. */
  readonly features: PumpFeatures | undefined;
}

/** Draws of one problem, one after the other; those with the set of the one before share its fields. */
export function createDrawEvaluator(problem: DrawProblem): (draw: Draw) => DrawResult {
  const meter = createBeatMeter(problem.nodes, problem.taps);
  let kept: { readonly set: ConductionSet; readonly beats: SetBeats } | undefined;
  return (draw) => {
    const { set } = draw;
    if (kept?.set !== set) kept = { set, beats: solveSet(problem, meter, set, weighDesign(set.shape)) };
    return measureDraw(problem, meter, kept.beats, draw);
  };
}

/** @param weights  of the designs of the problem's families in the draw; a lone 1 where they were solved for this draw */
export function evaluateDraw(problem: DrawProblem, meter: BeatMeter, draw: Draw, weights: Float64Array): DrawResult {
  return measureDraw(problem, meter, solveSet(problem, meter, draw.set, weights), draw);
}

/** What all draws with one parameter set share. */
interface SetBeats {
  readonly baseline: BeatMeasures;
  readonly intrinsic: BoundField | undefined;
  readonly sites: readonly SiteBeat[];
  readonly alternatives: readonly BeatMeasures[];
}

/** A site with the fields of one set. */
interface SiteBeat {
  readonly site: DrawSite;
  readonly rhythm: RhythmTiming;
  readonly rv: BoundField;
  readonly lv: BoundField;
  readonly qLv_ms: number;
}

function solveSet(problem: DrawProblem, meter: BeatMeter, set: ConductionSet, weights: Float64Array): SetBeats {
  const { nodes, basics, points, beat, sites } = problem;
  const evaluate = (family: FieldFamily, index: number, scale: number) => {
    const field = new Float32Array(nodes.nodeCount);
    evaluateField(field, family, index, weights);
    for (let node = 0; node < field.length; node++) field[node]! *= scale;
    return field;
  };
  const slowness = 1 / set.velocityScale;
  const basicFields = new Map<number, Float32Array>();
  const evaluateBasic = (index: number) => {
    const known = basicFields.get(index) ?? evaluate(basics, index, slowness);
    basicFields.set(index, known);
    return known;
  };
  const pointFields = points.layout.points.map((index) => evaluate(points, index, slowness));
  const baseline_ms = new Float32Array(nodes.nodeCount);
  const roots = beat.sources.map((index) => evaluate(basics, index, 1));
  combineRoots(baseline_ms, roots, set);
  const rv = new Map([...basics.layout.rv].map(([site, index]) => [site, boundField(evaluateBasic(index))]));
  return {
    baseline: meter.measureMap(baseline_ms, 0),
    intrinsic: problem.intrinsicStart_ms === undefined ? undefined : boundField(baseline_ms),
    sites: sites.map((site) => {
      const rvArrival_ms = interpolateAtLocation(problem, baseline_ms, problem.rvLocations.get(site.rvSite)!);
      return {
        site,
        rhythm: timeRhythm(problem.intrinsicStart_ms, rvArrival_ms),
        rv: rv.get(site.rvSite)!,
        lv: boundField(pointFields[site.point]!),
        qLv_ms: interpolateAtLocation(problem, baseline_ms, site.location),
      };
    }),
    alternatives: problem.alternatives.map(({ sources }) =>
      measureBeat(
        meter,
        sources.map(({ field: { of, index } }) => (of === "basics" ? evaluateBasic(index) : pointFields[index]!)),
        sources.map(({ delay_ms }) => delay_ms),
      ),
    ),
  };
}

function measureDraw(
  problem: DrawProblem,
  meter: BeatMeter,
  { baseline, intrinsic, sites, alternatives }: SetBeats,
  { captureLatency_ms }: Draw,
): DrawResult {
  return {
    baseline,
    sites: sites.map((paced) => ({
      ...findBestVv(problem, meter, { ...paced, intrinsic, captureLatency_ms }),
      qLv_ms: paced.qLv_ms,
    })),
    alternatives,
  };
}

/** A field with the latest time of each of its blocks. */
interface BoundField {
  readonly times_ms: Float32Array;
  readonly bounds: BlockBounds;
}

function boundField(times_ms: Float32Array): BoundField {
  return { times_ms, bounds: buildBlockBounds([times_ms]) };
}

interface PacedSite extends SiteBeat {
  readonly intrinsic: BoundField | undefined;
  readonly captureLatency_ms: number;
}

const NOT_DELIVERED = {
  totalActivationTime_ms: NaN,
  lvActivationTime_ms: NaN,
  qrsDuration_ms: NaN,
  features: undefined,
};

/** The beat with the VV delay of the shortest total activation time. */
function findBestVv(
  { muscle, vvDelays_ms }: DrawProblem,
  meter: BeatMeter,
  paced: PacedSite,
): Omit<SiteResult, "qLv_ms"> {
  const { site, rhythm, rv, lv, intrinsic, captureLatency_ms } = paced;
  const parts = intrinsic ? [rv, lv, intrinsic] : [rv, lv];
  const fields = parts.map(({ times_ms }) => times_ms);
  const bounds = { ...rv.bounds, latest_ms: parts.map((part) => part.bounds.latest_ms[0]!) };
  let bestTotal_ms = Infinity;
  let bestDelays_ms: number[] | undefined;
  for (const vvDelay_ms of vvDelays_ms) {
    const schedule = schedulePulses(rhythm, site.avDelay_ms, vvDelay_ms);
    if (!schedule.isDelivered) continue;
    const delays_ms = [schedule.rv_ms! + captureLatency_ms, schedule.lv_ms! + captureLatency_ms];
    if (intrinsic) delays_ms.push(schedule.intrinsic_ms!);
    const total_ms = computeTotalActivationTime(fields, delays_ms, bounds) - Math.min(...delays_ms);
    if (total_ms >= bestTotal_ms) continue;
    bestTotal_ms = total_ms;
    bestDelays_ms = delays_ms;
  }
  if (!bestDelays_ms) return NOT_DELIVERED;
  const times_ms = new Float32Array(rv.times_ms.length);
  combineBeat(times_ms, { fields, delays_ms: bestDelays_ms });
  const setting = muscle && {
    activation_ms: timePatches(muscle, times_ms),
    avDelay_ms: site.clockStart_ms + Math.min(...bestDelays_ms),
  };
  return {
    ...meter.measureMap(times_ms, 0),
    features: setting && describeTiming(muscle!.patches, setting),
  };
}

function measureBeat(meter: BeatMeter, fields: readonly Float32Array[], delays_ms: readonly number[]): BeatMeasures {
  const times_ms = new Float32Array(fields[0]!.length);
  combineBeat(times_ms, { fields, delays_ms });
  return meter.measureMap(times_ms, 0);
}
