import { TributaryError } from "../errors/tributary-error.ts";
import { createBodyCenteredLattice, sampleLattice } from "./body-centered-lattice.ts";
import type { ImplicitShape } from "./implicit-shape.ts";
import { cutLattice } from "./lattice-cuts.ts";
import { fillLatticePores } from "./lattice-pores.ts";
import { stuffLattice } from "./lattice-stencils.ts";
import { countNodes, countTetrahedra, type HeartMesh, type TetrahedralMesh } from "./mesh.ts";
import { keepLargestComponent } from "./mesh-components.ts";
import { type MeshQuality, measureMeshQuality } from "./mesh-quality.ts";
import { extractBoundaryTriangles } from "./mesh-topology.ts";
import { orderMeshSpatially } from "./spatial-order.ts";
import { countWallCrossings } from "./wall-nodes.ts";

export interface MeshOptions {
  /** Mean edge wanted, mm; 0.6 to 3. */
  readonly edgeLength_mm: number;
  /**
   * Nodes through every wall, surface nodes counted; 3 when left out. With 2 a thin wall may be one element thick and the
   * edge is used as it is: for meshes that only compare, where a wall's depth does not matter.
   */
  readonly leastWallNodes?: 2 | 3;
}

export interface MeshReport extends MeshQuality {
  readonly nodeCount: number;
  readonly elementCount: number;
  readonly boundaryTriangleCount: number;
  readonly requestedEdge_mm: number;
  /** Mean lattice edge used, mm; below the requested one where a wall is thin. */
  readonly edge_mm: number;
  /** Why the edge was reduced, what was filled or dropped; empty when nothing needs saying. */
  readonly remarks: readonly string[];
}

export const EDGE_RANGE_mm = { min: 0.6, max: 3 } as const;

/** Mean edge of a body-centered lattice of spacing 1: eight half-edges of √3/2 and six of 1 at every node. */
const MEAN_EDGE_PER_SPACING = (8 * Math.sqrt(0.75) + 6) / 14;
/** Edges that fit through the thinnest wall at first try; measured on the presets, then verified on every mesh. */
const EDGES_PER_WALL = 1.75;
const EDGE_REDUCTION = 0.9;

/**
 * Tetrahedra of an implicit shape by isosurface stuffing: lattice, cut, warped, filled.
 *
 * Boundary nodes lie on the zero level (to 1e-4 of the lattice spacing); no element is inverted; the smallest dihedral
 * angle is about 10.7 degrees whatever the shape. The edge is reduced until no tetrahedron edge joins two different ones
 * of epicardium, LV and RV endocardium (nodes of the base apart). Sharp features (basal rim, crests) are cut off by up to a third of an edge.
 *
 * @param shape   signed distance in mm, negative inside
 * @param options mean edge, 0.6 to 3 mm
 * @returns the mesh, nodes and elements in spatial order, boundary triangles labeled at their centroids; and a report
 * @throws TributaryError "mesh-edge-range"; "mesh-empty" when the shape holds no element; "mesh-wall-too-thin" when even
 *         the smallest edge leaves a wall with fewer than three nodes
 *
 * Deterministic. Cost: linear in the volume of the box around the shape and in the surface.
 * Source: Labelle and Shewchuk, ACM Trans Graph 2007;26(3):57. Departure: the last diagonal of a cut prism that only the
 * boundary sees is the shorter one.
 */
export function meshImplicitShape(
  shape: ImplicitShape,
  options: MeshOptions,
): { heart: HeartMesh; report: MeshReport } {
  const requestedEdge_mm = checkEdge(options.edgeLength_mm);
  if (options.leastWallNodes === 2) {
    const { heart, remarks } = meshOnce(shape, requestedEdge_mm);
    return { heart, report: { ...summarize(heart), requestedEdge_mm, edge_mm: requestedEdge_mm, remarks } };
  }
  const wallEdge_mm = shape.thinnestWall_mm / EDGES_PER_WALL;
  let edge_mm = Math.min(requestedEdge_mm, Math.max(wallEdge_mm, EDGE_RANGE_mm.min));
  for (;;) {
    const { heart, remarks } = meshOnce(shape, edge_mm);
    if (countWallCrossings(heart) === 0) {
      if (edge_mm < requestedEdge_mm) remarks.unshift(describeReduction(shape, requestedEdge_mm, edge_mm));
      return { heart, report: { ...summarize(heart), requestedEdge_mm, edge_mm, remarks } };
    }
    if (edge_mm <= EDGE_RANGE_mm.min) throw wallTooThin(shape);
    edge_mm = Math.max(EDGE_RANGE_mm.min, EDGE_REDUCTION * edge_mm);
  }
}

