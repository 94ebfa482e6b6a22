import { TributaryError } from "../errors/tributary-error.ts";
import { type LaplaceSolution, solveLaplaceFamily } from "../mesh/laplace.ts";
import type { SparseMatrix } from "../numerics/sparse-matrix.ts";

/**
 * Laplace fields given at the same nodes with different values, for a purpose that needs all of them solved.
 *
 * @param boundaryValues  each nodeCount; NaN where unknown, at the same nodes in all of them
 * @throws TributaryError "laplace-not-converged", which a mesh with flat or inverted elements can cause
 */
export function solveFields(
  stiffness: SparseMatrix,
  boundaryValues: readonly Float64Array[],
  purpose: string,
): Float64Array[] {
  return solveLaplaceFamily(stiffness, boundaryValues).map((solution) => readSolved(solution, purpose));
}

/** `solveFields` for one field. */
export function solveField(stiffness: SparseMatrix, boundaryValues: Float64Array, purpose: string): Float64Array {
  return solveFields(stiffness, [boundaryValues], purpose)[0]!;
}

function readSolved({ values, status }: LaplaceSolution, purpose: string): Float64Array {
  if (status.status === "converged") return values;
  throw new TributaryError({
    code: "laplace-not-converged",
    what: `The Laplace field for ${purpose} could not be solved on this mesh.`,
    where: purpose,
    why: `${status.status} after ${status.iterations} iterations at a relative residual of ${status.relativeResidual.toExponential(1)}; 1e-9 is needed`,
    fix: "Check the mesh for flat or inverted elements, or mesh the heart again from its surface.",
  });
}
