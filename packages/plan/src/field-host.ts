import type { FieldSolver } from "@tributary/engine";

/** What fields need of the place a plan runs in. */
export interface FieldHost {
  readonly solver: Omit<FieldSolver, "close">;
  /** Memory for a field that every thread of the host can read. */
  allocateFloat32(length: number): Float32Array;
  /** The same values in memory that every thread can read; the array itself where there is one thread. */
  share<View extends Float64Array | Uint32Array | Uint8Array>(array: View): View;
}

/** How a list of tasks is watched and stopped. */
export interface TaskOptions {
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}
