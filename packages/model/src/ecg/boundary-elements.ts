import { TributaryError } from "../errors/tributary-error.ts";
import { countNodes, type TriangleSurface } from "../mesh/mesh.ts";
import { type DenseLu, factorizeDense, solveDense, solveDenseTransposed } from "../numerics/dense-lu.ts";
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
 * Accuracy: 1 % at 642 nodes for sources farther from the skin than an edge; see validation/volume-conductor.
 * Cost: nodes x triangles solid angles and 2/3 nodes³ operations; about 0.5 s for 642 nodes.
 * Source: Barnard et al., Biophys J 1967;7:443 (equation; from memory); de Munck 1992 (linear elements); Lynn and Timlake,
 * SIAM J Numer Anal 1968;5:303 (deflation; from memory).
 */
export function buildBoundaryElements(surface: TriangleSurface): BoundaryElements {
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
  if (factorization.kind === "singular") throw singularBody(factorization.column);
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

function singularBody(node: number): TributaryError {
  return new TributaryError({
    code: "body-surface-not-closed",
    what: "The potential on the body cannot be computed.",
    where: `node ${node} of the body surface`,
    why: "the equations are singular: the surface is open, crosses itself or has inward normals",
    fix: "Give a closed surface whose triangles turn counter-clockwise seen from outside.",
  });
}
