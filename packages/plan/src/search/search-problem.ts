import type { FrontTaps, SweepNodes } from "@tributary/model";
import type { KnotBlend } from "../fields/knots.ts";
import type { BeatMeasures } from "../heart/beat-meter.ts";
import type { RvSite } from "../plan.ts";
import type { DelayGrid } from "../timing/delay-grid.ts";
import type { RhythmTiming } from "../timing/schedule-pulses.ts";

/** The right-ventricular lead at one place, with the delays that make sense there. */
export interface RvOption {
  readonly site: RvSite;
  /** nodeCount, ms after capture. */
  readonly times_ms: Float32Array;
  readonly rhythm: RhythmTiming;
  readonly grid: DelayGrid;
  /** Why the generator does not deliver a pair of delays, AV by AV and within it VV by VV; undefined where it does. */
  readonly refusals: readonly (string | undefined)[];
}

/** Everything a sweep over cathodes and delays reads; arrays may be shared between threads. */
export interface SearchProblem {
  readonly nodes: SweepNodes;
  readonly taps: FrontTaps;
  /** The conducted beat, ms after its first root; undefined where nothing is conducted or no PR interval is known. */
  readonly intrinsic_ms: Float32Array | undefined;
  readonly rv: readonly RvOption[];
  /** At the velocity of the case. */
  readonly knots: readonly Float32Array[];
  readonly blends: readonly KnotBlend[];
  /** Arrival times of the knots are divided by it; those of the other fields already are. */
  readonly velocityScale: number;
  /** From a pulse to the start of its front, whole ms. */
  readonly captureLatency_ms: number;
}

/** What pacing from one cathode does. */
export interface CathodeResponse {
  readonly cathode: number;
  /**
   * Latest minus first activation for every right-ventricular site and pair of delays: RV sites, then AV, then VV. NaN
   * where the pulses are not delivered.
   */
  readonly totalActivationTime_ms: Float32Array;
  /** The shortest of those that are safely delivered; undefined where none is. */
  readonly bestEntry: number | undefined;
  readonly best: BeatMeasures | undefined;
}

/** A pair of delays with the right-ventricular lead at one place. */
export interface PacedDelays {
  readonly rv: RvOption;
  readonly avDelay_ms: number | undefined;
  readonly vvDelay_ms: number;
}

/** One entry of a response, spelled out. */
export interface ResponseEntry extends PacedDelays {
  /** Why the generator does not deliver it. */
  readonly refusal: string | undefined;
}

/** The entries in the order of the arrays of a `CathodeResponse`. */
export function listEntries(rv: readonly RvOption[]): ResponseEntry[] {
  return rv.flatMap((option) =>
    option.grid.avDelays_ms.flatMap((avDelay_ms, av) =>
      option.grid.vvDelays_ms.map((vvDelay_ms, vv) => {
        const refusal = option.refusals[av * option.grid.vvDelays_ms.length + vv];
        return { rv: option, avDelay_ms, vvDelay_ms, refusal };
      }),
    ),
  );
}
