/**
 * Rotations as unit quaternions (x, y, z, w) in four consecutive numbers, and as 3x3 matrices in nine, row by row.
 * Arguments written come first and may be the ones read.
 */

/** The quaternion of a proper rotation matrix; w or the largest component is positive. */
export function writeQuaternionOfMatrix(outQuaternion: Float64Array, m: Float64Array): void {
  const trace = m[0]! + m[4]! + m[8]!;
  let largest = 3;
  let largestSquare = trace;
  for (let i = 0; i < 3; i++) {
    if (m[4 * i]! <= largestSquare) continue;
    largestSquare = m[4 * i]!;
    largest = i;
  }
  if (largest === 3) {
    const scale = 0.5 / Math.sqrt(1 + trace);
    outQuaternion[0] = (m[7]! - m[5]!) * scale;
    outQuaternion[1] = (m[2]! - m[6]!) * scale;
    outQuaternion[2] = (m[3]! - m[1]!) * scale;
    outQuaternion[3] = 0.25 / scale;
    return;
  }
  const i = largest;
  const j = (i + 1) % 3;
  const k = (i + 2) % 3;
  const scale = 0.5 / Math.sqrt(1 + m[4 * i]! - m[4 * j]! - m[4 * k]!);
  outQuaternion[i] = 0.25 / scale;
  outQuaternion[j] = (m[3 * j + i]! + m[3 * i + j]!) * scale;
  outQuaternion[k] = (m[3 * k + i]! + m[3 * i + k]!) * scale;
  outQuaternion[3] = (m[3 * k + j]! - m[3 * j + k]!) * scale;
}

/** The rotation matrix of a quaternion, which is normalized first. */
export function writeMatrixOfQuaternion(outMatrix: Float64Array, q: Float64Array): void {
  const inverse = 1 / Math.hypot(q[0]!, q[1]!, q[2]!, q[3]!);
  const x = q[0]! * inverse;
  const y = q[1]! * inverse;
  const z = q[2]! * inverse;
  const w = q[3]! * inverse;
  outMatrix[0] = 1 - 2 * (y * y + z * z);
  outMatrix[1] = 2 * (x * y - z * w);
  outMatrix[2] = 2 * (x * z + y * w);
  outMatrix[3] = 2 * (x * y + z * w);
  outMatrix[4] = 1 - 2 * (x * x + z * z);
  outMatrix[5] = 2 * (y * z - x * w);
  outMatrix[6] = 2 * (x * z - y * w);
  outMatrix[7] = 2 * (y * z + x * w);
  outMatrix[8] = 1 - 2 * (x * x + y * y);
}

/**
 * Interpolates two frames whose axes have no sign: the half-turns of the first about its own axes stand for the same
 * frame, and the one closest to the second is taken (bidirectional spherical interpolation).
 *
 * @param out    written: quaternion; may be `first` or `second`
 * @param share  0 gives the first, 1 the second
 *
 * Source: Bayer et al., Ann Biomed Eng 2012;40:2243, function bislerp.
 */
export function interpolateFrames(out: Float64Array, first: Float64Array, second: Float64Array, share: number): void {
  const [x, y, z, w] = [first[0]!, first[1]!, first[2]!, first[3]!];
  const [bx, by, bz, bw] = [second[0]!, second[1]!, second[2]!, second[3]!];
  const products = [
    x * bx + y * by + z * bz + w * bw,
    w * bx + z * by - y * bz - x * bw,
    -z * bx + w * by + x * bz - y * bw,
    y * bx - x * by + w * bz - z * bw,
  ] as const;
  let turn = 0;
  for (let i = 1; i < 4; i++) if (Math.abs(products[i]!) > Math.abs(products[turn]!)) turn = i;
  const sign = products[turn]! < 0 ? -1 : 1;
  const cosine = Math.min(1, Math.abs(products[turn]!));
  const angle_rad = Math.acos(cosine);
  const sine = Math.sin(angle_rad);
  const a = sine > 1e-9 ? (sign * Math.sin((1 - share) * angle_rad)) / sine : sign * (1 - share);
  const b = sine > 1e-9 ? Math.sin(share * angle_rad) / sine : share;
  const [tx, ty, tz, tw] =
    turn === 0 ? [x, y, z, w] : turn === 1 ? [w, z, -y, -x] : turn === 2 ? [-z, w, x, -y] : [y, -x, w, -z];
  out[0] = a * tx! + b * bx;
  out[1] = a * ty! + b * by;
  out[2] = a * tz! + b * bz;
  out[3] = a * tw! + b * bw;
}
