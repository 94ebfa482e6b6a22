import { buildElectricalHeart, type PreparedHeart } from "@tributary/engine";
import {
  CONDUCTION_PARAMETERS,
  DEFAULT_PHRENIC_MARGIN,
  findBranch,
  interpolateAtLocation,
  type MuscleLocation,
  placeInVein,
  TributaryError,
} from "@tributary/model";
import { refuseDelays } from "../device/refuse-delays.ts";
import type { TaskOptions } from "../field-host.ts";
import { applyShape, type ConductionSet } from "../fields/conduction-set.ts";
import { type Knot, type KnotLayout, layKnots } from "../fields/knots.ts";
import {
  type BasicSources,
  createBasicSources,
  createSourcePlacer,
  locateAction,
  type PacedSource,
  paceAt,
  type SourcePlacer,
} from "../fields/plan-sources.ts";
import { type PlanFields, solvePlanFields } from "../fields/solve-fields.ts";
import { createBeatMeter } from "../heart/beat-meter.ts";
import type { HeartModel } from "../heart/heart-model.ts";
import { listRvSites } from "../heart/rv-sites.ts";
import {
  type CandidateCathode,
  listCandidateCathodes,
  listGrooveExclusions,
} from "../placements/candidate-cathodes.ts";
import { type CandidateSite, defineSites } from "../placements/define-sites.ts";
import { listPlacements, type Placement } from "../placements/list-placements.ts";
import { listSearchedVectors } from "../placements/searched-vectors.ts";
import type { PlanExclusion, RvSite } from "../plan.ts";
import type { PlanHost } from "../plan-host.ts";
import type { PlanInput } from "../plan-input.ts";
import { createDelayGrid, findIntrinsicStart_ms, timeRhythm } from "../timing/delay-grid.ts";
import { weighElectrically } from "../weights.ts";
import { type Baseline, findBaseline } from "./baseline.ts";
import {
  type CathodeSite,
  type Choice,
  type ContactEstimates,
  trySite,
  type VectorRefusal,
} from "./choose-configurations.ts";
import { listEntries, type ResponseEntry, type RvOption, type SearchProblem } from "./search-problem.ts";
import { createViabilityMeter } from "./viability.ts";

/** Where a lead can lie on one heart and what can be paced there. */
export interface Candidates {
  readonly placements: readonly Placement[];
  readonly exclusions: readonly PlanExclusion[];
  readonly cathodes: readonly CandidateCathode[];
  readonly sites: readonly CandidateSite[];
}

/** @param arcStep_mm  cathodes nearer together than this along a vein are one; that of `listCandidateCathodes` when left out */
export function listCandidates({ prepared, veins }: HeartModel, { lead }: PlanInput, arcStep_mm?: number): Candidates {
  const { placements, exclusions } = listPlacements(prepared, veins.tree, lead);
  const cathodes = listCandidateCathodes(veins.tree, placements, arcStep_mm);
  const groove = listGrooveExclusions(placements, cathodes);
  return { placements, exclusions: [...exclusions, ...groove], cathodes, sites: defineSites(cathodes) };
}

/** A heart, searched: every cathode with every right-ventricular site and pair of delays. */
export interface HeartSearch {
  /** Places further sources on the heart, with the tensor of the search. */
  readonly placer: SourcePlacer;
  readonly candidates: Candidates;
  readonly fields: PlanFields;
  readonly basic: BasicSources;
  /** In the order of problem.knots. */
  readonly knots: readonly PacedSource[];
  readonly baseline: Baseline;
  readonly problem: SearchProblem;
  readonly entries: readonly ResponseEntry[];
  readonly cathodes: readonly CathodeSite[];
  /** One a site, undefined where nothing captures. */
  readonly choices: readonly (Choice | undefined)[];
  /** One a site: vectors of which no placement can be paced from. */
  readonly refusals: readonly (readonly VectorRefusal[])[];
}

export interface SearchRun extends TaskOptions {
  readonly host: PlanHost;
  readonly set: ConductionSet;
  readonly knotStep_mm: number;
  readonly estimates: ContactEstimates;
  /** From a pulse to the start of its front, whole ms; the usual one where it is left out. */
  readonly captureLatency_ms?: number;
}

/** Share of a search's work that the fields take. */
const FIELD_SHARE = 0.75;

