import { type HeartMesh, SURFACE_LABEL } from "../mesh/mesh.ts";
import { addScaled, cross, dot, multiply, pointAt, subtract, type Vector3 } from "../numerics/vector3.ts";
import { millilitersFromCubicMillimeters } from "../units/convert.ts";

/**
 * Volume inside the left-ventricular endocardium up to its basal rim, mL.
 *
 * V = 1/6 |Σ (a − c) · ((b − c) × (d − c))| over the endocardial triangles (a, b, d), with c the mean of the rim: the
 * cones from c over the rim add nothing where the rim is plane.
 *
 * @returns undefined where the surface has no open rim, or no such surface is labeled
 */
export function measureLeftCavityVolume_mL({
  points_mm,
  boundaryTriangles,
  boundaryLabels,
}: HeartMesh): number | undefined {
  const triangles = [...boundaryLabels.keys()].filter((i) => boundaryLabels[i] === SURFACE_LABEL.lvEndocardium);
  const rim = findRim(triangles, boundaryTriangles);
  if (rim.length === 0) return undefined;
  const sum = rim.reduce<Vector3>((total, node) => addScaled(total, pointAt(points_mm, node), 1), [0, 0, 0]);
  const center = multiply(sum, 1 / rim.length);
  let six_mm3 = 0;
  for (const triangle of triangles) {
    const [a, b, d] = [0, 1, 2].map((corner) =>
      subtract(pointAt(points_mm, boundaryTriangles[3 * triangle + corner]!), center),
    );
    six_mm3 += dot(a!, cross(b!, d!));
  }
  return millilitersFromCubicMillimeters(Math.abs(six_mm3) / 6);
}

/** Nodes of the edges that belong to one triangle only. */
function findRim(triangles: readonly number[], boundaryTriangles: Uint32Array): number[] {
  const open = new Map<string, readonly [number, number]>();
  for (const triangle of triangles) {
    for (let corner = 0; corner < 3; corner++) {
      const a = boundaryTriangles[3 * triangle + corner]!;
      const b = boundaryTriangles[3 * triangle + ((corner + 1) % 3)]!;
      const key = `${Math.min(a, b)},${Math.max(a, b)}`;
      if (!open.delete(key)) open.set(key, [a, b]);
    }
  }
  return [...new Set([...open.values()].flat())];
}
