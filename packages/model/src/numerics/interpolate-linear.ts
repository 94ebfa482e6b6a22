/**
 * The value at x of the straight lines between points (xs, ys); beyond either end the end value.
 *
 * @param xs  at least one, not falling; where two are equal the earlier y holds
 */
export function interpolateLinear(xs: ArrayLike<number>, ys: ArrayLike<number>, x: number): number {
  if (x <= xs[0]!) return ys[0]!;
  for (let i = 1; i < xs.length; i++) {
    if (x <= xs[i]!) return ys[i - 1]! + ((x - xs[i - 1]!) / (xs[i]! - xs[i - 1]!)) * (ys[i]! - ys[i - 1]!);
  }
  return ys[xs.length - 1]!;
}
