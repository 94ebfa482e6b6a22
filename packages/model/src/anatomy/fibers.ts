import { computeElementGradients } from "../mesh/element-gradient.ts";
import { countTetrahedra, type HeartMesh } from "../mesh/mesh.ts";
import { interpolateFrames, writeMatrixOfQuaternion, writeQuaternionOfMatrix } from "../numerics/quaternion.ts";
import type { FiberAngles } from "./fiber-angles.ts";
import { type FiberFields, solveFiberFields } from "./fiber-fields.ts";
import { turnToFiber, writeWallAxes } from "./fiber-frame.ts";

/** Orthonormal right-handed frame of every element; the signs of fiber, sheet normal and sheet carry no meaning. */
export interface FiberFrames {
  /** 3 · elementCount unit vectors along the muscle fibers. */
  readonly fiber: Float64Array;
  /** 3 · elementCount unit vectors; with beta = 0, in the wall and normal to the fibers. */
  readonly sheetNormal: Float64Array;
  /** 3 · elementCount unit vectors; with beta = 0, across the wall. */
  readonly sheet: Float64Array;
}

/**
 * Rule-based fibers of a heart: Laplace-Dirichlet rules, one frame per element.
 *
 * With φ_lv, φ_rv, φ_epi and ψ of `FiberFields` at the middle of the element, depth w = φ_epi and share of the right
 * ventricle d = φ_rv / (φ_lv + φ_rv): α_w = α_endo (1 - w) + α_epi w; α_s = α_w (1 - 2 d); β alike.
 * Q_lv = orient(axis(∇ψ, -∇φ_lv), α_s, β_s), Q_rv = orient(axis(∇ψ, ∇φ_rv), α_s, β_s),
 * Q_epi = orient(axis(∇ψ, ∇φ_epi), α_w, β_w); Q = bislerp(bislerp(Q_lv, Q_rv, d), Q_epi, w).
 *
 * Departure from the source: there α_s = α_endo (1 - 2 d) does not know the depth, so in the free walls two frames up to
 * α_endo - α_epi apart are interpolated, and for more than 90 degrees (+60 / -60) the rotation flips inside the wall.
 * With α_w in α_s both frames agree in the free walls, the rotation is linear in w there and linear in d in the septum,
 * and it is monotone through all three walls.
 *
 * @throws TributaryError "surface-labels-missing" (a right ventricle is optional), "apex-missing" or "laplace-not-converged"
 *
 * Accuracy: orthonormal to 1e-12; the angle is that of the element's middle, half an element away from the surface.
 * Cost: three Laplace solves (two without a right ventricle).
 * Source: Bayer et al., Ann Biomed Eng 2012;40:2243.
 */
export function computeFibers(heart: HeartMesh, angles: FiberAngles): FiberFrames {
  return assembleFiberFrames(heart, solveFiberFields(heart), angles);
}

