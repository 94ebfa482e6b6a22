/** Where trials say a lead lies, by its clock position in the left anterior oblique view. */
export type WallRegion = "inferior" | "lateral" | "anterior" | "septal";

/**
 * The region of an rt: the free wall cut in three equal sectors from the posterior groove, the septum by itself.
 *
 * Source: three sectors as in Singh et al., Circulation 2011 (MADIT-CRT), who say posterior for inferior; the cuts at
 * 80 and 160 degrees are assumed.
 */
export function freeWallRegion(rt: number): WallRegion {
  const turn = rt - Math.floor(rt);
  if (turn > 2 / 3 + SEPTAL_MARGIN_rt && turn < 1 - SEPTAL_MARGIN_rt) return "septal";
  if (turn >= 1 - SEPTAL_MARGIN_rt || turn < 2 / 9) return "inferior";
  return turn < 4 / 9 ? "lateral" : "anterior";
}

/** A vein in a groove is counted to the free wall up to 15 degrees beyond it; assumed. */
const SEPTAL_MARGIN_rt = 15 / 360;
