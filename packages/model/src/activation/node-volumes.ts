import { countNodes, countTetrahedra, type TetrahedralMesh } from "../mesh/mesh.ts";
import { computeElementVolume } from "../mesh/mesh-volume.ts";

/** Volume that each node stands for: a quarter of every element around it, mm³; they add to the volume of the mesh. */
export function computeNodeVolumes(mesh: TetrahedralMesh): Float64Array {
  const volumes_mm3 = new Float64Array(countNodes(mesh));
  for (let element = 0; element < countTetrahedra(mesh); element++) {
    const quarter_mm3 = 0.25 * computeElementVolume(mesh, element);
    for (let i = 4 * element; i < 4 * element + 4; i++) volumes_mm3[mesh.tetrahedra[i]!]! += quarter_mm3;
  }
  return volumes_mm3;
}