/** The frames of `computeFibers` from fields already solved, for another set of angles on the same heart. */
export function assembleFiberFrames(heart: HeartMesh, fields: FiberFields, angles: FiberAngles): FiberFrames {
  const elementCount = countTetrahedra(heart);
  const out = {
    fiber: new Float64Array(3 * elementCount),
    sheetNormal: new Float64Array(3 * elementCount),
    sheet: new Float64Array(3 * elementCount),
  };
  const gradients = {
    lv: gradientOf(heart, fields.lv),
    rv: gradientOf(heart, fields.rv),
    epicardium: gradientOf(heart, fields.epicardium),
    base: gradientOf(heart, fields.base),
  };
  const matrix = new Float64Array(9);
  const frame = createScratchFrame();
  const scratch = createScratchFrame();
  const toBase = new Float64Array(3);
  for (let element = 0; element < elementCount; element++) {
    const depth = clampUnit(meanOf(heart, fields.epicardium, element));
    const lv = clampUnit(meanOf(heart, fields.lv, element));
    const rv = clampUnit(meanOf(heart, fields.rv, element));
    const rvShare = lv + rv > 1e-12 ? rv / (lv + rv) : 0.5;
    const alpha_rad = angles.alphaEndo_rad * (1 - depth) + angles.alphaEpi_rad * depth;
    const beta_rad = angles.betaEndo_rad * (1 - depth) + angles.betaEpi_rad * depth;
    const septal = 1 - 2 * rvShare;
    readScaled(toBase, gradients.base, element, 1);
    frame.isSet = false;
    addFrame(frame, scratch, toBase, gradients.lv, element, -1, alpha_rad * septal, beta_rad * septal, 0);
    addFrame(frame, scratch, toBase, gradients.rv, element, 1, alpha_rad * septal, beta_rad * septal, rvShare);
    addFrame(frame, scratch, toBase, gradients.epicardium, element, 1, alpha_rad, beta_rad, depth);
    if (frame.isSet) writeMatrixOfQuaternion(matrix, frame.quaternion);
    else writeAnyAxes(matrix, toBase, alpha_rad);
    for (let axis = 0; axis < 3; axis++) {
      out.fiber[3 * element + axis] = matrix[3 * axis]!;
      out.sheetNormal[3 * element + axis] = matrix[3 * axis + 1]!;
      out.sheet[3 * element + axis] = matrix[3 * axis + 2]!;
    }
  }
  return out;
}

interface ScratchFrame {
  isSet: boolean;
  readonly quaternion: Float64Array;
  readonly matrix: Float64Array;
  readonly across: Float64Array;
}

function createScratchFrame(): ScratchFrame {
  return {
    isSet: false,
    quaternion: new Float64Array(4),
    matrix: new Float64Array(9),
    across: new Float64Array(3),
  };
}

/** Blends one more frame into `state`; a frame without a direction is left out, the first with one is taken whole. */
function addFrame(
  state: ScratchFrame,
  scratch: ScratchFrame,
  toBase: Float64Array,
  gradient: Float64Array,
  element: number,
  sign: 1 | -1,
  alpha_rad: number,
  beta_rad: number,
  share: number,
): void {
  readScaled(scratch.across, gradient, element, sign);
  if (!writeWallAxes(scratch.matrix, toBase, scratch.across)) return;
  turnToFiber(scratch.matrix, alpha_rad, beta_rad);
  writeQuaternionOfMatrix(scratch.quaternion, scratch.matrix);
  if (state.isSet) interpolateFrames(state.quaternion, state.quaternion, scratch.quaternion, share);
  else state.quaternion.set(scratch.quaternion);
  state.isSet = true;
}

/** Where no wall direction exists (a gradient vanishes), any frame around the long direction is as good. */
function writeAnyAxes(outMatrix: Float64Array, toBase: Float64Array, alpha_rad: number): void {
  const up = toBase.some((value) => value !== 0) ? toBase : Float64Array.of(0, 0, 1);
  const least = [0, 1, 2].sort((a, b) => Math.abs(up[a]!) - Math.abs(up[b]!))[0]!;
  const across = new Float64Array(3);
  across[least] = 1;
  writeWallAxes(outMatrix, up, across);
  turnToFiber(outMatrix, alpha_rad, 0);
}

function gradientOf(heart: HeartMesh, field: Float64Array): Float64Array {
  const gradient = new Float64Array(3 * countTetrahedra(heart));
  computeElementGradients(gradient, heart, field);
  return gradient;
}

function readScaled(out: Float64Array, values: Float64Array, element: number, factor: number): void {
  out[0] = factor * values[3 * element]!;
  out[1] = factor * values[3 * element + 1]!;
  out[2] = factor * values[3 * element + 2]!;
}

function meanOf(heart: HeartMesh, field: Float64Array, element: number): number {
  const t = heart.tetrahedra;
  const first = 4 * element;
  return (field[t[first]!]! + field[t[first + 1]!]! + field[t[first + 2]!]! + field[t[first + 3]!]!) / 4;
}

function clampUnit(value: number): number {
  return Math.min(1, Math.max(0, value));
}
