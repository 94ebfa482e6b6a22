import { factorizeDense, solveDense } from "../numerics/dense-lu.ts";
import { orderDependencies } from "./dependency-order.ts";
import type { UpwindStencil } from "./upwind-stencil.ts";

/**
 * Solves d(node) = step + Σ weight · d(upwind node) for all nodes that have a step.
 *
 * Nodes come after those they depend on, so each is final at once. Nodes that depend on each other in a circle (2 to 6 of
 * them, one node in a thousand) are one dense system: I − W is regular as long as any of them leads out of the circle.
 *
 * @param outDistance_mm  read at nodes without a step (sources 0, unreached Infinity), written at the others
 */
export function solveUpwind(outDistance_mm: Float64Array, stencil: UpwindStencil): "converged" | "loop-unsolved" {
  const { items, offsets } = orderDependencies(stencil.upwindNodes, stencil.weights);
  let status: "converged" | "loop-unsolved" = "converged";
  for (let set = 0; set + 1 < offsets.length; set++) {
    const start = offsets[set]!;
    const node = items[start]!;
    if (offsets[set + 1]! - start > 1) {
      const isSolved = solveLoop(outDistance_mm, stencil, items.subarray(start, offsets[set + 1]));
      if (!isSolved) status = "loop-unsolved";
    } else if (stencil.step_mm[node]! > 0) outDistance_mm[node] = stepFrom(outDistance_mm, stencil, node);
  }
  return status;
}

function stepFrom(distance_mm: Float64Array, { upwindNodes, weights, step_mm }: UpwindStencil, node: number): number {
  let value_mm = step_mm[node]!;
  for (let slot = 3 * node; slot < 3 * node + 3; slot++) {
    if (weights[slot]! > 0) value_mm += weights[slot]! * distance_mm[upwindNodes[slot]!]!;
  }
  return value_mm;
}

/** (I − W) d = what the steps and the nodes outside the loop give. */
function solveLoop(outDistance_mm: Float64Array, stencil: UpwindStencil, loop: Uint32Array): boolean {
  const { upwindNodes, weights } = stencil;
  const matrix = new Float64Array(loop.length ** 2);
  const right = new Float64Array(loop.length);
  for (const [row, node] of loop.entries()) {
    matrix[row * loop.length + row] = 1;
    right[row] = stencil.step_mm[node]!;
    for (let slot = 3 * node; slot < 3 * node + 3; slot++) {
      if (!(weights[slot]! > 0)) continue;
      const column = loop.indexOf(upwindNodes[slot]!);
      if (column >= 0) matrix[row * loop.length + column]! -= weights[slot]!;
      else right[row]! += weights[slot]! * outDistance_mm[upwindNodes[slot]!]!;
    }
  }
  const factorization = factorizeDense(matrix, loop.length);
  if (factorization.kind === "singular") return false;
  const solution_mm = solveDense(factorization.lu, right);
  if (!solution_mm.every((value_mm) => Number.isFinite(value_mm))) return false;
  for (const [row, node] of loop.entries()) outDistance_mm[node] = solution_mm[row]!;
  return true;
}
