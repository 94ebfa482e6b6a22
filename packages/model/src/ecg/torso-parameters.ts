/** Sizes of the trunk and where the heart and the electrodes lie in it. Design values of a lean adult of 1.75 m, 75 kg. */
import type { Parameter } from "../units/parameter.ts";

function assumed(value: number, unit: string, range: readonly [number, number]): Parameter {
  return { value, unit, range, source: "assumed", confirmed: false };
}

export const TORSO_PARAMETERS = {
  /** Largest width at the level of the heart, without arms. */
  chestWidth_mm: assumed(320, "mm", [260, 420]),
  /** Largest depth at the level of the heart. */
  chestDepth_mm: assumed(230, "mm", [180, 320]),
  /** From the level of the heart to the top of the shoulders. */
  heightAbove_mm: assumed(190, "mm", [150, 230]),
  /** From the level of the heart to the hips. */
  heightBelow_mm: assumed(350, "mm", [280, 420]),
  /** Width of the waist over that of the chest. */
  waistRatio: assumed(0.85, "1", [0.7, 1.1]),
  /** Depth at the shoulders over that at the level of the heart. */
  shoulderDepthRatio: assumed(0.65, "1", [0.5, 0.8]),
  /** Center of the LV endocardium left of the middle of the trunk. */
  heartLeft_mm: assumed(35, "mm", [10, 60]),
  /** Center of the LV endocardium in front of the middle of the trunk. */
  heartForward_mm: assumed(15, "mm", [-20, 40]),
  /** Least distance from the heart to the skin, front to back; a larger heart is moved back. */
  chestWall_mm: assumed(18, "mm", [10, 40]),
  /** Body height and weight that the sizes above belong to. */
  referenceHeight_mm: assumed(1750, "mm", [1500, 2000]),
  referenceWeight_kg: assumed(75, "kg", [45, 120]),
  /** Distance of V1 and V2 from the midline: the borders of the sternum. */
  sternalBorder_mm: assumed(20, "mm", [15, 30]),
  /** The fourth intercostal space above the center of the LV endocardium. */
  fourthSpace_mm: assumed(0, "mm", [-20, 25]),
  /** From the fourth to the fifth intercostal space, downward. */
  spaceStep_mm: assumed(25, "mm", [18, 32]),
  /** Midclavicular and anterior axillary lines, from the midline, over half the width of the chest. */
  midclavicularRatio: assumed(0.53, "1", [0.45, 0.6]),
  anteriorAxillaryRatio: assumed(0.84, "1", [0.75, 0.92]),
} as const satisfies Record<string, Parameter>;
