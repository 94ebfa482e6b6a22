/**
 * Symmetric 3 x 3 tensors stored as six numbers: xx, xy, xz, yy, yz, zz. A squared-velocity tensor D is one (mm²/ms²);
 * its inverse M measures lengths in time: the time along a straight segment e is √(eᵀ M e).
 */

/** Determinant of the tensor at `at`. */
function computeTensorDeterminant(tensor: Float64Array, at: number): number {
  const xx = tensor[at]!;
  const xy = tensor[at + 1]!;
  const xz = tensor[at + 2]!;
  const yy = tensor[at + 3]!;
  const yz = tensor[at + 4]!;
  const zz = tensor[at + 5]!;
  return xx * (yy * zz - yz * yz) - xy * (xy * zz - yz * xz) + xz * (xy * yz - yy * xz);
}

/** Writes the inverse of the tensor at `at` to `outTensor` at `outAt`; the caller makes sure it is not singular. */
export function invertTensor(outTensor: Float64Array, outAt: number, tensor: Float64Array, at: number): void {
  const xx = tensor[at]!;
  const xy = tensor[at + 1]!;
  const xz = tensor[at + 2]!;
  const yy = tensor[at + 3]!;
  const yz = tensor[at + 4]!;
  const zz = tensor[at + 5]!;
  const scale = 1 / computeTensorDeterminant(tensor, at);
  outTensor[outAt] = (yy * zz - yz * yz) * scale;
  outTensor[outAt + 1] = (xz * yz - xy * zz) * scale;
  outTensor[outAt + 2] = (xy * yz - xz * yy) * scale;
  outTensor[outAt + 3] = (xx * zz - xz * xz) * scale;
  outTensor[outAt + 4] = (xy * xz - xx * yz) * scale;
  outTensor[outAt + 5] = (xx * yy - xy * xy) * scale;
}

/** The quadratic form eᵀ T e of the tensor at `at`. */
export function computeTensorForm(tensor: Float64Array, at: number, x: number, y: number, z: number): number {
  return (
    tensor[at]! * x * x +
    tensor[at + 3]! * y * y +
    tensor[at + 5]! * z * z +
    2 * (tensor[at + 1]! * x * y + tensor[at + 2]! * x * z + tensor[at + 4]! * y * z)
  );
}

/** The bilinear form aᵀ T b of the tensor at `at`; a and b start at `aAt` and `bAt` of `vectors`. */
export function computeTensorProduct(
  tensor: Float64Array,
  at: number,
  vectors: Float64Array,
  aAt: number,
  bAt: number,
): number {
  const x = vectors[bAt]!;
  const y = vectors[bAt + 1]!;
  const z = vectors[bAt + 2]!;
  return (
    vectors[aAt]! * (tensor[at]! * x + tensor[at + 1]! * y + tensor[at + 2]! * z) +
    vectors[aAt + 1]! * (tensor[at + 1]! * x + tensor[at + 3]! * y + tensor[at + 4]! * z) +
    vectors[aAt + 2]! * (tensor[at + 2]! * x + tensor[at + 4]! * y + tensor[at + 5]! * z)
  );
}

/** True where all six numbers are zero: an element that does not conduct. */
export function isZeroTensor(tensor: Float64Array, at: number): boolean {
  for (let i = at; i < at + 6; i++) if (tensor[i] !== 0) return false;
  return true;
}

/**
 * Smallest and largest eigenvalue of the tensor at `at`.
 *
 * Closed form by the trigonometric solution of the characteristic cubic, accurate to about 1e-8 of the largest one.
 * Source: Smith, Commun ACM 1961;4:168.
 */
export function computeTensorExtremes(tensor: Float64Array, at: number): readonly [smallest: number, largest: number] {
  const mean = (tensor[at]! + tensor[at + 3]! + tensor[at + 5]!) / 3;
  const deviator = Float64Array.of(
    tensor[at]! - mean,
    tensor[at + 1]!,
    tensor[at + 2]!,
    tensor[at + 3]! - mean,
    tensor[at + 4]!,
    tensor[at + 5]! - mean,
  );
  const diagonal = deviator[0]! ** 2 + deviator[3]! ** 2 + deviator[5]! ** 2;
  const offDiagonal = deviator[1]! ** 2 + deviator[2]! ** 2 + deviator[4]! ** 2;
  const spread = Math.sqrt((diagonal + 2 * offDiagonal) / 6);
  // Below this the cube of the spread would underflow.
  if (spread < 1e-100) return [mean, mean];
  const cosine = computeTensorDeterminant(deviator, 0) / (2 * spread ** 3);
  const angle_rad = Math.acos(Math.min(1, Math.max(-1, cosine))) / 3;
  return [mean + 2 * spread * Math.cos(angle_rad + (2 * Math.PI) / 3), mean + 2 * spread * Math.cos(angle_rad)];
}
