import { addScaled, dot, subtract, type Vector3 } from "../numerics/vector3.ts";
import type { NerveCrossing } from "./nerve-crossing.ts";

/** An electrode that gives its current evenly over a short line. */
export interface LineSource {
  /** Of its middle, counted from where the crossing is counted from. */
  readonly center_mm: Vector3;
  /** Unit, along the lead. */
  readonly axis: Vector3;
  /** Current relative to the cathode's: 1 cathode, -1 anode. */
  readonly weight: number;
}

/** Three-point Gauss rule on a line of length 1. */
const GAUSS = [
  { at: -Math.sqrt(0.6) / 2, weight: 5 / 18 },
  { at: 0, weight: 8 / 18 },
  { at: Math.sqrt(0.6) / 2, weight: 5 / 18 },
] as const;

/** How far along the nerve a maximum is sought, over its distance, to either side; and in how many steps. */
const SEARCH_RATIO = 2.5;
const SEARCH_STEPS = 50;

/**
 * The largest activating function along a straight nerve: max over s of the second derivative of V_e.
 *
 * A unit cathode at a place whose distance from the nerve is h and whose foot on the nerve lies a before s gives
 * (h^2 - 2 a^2) / (h^2 + a^2)^(5/2): 1 / h^3 over the cathode, below 0 to either side of it. An anode gives the opposite.
 *
 * @param crossing       the nerve, and around which place of it the maximum is sought
 * @param sources        one cathode, and the anode if it is near
 * @param ringLength_mm  0 for points
 * @returns 1/mm^3; 0 where nothing along the nerve is depolarized
 *
 * Source: activating function, Rattay 1986 (from memory). Accuracy: the best step, moved to the vertex of the parabola through it and its
 * neighbors: about 0.1 % where the nerve lies next to an electrode.
 */
export function maximumActivation(
  { nearest_mm, tangent }: NerveCrossing,
  sources: readonly LineSource[],
  ringLength_mm: number,
): number {
  const points = sources.flatMap(({ center_mm, axis, weight }) =>
    GAUSS.map((node) => {
      const from = subtract(nearest_mm, addScaled(center_mm, axis, node.at * ringLength_mm));
      const along = dot(from, tangent);
      return { along, square: dot(from, from) - along * along, weight: weight * node.weight };
    }),
  );
  const reach_mm = SEARCH_RATIO * Math.sqrt(dot(nearest_mm, nearest_mm));
  const step_mm = (2 * reach_mm) / SEARCH_STEPS;
  let best = 0;
  let before = activationAt(points, -reach_mm - step_mm);
  let here = activationAt(points, -reach_mm);
  for (let i = 0; i <= SEARCH_STEPS; i++) {
    const s_mm = -reach_mm + i * step_mm;
    const after = activationAt(points, s_mm + step_mm);
    if (here > before && here >= after) {
      const vertex = activationAt(points, s_mm + step_mm * vertexOfParabola(before, here, after));
      best = Math.max(best, here, vertex);
    }
    before = here;
    here = after;
  }
  return best;
}

interface PointOnNerve {
  readonly along: number;
  /** Squared distance from the nerve's line. */
  readonly square: number;
  readonly weight: number;
}

function activationAt(points: readonly PointOnNerve[], s_mm: number): number {
  let sum = 0;
  for (const { along, square, weight } of points) {
    const a = along + s_mm;
    const r2 = square + a * a;
    sum += (weight * (square - 2 * a * a)) / (r2 * r2 * Math.sqrt(r2));
  }
  return sum;
}

/** Where the parabola through three values one step apart has its vertex, in steps from the middle one. */
function vertexOfParabola(before: number, here: number, after: number): number {
  const curvature = before - 2 * here + after;
  return curvature < 0 ? (before - after) / (2 * curvature) : 0;
}