/** Searches one heart with one set of parameters: fields of all sources, then every combination of them. */
export async function searchHeart(
  model: HeartModel,
  input: PlanInput,
  candidates: Candidates,
  run: SearchRun,
): Promise<HeartSearch> {
  const { prepared, veins } = model;
  const { conduction } = input;
  const signal = run.signal ? { signal: run.signal } : {};
  const placer = createSourcePlacer(prepared, buildElectricalHeart(prepared, applyShape(conduction, run.set.shape)));
  const basic = createBasicSources(prepared, placer, listRvSites(input));
  const pointOf = ({ vein, arc_mm }: Knot) => placeInVein(findBranch(veins.tree, vein), arc_mm).point_mm;
  const layout = layKnots(candidates.cathodes, run.knotStep_mm, (knot) => locateAction(placer, pointOf(knot)));
  const points = layout.knots.map((knot) => paceAt(placer, `${knot.vein} ${knot.arc_mm} mm`, pointOf(knot)));
  const solving = solvePlanFields(prepared, conduction, run.set.shape, {
    host: run.host,
    sources: { basic, points },
    ...signal,
    onProgress: (done, total) => run.onProgress?.((FIELD_SHARE * done) / total, 1),
  });
  // The weights of the ECG are computed while the first fields are solved.
  const meter = createBeatMeter(model.nodes, model.taps);
  const fields = await solving;
  const baseline = findBaseline(conduction, fields, run.set, {
    meter,
    qrsDuration_ms: input.findings.qrsDuration_ms,
  });
  const captureLatency_ms = run.captureLatency_ms ?? CONDUCTION_PARAMETERS.captureLatency_ms.value;
  const problem = poseProblem(model, input, { fields, basic, baseline, layout, captureLatency_ms, host: run.host });
  const responses = await run.host.sweepCathodes(
    problem,
    candidates.cathodes.map((_, index) => index),
    { ...signal, onProgress: (done, total) => run.onProgress?.(FIELD_SHARE + ((1 - FIELD_SHARE) * done) / total, 1) },
  );
  const cathodes = describeCathodes(model, candidates, responses, { baseline, layout, points });
  const entries = listEntries(problem.rv);
  const setting = {
    lead: input.lead,
    vectors: listSearchedVectors(input),
    baselineTotal_ms: baseline.measures.totalActivationTime_ms,
    baselineQrs_ms: baseline.measures.qrsDuration_ms,
    weights: weighElectrically(input.weights),
    estimates: run.estimates,
    phrenicMargin: input.phrenicMargin ?? DEFAULT_PHRENIC_MARGIN,
  };
  const tried = candidates.sites.map((site) => trySite(site, cathodes, setting));
  return {
    ...{ placer, candidates, fields, basic, knots: points, baseline, problem, entries, cathodes },
    choices: tried.map(({ best }) => best),
    refusals: tried.map(({ refused }) => refused),
  };
}

interface Posing {
  readonly fields: PlanFields;
  readonly basic: BasicSources;
  readonly baseline: Baseline;
  readonly layout: KnotLayout;
  readonly captureLatency_ms: number;
  readonly host: PlanHost;
}

function poseProblem(model: HeartModel, input: PlanInput, posing: Posing): SearchProblem {
  const { conduction } = input;
  const { fields, basic, baseline, layout, captureLatency_ms, host } = posing;
  const intrinsicStart_ms = findIntrinsicStart_ms(conduction.atrioventricular);
  const isConducted = intrinsicStart_ms !== undefined && fields.layout.conducted.length > 0;
  const share = (times_ms: Float32Array) => {
    const shared = host.allocateFloat32(times_ms.length);
    shared.set(times_ms);
    return shared;
  };
  const rv = [...basic.rv].map(([site, { location }]): RvOption => {
    const arrival_ms = isConducted
      ? requireArrival(site, interpolateAtLocation(model.prepared.heart, baseline.times_ms, location))
      : undefined;
    const rhythm = timeRhythm(intrinsicStart_ms, arrival_ms);
    const field = fields.fields[fields.layout.rv.get(site)!]!;
    const times_ms = share(field.map((time_ms) => time_ms / baseline.set.velocityScale));
    const grid = createDelayGrid(rhythm);
    const { heartRate_perMin } = input.circulation;
    return { site, times_ms, rhythm, grid, refusals: refuseDelays(rhythm, grid, { ...input, heartRate_perMin }) };
  });
  return {
    nodes: model.nodes,
    taps: model.taps,
    intrinsic_ms: isConducted ? share(baseline.times_ms) : undefined,
    rv,
    knots: fields.layout.points.map((index) => fields.fields[index]!),
    blends: layout.blends,
    velocityScale: baseline.set.velocityScale,
    captureLatency_ms,
  };
}

/** @throws TributaryError "rv-lead-not-reached" */
function requireArrival(site: RvSite, arrival_ms: number): number {
  if (arrival_ms < Infinity) return arrival_ms;
  throw new TributaryError({
    code: "rv-lead-not-reached",
    what: "The conducted beat never reaches the right-ventricular lead, so no AV delay can be told from its sensing.",
    where: `right-ventricular lead, ${site}`,
    why: "the muscle around it lies wholly within a line of block or scar",
    fix: "Move the line of block or the scar off the lead, or name another right-ventricular site.",
  });
}

interface CathodeContext {
  readonly baseline: Baseline;
  readonly layout: KnotLayout;
  readonly points: readonly PacedSource[];
}

function describeCathodes(
  { prepared }: { readonly prepared: PreparedHeart },
  { cathodes }: Candidates,
  responses: HeartSearchResponses,
  { baseline, layout, points }: CathodeContext,
): CathodeSite[] {
  const viabilityAt = createViabilityMeter(prepared);
  const timeAt = (location: MuscleLocation) => interpolateAtLocation(prepared.heart, baseline.times_ms, location);
  return cathodes.map((candidate, index) => {
    const { lower, upper, blend } = layout.blends[index]!;
    const [below, above] = [points[lower]!.location, points[upper]!.location];
    const nearest = blend < 0.5 ? below : above;
    return {
      candidate,
      response: responses[index]!,
      qLv_ms: (1 - blend) * timeAt(below) + blend * timeAt(above),
      viableShare: viabilityAt(nearest.position_mm),
    };
  });
}

type HeartSearchResponses = Awaited<ReturnType<PlanHost["sweepCathodes"]>>;
