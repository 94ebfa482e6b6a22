import {
  type ActivationMeasures,
  ahaSegment,
  combineFields,
  joinSeeds,
  measureActivation,
  measureSegmentTimes,
  rotationalOfNode,
  type SourceSeeds,
} from "@tributary/model";
import { INTRINSIC_SOURCE } from "./activation-sources.ts";
import type { Configuration } from "./configurations.ts";
import type { ElectricalHeart } from "./electrical-heart.ts";
import type { ActivationField, FieldSolver, FieldSource, RunOptions } from "./field-solver.ts";
import type { PreparedHeart } from "./prepare-heart.ts";

/** What a joint solve said about a map that the node-wise minimum only approximates. */
export interface JointCorrection {
  /** Largest fall of a node's time from the minimum to the joint solve, ms. */
  readonly largestChange_ms: number;
  /** Total activation time of the joint solve minus that of the minimum, ms; 0 or negative. */
  readonly totalChange_ms: number;
}

/** A configuration and the activation that results. */
export interface ActivationMap extends Configuration {
  /** nodeCount, ms; Infinity where no front arrives. */
  readonly times_ms: Float64Array;
  readonly measures: ActivationMeasures;
  /** Mean time by AHA segment number, ms; index 0 the free wall of the right ventricle. */
  readonly segmentTimes_ms: Float64Array;
  /** The segment of the node of the LV activated last; 0 when nothing of the LV is reached. */
  readonly latestLvSegment: number;
  /** Undefined where the minimum is exact up to the mesh; else the times are those of the joint solve. */
  readonly jointCorrection: JointCorrection | undefined;
}

/** The node-wise minimum of the delayed fields of a configuration, measured. */
export function buildActivationMap(
  prepared: PreparedHeart,
  fields: readonly ActivationField[],
  configuration: Configuration,
): ActivationMap {
  const used = configuration.sources.map(({ id }) => findField(fields, id).times_ms);
  const delays_ms = configuration.sources.map(({ delay_ms }) => delay_ms);
  const times_ms = new Float64Array(prepared.nodeVolumes_mm3.length);
  const winners = new Uint16Array(times_ms.length);
  combineFields(times_ms, winners, used, delays_ms);
  return measureMap(prepared, configuration, times_ms, winners);
}

/**
 * Whether the minimum of single fields is only an approximation for a configuration: a functional line of block belongs
 * to the intrinsic rhythm, and a paced beat that fuses with it is another rhythm, in which the line need not form.
 */
export function needsJointSolve(electrical: ElectricalHeart, { sources }: Configuration): boolean {
  return electrical.hasFunctionalBlock && sources.length > 1 && sources.some(({ id }) => id === INTRINSIC_SOURCE);
}

/** What a joint solve needs besides the heart. */
export interface JointRun extends Pick<RunOptions, "signal"> {
  readonly solver: FieldSolver;
  readonly sources: readonly FieldSource[];
}

/**
 * A configuration solved in one, with the functional lines of block absent, and how far that lies from the minimum.
 *
 * @param minimum  the map of `buildActivationMap` for the same configuration
 * @param run      the solver and the seeds of every source of the case
 */
export async function solveMapJointly(
  prepared: PreparedHeart,
  electrical: ElectricalHeart,
  minimum: ActivationMap,
  run: JointRun,
): Promise<ActivationMap> {
  const seeds = minimum.sources.map(({ id }) => findSource(run.sources, id).seeds);
  const delays_ms = minimum.sources.map(({ delay_ms }) => delay_ms);
  const joint: SourceSeeds = joinSeeds(seeds, delays_ms);
  const domain = { mesh: prepared.heart, tensor_mm2PerMs2: electrical.pacedTensor_mm2PerMs2 };
  const [field] = await run.solver.solve(
    domain,
    [{ id: minimum.id, seeds: joint }],
    run.signal ? { signal: run.signal } : {},
  );
  const times_ms = field!.times_ms;
  const map = measureMap(prepared, minimum, times_ms, undefined);
  return {
    ...map,
    jointCorrection: {
      largestChange_ms: measureLargestFall(minimum.times_ms, times_ms),
      totalChange_ms: map.measures.totalActivationTime_ms - minimum.measures.totalActivationTime_ms,
    },
  };
}

/** A map computed elsewhere, measured like those of `buildActivationMap`; without territories. */
export function buildMeasuredMap(
  prepared: PreparedHeart,
  configuration: Configuration,
  times_ms: Float64Array,
): ActivationMap {
  return measureMap(prepared, configuration, times_ms, undefined);
}

function measureMap(
  prepared: PreparedHeart,
  { id, name, sources }: Configuration,
  times_ms: Float64Array,
  winners: Uint16Array | undefined,
): ActivationMap {
  const { heart, coordinates, nodeVolumes_mm3, segment, elementVolumes_mm3 } = prepared;
  const territory = winners ? { sources: winners, sourceCount: sources.length } : {};
  return {
    id,
    name,
    sources,
    times_ms,
    measures: measureActivation({ times_ms, nodeVolumes_mm3, ventricles: coordinates.tv, ...territory }),
    segmentTimes_ms: measureSegmentTimes(times_ms, heart, segment, elementVolumes_mm3),
    latestLvSegment: findLatestLvSegment(prepared, times_ms),
    jointCorrection: undefined,
  };
}

function measureLargestFall(minimum_ms: Float64Array, joint_ms: Float64Array): number {
  let largest_ms = 0;
  for (let node = 0; node < joint_ms.length; node++) {
    // What only the joint solve reaches has no earlier time to fall from.
    if (minimum_ms[node] === Infinity) continue;
    largest_ms = Math.max(largest_ms, minimum_ms[node]! - joint_ms[node]!);
  }
  return largest_ms;
}

function findLatestLvSegment({ coordinates }: PreparedHeart, times_ms: Float64Array): number {
  let latest = -1;
  for (let node = 0; node < times_ms.length; node++) {
    if (coordinates.tv[node] !== 0 || times_ms[node] === Infinity) continue;
    if (latest < 0 || times_ms[node]! > times_ms[latest]!) latest = node;
  }
  return latest < 0 ? 0 : ahaSegment(coordinates.ab[latest]!, rotationalOfNode(coordinates, latest));
}

function findField(fields: readonly ActivationField[], id: string): ActivationField {
  const field = fields.find(({ sourceId }) => sourceId === id);
  if (!field) throw new Error(`no field of source "${id}" was solved`);
  return field;
}

function findSource(sources: readonly FieldSource[], id: string): FieldSource {
  const source = sources.find((candidate) => candidate.id === id);
  if (!source) throw new Error(`no source "${id}" is known`);
  return source;
}