function meshOnce(shape: ImplicitShape, edge_mm: number): { heart: HeartMesh; remarks: string[] } {
  const remarks: string[] = [];
  const lattice = createBodyCenteredLattice(shape.bounds_mm, edge_mm / MEAN_EDGE_PER_SPACING);
  const field = sampleLattice(shape, lattice);
  const filledCount = fillLatticePores(lattice, field, 2 * lattice.spacing_mm);
  if (filledCount > 0) remarks.push(`${filledCount} lattice nodes in closed pores too small to draw were filled.`);
  const cuts = cutLattice(shape, lattice, field);
  const tetrahedra = Uint32Array.from(stuffLattice(lattice, field, cuts));
  if (tetrahedra.length === 0) throw emptyMesh(shape, edge_mm);
  const stuffed = { points_mm: Float64Array.from(cuts.points_mm), tetrahedra };
  const { mesh, droppedElementCount } = keepLargestComponent(stuffed);
  if (droppedElementCount > 0)
    remarks.push(`${droppedElementCount} tetrahedra apart from the largest part were dropped.`);
  return { heart: labelBoundary(orderMeshSpatially(mesh), shape), remarks };
}

function labelBoundary(mesh: TetrahedralMesh, shape: ImplicitShape): HeartMesh {
  const boundaryTriangles = extractBoundaryTriangles(mesh);
  const boundaryLabels = new Uint8Array(boundaryTriangles.length / 3);
  const p = mesh.points_mm;
  for (let triangle = 0; triangle < boundaryLabels.length; triangle++) {
    const a = 3 * boundaryTriangles[3 * triangle]!;
    const b = 3 * boundaryTriangles[3 * triangle + 1]!;
    const c = 3 * boundaryTriangles[3 * triangle + 2]!;
    boundaryLabels[triangle] = shape.surfaceLabel(
      (p[a]! + p[b]! + p[c]!) / 3,
      (p[a + 1]! + p[b + 1]! + p[c + 1]!) / 3,
      (p[a + 2]! + p[b + 2]! + p[c + 2]!) / 3,
    );
  }
  return { ...mesh, boundaryTriangles, boundaryLabels };
}

function summarize(heart: HeartMesh) {
  return {
    ...measureMeshQuality(heart),
    nodeCount: countNodes(heart),
    elementCount: countTetrahedra(heart),
    boundaryTriangleCount: heart.boundaryLabels.length,
  };
}

function describeReduction(shape: ImplicitShape, requestedEdge_mm: number, edge_mm: number): string {
  return (
    `The ${shape.thinnestWallName} is ${shape.thinnestWall_mm.toFixed(1)} mm thick: an edge of ${edge_mm.toFixed(2)} mm, ` +
    `not the ${requestedEdge_mm.toFixed(2)} mm asked for, puts three nodes through it.`
  );
}

function checkEdge(edgeLength_mm: number): number {
  if (edgeLength_mm >= EDGE_RANGE_mm.min && edgeLength_mm <= EDGE_RANGE_mm.max) return edgeLength_mm;
  throw new TributaryError({
    code: "mesh-edge-range",
    what: "The heart cannot be meshed with this edge length.",
    where: "edgeLength_mm",
    why: `${edgeLength_mm} mm; the allowed range is ${EDGE_RANGE_mm.min} to ${EDGE_RANGE_mm.max} mm`,
    fix: "Choose an edge between 0.6 and 3 mm; 1.5 mm is a good start.",
  });
}

function emptyMesh(shape: ImplicitShape, edge_mm: number): TributaryError {
  return new TributaryError({
    code: "mesh-empty",
    what: "The shape holds no tetrahedron of this size.",
    where: "shape",
    why: `bounds ${shape.bounds_mm.map((bound) => bound.toFixed(1)).join(", ")} mm, edge ${edge_mm.toFixed(2)} mm`,
    fix: "Check the unit and the orientation of the surface: inside must be the muscle.",
  });
}

function wallTooThin(shape: ImplicitShape): TributaryError {
  return new TributaryError({
    code: "mesh-wall-too-thin",
    what: "A wall is too thin for three nodes through it.",
    where: shape.thinnestWallName,
    why: `about ${shape.thinnestWall_mm.toFixed(2)} mm thick; the smallest edge is ${EDGE_RANGE_mm.min} mm, which needs about 1 mm`,
    fix: "Repair the surface where cavity and epicardium nearly touch, or thicken the wall.",
  });
}
