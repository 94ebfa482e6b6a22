import type { TetrahedralMesh } from "@tributary/model";

export interface UsedNodes {
  readonly mesh: TetrahedralMesh;
  /** For each node that was kept, its number in the mesh given. */
  readonly keptNodes: Uint32Array;
}

/** The mesh without the nodes that no tetrahedron uses: the fields behind the coordinates have no equation for them. */
export function dropUnusedNodes({ points_mm, tetrahedra }: TetrahedralMesh): UsedNodes {
  const isUsed = new Uint8Array(points_mm.length / 3);
  for (const node of tetrahedra) isUsed[node] = 1;
  const newNumber = new Uint32Array(isUsed.length);
  let count = 0;
  for (let node = 0; node < isUsed.length; node++) if (isUsed[node]) newNumber[node] = count++;
  const keptNodes = new Uint32Array(count);
  const keptPoints_mm = new Float64Array(3 * count);
  for (let node = 0; node < isUsed.length; node++) {
    if (!isUsed[node]) continue;
    const at = newNumber[node]!;
    keptNodes[at] = node;
    keptPoints_mm.set(points_mm.subarray(3 * node, 3 * node + 3), 3 * at);
  }
  const renumbered = tetrahedra.map((node) => newNumber[node]!);
  return { mesh: { points_mm: keptPoints_mm, tetrahedra: renumbered }, keptNodes };
}
