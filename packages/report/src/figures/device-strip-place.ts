import type { EcgPaper } from "./ecg-grid.ts";

/** A stretch of time on paper. */
export interface StripPlace {
  readonly paper: EcgPaper;
  readonly start_ms: number;
  readonly speed_mmPerMs: number;
}

export function placeTime_px({ paper, start_ms, speed_mmPerMs }: StripPlace, time_ms: number): number {
  return paper.left_px + (time_ms - start_ms) * speed_mmPerMs * paper.pxPerMm;
}

export function placeHeight_px({ paper }: StripPlace, at_mm: number): number {
  return paper.top_px + at_mm * paper.pxPerMm;
}
