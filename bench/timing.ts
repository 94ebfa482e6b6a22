/** Wall-clock times of one repeated job, ms. */
export interface Timing {
  readonly minimum_ms: number;
  readonly median_ms: number;
  readonly maximum_ms: number;
}

export function measureOnce(job: () => void): number {
  const start_ms = performance.now();
  job();
  return performance.now() - start_ms;
}

export function summarizeTimes(times_ms: readonly number[]): Timing {
  const sorted = [...times_ms].sort((a, b) => a - b);
  return {
    minimum_ms: sorted[0] ?? NaN,
    median_ms: sorted[Math.floor(sorted.length / 2)] ?? NaN,
    maximum_ms: sorted[sorted.length - 1] ?? NaN,
  };
}
