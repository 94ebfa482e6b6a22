import type { HeartMesh, SurfaceLabel } from "./mesh.ts";

/** nodeCount; 1 for the nodes of the boundary triangles with this label (rims belong to both their surfaces). */
export function markSurfaceNodes(heart: HeartMesh, label: SurfaceLabel): Uint8Array {
  const isMarked = new Uint8Array(heart.points_mm.length / 3);
  for (let triangle = 0; triangle < heart.boundaryLabels.length; triangle++) {
    if (heart.boundaryLabels[triangle] !== label) continue;
    for (let k = 0; k < 3; k++) isMarked[heart.boundaryTriangles[3 * triangle + k]!] = 1;
  }
  return isMarked;
}
