import type { VentricularPatch } from "./circulation-parameters.ts";

/**
 * Activation by AHA segment, ms after the first ventricular activation; "17s" and "17f" are the septal and the free half
 * of the apex. For reference patients without a heart of their own; a patient's times come from an activation map.
 */
export type ActivationPattern = Readonly<Record<PatchLabel, number>>;

const FREE_LABELS = ["1", "4", "5", "6", "7", "10", "11", "12", "13", "15", "16", "17f"] as const;
const SEPTAL_LABELS = ["2", "3", "8", "9", "14", "17s"] as const;
export type PatchLabel = (typeof FREE_LABELS)[number] | (typeof SEPTAL_LABELS)[number] | "RV";

/** Assumed, within the spread that Durrer et al. (Circulation 1970;41:899) found in isolated hearts. */
export const NARROW_QRS: ActivationPattern = {
  ...{ "1": 25, "4": 35, "5": 45, "6": 40, "7": 15, "10": 25, "11": 35, "12": 30, "13": 15, "15": 20, "16": 25 },
  ...{ "2": 10, "3": 12, "8": 5, "9": 5, "14": 10, "17s": 15, "17f": 20, RV: 20 },
};

/** Assumed: septum 20 to 40 ms, lateral wall 85 to 110 ms after the right ventricle. */
export const LEFT_BUNDLE_BRANCH_BLOCK: ActivationPattern = {
  ...{ "1": 70, "4": 70, "5": 105, "6": 110, "7": 65, "10": 65, "11": 95, "12": 100, "13": 60, "15": 60, "16": 85 },
  ...{ "2": 25, "3": 25, "8": 20, "9": 20, "14": 30, "17s": 40, "17f": 60, RV: 0 },
};

/** Assumed: pacing from the right ventricular apex; ms after the front starts. */
export const RV_APICAL_PACING: ActivationPattern = {
  ...{ "1": 95, "4": 95, "5": 120, "6": 120, "7": 75, "10": 75, "11": 100, "12": 100, "13": 45, "15": 45, "16": 65 },
  ...{ "2": 55, "3": 55, "8": 35, "9": 35, "14": 15, "17s": 10, "17f": 30, RV: 10 },
};

/** Assumed: pacing from the lateral wall of the left ventricle; the front crosses the septum to the right ventricle. */
export const LV_LATERAL_PACING: ActivationPattern = {
  ...{ "1": 45, "4": 45, "5": 10, "6": 5, "7": 35, "10": 40, "11": 5, "12": 0, "13": 35, "15": 35, "16": 15 },
  ...{ "2": 85, "3": 85, "8": 75, "9": 75, "14": 60, "17s": 55, "17f": 40, RV: 110 },
};

/**
 * The 18 patches of AHA segments with one of the right ventricle, of equal shares inside a wall.
 *
 * @param scarFractions  by label; 0 where none is named
 */
export function patchesOfPattern(
  pattern: ActivationPattern,
  scarFractions: Partial<Record<PatchLabel, number>> = {},
): VentricularPatch[] {
  const walls = [
    { wall: "lvFree", labels: FREE_LABELS },
    { wall: "septum", labels: SEPTAL_LABELS },
    { wall: "rvFree", labels: ["RV"] },
  ] as const;
  return walls.flatMap(({ labels, wall }) =>
    labels.map((label) => ({
      wall,
      label,
      wallShare: 1 / labels.length,
      activation_ms: pattern[label],
      scarFraction: scarFractions[label] ?? 0,
    })),
  );
}

/** Times of a pattern in the order of `patchesOfPattern`. */
export function timesOfPattern(pattern: ActivationPattern): Float64Array {
  return Float64Array.from(patchesOfPattern(pattern), ({ activation_ms }) => activation_ms);
}
