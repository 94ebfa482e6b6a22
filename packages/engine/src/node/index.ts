// What the engine offers on Node only: worker threads.
export { type PreparationOptions, prepareHeartInWorker } from "./prepare-heart-in-worker.ts";
export { createWorkerFieldSolver } from "./worker-field-solver.ts";
