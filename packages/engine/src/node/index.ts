// What the engine offers on Node only: worker threads.
export { createWorkerFieldSolver } from "./worker-field-solver.ts";
