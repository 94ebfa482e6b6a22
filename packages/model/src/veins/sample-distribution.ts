import type { Random } from "../numerics/random.ts";

/**
 * A positive draw whose mean and standard deviation are the given ones (log-normal, moments matched exactly).
 * Published diameters and fat depths have a spread near their mean, where a normal law would give negative lengths.
 */
export function sampleLogNormal(random: Random, mean: number, sd: number): number {
  const logVariance = Math.log(1 + (sd / mean) ** 2);
  return mean * Math.exp(Math.sqrt(logVariance) * random.normal() - logVariance / 2);
}

/** A normal draw, drawn again until it lies in [low, high]; narrow the law, not the range, if that is rare. */
export function sampleTruncatedNormal(random: Random, law: { mean: number; sd: number }, low: number, high: number) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const value = law.mean + law.sd * random.normal();
    if (value >= low && value <= high) return value;
  }
  return Math.min(high, Math.max(low, law.mean));
}
