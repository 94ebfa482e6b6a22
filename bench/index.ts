// The public API of @tributary/bench.
export { type BenchRow, runActivationBench } from "./run-activation-bench.ts";
export { runGeneratorBench } from "./run-generator-bench.ts";
