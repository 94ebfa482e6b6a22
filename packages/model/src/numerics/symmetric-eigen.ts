export interface SymmetricEigen {
  /** Rising. */
  readonly values: readonly [number, number, number];
  /** Unit vectors in the order of the values; the sign is arbitrary. */
  readonly vectors: readonly (readonly [number, number, number])[];
}

/**
 * Eigenvalues and vectors of a symmetric 3x3 matrix by cyclic Jacobi rotations.
 *
 * @param m  xx, xy, xz, yy, yz, zz
 *
 * Accuracy: a few units in the last place of the largest eigenvalue.
 * Source: Jacobi, J reine angew Math 1846;30:51.
 */
export function computeSymmetricEigen(m: ArrayLike<number>): SymmetricEigen {
  const a = [m[0]!, m[1]!, m[2]!, m[1]!, m[3]!, m[4]!, m[2]!, m[4]!, m[5]!];
  const v = [1, 0, 0, 0, 1, 0, 0, 0, 1];
  for (let sweep = 0; sweep < 30; sweep++) {
    if (Math.abs(a[1]!) + Math.abs(a[2]!) + Math.abs(a[5]!) === 0) break;
    rotatePlane(a, v, 0, 1);
    rotatePlane(a, v, 0, 2);
    rotatePlane(a, v, 1, 2);
  }
  const order = [0, 1, 2].sort((i, j) => a[4 * i]! - a[4 * j]!);
  return {
    values: [a[4 * order[0]!]!, a[4 * order[1]!]!, a[4 * order[2]!]!],
    vectors: order.map((i) => [v[i]!, v[3 + i]!, v[6 + i]!] as const),
  };
}

function rotatePlane(a: number[], v: number[], p: number, q: number): void {
  const apq = a[3 * p + q]!;
  if (apq === 0) return;
  const tau = (a[4 * q]! - a[4 * p]!) / (2 * apq);
  const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = t * c;
  for (let k = 0; k < 3; k++) rotatePair(a, 3 * k + p, 3 * k + q, c, s);
  for (let k = 0; k < 3; k++) rotatePair(a, 3 * p + k, 3 * q + k, c, s);
  for (let k = 0; k < 3; k++) rotatePair(v, 3 * k + p, 3 * k + q, c, s);
}

function rotatePair(m: number[], i: number, j: number, c: number, s: number): void {
  const x = m[i]!;
  const y = m[j]!;
  m[i] = c * x - s * y;
  m[j] = s * x + c * y;
}
