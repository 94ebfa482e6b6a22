/** Leads of a sweep: those of INDEPENDENT_LEADS, in that order; the code that adds them is written out. */
export const SWEEP_LEAD_COUNT = 8;

/** What the nodes of one heart contribute to the ECG; the same for all sources and delays. */
export interface SweepNodes {
  readonly nodeCount: number;
  /** 8 · nodeCount, node by node: mV in each lead for 1 mV of membrane voltage at the node. A lead's weights sum to 0. */
  readonly weights: Float64Array;
  /** nodeCount, 1 for the nodes of a second total activation time (the LV only); none when left out. */
  readonly mask?: Uint8Array;
}
