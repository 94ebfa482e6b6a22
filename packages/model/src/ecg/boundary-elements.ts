import { TributaryError } from "../errors/tributary-error.ts";
import { countNodes, type TriangleSurface } from "../mesh/mesh.ts";
import { cornersOfTriangle } from "../mesh/triangle-geometry.ts";
import { type DenseLu, factorizeDense, solveDense, solveDenseTransposed } from "../numerics/dense-lu.ts";
import { cross, dot } from "../numerics/vector3.ts";
import { addDoubleLayerRow, prepareDoubleLayer } from "./double-layer.ts";

/** The factored boundary-element system of a homogeneous body with insulated skin. */
export interface BoundaryElements {
  readonly surface: TriangleSurface;
  readonly lu: DenseLu;
}

/**
 * Boundary elements of an insulated homogeneous body: potential φ at its surface from sources inside it.
 *
 *   φ(r) = 2 φ∞(r) + (1/2π) PV ∫ φ(r') (r' - r)·n'/|r' - r|³ dS',
 *
 * with φ∞ the potential of the same sources in an infinite medium of the body's conductivity. φ is linear on each
 * triangle and the equation is fulfilled at the nodes. A node's share in its own solid angle follows from the surface
 * being closed: each row of the double layer B sums to 1. The null space (constants) is taken out by adding eeᵀ/N, so the
 * solved potentials have about zero mean; differences of potentials do not depend on it.
 *
 * @param surface  closed, normals outward
 * @throws TributaryError "body-surface-not-closed"
 *
 * Accuracy: 1 % at 642 nodes of a sphere for sources farther from the skin than an edge; see validation/volume-conductor.
 * Cost: nodes x triangles solid angles and 2/3 nodes³ operations; about 0.3 s for 642 nodes and 8 s for 2562.
 * Source: Barnard et al., Biophys J 1967;7:443 (equation; from memory); de Munck 1992 (linear elements); Lynn and Timlake,
 * SIAM J Numer Anal 1968;5:303 (deflation; from memory).
 */
export function buildBoundaryElements(surface: TriangleSurface): BoundaryElements {
  checkBodySurface(surface);
  const size = countNodes(surface);
  const matrix = new Float64Array(size * size).fill(1 / size);
  const layer = prepareDoubleLayer(surface);
  const row = new Float64Array(size);
  for (let node = 0; node < size; node++) {
    row.fill(0);
    addDoubleLayerRow(row, layer, node);
    const others = row.reduce((sum, value) => sum + value, 0);
    // The diagonal of I - B is 1 - B(i,i), and B(i,i) = 1 - what the other nodes have.
    for (let column = 0; column < size; column++) matrix[node * size + column]! -= row[column]!;
    matrix[node * size + node]! += others;
  }
  const factorization = factorizeDense(matrix, size);
  if (factorization.kind === "singular")
    throw refuseSurface(`the equations are singular at node ${factorization.column}`);
  return { surface, lu: factorization.lu };
}

/**
 * Potential at the nodes of the surface, from the potential that the sources would have in an infinite medium.
 *
 * @param infinitePotential  nodeCount, any unit
 * @returns nodeCount, same unit; zero mean up to the error of the elements
 */
export function solveSurfacePotential({ lu }: BoundaryElements, infinitePotential: Float64Array): Float64Array {
  return solveDense(
    lu,
    infinitePotential.map((value) => 2 * value),
  );
}

/**
 * What each node's infinite-medium potential contributes to a measured combination of surface potentials.
 *
 * With A φ = 2 φ∞ and a measurement m·φ: m·φ = y·φ∞, Aᵀ y = 2 m. One solve a measurement serves all sources.
 *
 * @param measurement  nodeCount
 */
export function solveSurfaceAdjoint({ lu }: BoundaryElements, measurement: Float64Array): Float64Array {
  return solveDenseTransposed(
    lu,
    measurement.map((value) => 2 * value),
  );
}

/** Closed: each side of a triangle is run through once in each direction. Outward: it holds a positive volume. */
function checkBodySurface({ points_mm, triangles }: TriangleSurface): void {
  const nodeCount = points_mm.length / 3;
  const open = new Set<number>();
  let sixVolumes = 0;
  for (let entry = 0; entry < triangles.length; entry += 3) {
    const nodes = [triangles[entry]!, triangles[entry + 1]!, triangles[entry + 2]!] as const;
    const [a, b, c] = cornersOfTriangle(points_mm, triangles, entry / 3);
    sixVolumes += dot(a, cross(b, c));
    for (let i = 0; i < 3; i++) {
      const [from, to] = [nodes[i]!, nodes[(i + 1) % 3]!];
      if (!open.delete(to * nodeCount + from)) open.add(from * nodeCount + to);
    }
  }
  if (open.size > 0) throw refuseSurface(`${open.size} sides of triangles have no neighbor`);
  if (!(sixVolumes > 0)) throw refuseSurface("its normals point inward");
}

function refuseSurface(why: string): TributaryError {
  return new TributaryError({
    code: "body-surface-not-closed",
    what: "The potential on the body cannot be computed.",
    where: "the body surface",
    why,
    fix: "Give a closed surface whose triangles turn counter-clockwise seen from outside.",
  });
}
