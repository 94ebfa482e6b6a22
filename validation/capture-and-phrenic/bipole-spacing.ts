import { DEFAULT_PHRENIC, estimatePhrenicThreshold, type PhrenicNerve, radiansFromDegrees } from "@tributary/model";
import { PULSE_WIDTH_ms } from "./sample-sites.ts";

const CROSSING_rad = radiansFromDegrees(100);

/** A straight nerve over the cathode, in the plane z = height. */
function createStraightNerve(height_mm: number): PhrenicNerve {
  const along = Array.from({ length: 161 }, (_, i) => i - 80);
  return {
    points_mm: Float64Array.from(
      along.flatMap((s) => [s * Math.cos(CROSSING_rad), s * Math.sin(CROSSING_rad), height_mm]),
    ),
    normals: Float64Array.from(along.flatMap(() => [0, 0, 1])),
  };
}

/** Threshold of a nerve over the cathode for rings whose edges are a gap apart; unipolar without a gap. */
export function thresholdOfGap(height_mm: number, gap_mm?: number): number {
  const axis = [1, 0, 0] as const;
  const cathode = { position_mm: [0, 0, 0] as const, axis };
  const nerve = createStraightNerve(height_mm);
  if (gap_mm === undefined) return estimatePhrenicThreshold({ cathode }, nerve, PULSE_WIDTH_ms);
  const anode = { position_mm: [gap_mm + DEFAULT_PHRENIC.ringLength_mm, 0, 0] as const, axis };
  return estimatePhrenicThreshold({ cathode, anode }, nerve, PULSE_WIDTH_ms);
}
