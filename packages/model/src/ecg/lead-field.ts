import { countNodes, type TriangleSurface } from "../mesh/mesh.ts";
import { findNearestOnTriangle } from "../numerics/closest-on-triangle.ts";
import { cross, dot, pointAt, subtract, type Vector3 } from "../numerics/vector3.ts";
import { buildBoundaryElements, solveSurfaceAdjoint } from "./boundary-elements.ts";
import { LEAD_ELECTRODES } from "./lead-electrodes.ts";
import { ECG_ELECTRODES, INDEPENDENT_LEADS } from "./lead-names.ts";
import type { Torso } from "./torso.ts";

const LEAD_COUNT = INDEPENDENT_LEADS.length;

/**
 * A lead field as a sum of point sources: Z_lead(x) = Σ_j s_j / |r_j − x|. In a lead of unit current the electrodes are
 * such points; an insulated body adds those of its skin.
 *
 * Z is the potential that 1 µA through the lead would give, in mV: by reciprocity a dipole q (µA·mm) at x gives the lead
 * q·∇Z(x) in mV, and an impressed current density −σ_i ∇V_m gives −∫ ∇Z·σ_i ∇V_m dV in mV.
 */
export interface LeadFieldSources {
  /** 3 · pointCount, mm. */
  readonly points_mm: Float64Array;
  /** 8 · pointCount, point by point in the order of INDEPENDENT_LEADS, mm/mS. */
  readonly strengths: Float64Array;
}

/**
 * Lead field of electrodes in an infinite homogeneous medium, at given points.
 *
 * Z_e = 1/(4πσ|r_e − x|). Good shape of the leads near the chest, about half their amplitude.
 *
 * @param points_mm  3 · pointCount
 * @returns 8 · pointCount, point by point in the order of INDEPENDENT_LEADS, 1/mS
 */
export function computeLeadFieldInfinite(
  points_mm: Float64Array,
  torso: Pick<Torso, "electrodes_mm">,
  conductivity_SPerM: number,
): Float64Array {
  return evaluateLeadField(points_mm, placeSourcesInfinite(torso, conductivity_SPerM));
}

/**
 * Lead field of an insulated homogeneous body by boundary elements and reciprocity, at given points inside it.
 *
 * One adjoint solve a lead, then Z(x) = Σ_j y_j/(4πσ|r_j − x|) over the nodes of the skin. Equal to the direct solution
 * of a dipole on the same elements to rounding.
 *
 * @param points_mm  3 · pointCount, farther from the skin than an edge of its triangles
 * @returns 8 · pointCount, point by point in the order of INDEPENDENT_LEADS, 1/mS
 * @throws TributaryError "body-surface-not-closed"
 *
 * Cost: for 642 nodes of skin 0.3 s, and 0.5 s for 100 000 points, on one core.
 * Source: lead fields instead of a solution a time step: Potse 2018, Front Physiol 9:370; Pezzuto 2017, Front Physiol 8:265.
 */
export function computeLeadFieldBounded(
  points_mm: Float64Array,
  torso: Torso,
  conductivity_SPerM: number,
): Float64Array {
  return evaluateLeadField(points_mm, placeSourcesBounded(torso, conductivity_SPerM));
}

/** The nine electrodes themselves. */
export function placeSourcesInfinite(
  { electrodes_mm }: Pick<Torso, "electrodes_mm">,
  conductivity_SPerM: number,
): LeadFieldSources {
  const points_mm = Float64Array.from(ECG_ELECTRODES.flatMap((name) => electrodes_mm[name]));
  const scale = 1 / (4 * Math.PI * conductivity_SPerM);
  const strengths = ECG_ELECTRODES.flatMap((electrode) =>
    INDEPENDENT_LEADS.map((lead) => scale * (LEAD_ELECTRODES[lead][electrode] ?? 0)),
  );
  return { points_mm, strengths: Float64Array.from(strengths) };
}

