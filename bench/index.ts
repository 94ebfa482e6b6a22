// The public API of @tributary/bench.
export interface BenchRow {
  readonly quantity: string;
  readonly unit: string;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly goal: string;
  readonly pass: boolean | undefined;
}
export function runActivationBench(_p: (s: string, f: number) => void): BenchRow[] {
  return [];
}
