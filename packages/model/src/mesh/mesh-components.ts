import { countTetrahedra, type TetrahedralMesh } from "./mesh.ts";
import { buildFaceNeighbors, NO_NEIGHBOR } from "./mesh-topology.ts";

export interface MeshComponents {
  /** Component number of every element; 0 is the largest. */
  readonly componentOfElement: Uint32Array;
  /** Elements in each component, largest first. */
  readonly elementCounts: readonly number[];
}

/** Parts of a mesh that hang together through faces: what touches only at an edge or a node conducts nothing. */
export function findMeshComponents(mesh: TetrahedralMesh): MeshComponents {
  const neighbors = buildFaceNeighbors(mesh);
  const elementCount = countTetrahedra(mesh);
  const component = new Uint32Array(elementCount).fill(NO_NEIGHBOR);
  const queue = new Uint32Array(elementCount);
  const counts: number[] = [];
  for (let start = 0; start < elementCount; start++) {
    if (component[start] !== NO_NEIGHBOR) continue;
    let head = 0;
    let tail = 0;
    queue[tail++] = start;
    component[start] = counts.length;
    while (head < tail) {
      const element = queue[head++]!;
      for (let face = 4 * element; face < 4 * element + 4; face++) {
        const next = neighbors[face]!;
        if (next === NO_NEIGHBOR || component[next] !== NO_NEIGHBOR) continue;
        component[next] = counts.length;
        queue[tail++] = next;
      }
    }
    counts.push(tail);
  }
  const bySize = counts.map((_, index) => index).sort((a, b) => counts[b]! - counts[a]! || a - b);
  const rank = new Uint32Array(counts.length);
  for (let place = 0; place < bySize.length; place++) rank[bySize[place]!] = place;
  for (let element = 0; element < elementCount; element++) component[element] = rank[component[element]!]!;
  return { componentOfElement: component, elementCounts: bySize.map((index) => counts[index]!) };
}

/** The elements of the largest component, on the same nodes (some of them unused afterwards). */
export function keepLargestComponent(mesh: TetrahedralMesh): { mesh: TetrahedralMesh; droppedElementCount: number } {
  const { componentOfElement, elementCounts } = findMeshComponents(mesh);
  if (elementCounts.length <= 1) return { mesh, droppedElementCount: 0 };
  const tetrahedra = new Uint32Array(4 * elementCounts[0]!);
  let entry = 0;
  for (let element = 0; element < componentOfElement.length; element++) {
    if (componentOfElement[element] !== 0) continue;
    tetrahedra.set(mesh.tetrahedra.subarray(4 * element, 4 * element + 4), entry);
    entry += 4;
  }
  return {
    mesh: { points_mm: mesh.points_mm, tetrahedra },
    droppedElementCount: componentOfElement.length - elementCounts[0]!,
  };
}
