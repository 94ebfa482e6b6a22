/** Below this share of the longer vector a gradient, or its part normal to another, has no usable direction. */
const SMALLEST_SHARE = 1e-6;

/**
 * Right-handed wall axes at a place: columns e0 circumferential, e1 toward the base, e2 across the wall.
 *
 * e1 = unit(toBase); e2 = unit(across - (e1 · across) e1); e0 = e1 x e2. With e2 outward, e0 runs counter-clockwise seen
 * from the base.
 *
 * @param outMatrix  written; 9, row by row
 * @param toBase     gradient of the field that rises from apex to base
 * @param across     gradient of the field that rises across the wall
 * @returns false, with nothing written, where either gradient vanishes or both are parallel
 *
 * Source: Bayer et al., Ann Biomed Eng 2012;40:2243, function axis.
 */
export function writeWallAxes(outMatrix: Float64Array, toBase: Float64Array, across: Float64Array): boolean {
  const baseLength = Math.hypot(toBase[0]!, toBase[1]!, toBase[2]!);
  const acrossLength = Math.hypot(across[0]!, across[1]!, across[2]!);
  if (!(baseLength > 0) || !(acrossLength > 0)) return false;
  const ux = toBase[0]! / baseLength;
  const uy = toBase[1]! / baseLength;
  const uz = toBase[2]! / baseLength;
  const along = ux * across[0]! + uy * across[1]! + uz * across[2]!;
  let vx = across[0]! - along * ux;
  let vy = across[1]! - along * uy;
  let vz = across[2]! - along * uz;
  const length = Math.hypot(vx, vy, vz);
  if (!(length > SMALLEST_SHARE * acrossLength)) return false;
  vx /= length;
  vy /= length;
  vz /= length;
  outMatrix[0] = uy * vz - uz * vy;
  outMatrix[3] = uz * vx - ux * vz;
  outMatrix[6] = ux * vy - uy * vx;
  outMatrix[1] = ux;
  outMatrix[4] = uy;
  outMatrix[7] = uz;
  outMatrix[2] = vx;
  outMatrix[5] = vy;
  outMatrix[8] = vz;
  return true;
}

/**
 * Turns wall axes into fiber axes, in place: Q · Ra · Rb with
 * Ra = [cos a, -sin a, 0; sin a, cos a, 0; 0, 0, 1] and Rb = [1, 0, 0; 0, cos b, sin b; 0, -sin b, cos b].
 * Columns become fiber, sheet normal, sheet.
 *
 * Source: Bayer et al., Ann Biomed Eng 2012;40:2243, function orient.
 */
export function turnToFiber(matrix: Float64Array, alpha_rad: number, beta_rad: number): void {
  const ca = Math.cos(alpha_rad);
  const sa = Math.sin(alpha_rad);
  const cb = Math.cos(beta_rad);
  const sb = Math.sin(beta_rad);
  for (let row = 0; row < 9; row += 3) {
    const e0 = matrix[row]!;
    const e1 = matrix[row + 1]!;
    const e2 = matrix[row + 2]!;
    const normal = ca * e1 - sa * e0;
    matrix[row] = ca * e0 + sa * e1;
    matrix[row + 1] = cb * normal - sb * e2;
    matrix[row + 2] = sb * normal + cb * e2;
  }
}
