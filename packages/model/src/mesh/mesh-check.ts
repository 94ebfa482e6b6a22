import { TributaryError } from "../errors/tributary-error.ts";
import { countNodes, countTetrahedra, type TetrahedralMesh } from "./mesh.ts";
import { findMeshComponents } from "./mesh-components.ts";
import { computeElementVolume } from "./mesh-volume.ts";

export interface CheckedMesh {
  /** Nodes that no element uses; solvers leave them unreached. */
  readonly unusedNodeCount: number;
}

/** An element flatter than this volume over its longest edge cubed (0.118 when regular) cannot be solved on; `assumed`. */
const FLATTEST_RATIO = 1e-6;

/**
 * Checks an imported tetrahedral mesh: finite points, existing indices, positive volumes, one piece joined by faces.
 *
 * Unused nodes are no error; they are counted.
 *
 * @throws TributaryError "mesh-not-finite", "mesh-index", "mesh-inverted", "mesh-degenerate", "mesh-disconnected"; the
 *         first offending node or element is named
 */
export function checkTetrahedralMesh(mesh: TetrahedralMesh): CheckedMesh {
  checkPoints(mesh);
  checkIndices(mesh);
  checkVolumes(mesh);
  checkConnected(mesh);
  const isUsed = new Uint8Array(countNodes(mesh));
  for (const node of mesh.tetrahedra) isUsed[node] = 1;
  const unusedNodeCount = isUsed.length - isUsed.reduce((sum, used) => sum + used, 0);
  return { unusedNodeCount };
}

function checkPoints({ points_mm }: TetrahedralMesh): void {
  const index = points_mm.findIndex((value) => !Number.isFinite(value));
  if (index < 0) return;
  throw new TributaryError({
    code: "mesh-not-finite",
    what: "A node of the mesh has no finite position.",
    where: `node ${Math.floor(index / 3)}`,
    why: `coordinate ${"xyz"[index % 3]} is ${points_mm[index]}; finite mm are needed`,
    fix: "Export the mesh again; the file may be damaged.",
  });
}

function checkIndices(mesh: TetrahedralMesh): void {
  const { tetrahedra } = mesh;
  const nodeCount = countNodes(mesh);
  const isWhole = tetrahedra.length > 0 && tetrahedra.length % 4 === 0;
  const index = isWhole ? tetrahedra.findIndex((node) => node >= nodeCount) : tetrahedra.length;
  if (index < 0) return;
  throw new TributaryError({
    code: "mesh-index",
    what: isWhole ? "A tetrahedron names a node that does not exist." : "The mesh has no whole tetrahedra.",
    where: isWhole ? `element ${Math.floor(index / 4)}` : "tetrahedra",
    why: isWhole
      ? `node ${tetrahedra[index]}; there are ${nodeCount} nodes, numbered from 0`
      : `${tetrahedra.length} indices; a multiple of 4 above 0 is needed`,
    fix: "Check that points and elements belong together and whether the file numbers from 1.",
  });
}

function checkVolumes(mesh: TetrahedralMesh): void {
  const elementCount = countTetrahedra(mesh);
  for (let element = 0; element < elementCount; element++) {
    const volume_mm3 = computeElementVolume(mesh, element);
    const least_mm3 = FLATTEST_RATIO * longestEdge_mm(mesh, element) ** 3;
    if (volume_mm3 > least_mm3) continue;
    const isInverted = volume_mm3 < -least_mm3;
    throw new TributaryError({
      code: isInverted ? "mesh-inverted" : "mesh-degenerate",
      what: isInverted ? "A tetrahedron is inside out." : "A tetrahedron is flat.",
      where: `element ${element}, nodes ${[...mesh.tetrahedra.subarray(4 * element, 4 * element + 4)].join(", ")}`,
      why: `volume ${volume_mm3.toExponential(2)} mm³; more than ${least_mm3.toExponential(1)} mm³ is needed`,
      fix: isInverted
        ? "Exchange two of its nodes, or export the mesh with consistent orientation."
        : "Repair the mesh, or import its surface and have it meshed here.",
    });
  }
}

function longestEdge_mm({ points_mm: p, tetrahedra }: TetrahedralMesh, element: number): number {
  let longest_mm = 0;
  for (let i = 4 * element; i < 4 * element + 3; i++) {
    for (let j = i + 1; j < 4 * element + 4; j++) {
      const a = 3 * tetrahedra[i]!;
      const b = 3 * tetrahedra[j]!;
      longest_mm = Math.max(longest_mm, Math.hypot(p[a]! - p[b]!, p[a + 1]! - p[b + 1]!, p[a + 2]! - p[b + 2]!));
    }
  }
  return longest_mm;
}

function checkConnected(mesh: TetrahedralMesh): void {
  const { componentOfElement, elementCounts } = findMeshComponents(mesh);
  if (elementCounts.length <= 1) return;
  throw new TributaryError({
    code: "mesh-disconnected",
    what: "The mesh falls into pieces that share no face.",
    where: `element ${componentOfElement.findIndex((component) => component > 0)} is outside the largest piece`,
    why: `${elementCounts.length} pieces of ${elementCounts.slice(0, 5).join(", ")} elements; one is needed`,
    fix: "Keep one piece, or join the pieces through common nodes.",
  });
}
