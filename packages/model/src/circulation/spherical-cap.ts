/**
 * A ventricular wall as a spherical cap on the circle where the three walls meet, in units of that circle's radius y:
 * volume v = V/(π y³), height X = x/y, area (π y²)(1 + X²), curvature 2X/((1 + X²) y).
 *
 * Source: Lumens et al., Ann Biomed Eng 2009;37:2234.
 */

/** Below this normalized volume the difference Q − 1/Q loses digits that the series keeps. */
const SMALL_VOLUME = 1e-4;

/**
 * Height of a cap of normalized volume v: the real root of X³ + 3X = 6v.
 *
 * X = Q − 1/Q with Q = ∛(3|v| + √(9v² + 1)), and the sign of v. Near 0, X = 2v − 8v³/3.
 */
export function capHeight(normalizedVolume: number): number {
  const size = Math.abs(normalizedVolume);
  if (size < SMALL_VOLUME) return normalizedVolume * (2 - (8 / 3) * size * size);
  const q = Math.cbrt(3 * size + Math.sqrt(9 * size * size + 1));
  const height = q - 1 / q;
  return normalizedVolume < 0 ? -height : height;
}

/** Normalized volume of a cap of normalized height X. */
export function capVolume(normalizedHeight: number): number {
  return (normalizedHeight * (normalizedHeight * normalizedHeight + 3)) / 6;
}
