import { interpolateLinear } from "../numerics/interpolate-linear.ts";
/** How wide a vein is along its length, and how far a round body can go in it. */

/**
 * Lumen of a tributary, mm, at an arc length from its mouth: d(s) = d0 exp(-k s).
 *
 * Source: k from mean diameters at the mouth and 50 mm on, Keiler et al., Front Cardiovasc Med 2020, 611160.
 */
export function tributaryDiameter(ostiumDiameter_mm: number, taperRate_perMm: number, arc_mm: number): number {
  return ostiumDiameter_mm * Math.exp(-taperRate_perMm * arc_mm);
}

/** Arc length at which a tapering vein has just the wanted lumen: s = ln(d0 / d) / k; 0 if it is too narrow at once. */
export function arcOfDiameter(ostiumDiameter_mm: number, taperRate_perMm: number, wanted_mm: number): number {
  if (wanted_mm >= ostiumDiameter_mm) return 0;
  return Math.log(ostiumDiameter_mm / wanted_mm) / taperRate_perMm;
}

/** The trunk's lumen: straight lines between knots, never narrower than a tributary it still has to receive. */
export interface TrunkLumen {
  /** Increasing from 0 at the ostium. */
  readonly knotArc_mm: readonly number[];
  readonly knotDiameter_mm: readonly number[];
  readonly mouths: readonly { readonly arc_mm: number; readonly diameter_mm: number }[];
}

/**
 * Lumen of the trunk, mm, at an arc length from the ostium; non-increasing toward the distal end.
 *
 * @param trunk   knots increasing in arc, and the mouths of the tributaries
 * @param arc_mm  0 to the trunk's length; beyond either end the end value holds
 */
export function trunkDiameter(trunk: TrunkLumen, arc_mm: number): number {
  const { knotArc_mm, knotDiameter_mm, mouths } = trunk;
  let widest = interpolateLinear(knotArc_mm, knotDiameter_mm, arc_mm);
  for (let i = 0; i < knotArc_mm.length; i++) {
    if (knotArc_mm[i]! >= arc_mm) widest = Math.max(widest, knotDiameter_mm[i]!);
  }
  for (const mouth of mouths) {
    if (mouth.arc_mm >= arc_mm) widest = Math.max(widest, mouth.diameter_mm);
  }
  return widest;
}

/** Fat under a vein, mm: one value over the first 15 mm, another from 20 mm on, a straight line between. */
export function fatGap(proximal_mm: number, distal_mm: number, arc_mm: number): number {
  const blend = Math.min(1, Math.max(0, (arc_mm - 15) / 5));
  return proximal_mm + blend * (distal_mm - proximal_mm);
}
