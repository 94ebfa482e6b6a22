import type { ConjugateGradientStatus } from "../numerics/conjugate-gradient.ts";
import { createDirichletSystem, solveDirichletSystem } from "../numerics/dirichlet-system.ts";
import type { SparseMatrix } from "../numerics/sparse-matrix.ts";

export interface LaplaceSolution {
  /** nodeCount; the boundary values where given. */
  readonly values: Float64Array;
  readonly status: ConjugateGradientStatus;
}

/** Relative residual of every Laplace solve here; two orders below what coordinates and fibers need. */
const RELATIVE_RESIDUAL = 1e-9;

/**
 * Solves ∇·∇u = 0 with u given at some nodes and no flux through the rest of the boundary.
 *
 * @param stiffness       of the mesh, by `assembleStiffness`; one matrix serves any number of boundary sets
 * @param boundaryValues  nodeCount; NaN where the field is unknown, the value where it is given. At least one value
 *                        in each connected part of the mesh
 * @returns the field and how the solver ended; given values are exact
 *
 * Accuracy: second order in the edge length. Cost: near n^1.3.
 */
export function solveLaplace(stiffness: SparseMatrix, boundaryValues: Float64Array): LaplaceSolution {
  return solveLaplaceFamily(stiffness, [boundaryValues])[0]!;
}

/**
 * `solveLaplace` for several fields given at the same nodes with different values; the elimination and its
 * preconditioner are shared.
 *
 * @param boundaryValues  each nodeCount, NaN at the same nodes in all of them
 */
export function solveLaplaceFamily(
  stiffness: SparseMatrix,
  boundaryValues: readonly Float64Array[],
): LaplaceSolution[] {
  const first = boundaryValues[0]!;
  const isFixed = new Uint8Array(first.length);
  for (let node = 0; node < first.length; node++) isFixed[node] = Number.isNaN(first[node]!) ? 0 : 1;
  const system = createDirichletSystem(stiffness, isFixed);
  return boundaryValues.map((given) => {
    const values = new Float64Array(given.length);
    const guess = meanOfGiven(given);
    for (let node = 0; node < given.length; node++) values[node] = isFixed[node] ? given[node]! : guess;
    const status = solveDirichletSystem(values, system, RELATIVE_RESIDUAL);
    return { values, status };
  });
}

function meanOfGiven(values: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  return count > 0 ? sum / count : 0;
}
