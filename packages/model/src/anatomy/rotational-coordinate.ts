import { computeElementGradients } from "../mesh/element-gradient.ts";
import { countNodes, countTetrahedra } from "../mesh/mesh.ts";
import { computeTransportDistances } from "../mesh/transport-distance.ts";
import { solveField } from "./solve-field.ts";
import { crossAlongGuide, RIDGE_BRANCH, shareOf, type VentricularParts } from "./ventricular-parts.ts";

/**
 * rt of every node of the parts: 0 on the posterior ridge, 2/3 on the anterior one.
 *
 * Trajectories run from the posterior to the anterior ridge along surfaces of constant tm and constant apex potential
 * (the cross product of both gradients). Free walls: rt = 2/3 · d_post / (d_post + d_ant). Septum:
 * rt = 2/3 + 1/3 · (1 - d_post / (d_post + d_ant)); its posterior ridge has rt = 0, which is also 1.
 *
 * Source: Schuler et al., Med Image Anal 2021;74:102247, section 2.
 */
export function computeRotational(parts: VentricularParts): Float64Array {
  const { mesh, branch, stiffness } = parts;
  const nodeCount = countNodes(mesh);
  const isAnterior = branch.map((value) => (value === RIDGE_BRANCH.anterior ? 1 : 0));
  const isPosterior = branch.map((value) => (value === RIDGE_BRANCH.posterior ? 1 : 0));
  const given = new Float64Array(nodeCount).fill(Number.NaN);
  for (let node = 0; node < nodeCount; node++) {
    if (isAnterior[node]) given[node] = 1;
    else if (isPosterior[node]) given[node] = 0;
  }
  const potential = solveField(stiffness, given, "the rotational coordinate");
  const guide = new Float64Array(3 * countTetrahedra(mesh));
  const direction = new Float64Array(guide.length);
  computeElementGradients(guide, mesh, potential);
  crossAlongGuide(direction, parts.apexGradient, parts.tmGradient, guide);

  const field = { direction, potential };
  const { toLow_mm, toHigh_mm } = computeTransportDistances(mesh, field, isPosterior, isAnterior);
  const isSeptal = markSeptalNodes(parts);
  return toLow_mm.map((distance_mm, node) => {
    if (isPosterior[node]) return 0;
    if (isAnterior[node]) return 2 / 3;
    const share = shareOf(distance_mm, toHigh_mm[node]!, potential[node]!);
    return isSeptal[node] ? 2 / 3 + (1 - share) / 3 : (2 / 3) * share;
  });
}

/** Nodes of the elements of the septum (ridge nodes too, whose rt is known anyway). */
function markSeptalNodes({ mesh }: VentricularParts): Uint8Array {
  const isSeptal = new Uint8Array(countNodes(mesh));
  for (let i = 0; i < mesh.tetrahedra.length; i++) if (mesh.isAbove[i >>> 2]) isSeptal[mesh.tetrahedra[i]!] = 1;
  return isSeptal;
}