/** The nodes of the skin, with the strengths that the adjoint solution of each lead gives them. */
export function placeSourcesBounded({ surface, electrodes_mm }: Torso, conductivity_SPerM: number): LeadFieldSources {
  const elements = buildBoundaryElements(surface);
  const nodeCount = countNodes(surface);
  const spread = ECG_ELECTRODES.map((name) => spreadOnSurface(surface, electrodes_mm[name]));
  const strengths = new Float64Array(LEAD_COUNT * nodeCount);
  const scale = 1 / (4 * Math.PI * conductivity_SPerM);
  for (const [index, lead] of INDEPENDENT_LEADS.entries()) {
    const measurement = new Float64Array(nodeCount);
    for (const [electrode, name] of ECG_ELECTRODES.entries()) {
      for (const { node, weight } of spread[electrode]!) {
        measurement[node]! += weight * (LEAD_ELECTRODES[lead][name] ?? 0);
      }
    }
    const adjoint = solveSurfaceAdjoint(elements, measurement);
    for (let node = 0; node < nodeCount; node++) strengths[LEAD_COUNT * node + index] = scale * adjoint[node]!;
  }
  return { points_mm: surface.points_mm, strengths };
}

/**
 * Z of the eight leads at given points.
 *
 * @returns 8 · pointCount, point by point, 1/mS
 */
export function evaluateLeadField(points_mm: Float64Array, sources: LeadFieldSources): Float64Array {
  const out = new Float64Array((LEAD_COUNT * points_mm.length) / 3);
  for (let at = 0; at < points_mm.length; at += 3) {
    addSources(out, (LEAD_COUNT * at) / 3, sources, [points_mm[at]!, points_mm[at + 1]!, points_mm[at + 2]!]);
  }
  return out;
}

/** One point; the eight sums are kept in variables, since this is the inner loop of every ECG. */
function addSources(
  out: Float64Array,
  outAt: number,
  { points_mm, strengths: s }: LeadFieldSources,
  [x, y, z]: Vector3,
) {
  let [z0, z1, z2, z3, z4, z5, z6, z7] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let p = 0, k = 0; p < points_mm.length; p += 3, k += LEAD_COUNT) {
    const dx = points_mm[p]! - x;
    const dy = points_mm[p + 1]! - y;
    const dz = points_mm[p + 2]! - z;
    const inverse = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
    z0 += s[k]! * inverse;
    z1 += s[k + 1]! * inverse;
    z2 += s[k + 2]! * inverse;
    z3 += s[k + 3]! * inverse;
    z4 += s[k + 4]! * inverse;
    z5 += s[k + 5]! * inverse;
    z6 += s[k + 6]! * inverse;
    z7 += s[k + 7]! * inverse;
  }
  out[outAt] = z0;
  out[outAt + 1] = z1;
  out[outAt + 2] = z2;
  out[outAt + 3] = z3;
  out[outAt + 4] = z4;
  out[outAt + 5] = z5;
  out[outAt + 6] = z6;
  out[outAt + 7] = z7;
}

/** A point on the skin as a mean of the corners of the nearest triangle. */
function spreadOnSurface({ points_mm, triangles }: TriangleSurface, at_mm: Vector3) {
  const found = new Float64Array(4);
  let nearest = { entry: 0, squared: Infinity, point: at_mm };
  const [x, y, z] = at_mm;
  for (let entry = 0; entry < triangles.length; entry += 3) {
    const corners = { a: 3 * triangles[entry]!, b: 3 * triangles[entry + 1]!, c: 3 * triangles[entry + 2]! };
    findNearestOnTriangle(found, points_mm, corners, { x, y, z });
    if (found[3]! < nearest.squared) nearest = { entry, squared: found[3]!, point: pointAt(found, 0) };
  }
  const nodes = [...triangles.subarray(nearest.entry, nearest.entry + 3)];
  const [a, b, c] = nodes.map((node) => pointAt(points_mm, node)) as [Vector3, Vector3, Vector3];
  const normal = cross(subtract(b, a), subtract(c, a));
  const share = (from: Vector3, to: Vector3) =>
    dot(normal, cross(subtract(to, from), subtract(nearest.point, from))) / dot(normal, normal);
  return [
    { node: nodes[0]!, weight: share(b, c) },
    { node: nodes[1]!, weight: share(c, a) },
    { node: nodes[2]!, weight: share(a, b) },
  ];
}
