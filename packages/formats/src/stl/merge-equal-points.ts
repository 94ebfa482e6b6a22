/** Triangles over shared points; the unit is that of the file they came from. */
export interface IndexedTriangles {
  /** 3 · pointCount. */
  readonly points: Float64Array;
  /** 3 · triangleCount point indices. */
  readonly triangles: Uint32Array;
}

/**
 * Gives corners with the same coordinates the same index, in order of first appearance; -0 equals 0.
 *
 * @param corners  9 · triangleCount: x y z of each corner
 * Cost: linear; an open-addressing table twice the number of corners.
 */
export function mergeEqualPoints(corners: Float64Array): IndexedTriangles {
  const cornerCount = corners.length / 3;
  let capacity = 16;
  while (capacity < 2 * cornerCount) capacity *= 2;
  const table = new Int32Array(capacity).fill(-1);
  const triangles = new Uint32Array(cornerCount);
  const points = new Float64Array(corners.length);
  let pointCount = 0;
  for (let corner = 0; corner < cornerCount; corner++) {
    const x = corners[3 * corner]! + 0;
    const y = corners[3 * corner + 1]! + 0;
    const z = corners[3 * corner + 2]! + 0;
    let slot = hashPoint(x, y, z) & (capacity - 1);
    for (let known = table[slot]!; known >= 0; known = table[slot]!) {
      if (points[3 * known] === x && points[3 * known + 1] === y && points[3 * known + 2] === z) break;
      slot = (slot + 1) & (capacity - 1);
    }
    if (table[slot]! < 0) {
      table[slot] = pointCount;
      points[3 * pointCount] = x;
      points[3 * pointCount + 1] = y;
      points[3 * pointCount + 2] = z;
      pointCount++;
    }
    triangles[corner] = table[slot]!;
  }
  return { points: points.slice(0, 3 * pointCount), triangles };
}

const scratch = new Float64Array(3);
const words = new Uint32Array(scratch.buffer);

function hashPoint(x: number, y: number, z: number): number {
  scratch[0] = x;
  scratch[1] = y;
  scratch[2] = z;
  let hash = 0x811c9dc5;
  for (let k = 0; k < 6; k++) {
    hash = Math.imul(hash ^ words[k]!, 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
