/**
 * How arrival times depend on the three ratios of a conduction shape: a quadratic in their slownesses, fitted node by
 * node to solves at the 15 points of a face-centered central composite design.
 *
 * Arrival times are integrals of slowness along the fastest path; while the path stays they are linear in each ratio's
 * inverse, and the quadratic follows its slow change. The error against full solves is measured in every plan.
 * Source: Box and Wilson, J R Stat Soc B 1951;13:1 (central composite designs).
 */
import { CALIBRATION_PARAMETERS, type ConductionShape } from "./conduction-set.ts";

/** A shape as three numbers from -1 to 1, linear in slowness. */
export type ShapePoint = readonly [fastLayer: number, anisotropy: number, septum: number];

/** The anisotropy ratio is a slowness ratio by itself; the others are inverted. */
const SLOWNESS_RANGES = {
  fastLayer: invertRange(CALIBRATION_PARAMETERS.fastLayerRatio.range),
  anisotropy: CALIBRATION_PARAMETERS.anisotropyRatio.range,
  septum: invertRange(CALIBRATION_PARAMETERS.septumRatio.range),
} as const;

function invertRange([low, high]: readonly [number, number]): readonly [number, number] {
  return [1 / high, 1 / low];
}

export function pointOfShape({ fastLayerRatio, anisotropyRatio, septumRatio }: ConductionShape): ShapePoint {
  return [
    toUnit(1 / fastLayerRatio, SLOWNESS_RANGES.fastLayer),
    toUnit(anisotropyRatio, SLOWNESS_RANGES.anisotropy),
    toUnit(1 / septumRatio, SLOWNESS_RANGES.septum),
  ];
}

/** The shape at a point of the design's cube; -1 and 1 are the ends of each slowness. */
export function shapeAtPoint([fastLayer, anisotropy, septum]: ShapePoint): ConductionShape {
  return {
    fastLayerRatio: 1 / fromUnit(fastLayer, SLOWNESS_RANGES.fastLayer),
    anisotropyRatio: fromUnit(anisotropy, SLOWNESS_RANGES.anisotropy),
    septumRatio: 1 / fromUnit(septum, SLOWNESS_RANGES.septum),
  };
}

function toUnit(value: number, [low, high]: readonly [number, number]): number {
  return (2 * (value - low)) / (high - low) - 1;
}

function fromUnit(unit: number, [low, high]: readonly [number, number]): number {
  return low + ((unit + 1) / 2) * (high - low);
}

const POINTS: readonly ShapePoint[] = [
  [0, 0, 0],
  ...[0, 1, 2].flatMap((axis) =>
    [-1, 1].map((end): ShapePoint => [axis === 0 ? end : 0, axis === 1 ? end : 0, axis === 2 ? end : 0]),
  ),
  ...[-1, 1].flatMap((a) => [-1, 1].flatMap((b) => [-1, 1].map((c): ShapePoint => [a, b, c]))),
];

/** The shapes that are solved; the first is the middle. */
export const DESIGN_SHAPES: readonly ConductionShape[] = POINTS.map(shapeAtPoint);

function listMonomials([a, b, c]: ShapePoint): number[] {
  return [1, a, b, c, a * a, b * b, c * c, a * b, a * c, b * c];
}

/**
 * Weights of the design's solves in the value at a shape: the least-squares quadratic, evaluated. They add to 1.
 *
 * w = m(z)ᵀ (XᵀX)⁻¹ Xᵀ with X the monomials of the design's points.
 */
export function weighDesign(shape: ConductionShape): Float64Array {
  const rows = POINTS.map(listMonomials);
  const target = listMonomials(pointOfShape(shape));
  const normal = target.map((_, i) => target.map((__, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)));
  const solution = solveSymmetric(normal, target);
  return Float64Array.from(rows, (row) => row.reduce((sum, value, i) => sum + value * solution[i]!, 0));
}

/** Gauss elimination of a small positive definite system. */
function solveSymmetric(matrix: number[][], right: readonly number[]): number[] {
  const size = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let pivot = 0; pivot < size; pivot++) {
    for (let row = pivot + 1; row < size; row++) {
      const factor = rows[row]![pivot]! / rows[pivot]![pivot]!;
      for (let column = pivot; column <= size; column++) rows[row]![column]! -= factor * rows[pivot]![column]!;
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let sum = rows[row]![size]!;
    for (let column = row + 1; column < size; column++) sum -= rows[row]![column]! * solution[column]!;
    solution[row] = sum / rows[row]![row]!;
  }
  return solution;
}
