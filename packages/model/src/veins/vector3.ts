export type Vector3 = readonly [number, number, number];

export function pointAt(points: ArrayLike<number>, index: number): Vector3 {
  return [points[3 * index]!, points[3 * index + 1]!, points[3 * index + 2]!];
}

/** a + t b. */
export function addScaled(a: Vector3, b: Vector3, t: number): Vector3 {
  return [a[0] + t * b[0], a[1] + t * b[1], a[2] + t * b[2]];
}

export function subtract(a: Vector3, b: Vector3): Vector3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function dot(a: Vector3, b: Vector3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

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

export function angleBetween(a: Vector3, b: Vector3): number {
  return Math.atan2(norm(cross(a, b)), dot(a, b));
}
