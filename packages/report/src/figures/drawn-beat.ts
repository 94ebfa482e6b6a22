import type { BeatTrace } from "@tributary/model";
import { simplifyLine } from "../svg/simplify-line.ts";

/** A beat of the circulation to draw, from right atrial activation over one cycle. */
export interface DrawnBeat {
  readonly name: string;
  readonly role: "before" | "after" | "frozen";
  /** Not of a periodic state yet: drawn in dashes. */
  readonly isEstimate?: true;
  readonly trace: BeatTrace;
  /** From right atrial activation to the first ventricular front. */
  readonly avDelay_ms: number;
}

/** The beat as it is now first. */
export type DrawnBeats = readonly [DrawnBeat, ...DrawnBeat[]];

const TOLERANCE_px = 0.15;

/** A line through samples, with no more points than the eye needs. */
export function lineThrough(
  count: number,
  toPixel: (sample: number) => readonly [x_px: number, y_px: number],
): number[] {
  return simplifyLine(Array.from({ length: count }, (_, sample) => toPixel(sample)).flat() as number[], TOLERANCE_px);
}
