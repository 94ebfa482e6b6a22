import { areaVector } from "../mesh/triangle-geometry.ts";
import { cross, dot, norm, subtract, type Vector3 } from "../numerics/vector3.ts";

/**
 * Solid angle of a triangle seen from the origin, sr; -2π to 2π.
 *
 * tan(Ω/2) = a·(b × c) / (|a||b||c| + (a·b)|c| + (a·c)|b| + (b·c)|a|): positive where the origin sees the back of the
 * triangle, so that a closed surface with outward normals has 4π from inside and 0 from outside. 0 in the plane of the
 * triangle.
 *
 * @param a b c  corners relative to the point of view, any unit of length
 * Source: van Oosterom and Strackee, IEEE Trans Biomed Eng 1983;30:125.
 */
export function computeSolidAngle(a: Vector3, b: Vector3, c: Vector3): number {
  const [lengthA, lengthB, lengthC] = [norm(a), norm(b), norm(c)];
  const volume = dot(a, cross(b, c));
  const denominator = lengthA * lengthB * lengthC + dot(a, b) * lengthC + dot(a, c) * lengthB + dot(b, c) * lengthA;
  return volume === 0 ? 0 : 2 * Math.atan2(volume, denominator);
}

/**
 * The solid angle of a triangle split among its corners: ω_i = ∫ N_i (r'·n)/|r'|³ dS' with N_i linear, 1 at corner i.
 *
 * The three parts add to the solid angle. All are 0 where the origin lies in the plane of the triangle, its corners
 * included.
 *
 * @param out3  written, sr
 * Source: de Munck, IEEE Trans Biomed Eng 1992;39:986.
 */
export function writeCornerSolidAngles(out3: Float64Array, corners: readonly [Vector3, Vector3, Vector3]): void {
  const [a, b, c] = corners;
  out3.fill(0);
  const solidAngle = computeSolidAngle(a, b, c);
  const normal = areaVector(a, b, c);
  const area2 = norm(normal);
  const volume = dot(a, cross(b, c));
  // Seen from its plane a triangle has no solid angle; the edge integrals below need not exist there.
  if (Math.abs(volume) <= 1e-12 * area2 ** 1.5) return;
  const edgeIntegrals = [integrateEdge(a, b), integrateEdge(b, c), integrateEdge(c, a)] as const;
  const edges = [subtract(b, a), subtract(c, b), subtract(a, c)] as const;
  const circulation: Vector3 = [0, 1, 2].map(
    (axis) =>
      edgeIntegrals[0] * edges[0][axis]! + edgeIntegrals[1] * edges[1][axis]! + edgeIntegrals[2] * edges[2][axis]!,
  ) as unknown as Vector3;
  for (let i = 0; i < 3; i++) {
    const opposite = cross(corners[(i + 1) % 3]!, corners[(i + 2) % 3]!);
    const across = edges[(i + 1) % 3]!;
    out3[i] = (dot(opposite, normal) * solidAngle + volume * dot(across, circulation)) / area2 ** 2;
  }
}

/** ∫ ds/|r| along a side, divided by its length. */
function integrateEdge(from: Vector3, to: Vector3): number {
  const edge = subtract(to, from);
  const length = norm(edge);
  return Math.log((norm(to) * length + dot(to, edge)) / (norm(from) * length + dot(from, edge))) / length;
}
