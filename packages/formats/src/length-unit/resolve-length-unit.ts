import { LENGTH_UNITS, type LengthUnit, millimetersPer, TributaryError } from "@tributary/model";

/** Largest side of the bounding box of adult human ventricles, mm; assumed, wide enough for a child's and a dilated one. */
export const HEART_EXTENT_mm = [60, 250] as const;

export interface ResolvedLengthUnit {
  readonly unit: LengthUnit;
  /** Whether a person named the unit; if not, mm was taken and `statement` must be shown. */
  readonly declared: boolean;
  /** What was decided and from which extent, one sentence. */
  readonly statement: string;
}

/**
 * The unit of a file that carries none: the declared one; else mm, if the points then have the size of human
 * ventricles; else nothing is guessed.
 *
 * @param points    3 · pointCount coordinates as the file has them
 * @param fileName  named in the error
 * @param declared  um, mm, cm or m, where a person said so; any size is then accepted
 * @throws TributaryError `unit-not-stated` naming the unit in which the extent comes nearest to a heart
 */
export function resolveLengthUnit(
  points: Float64Array,
  fileName: string,
  declared: LengthUnit | undefined,
): ResolvedLengthUnit {
  const extent = measureLargestExtent(points);
  if (declared) {
    const extent_mm = extent * millimetersPer(declared);
    return {
      unit: declared,
      declared: true,
      statement: `${fileName}: ${declared}, as stated; ${say(extent_mm)} mm across`,
    };
  }
  const [lowest, highest] = HEART_EXTENT_mm;
  if (extent >= lowest && extent <= highest) {
    const statement = `${fileName}: no unit stated; mm taken, since the largest extent is then ${say(extent)} mm`;
    return { unit: "mm", declared: false, statement };
  }
  const fitting = nearestUnit(extent);
  const fitting_mm = say(extent * millimetersPer(fitting));
  throw new TributaryError({
    code: "unit-not-stated",
    what: "The file carries no unit of length, and mm does not fit a heart.",
    where: fileName,
    why: `the largest extent is ${say(extent)}; mm is taken only from ${lowest} to ${highest} mm; in ${fitting} it would be ${fitting_mm} mm`,
    fix: `State the unit: --units ${fitting} would fit best (choices: ${LENGTH_UNITS.join(", ")}).`,
  });
}

/** Largest side of the box around the points, in their own unit; 0 for no points. */
export function measureLargestExtent(points: Float64Array): number {
  let largest = 0;
  for (let axis = 0; axis < 3; axis++) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let at = axis; at < points.length; at += 3) {
      low = Math.min(low, points[at]!);
      high = Math.max(high, points[at]!);
    }
    largest = Math.max(largest, high - low);
  }
  return largest;
}

/** The unit whose extent in mm is nearest, as a ratio, to the middle of the range of hearts. */
function nearestUnit(extent: number): LengthUnit {
  const middle_mm = Math.sqrt(HEART_EXTENT_mm[0] * HEART_EXTENT_mm[1]);
  const misfit = (unit: LengthUnit): number => Math.abs(Math.log((extent * millimetersPer(unit)) / middle_mm));
  return LENGTH_UNITS.reduce((best, unit) => (misfit(unit) < misfit(best) ? unit : best));
}

function say(length: number): string {
  return String(Number(length.toPrecision(3)));
}
