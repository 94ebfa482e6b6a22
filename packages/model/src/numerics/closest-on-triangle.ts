type Vector3 = readonly [number, number, number];

/**
 * The point of triangle a-b-c closest to p.
 *
 * Source: Ericson, Real-Time Collision Detection, 2005, section 5.1.5 (regions of the triangle's plane).
 */
export function findClosestOnTriangle(p: Vector3, a: Vector3, b: Vector3, c: Vector3): Vector3 {
  const ab = subtract(b, a);
  const ac = subtract(c, a);
  const ap = subtract(p, a);
  const d1 = dot(ab, ap);
  const d2 = dot(ac, ap);
  if (d1 <= 0 && d2 <= 0) return a;
  const bp = subtract(p, b);
  const d3 = dot(ab, bp);
  const d4 = dot(ac, bp);
  if (d3 >= 0 && d4 <= d3) return b;
  const beyondAB = d1 * d4 - d3 * d2;
  if (beyondAB <= 0 && d1 >= 0 && d3 <= 0) return move(a, ab, d1 / (d1 - d3));
  const cp = subtract(p, c);
  const d5 = dot(ab, cp);
  const d6 = dot(ac, cp);
  if (d6 >= 0 && d5 <= d6) return c;
  const beyondAC = d5 * d2 - d1 * d6;
  if (beyondAC <= 0 && d2 >= 0 && d6 <= 0) return move(a, ac, d2 / (d2 - d6));
  const beyondBC = d3 * d6 - d5 * d4;
  if (beyondBC <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
    return move(b, subtract(c, b), (d4 - d3) / (d4 - d3 + d5 - d6));
  }
  const scale = 1 / (beyondAB + beyondAC + beyondBC);
  return move(move(a, ab, beyondAC * scale), ac, beyondAB * scale);
}

function subtract(a: Vector3, b: Vector3): Vector3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function dot(a: Vector3, b: Vector3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function move(from: Vector3, direction: Vector3, fraction: number): Vector3 {
  return [from[0] + fraction * direction[0], from[1] + fraction * direction[1], from[2] + fraction * direction[2]];
}
