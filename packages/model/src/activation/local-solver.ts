import type { TetrahedralMesh } from "../mesh/mesh.ts";
import { computeTensorForm, invertTensor, isZeroTensor } from "../numerics/symmetric-tensor.ts";

/** The best path into a point through one face: its time, and where on the face it starts. Reused between calls. */
export interface FaceMinimum {
  /** Infinity when no corner of the face has a time. */
  time_ms: number;
  /** Barycentric weights of the starting point on the face; they add to 1. */
  readonly weights: Float64Array;
}

export function createFaceMinimum(): FaceMinimum {
  return { time_ms: Infinity, weights: new Float64Array(3) };
}

/** A point and a face, as the local solver sees them. Reused between calls. */
export interface FaceProblem {
  /** 9 numbers: the vectors from the point to the corners of the face, mm. */
  readonly edges_mm: Float64Array;
  /** Times of the corners, ms; Infinity for a corner without one. */
  readonly times_ms: Float64Array;
}

export function createFaceProblem(): FaceProblem {
  return { edges_mm: new Float64Array(9), times_ms: new Float64Array(3) };
}

/** The problem at one corner of an element: how it is reached from its other three corners, in their order. */
export function loadFaceProblem(
  out: FaceProblem,
  mesh: TetrahedralMesh,
  element: number,
  corner: number,
  times_ms: Float64Array,
): void {
  const { points_mm, tetrahedra } = mesh;
  const target = 3 * tetrahedra[4 * element + corner]!;
  let entry = 0;
  for (let other = 0; other < 4; other++) {
    if (other === corner) continue;
    const node = tetrahedra[4 * element + other]!;
    out.times_ms[entry] = times_ms[node]!;
    out.edges_mm[3 * entry] = points_mm[3 * node]! - points_mm[target]!;
    out.edges_mm[3 * entry + 1] = points_mm[3 * node + 1]! - points_mm[target + 1]!;
    out.edges_mm[3 * entry + 2] = points_mm[3 * node + 2]! - points_mm[target + 2]!;
    entry++;
  }
}

/** D and its inverse M, of all elements or of one. */
export interface MetricField {
  /** Six numbers an element, mm²/ms². */
  readonly tensor_mm2PerMs2: Float64Array;
  /** Six numbers an element, ms²/mm². */
  readonly metric_ms2PerMm2: Float64Array;
}

export function createMetricField(elementCount: number): MetricField {
  return {
    tensor_mm2PerMs2: new Float64Array(6 * elementCount),
    metric_ms2PerMm2: new Float64Array(6 * elementCount),
  };
}

/** Copies D of one element to place `at` of the field, with its inverse; zeros stay zeros. */
export function loadElementMetric(out: MetricField, at: number, tensor_mm2PerMs2: Float64Array, element: number): void {
  for (let i = 0; i < 6; i++) out.tensor_mm2PerMs2[at + i] = tensor_mm2PerMs2[6 * element + i]!;
  if (!isZeroTensor(out.tensor_mm2PerMs2, at)) invertTensor(out.metric_ms2PerMm2, at, out.tensor_mm2PerMs2, at);
}

/**
 * Earliest time at a point reached in a straight line from a face on which times are linear, in an element of constant D:
 * min over λ ≥ 0, Σλ = 1 of Σ λ_i T_i + |Σ λ_i e_i|_M.
 *
 * Tries the inside of the face, its three edges and its three corners, in that order of equations:
 * - inside: p = ∇T with e_i · p = T_i − τ and pᵀ D p = 1, larger root τ, accepted when the ray −D p leaves through the face;
 * - edge (i, j): d = e_j − e_i, A = dᵀMd, B = e_iᵀMd, C = e_iᵀMe_i, k = T_j − T_i, minimum at
 *   l = (−B − k √((AC − B²)/(A − k²)))/A when 0 < l < 1;
 * - corner i: T_i + |e_i|_M.
 *
 * @param out      written
 * @param problem  the point, the face and its times
 * @param field    D and M
 * @param at       where the element's six numbers start in both
 *
 * Cost: about 200 operations and four square roots.
 * Source: Fu, Kirby, Whitaker, SIAM J Sci Comput 2013;35:c473, with edges and corners always tried.
 */
export function minimizeOverFace(out: FaceMinimum, problem: FaceProblem, field: MetricField, at: number): void {
  const { edges_mm: edges, times_ms: times } = problem;
  out.time_ms = Infinity;
  tryInside(out, edges, times, field.tensor_mm2PerMs2, at);
  for (let i = 0; i < 3; i++) {
    const j = i === 2 ? 0 : i + 1;
    tryEdge(out, edges, times, field.metric_ms2PerMm2, at, i, j);
    tryCorner(out, edges, times, field.metric_ms2PerMm2, at, i);
  }
}

