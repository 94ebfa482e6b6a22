import type { Point_mm } from "@tributary/model";
import type { CandidateCathode } from "../placements/candidate-cathodes.ts";

/** Distance of knots along a vein, mm. */
export const KNOT_STEP_mm = 2;

/** A place of a vein at which a field is solved. */
export interface Knot {
  readonly vein: string;
  readonly arc_mm: number;
}

/** A cathode between two knots. */
export interface KnotBlend {
  readonly lower: number;
  readonly upper: number;
  /** Share of the upper knot, 0 to 1. */
  readonly blend: number;
}

export interface KnotLayout {
  readonly knots: readonly Knot[];
  /** One a cathode. */
  readonly blends: readonly KnotBlend[];
}

/** Where a place of a vein acts on the muscle. */
export type PlaceOfAction = (knot: Knot) => Point_mm;

/**
 * Knots every `step_mm` of each vein over the stretch in which cathodes lie.
 *
 * Over a groove the muscle nearest to a vein changes sides, and the place of action jumps: a cathode that acts off the line
 * between its knots gets a knot of its own.
 *
 */
export function layKnots(cathodes: readonly CandidateCathode[], step_mm: number, placeOf: PlaceOfAction): KnotLayout {
  const knots: Knot[] = [];
  const indexOf = new Map<string, number>();
  function knotAt(vein: string, arc_mm: number): number {
    const key = `${vein} ${arc_mm}`;
    const known = indexOf.get(key);
    if (known !== undefined) return known;
    indexOf.set(key, knots.length);
    knots.push({ vein, arc_mm });
    return knots.length - 1;
  }
  const blends = cathodes.map(({ vein, arc_mm }) => {
    const below_mm = Math.floor(arc_mm / step_mm) * step_mm;
    const blend = (arc_mm - below_mm) / step_mm;
    const [lower, upper] = [below_mm, below_mm + step_mm].map((end_mm) => ({ vein, arc_mm: end_mm }));
    const isBetween = blend > 0 && measureJump([lower!, { vein, arc_mm }, upper!], blend, placeOf) <= JUMP_mm;
    if (isBetween) return { lower: knotAt(vein, below_mm), upper: knotAt(vein, below_mm + step_mm), blend };
    const own = knotAt(vein, arc_mm);
    return { lower: own, upper: own, blend: 0 };
  });
  return { knots, blends };
}

/** At 0.3 mm/ms across the fiber a third of a millisecond. */
const JUMP_mm = 0.1;

/** How far the middle one acts from the line between the other two, mm. */
function measureJump(
  [lower, middle, upper]: readonly [Knot, Knot, Knot],
  blend: number,
  placeOf: PlaceOfAction,
): number {
  const [a, at, b] = [placeOf(lower), placeOf(middle), placeOf(upper)];
  return Math.hypot(...([0, 1, 2] as const).map((axis) => (1 - blend) * a[axis] + blend * b[axis] - at[axis]));
}

/**
 * The field of a cathode between two knots: linear in the arc length. Exact where a front runs the same way from both;
 * measured error in the tests.
 *
 * @param out     written; nodeCount, ms
 * @param scale   what the times are multiplied by
 */
export function blendFields(
  out: Float32Array,
  lower: Float32Array,
  upper: Float32Array,
  { blend, scale }: { readonly blend: number; readonly scale: number },
): void {
  const a = (1 - blend) * scale;
  const b = blend * scale;
  // Unreached is Infinity in both, or the node would be near neither: 0 times Infinity must not become NaN.
  if (b === 0) for (let node = 0; node < out.length; node++) out[node] = a * lower[node]!;
  else for (let node = 0; node < out.length; node++) out[node] = a * lower[node]! + b * upper[node]!;
}
