import type { TetrahedralMesh } from "@tributary/model";

export interface UsedNodes {
  readonly mesh: TetrahedralMesh;
  /** By the number in the mesh given: the number in `mesh`; without meaning for a node that was left out. */
  readonly newNumbers: Uint32Array;
}

/** The mesh without the nodes that no tetrahedron uses: the fields behind the coordinates have no equation for them. */
export function dropUnusedNodes({ points_mm, tetrahedra }: TetrahedralMesh): UsedNodes {
  const isUsed = new Uint8Array(points_mm.length / 3);
  for (const node of tetrahedra) isUsed[node] = 1;
  const newNumbers = new Uint32Array(isUsed.length);
  let count = 0;
  for (let node = 0; node < isUsed.length; node++) if (isUsed[node]) newNumbers[node] = count++;
  const keptPoints_mm = new Float64Array(3 * count);
  for (let node = 0; node < isUsed.length; node++) {
    if (isUsed[node]) keptPoints_mm.set(points_mm.subarray(3 * node, 3 * node + 3), 3 * newNumbers[node]!);
  }
  const renumbered = tetrahedra.map((node) => newNumbers[node]!);
  return { mesh: { points_mm: keptPoints_mm, tetrahedra: renumbered }, newNumbers };
}
