// The public API of @tributary/bench.
export { type BenchRow, runActivationBench } from "./run-activation-bench.ts";
