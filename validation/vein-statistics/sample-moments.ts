/** Moments of samples, divided by their number. */

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function deviation(values: readonly number[]): number {
  const center = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - center) ** 2)));
}

export function correlate(xs: readonly number[], ys: readonly number[]): number {
  const mx = mean(xs);
  const my = mean(ys);
  const products = xs.map((x, i) => (x - mx) * (ys[i]! - my));
  return mean(products) / (deviation(xs) * deviation(ys));
}
