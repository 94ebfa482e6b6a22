import { writeShapeGradients } from "./element-gradient.ts";
import { countNodes, countTetrahedra, type TetrahedralMesh } from "./mesh.ts";
import { buildNodeElements, type NodeElements } from "./mesh-topology.ts";

export interface TransportField {
  /** 3 · elementCount; the field to walk along, of any length above zero (only its direction counts). */
  readonly direction: Float64Array;
  /** nodeCount; rises along the field. Orders the nodes and replaces the field where that gives no way back. */
  readonly potential: Float64Array;
}

/** What every stencil of a mesh needs. */
export interface TransportGeometry {
  readonly mesh: TetrahedralMesh;
  readonly nodeElements: NodeElements;
  /** 12 · elementCount; gradients of the shape functions. */
  readonly shapes: Float64Array;
  readonly volumes_mm3: Float64Array;
}

export function prepareTransport(mesh: TetrahedralMesh): TransportGeometry {
  const elementCount = countTetrahedra(mesh);
  const shapes = new Float64Array(12 * elementCount);
  const volumes_mm3 = new Float64Array(elementCount);
  const shape = new Float64Array(12);
  for (let element = 0; element < elementCount; element++) {
    volumes_mm3[element] = writeShapeGradients(shape, mesh, element);
    shapes.set(shape, 12 * element);
  }
  return { mesh, nodeElements: buildNodeElements(mesh), shapes, volumes_mm3 };
}

/** A field of one geometry, its directions averaged. */
export interface NodalField {
  /** 3 · nodeCount; sum of the unit directions of the elements around each node, weighted with their volumes. */
  readonly direction: Float64Array;
  readonly potential: Float64Array;
}

export function averageDirections({ mesh, volumes_mm3 }: TransportGeometry, field: TransportField): NodalField {
  const direction = new Float64Array(mesh.points_mm.length);
  for (let element = 0; element < volumes_mm3.length; element++) {
    const x = field.direction[3 * element]!;
    const y = field.direction[3 * element + 1]!;
    const z = field.direction[3 * element + 2]!;
    const length = Math.sqrt(x * x + y * y + z * z);
    if (!(length > 0)) continue;
    const weight = volumes_mm3[element]! / length;
    for (let i = 4 * element; i < 4 * element + 4; i++) {
      const at = 3 * mesh.tetrahedra[i]!;
      direction[at]! += weight * x;
      direction[at + 1]! += weight * y;
      direction[at + 2]! += weight * z;
    }
  }
  return { direction, potential: field.potential };
}

/** d(node) = step + Σ weight · d(upwind node); a node without weights has no way back. */
export interface UpwindStencil {
  /** 3 · nodeCount. */
  readonly upwindNodes: Uint32Array;
  /** 3 · nodeCount. */
  readonly weights: Float64Array;
  /** nodeCount. */
  readonly step_mm: Float64Array;
  /** nodeCount; neighbor with the steepest descent of the potential, or the node itself where there is none. */
  readonly steepest: Uint32Array;
  readonly steepestStep_mm: Float64Array;
  readonly edgeNodeCount: number;
}

/**
 * Chooses, for each node, the point that a straight step against the averaged field reaches in the elements around it.
 *
 * The element it enters most squarely is taken, slightly
 * outside is clamped. The potential must be lower at the point than at the node, or else the edge of steepest descent is
 * taken: so no circle of nodes can depend on itself alone.
 *
 * @param sign  1: walk down the potential; -1: up
 */
export function buildUpwindStencil(
  { mesh, nodeElements, shapes }: TransportGeometry,
  field: NodalField,
  isSource: Uint8Array,
  sign: 1 | -1,
): UpwindStencil {
  const nodeCount = countNodes(mesh);
  const upwindNodes = new Uint32Array(3 * nodeCount);
  const weights = new Float64Array(3 * nodeCount);
  const step_mm = new Float64Array(nodeCount);
  const steepest = new Uint32Array(nodeCount);
  const steepestStep_mm = new Float64Array(nodeCount);
  const best: UpwindStep = { element: -1, own: 0, score: 0, weights: new Float64Array(4) };
  const back = new Float64Array(3);
  let edgeNodeCount = 0;
  for (let node = 0; node < nodeCount; node++) {
    if (isSource[node]) continue;
    findSteepestEdge(steepest, steepestStep_mm, mesh, nodeElements, field.potential, node, sign);
    for (let axis = 0; axis < 3; axis++) back[axis] = -sign * field.direction[3 * node + axis]!;
    findUpwindStep(best, mesh, nodeElements, shapes, field.potential, back, node, sign);
    if (best.element >= 0) {
      writeStep(upwindNodes, weights, step_mm, mesh, best, node);
    } else if (steepest[node] !== node) {
      upwindNodes[3 * node] = steepest[node]!;
      weights[3 * node] = 1;
      step_mm[node] = steepestStep_mm[node]!;
      edgeNodeCount++;
    }
  }
  return { upwindNodes, weights, step_mm, steepest, steepestStep_mm, edgeNodeCount };
}

