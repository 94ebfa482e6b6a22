import { factorizeDense, solveDense } from "./dense-lu.ts";

/** A system of equations f(x) = 0 with as many unknowns as equations, unknowns kept between bounds. */
export interface BoundedSystem {
  readonly evaluate: (x: Float64Array) => Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export interface BroydenOptions {
  /** Step of an unknown for the first derivatives. */
  readonly probe: number;
  /** Longest step of any unknown in one iteration. */
  readonly longestStep: number;
  /** Ends when no |f_i| is above this. */
  readonly tolerance: number;
  readonly mostIterations: number;
}

export interface BroydenResult {
  readonly kind: "solved" | "not-solved";
  /** The best x that was evaluated, and f there. */
  readonly x: Float64Array;
  readonly residual: Float64Array;
  readonly evaluationCount: number;
}

/** New derivatives are worth their cost while the last ones brought |f| below this share of what it was. */
const LEAST_PROGRESS = 0.9;

/**
 * Broyden's method: first derivatives by differences once, then corrected by every step taken. Derivatives are
 * taken anew, from the best point, when three iterations in a row bring little; it ends when those brought nothing.
 *
 * Source: Broyden, Math Comput 1965;19:577. Cost: one evaluation an iteration, one an unknown for derivatives.
 */
export function solveBoundedBroyden(
  system: BoundedSystem,
  start: Float64Array,
  { longestStep, mostIterations, probe, tolerance }: BroydenOptions,
): BroydenResult {
  let x: Float64Array = start.slice();
  let residual = system.evaluate(x);
  let evaluationCount = 1;
  let best: { readonly x: Float64Array; readonly residual: Float64Array } = { x, residual };
  let jacobian: Float64Array | undefined;
  let stalled = 0;
  let sizeAtDerivatives = Infinity;
  for (let iteration = 0; iteration < mostIterations && sizeOf(best.residual) > tolerance; iteration++) {
    if (!jacobian) {
      if (sizeOf(best.residual) > LEAST_PROGRESS * sizeAtDerivatives) break;
      sizeAtDerivatives = sizeOf(best.residual);
      [x, residual] = [best.x, best.residual];
      jacobian = differentiate(system, x, residual, probe);
      evaluationCount += x.length;
    }
    const step = findStep(jacobian, residual);
    if (!step) break;
    const next = moveWithin(system, x, step, longestStep);
    const nextResidual = system.evaluate(next);
    evaluationCount++;
    correct(jacobian, subtract(next, x), subtract(nextResidual, residual));
    stalled = sizeOf(nextResidual) < 0.7 * sizeOf(best.residual) ? 0 : stalled + 1;
    if (sizeOf(nextResidual) < sizeOf(best.residual)) best = { x: next, residual: nextResidual };
    [x, residual] = [next, nextResidual];
    if (stalled === 3) [jacobian, stalled] = [undefined, 0];
  }
  const kind = sizeOf(best.residual) <= tolerance ? "solved" : "not-solved";
  return { kind, ...best, evaluationCount };
}

/** The largest |f_i|; NaN where one is. */
function sizeOf(residual: Float64Array): number {
  return residual.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function subtract(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - b[i]!);
}

/** size², by rows: df_i/dx_j. An unknown at its upper bound is probed downward. */
function differentiate(system: BoundedSystem, x: Float64Array, residual: Float64Array, probe: number): Float64Array {
  const size = x.length;
  const jacobian = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const moved = x.slice();
    const step = x[j]! + probe > system.upper[j]! ? -probe : probe;
    moved[j]! += step;
    const change = subtract(system.evaluate(moved), residual);
    for (let i = 0; i < size; i++) jacobian[i * size + j] = change[i]! / step;
  }
  return jacobian;
}

function findStep(jacobian: Float64Array, residual: Float64Array): Float64Array | undefined {
  const factorization = factorizeDense(jacobian, residual.length);
  if (factorization.kind === "singular") return undefined;
  return solveDense(
    factorization.lu,
    residual.map((value) => -value),
  );
}

function moveWithin(
  { lower, upper }: BoundedSystem,
  x: Float64Array,
  step: Float64Array,
  longestStep: number,
): Float64Array {
  const share = Math.min(1, longestStep / sizeOf(step));
  return x.map((value, i) => Math.min(upper[i]!, Math.max(lower[i]!, value + share * step[i]!)));
}

/** J += (Δf − J Δx) Δxᵀ/|Δx|². */
function correct(outJacobian: Float64Array, moved: Float64Array, change: Float64Array): void {
  const size = moved.length;
  const length2 = moved.reduce((sum, value) => sum + value * value, 0);
  if (length2 === 0) return;
  for (let i = 0; i < size; i++) {
    let predicted = 0;
    for (let j = 0; j < size; j++) predicted += outJacobian[i * size + j]! * moved[j]!;
    for (let j = 0; j < size; j++) {
      outJacobian[i * size + j]! += ((change[i]! - predicted) * moved[j]!) / length2;
    }
  }
}
