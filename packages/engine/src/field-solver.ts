import type { SourceSeeds, TetrahedralMesh } from "@tributary/model";

/**
 * How activation fields are computed: one interface, several back ends (in this thread, in worker threads), the same
 * numbers from each.
 */
export interface FieldSolver {
  /**
   * One field per source, in the order given.
   *
   * @throws the signal's reason when aborted; nothing is returned then
   */
  solve(
    domain: FieldDomain,
    sources: readonly FieldSource[],
    options?: RunOptions,
  ): Promise<readonly ActivationField[]>;
  /**
   * The same times as `solve`, rounded to 32 bits (1e-5 ms), for lists too long to hold in double precision.
   *
   * @param outTimes_ms  written; one array of nodeCount a source; shared memory saves the threads of a solver a copy
   * @throws the signal's reason when aborted; `outTimes_ms` is then filled in part
   */
  solveInto(
    outTimes_ms: readonly Float32Array[],
    domain: FieldDomain,
    sources: readonly FieldSource[],
    options?: RunOptions,
  ): Promise<void>;
  /** Ends what the back end holds; the solver can not be used afterwards. */
  close(): Promise<void>;
}

/** A mesh with one velocity tensor: what fields are solved on. */
export interface FieldDomain {
  readonly mesh: TetrahedralMesh;
  /** 6 · elementCount, upper triangle, mm²/ms²; all zero where an element does not conduct. */
  readonly tensor_mm2PerMs2: Float64Array;
}

export interface FieldSource {
  readonly id: string;
  readonly seeds: SourceSeeds;
}

/** Activation times of one source alone. */
export interface ActivationField {
  readonly sourceId: string;
  /** nodeCount, ms after the source's own start; Infinity where its front never arrives. */
  readonly times_ms: Float64Array;
  readonly unreachedCount: number;
}

export interface RunOptions {
  /** `done` of `total` sources are solved. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}