interface UpwindStep {
  element: number;
  own: number;
  score: number;
  /** Of the four vertices; zero for the node itself. */
  readonly weights: Float64Array;
}

/** The element around the node that the backward direction enters most squarely; slightly outside is clamped. */
function findUpwindStep(
  out: UpwindStep,
  mesh: TetrahedralMesh,
  { offsets, elements }: NodeElements,
  shapes: Float64Array,
  potential: Float64Array,
  back: Float64Array,
  node: number,
  sign: 1 | -1,
): void {
  const { tetrahedra } = mesh;
  const x = back[0]!;
  const y = back[1]!;
  const z = back[2]!;
  const nodePotential = sign * potential[node]!;
  out.element = -1;
  out.score = -LARGEST_CLAMP;
  for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
    const element = elements[i]!;
    let own = 0;
    let lowest = Number.POSITIVE_INFINITY;
    let total = 0;
    let drop = 0;
    for (let k = 0; k < 4; k++) {
      const vertex = tetrahedra[4 * element + k]!;
      if (vertex === node) {
        own = k;
        continue;
      }
      const g = 12 * element + 3 * k;
      const rate = shapes[g]! * x + shapes[g + 1]! * y + shapes[g + 2]! * z;
      if (rate < lowest) lowest = rate;
      if (rate <= 0) continue;
      total += rate;
      drop += rate * (nodePotential - sign * potential[vertex]!);
    }
    if (!(drop > 0) || !(lowest > out.score * total)) continue;
    out.score = lowest / total;
    out.element = element;
    out.own = own;
  }
  if (out.element < 0) return;
  let total = 0;
  for (let k = 0; k < 4; k++) {
    const g = 12 * out.element + 3 * k;
    const rate = shapes[g]! * back[0]! + shapes[g + 1]! * back[1]! + shapes[g + 2]! * back[2]!;
    out.weights[k] = k === out.own ? 0 : Math.max(0, rate);
    total += out.weights[k]!;
  }
  for (let k = 0; k < 4; k++) out.weights[k]! /= total;
}

/** How far outside an element a step may point, as a share of its opposite face, and still be clamped into it. */
const LARGEST_CLAMP = 1;

function writeStep(
  upwindNodes: Uint32Array,
  weights: Float64Array,
  step_mm: Float64Array,
  mesh: TetrahedralMesh,
  step: UpwindStep,
  node: number,
): void {
  const { points_mm: p, tetrahedra } = mesh;
  let x = p[3 * node]!;
  let y = p[3 * node + 1]!;
  let z = p[3 * node + 2]!;
  let slot = 3 * node;
  for (let k = 0; k < 4; k++) {
    if (k === step.own) continue;
    const vertex = tetrahedra[4 * step.element + k]!;
    const weight = step.weights[k]!;
    upwindNodes[slot] = vertex;
    weights[slot++] = weight;
    x -= weight * p[3 * vertex]!;
    y -= weight * p[3 * vertex + 1]!;
    z -= weight * p[3 * vertex + 2]!;
  }
  step_mm[node] = Math.hypot(x, y, z);
}

function findSteepestEdge(
  outNode: Uint32Array,
  outStep_mm: Float64Array,
  mesh: TetrahedralMesh,
  { offsets, elements }: NodeElements,
  potential: Float64Array,
  node: number,
  sign: 1 | -1,
): void {
  const { points_mm: p, tetrahedra } = mesh;
  let bestSlope = 0;
  outNode[node] = node;
  for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
    for (let k = 0; k < 4; k++) {
      const vertex = tetrahedra[4 * elements[i]! + k]!;
      const drop = sign * (potential[node]! - potential[vertex]!);
      if (!(drop > 0)) continue;
      const dx = p[3 * node]! - p[3 * vertex]!;
      const dy = p[3 * node + 1]! - p[3 * vertex + 1]!;
      const dz = p[3 * node + 2]! - p[3 * vertex + 2]!;
      const squared_mm2 = dx * dx + dy * dy + dz * dz;
      if (drop * drop <= bestSlope * bestSlope * squared_mm2) continue;
      const length_mm = Math.sqrt(squared_mm2);
      bestSlope = drop / length_mm;
      outNode[node] = vertex;
      outStep_mm[node] = length_mm;
    }
  }
}
