import type { VentricularPatch } from "@tributary/model";
import type { PumpSetting } from "./pump-beat.ts";

/** What of a beat's timing the pump answers to, ms: the inputs of the surrogate. */
export type PumpFeatures = readonly [
  /** From right atrial activation to the mean of the left ventricle. */
  atrialToLeft: number,
  /** Mean of the left ventricle minus that of the right free wall. */
  leftAfterRight: number,
  /** Mean of the lateral wall minus that of the septum. */
  lateralAfterSeptum: number,
  /** Standard deviation over the left ventricle, by volume. */
  leftSpread: number,
];

/** AHA segments of the lateral wall. */
const LATERAL_SEGMENTS = [5, 6, 11, 12, 16];

/** @param patches  those of the setting; their labels begin with the number of their AHA segment */
export function describeTiming(
  patches: readonly VentricularPatch[],
  { activation_ms, avDelay_ms }: PumpSetting,
): PumpFeatures {
  const mean = (isMeant: (patch: VentricularPatch) => boolean) => {
    let [sum, share] = [0, 0];
    for (const [index, patch] of patches.entries()) {
      if (!isMeant(patch)) continue;
      const weight = weighPatch(patch);
      sum += weight * activation_ms[index]!;
      share += weight;
    }
    return sum / share;
  };
  const left_ms = mean(({ wall }) => wall !== "rvFree");
  const right_ms = mean(({ wall }) => wall === "rvFree");
  const septum_ms = mean(({ wall }) => wall === "septum");
  const lateral_ms = mean(
    ({ wall, label }) => wall === "lvFree" && LATERAL_SEGMENTS.includes(Number.parseInt(label, 10)),
  );
  let [square, share] = [0, 0];
  for (const [index, patch] of patches.entries()) {
    if (patch.wall === "rvFree") continue;
    square += weighPatch(patch) * (activation_ms[index]! - left_ms) ** 2;
    share += weighPatch(patch);
  }
  return [avDelay_ms + left_ms, left_ms - right_ms, lateral_ms - septum_ms, Math.sqrt(square / share)];
}

/** Twice as much muscle of the left ventricle is free wall as is septum; inside a wall the share counts. */
const WALL_WEIGHTS = { lvFree: 2, septum: 1, rvFree: 1 } as const;

function weighPatch({ wall, wallShare }: VentricularPatch): number {
  return WALL_WEIGHTS[wall] * wallShare;
}
