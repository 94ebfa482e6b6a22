/** A least squares parabola y = y0 − a (x − vertex)². */
export interface Parabola {
  readonly vertex: number;
  /** Half width of the 95 % confidence interval of the vertex, from the scatter of the points around the parabola. */
  readonly halfWidth: number;
  /** Share of the variance that the parabola explains. */
  readonly explainedShare: number;
}

/** Student's t, two-sided 95 %, by degrees of freedom from 1 on. */
const STUDENT_T = [12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.2, 2.18] as const;

/**
 * Orthogonal polynomials in x; the interval is that of the ratio of two coefficients, to first order.
 *
 * @param x  five to fifteen values
 */
export function fitParabola(x: readonly number[], y: readonly number[]): Parabola {
  const center = meanOf(x);
  const line = x.map((value) => value - center);
  const curve = removePart(removeMean(line.map((value) => value * value)), line);
  const rest = removeMean(y);
  const [slope, bend] = [line, curve].map((basis) => dot(rest, basis) / dot(basis, basis)) as [number, number];
  const residual = rest.map((value, i) => value - slope * line[i]! - bend * curve[i]!);
  const variance = dot(residual, residual) / (x.length - 3);
  // y = slope·u + bend·(u² − skew·u) + …, so that the vertex lies at u = (skew − slope/bend)/2.
  const skew =
    dot(
      line.map((value) => value * value),
      line,
    ) / dot(line, line);
  const ratioVariance = (variance / bend ** 2) * (1 / dot(line, line) + (slope / bend) ** 2 / dot(curve, curve));
  return {
    vertex: center + (skew - slope / bend) / 2,
    halfWidth: (STUDENT_T[x.length - 4]! * Math.sqrt(ratioVariance)) / 2,
    explainedShare: 1 - dot(residual, residual) / dot(rest, rest),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function removeMean(values: readonly number[]): number[] {
  const mean = meanOf(values);
  return values.map((value) => value - mean);
}

function removePart(values: readonly number[], along: readonly number[]): number[] {
  const part = dot(values, along) / dot(along, along);
  return values.map((value, i) => value - part * along[i]!);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
