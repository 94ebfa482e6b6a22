import { computeTensorForm, invertTensor } from "../numerics/symmetric-tensor.ts";
import { type BarycentricMap, buildBarycentricMap, evaluateBarycentric, slopeOf } from "./barycentric-map.ts";
import type { EikonalOperator } from "./eikonal-operator.ts";
import type { Point_mm } from "./muscle-location.ts";

/** A conducting element prepared for many straight paths from one point. */
interface PathElement {
  readonly map: BarycentricMap;
  readonly metric: Float64Array;
  /** Weights of the four corners at the start of the paths. */
  readonly startWeights: readonly number[];
  /** The corner with the lowest of these weights: most elements are left by it alone. */
  readonly lowestCorner: number;
}

/** Straight paths that start at one point and stay among the given elements. */
export interface StraightPaths {
  readonly start_mm: Point_mm;
  readonly elements: readonly PathElement[];
}

/** A weight this far below zero still counts as inside, so that a path along a face belongs to both its elements. */
const WEIGHT_TOLERANCE = 1e-9;
/** Largest part of a path that may lie in no element and still count as covered. */
const GAP_TOLERANCE = 1e-7;

/** @param elements  all conducting elements that a path may cross */
export function prepareStraightPaths(
  operator: EikonalOperator,
  start_mm: Point_mm,
  elements: readonly number[],
): StraightPaths {
  return {
    start_mm,
    elements: elements.map((element) => {
      const map = buildBarycentricMap(operator.mesh, element);
      const metric = new Float64Array(6);
      invertTensor(metric, 0, operator.tensor_mm2PerMs2, 6 * element);
      const startWeights = evaluateBarycentric(map, start_mm);
      return { map, metric, startWeights, lowestCorner: startWeights.indexOf(Math.min(...startWeights)) };
    }),
  };
}

/**
 * Time along the straight path to `end_mm`: the sum over the crossed elements of |segment|_M. A path that runs along a face
 * or an edge takes the fastest of the elements that share it. Never less than the true distance, as the path is one of
 * all paths.
 *
 * @returns Infinity when a part of the path lies outside the conducting elements
 */
export function measureStraightPath_ms(paths: StraightPaths, end_mm: Point_mm): number {
  const direction: Point_mm = [
    end_mm[0] - paths.start_mm[0],
    end_mm[1] - paths.start_mm[1],
    end_mm[2] - paths.start_mm[2],
  ];
  if (direction[0] === 0 && direction[1] === 0 && direction[2] === 0) return 0;
  const pieces: { from: number; to: number; time_ms: number }[] = [];
  for (const element of paths.elements) {
    const [from, to] = clipToElement(element, direction);
    if (to - from <= WEIGHT_TOLERANCE) continue;
    const time_ms = Math.sqrt(computeTensorForm(element.metric, 0, direction[0], direction[1], direction[2]));
    pieces.push({ from, to, time_ms });
  }
  const breaks = [0, 1, ...pieces.flatMap(({ from, to }) => [from, to])].sort((a, b) => a - b);
  let total_ms = 0;
  let uncovered = 0;
  for (let i = 1; i < breaks.length; i++) {
    const length = breaks[i]! - breaks[i - 1]!;
    if (length === 0) continue;
    const middle = 0.5 * (breaks[i]! + breaks[i - 1]!);
    let fastest_ms = Infinity;
    for (const { from, to, time_ms } of pieces) {
      if (from < middle && middle < to && time_ms < fastest_ms) fastest_ms = time_ms;
    }
    if (fastest_ms === Infinity) uncovered += length;
    else total_ms += length * fastest_ms;
  }
  // A gap of rounding size is charged at the mean rate of the rest.
  return uncovered > GAP_TOLERANCE ? Infinity : total_ms / (1 - uncovered);
}

const OUTSIDE = [0, 0] as const;

/** The part of the path, as fractions of its length, that lies in the element; empty when from >= to. */
function clipToElement(element: PathElement, direction: Point_mm): readonly [from: number, to: number] {
  const { lowestCorner, map, startWeights } = element;
  const lowest = startWeights[lowestCorner]! + WEIGHT_TOLERANCE;
  if (lowest < 0 && lowest + slopeOf(map, lowestCorner, direction) < 0) return OUTSIDE;
  let from = 0;
  let to = 1;
  for (let corner = 0; corner < 4; corner++) {
    const start = startWeights[corner]! + WEIGHT_TOLERANCE;
    const slope = slopeOf(map, corner, direction);
    if (slope > 0) from = Math.max(from, -start / slope);
    else if (slope < 0) to = Math.min(to, -start / slope);
    else if (start < 0) return OUTSIDE;
    if (from >= to) return OUTSIDE;
  }
  return [from, to];
}
