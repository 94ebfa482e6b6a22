import { writeShapeGradients } from "../mesh/element-gradient.ts";
import { countTetrahedra, SURFACE_LABEL } from "../mesh/mesh.ts";
import { markSurfaceNodes } from "../mesh/surface-nodes.ts";
import { computeTransportDistances } from "../mesh/transport-distance.ts";
import { crossAlongGuide, RIDGE_BRANCH, shareOf, type VentricularParts } from "./ventricular-parts.ts";

/**
 * ab of every node of the parts: length from the apex along the line of constant tm and rt through the node, divided by
 * the whole length of that line from apex to base.
 *
 * The lines follow the cross product of the gradients of rt and tm. Near the apex, where all of them meet, and wherever
 * the two gradients are nearly parallel, they follow the gradient of the apex potential.
 *
 * Source: Schuler et al., Med Image Anal 2021;74:102247, section 2.
 */
export function computeApicobasal(parts: VentricularParts, rt: Float64Array): Float64Array {
  const { mesh, apexPotential } = parts;
  const direction = new Float64Array(3 * countTetrahedra(mesh));
  crossAlongGuide(direction, computeRotationalGradients(parts, rt), parts.tmGradient, parts.apexGradient);
  const isBase = markSurfaceNodes(mesh, SURFACE_LABEL.base);
  const field = { direction, potential: apexPotential };
  const { toLow_mm, toHigh_mm } = computeTransportDistances(mesh, field, parts.isApex, isBase);
  return toLow_mm.map((distance_mm, node) => {
    if (isBase[node]) return 1;
    return shareOf(distance_mm, toHigh_mm[node]!, apexPotential[node]!);
  });
}

/** Gradient of rt in every element; in the septum the posterior ridge counts as 1, so that no element sees a jump. */
function computeRotationalGradients({ mesh, branch }: VentricularParts, rt: Float64Array): Float64Array {
  const gradient = new Float64Array(3 * countTetrahedra(mesh));
  const shape = new Float64Array(12);
  for (let element = 0; element < countTetrahedra(mesh); element++) {
    writeShapeGradients(shape, mesh, element);
    for (let k = 0; k < 4; k++) {
      const node = mesh.tetrahedra[4 * element + k]!;
      const value = mesh.isAbove[element] && branch[node] === RIDGE_BRANCH.posterior ? 1 : rt[node]!;
      for (let axis = 0; axis < 3; axis++) gradient[3 * element + axis]! += value * shape[3 * k + axis]!;
    }
  }
  return gradient;
}
