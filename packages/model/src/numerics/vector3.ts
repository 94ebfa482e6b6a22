/**
 * Points and directions of space as small immutable tuples. For code that handles some thousands of them; kernels over
 * whole meshes write the same arithmetic out over typed arrays, since a tuple is an allocation.
 */
export type Vector3 = readonly [x: number, y: number, z: number];

/** The vector at `index` of an array of 3 · count numbers. */
export function pointAt(points: ArrayLike<number>, index: number): Vector3 {
  return [points[3 * index]!, points[3 * index + 1]!, points[3 * index + 2]!];
}

/** a + t b. */
export function addScaled(a: Vector3, b: Vector3, t: number): Vector3 {
  return [a[0] + t * b[0], a[1] + t * b[1], a[2] + t * b[2]];
}

export function multiply(a: Vector3, factor: number): Vector3 {
  return [factor * a[0], factor * a[1], factor * a[2]];
}

export function subtract(a: Vector3, b: Vector3): Vector3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function dot(a: Vector3, b: Vector3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** a x b, right-handed. */
export function cross(a: Vector3, b: Vector3): Vector3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function norm(a: Vector3): number {
  return Math.hypot(a[0], a[1], a[2]);
}

export function distance(a: Vector3, b: Vector3): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** Unit vector; a zero vector stays zero. */
export function normalize(a: Vector3): Vector3 {
  const length = norm(a);
  return length > 0 ? [a[0] / length, a[1] / length, a[2] / length] : [0, 0, 0];
}

/** Angle between two directions of any length, rad, 0 to π; by arctangent, so that small angles keep their digits. */
export function angleBetween(a: Vector3, b: Vector3): number {
  return Math.atan2(norm(cross(a, b)), dot(a, b));
}