function tryInside(out: FaceMinimum, e: Float64Array, times: Float64Array, tensor: Float64Array, at: number): void {
  const earliest = Math.min(times[0]!, times[1]!, times[2]!);
  const t0 = times[0]! - earliest;
  const t1 = times[1]! - earliest;
  const t2 = times[2]! - earliest;
  if (!(t0 + t1 + t2 < Infinity)) return;
  // The dual vectors g_i of the edges (g_i · e_j = 1 for i = j, else 0) are the columns of E⁻¹.
  const g0x = e[4]! * e[8]! - e[5]! * e[7]!;
  const g0y = e[5]! * e[6]! - e[3]! * e[8]!;
  const g0z = e[3]! * e[7]! - e[4]! * e[6]!;
  const g1x = e[7]! * e[2]! - e[8]! * e[1]!;
  const g1y = e[8]! * e[0]! - e[6]! * e[2]!;
  const g1z = e[6]! * e[1]! - e[7]! * e[0]!;
  const g2x = e[1]! * e[5]! - e[2]! * e[4]!;
  const g2y = e[2]! * e[3]! - e[0]! * e[5]!;
  const g2z = e[0]! * e[4]! - e[1]! * e[3]!;
  const determinant = e[0]! * g0x + e[1]! * g0y + e[2]! * g0z;
  if (determinant === 0) return;
  const scale = 1 / determinant;
  const ax = (t0 * g0x + t1 * g1x + t2 * g2x) * scale;
  const ay = (t0 * g0y + t1 * g1y + t2 * g2y) * scale;
  const az = (t0 * g0z + t1 * g1z + t2 * g2z) * scale;
  const bx = (g0x + g1x + g2x) * scale;
  const by = (g0y + g1y + g2y) * scale;
  const bz = (g0z + g1z + g2z) * scale;
  const dbx = tensor[at]! * bx + tensor[at + 1]! * by + tensor[at + 2]! * bz;
  const dby = tensor[at + 1]! * bx + tensor[at + 3]! * by + tensor[at + 4]! * bz;
  const dbz = tensor[at + 2]! * bx + tensor[at + 4]! * by + tensor[at + 5]! * bz;
  const quadratic = bx * dbx + by * dby + bz * dbz;
  const linear = ax * dbx + ay * dby + az * dbz;
  const constant = computeTensorForm(tensor, at, ax, ay, az) - 1;
  const discriminant = linear * linear - quadratic * constant;
  if (!(discriminant >= 0)) return;
  const tau = (linear + Math.sqrt(discriminant)) / quadratic;
  const px = ax - tau * bx;
  const py = ay - tau * by;
  const pz = az - tau * bz;
  const rayX = -(tensor[at]! * px + tensor[at + 1]! * py + tensor[at + 2]! * pz);
  const rayY = -(tensor[at + 1]! * px + tensor[at + 3]! * py + tensor[at + 4]! * pz);
  const rayZ = -(tensor[at + 2]! * px + tensor[at + 4]! * py + tensor[at + 5]! * pz);
  const mu0 = (g0x * rayX + g0y * rayY + g0z * rayZ) * scale;
  const mu1 = (g1x * rayX + g1y * rayY + g1z * rayZ) * scale;
  const mu2 = (g2x * rayX + g2y * rayY + g2z * rayZ) * scale;
  if (!(mu0 >= 0 && mu1 >= 0 && mu2 >= 0)) return;
  const sum = mu0 + mu1 + mu2;
  out.time_ms = earliest + tau;
  out.weights[0] = mu0 / sum;
  out.weights[1] = mu1 / sum;
  out.weights[2] = mu2 / sum;
}

function tryEdge(
  out: FaceMinimum,
  e: Float64Array,
  times: Float64Array,
  metric: Float64Array,
  at: number,
  i: number,
  j: number,
): void {
  const k = times[j]! - times[i]!;
  if (!(Math.abs(k) < Infinity)) return;
  const ex = e[3 * i]!;
  const ey = e[3 * i + 1]!;
  const ez = e[3 * i + 2]!;
  const dx = e[3 * j]! - ex;
  const dy = e[3 * j + 1]! - ey;
  const dz = e[3 * j + 2]! - ez;
  const mdx = metric[at]! * dx + metric[at + 1]! * dy + metric[at + 2]! * dz;
  const mdy = metric[at + 1]! * dx + metric[at + 3]! * dy + metric[at + 4]! * dz;
  const mdz = metric[at + 2]! * dx + metric[at + 4]! * dy + metric[at + 5]! * dz;
  const a = dx * mdx + dy * mdy + dz * mdz;
  if (a <= k * k) return;
  const b = ex * mdx + ey * mdy + ez * mdz;
  const c = computeTensorForm(metric, at, ex, ey, ez);
  const l = (-b - k * Math.sqrt(Math.max(0, a * c - b * b) / (a - k * k))) / a;
  if (!(l > 0 && l < 1)) return;
  const time = times[i]! + l * k + Math.sqrt(Math.max(0, a * l * l + 2 * b * l + c));
  if (time >= out.time_ms) return;
  out.time_ms = time;
  out.weights.fill(0);
  out.weights[i] = 1 - l;
  out.weights[j] = l;
}

function tryCorner(
  out: FaceMinimum,
  e: Float64Array,
  times: Float64Array,
  metric: Float64Array,
  at: number,
  i: number,
): void {
  const time = times[i]! + Math.sqrt(computeTensorForm(metric, at, e[3 * i]!, e[3 * i + 1]!, e[3 * i + 2]!));
  if (!(time < out.time_ms)) return;
  out.time_ms = time;
  out.weights.fill(0);
  out.weights[i] = 1;
}
