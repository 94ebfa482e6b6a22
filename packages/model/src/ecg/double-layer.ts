import { countNodes, type TriangleSurface } from "../mesh/mesh.ts";
import { areaVector, cornersOfTriangle } from "../mesh/triangle-geometry.ts";
import { norm, subtract } from "../numerics/vector3.ts";

/** What the double layer of a surface needs from any point of view. */
export interface DoubleLayer {
  readonly surface: TriangleSurface;
  /** 3 · triangleCount; twice the area along the outward normal, mm². */
  readonly areaVectors: Float64Array;
  /** 3 · triangleCount; lengths of the sides from corner 0, 1 and 2 to the next, mm. */
  readonly sides_mm: Float64Array;
  /** 4 · nodeCount; place and distance of every node from the point of view; scratch. */
  readonly seen: Float64Array;
}

export function prepareDoubleLayer(surface: TriangleSurface): DoubleLayer {
  const { points_mm, triangles } = surface;
  const areaVectors = new Float64Array(triangles.length);
  const sides_mm = new Float64Array(triangles.length);
  for (let triangle = 0; triangle < triangles.length / 3; triangle++) {
    const [a, b, c] = cornersOfTriangle(points_mm, triangles, triangle);
    areaVectors.set(areaVector(a, b, c), 3 * triangle);
    sides_mm.set([norm(subtract(b, a)), norm(subtract(c, b)), norm(subtract(a, c))], 3 * triangle);
  }
  return { surface, areaVectors, sides_mm, seen: new Float64Array(4 * countNodes(surface)) };
}

/**
 * The share of each node in the solid angle of the surface seen from one of its nodes, over 2π; its own left out.
 *
 * The same numbers as `writeCornerSolidAngles` summed over the triangles, written out over typed arrays.
 *
 * @param outRow  added to; nodeCount
 */
export function addDoubleLayerRow(outRow: Float64Array, layer: DoubleLayer, node: number): void {
  const { surface, seen } = layer;
  lookFrom(seen, surface.points_mm, node);
  const share = new Float64Array(3);
  const { triangles } = surface;
  for (let entry = 0; entry < triangles.length; entry += 3) {
    const a = triangles[entry]!;
    const b = triangles[entry + 1]!;
    const c = triangles[entry + 2]!;
    if (a === node || b === node || c === node) continue;
    writeShares(share, layer, entry);
    outRow[a]! += share[0]!;
    outRow[b]! += share[1]!;
    outRow[c]! += share[2]!;
  }
}

function lookFrom(seen: Float64Array, points_mm: Float64Array, node: number): void {
  const x = points_mm[3 * node]!;
  const y = points_mm[3 * node + 1]!;
  const z = points_mm[3 * node + 2]!;
  for (let i = 0, out = 0; i < points_mm.length; i += 3, out += 4) {
    const dx = points_mm[i]! - x;
    const dy = points_mm[i + 1]! - y;
    const dz = points_mm[i + 2]! - z;
    seen[out] = dx;
    seen[out + 1] = dy;
    seen[out + 2] = dz;
    seen[out + 3] = Math.sqrt(dx * dx + dy * dy + dz * dz);
  }
}

/** The three shares of one triangle, over 2π; see `writeCornerSolidAngles`. */
function writeShares(out3: Float64Array, { surface, areaVectors, sides_mm, seen }: DoubleLayer, entry: number): void {
  const a = 4 * surface.triangles[entry]!;
  const b = 4 * surface.triangles[entry + 1]!;
  const c = 4 * surface.triangles[entry + 2]!;
  const ax = seen[a]!;
  const ay = seen[a + 1]!;
  const az = seen[a + 2]!;
  const bx = seen[b]!;
  const by = seen[b + 1]!;
  const bz = seen[b + 2]!;
  const cx = seen[c]!;
  const cy = seen[c + 1]!;
  const cz = seen[c + 2]!;
  const nx = areaVectors[entry]!;
  const ny = areaVectors[entry + 1]!;
  const nz = areaVectors[entry + 2]!;
  const squaredArea = nx * nx + ny * ny + nz * nz;
  // a·(b × c) is a·n for any corner.
  const volume = ax * nx + ay * ny + az * nz;
  out3.fill(0);
  if (Math.abs(volume) <= 1e-12 * squaredArea ** 0.75) return;
  const la = seen[a + 3]!;
  const lb = seen[b + 3]!;
  const lc = seen[c + 3]!;
  const ab = ax * bx + ay * by + az * bz;
  const bc = bx * cx + by * cy + bz * cz;
  const ca = cx * ax + cy * ay + cz * az;
  const solidAngle = 2 * Math.atan2(volume, la * lb * lc + ab * lc + ca * lb + bc * la);
  const sideA = sides_mm[entry]!;
  const sideB = sides_mm[entry + 1]!;
  const sideC = sides_mm[entry + 2]!;
  const logA = Math.log((lb * sideA + lb * lb - ab) / (la * sideA + ab - la * la)) / sideA;
  const logB = Math.log((lc * sideB + lc * lc - bc) / (lb * sideB + bc - lb * lb)) / sideB;
  const logC = Math.log((la * sideC + la * la - ca) / (lc * sideC + ca - lc * lc)) / sideC;
  const ux = logA * (bx - ax) + logB * (cx - bx) + logC * (ax - cx);
  const uy = logA * (by - ay) + logB * (cy - by) + logC * (ay - cy);
  const uz = logA * (bz - az) + logB * (cz - bz) + logC * (az - cz);
  const scale = 1 / (2 * Math.PI * squaredArea);
  out3[0] =
    scale *
    (((by * cz - bz * cy) * nx + (bz * cx - bx * cz) * ny + (bx * cy - by * cx) * nz) * solidAngle +
      volume * ((cx - bx) * ux + (cy - by) * uy + (cz - bz) * uz));
  out3[1] =
    scale *
    (((cy * az - cz * ay) * nx + (cz * ax - cx * az) * ny + (cx * ay - cy * ax) * nz) * solidAngle +
      volume * ((ax - cx) * ux + (ay - cy) * uy + (az - cz) * uz));
  out3[2] =
    scale *
    (((ay * bz - az * by) * nx + (az * bx - ax * bz) * ny + (ax * by - ay * bx) * nz) * solidAngle +
      volume * ((bx - ax) * ux + (by - ay) * uy + (bz - az) * uz));
}
