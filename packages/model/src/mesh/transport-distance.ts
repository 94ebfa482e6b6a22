import { writeShapeGradients } from "./element-gradient.ts";
import { countNodes, countTetrahedra, type TetrahedralMesh } from "./mesh.ts";
import { buildNodeElements, type NodeElements } from "./mesh-topology.ts";

export interface TransportField {
  /** 3 · elementCount; the field to walk along, of any length above zero (only its direction counts). */
  readonly direction: Float64Array;
  /** nodeCount; rises along the field. Orders the nodes and replaces the field where that gives no way back. */
  readonly potential: Float64Array;
}

export interface TransportStatus {
  readonly status: "converged" | "iteration-limit";
  readonly sweeps: number;
  /** Nodes that follow the edge of steepest descent of the potential because the field led them nowhere. */
  readonly edgeNodeCount: number;
  /** Nodes from which no source was reached: left at Infinity. */
  readonly unreachedCount: number;
}

/**
 * Length of the trajectory of a vector field from its source to each node: solves ∇d · t = 1, d = 0 at sources.
 *
 * From each node one straight step against t, averaged over the elements around the node, leads to a point of the
 * opposite face of one of them; d is the step plus the linear interpolation of d there (semi-Lagrangian, upwind). The
 * weights are positive, so d rises strictly along the step and never overshoots. Nodes are swept in the order of the
 * potential, in which nearly all dependencies are already final; sweeps repeat until nothing moves.
 *
 * @param outDistance_mm  written; nodeCount
 * @param isSource        nodeCount, 1 where d = 0
 * @param sign            1: distance from the low end of the field; -1: from its high end
 *
 * Accuracy: first order in the edge length, exact for straight parallel trajectories.
 * Cost: linear; memory 8 numbers a node.
 * Source: the equation and its use, Schuler et al., Med Image Anal 2021;74:102247, section 2; they solve it by least
 * squares, which is neither monotone nor as fast.
 */
export function computeTransportDistance(
  outDistance_mm: Float64Array,
  mesh: TetrahedralMesh,
  field: TransportField,
  isSource: Uint8Array,
  sign: 1 | -1,
): TransportStatus {
  const nodeElements = buildNodeElements(mesh);
  const stencil = buildUpwindStencil(mesh, nodeElements, field, isSource, sign);
  const order = orderNodes(field.potential, isSource, sign);
  outDistance_mm.fill(Number.POSITIVE_INFINITY);
  for (let node = 0; node < isSource.length; node++) if (isSource[node]) outDistance_mm[node] = 0;
  guessAlongEdges(outDistance_mm, stencil, order);
  const unreachedCount = linkStrandedNodes(outDistance_mm, stencil, mesh, nodeElements, order);
  const { sweeps, hasConverged } = sweepUntilStill(outDistance_mm, stencil, order);
  return {
    status: hasConverged ? "converged" : "iteration-limit",
    sweeps,
    edgeNodeCount: stencil.edgeNodeCount,
    unreachedCount,
  };
}

const MAX_SWEEPS = 400;
/** Largest change at which sweeping stops, mm. */
const STILL_mm = 1e-7;

/** d(node) = step + Σ weight · d(upwind node); a node without weights has no way back. */
interface UpwindStencil {
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

function buildUpwindStencil(
  mesh: TetrahedralMesh,
  nodeElements: NodeElements,
  field: TransportField,
  isSource: Uint8Array,
  sign: 1 | -1,
): UpwindStencil {
  const nodeCount = countNodes(mesh);
  const upwindNodes = new Uint32Array(3 * nodeCount);
  const weights = new Float64Array(3 * nodeCount);
  const step_mm = new Float64Array(nodeCount);
  const steepest = new Uint32Array(nodeCount);
  const steepestStep_mm = new Float64Array(nodeCount);
  const { shapes, volumes } = computeShapes(mesh);
  const best: UpwindStep = { element: -1, own: 0, score: 0, weights: new Float64Array(4) };
  const back = new Float64Array(3);
  let edgeNodeCount = 0;
  for (let node = 0; node < nodeCount; node++) {
    if (isSource[node]) continue;
    findSteepestEdge(steepest, steepestStep_mm, mesh, nodeElements, field.potential, node, sign);
    averageDirection(back, nodeElements, field.direction, volumes, node, -sign);
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
  out.element = -1;
  out.score = -LARGEST_CLAMP;
  for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
    const element = elements[i]!;
    let own = 0;
    let lowest = Number.POSITIVE_INFINITY;
    let total = 0;
    let drop = 0;
    for (let k = 0; k < 4; k++) {
      const vertex = mesh.tetrahedra[4 * element + k]!;
      if (vertex === node) {
        own = k;
        continue;
      }
      const g = 12 * element + 3 * k;
      const rate = shapes[g]! * back[0]! + shapes[g + 1]! * back[1]! + shapes[g + 2]! * back[2]!;
      lowest = Math.min(lowest, rate);
      if (rate <= 0) continue;
      total += rate;
      drop += rate * sign * (potential[node]! - potential[vertex]!);
    }
    if (!(drop > 0) || !(lowest / total > out.score)) continue;
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

function computeShapes(mesh: TetrahedralMesh) {
  const elementCount = countTetrahedra(mesh);
  const shapes = new Float64Array(12 * elementCount);
  const volumes = new Float64Array(elementCount);
  for (let element = 0; element < elementCount; element++) {
    volumes[element] = writeShapeGradients(shapes.subarray(12 * element, 12 * element + 12), mesh, element);
  }
  return { shapes, volumes };
}

/** Volume-weighted mean of the unit directions around a node, times `sign`. */
function averageDirection(
  out: Float64Array,
  { offsets, elements }: NodeElements,
  direction: Float64Array,
  volumes: Float64Array,
  node: number,
  sign: number,
): void {
  out.fill(0);
  for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
    const element = elements[i]!;
    const x = direction[3 * element]!;
    const y = direction[3 * element + 1]!;
    const z = direction[3 * element + 2]!;
    const length = Math.sqrt(x * x + y * y + z * z);
    if (!(length > 0)) continue;
    const weight = (sign * volumes[element]!) / length;
    out[0]! += weight * x;
    out[1]! += weight * y;
    out[2]! += weight * z;
  }
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
      const length_mm = Math.sqrt(dx * dx + dy * dy + dz * dz);
      if (drop / length_mm <= bestSlope) continue;
      bestSlope = drop / length_mm;
      outNode[node] = vertex;
      outStep_mm[node] = length_mm;
    }
  }
}

function orderNodes(potential: Float64Array, isSource: Uint8Array, sign: 1 | -1): Uint32Array {
  const nodes: number[] = [];
  for (let node = 0; node < isSource.length; node++) if (!isSource[node]) nodes.push(node);
  return Uint32Array.from(nodes).sort((a, b) => sign * (potential[a]! - potential[b]!) || a - b);
}

/** A first guess: the descent of the potential along edges; Infinity where that ends in a local minimum. */
function guessAlongEdges(outDistance_mm: Float64Array, stencil: UpwindStencil, order: Uint32Array): void {
  for (let i = 0; i < order.length; i++) {
    const node = order[i]!;
    const start = stencil.steepest[node]!;
    if (start !== node) outDistance_mm[node] = stencil.steepestStep_mm[node]! + outDistance_mm[start]!;
  }
}

/**
 * Links nodes without a guess (around local minima, which flat elements can make) to reached neighbors, layer by layer.
 *
 * @returns the number of nodes that no chain of edges joins to a source
 */
function linkStrandedNodes(
  outDistance_mm: Float64Array,
  stencil: UpwindStencil,
  mesh: TetrahedralMesh,
  { offsets, elements }: NodeElements,
  order: Uint32Array,
): number {
  let stranded = Array.from(order).filter((node) => outDistance_mm[node] === Number.POSITIVE_INFINITY);
  while (stranded.length > 0) {
    const links: { node: number; to: number; distance_mm: number }[] = [];
    for (const node of stranded) {
      let to = -1;
      let distance_mm = Number.POSITIVE_INFINITY;
      for (let i = offsets[node]!; i < offsets[node + 1]!; i++) {
        for (let k = 0; k < 4; k++) {
          const vertex = mesh.tetrahedra[4 * elements[i]! + k]!;
          const candidate_mm = outDistance_mm[vertex]! + measureEdge(mesh.points_mm, node, vertex);
          if (candidate_mm >= distance_mm) continue;
          distance_mm = candidate_mm;
          to = vertex;
        }
      }
      if (to >= 0) links.push({ node, to, distance_mm });
    }
    if (links.length === 0) return stranded.length;
    for (const { node, to, distance_mm } of links) {
      outDistance_mm[node] = distance_mm;
      stencil.upwindNodes[3 * node] = to;
      stencil.weights.fill(0, 3 * node, 3 * node + 3);
      stencil.weights[3 * node] = 1;
      stencil.step_mm[node] = measureEdge(mesh.points_mm, node, to);
    }
    stranded = stranded.filter((node) => outDistance_mm[node] === Number.POSITIVE_INFINITY);
  }
  return 0;
}

function measureEdge(p: Float64Array, a: number, b: number): number {
  return Math.hypot(p[3 * a]! - p[3 * b]!, p[3 * a + 1]! - p[3 * b + 1]!, p[3 * a + 2]! - p[3 * b + 2]!);
}

function sweepUntilStill(outDistance_mm: Float64Array, stencil: UpwindStencil, order: Uint32Array) {
  const { upwindNodes, weights, step_mm } = stencil;
  for (let sweep = 1; sweep <= MAX_SWEEPS; sweep++) {
    let change = 0;
    for (let i = 0; i < order.length; i++) {
      const node = order[i]!;
      let value = step_mm[node]!;
      if (!(value > 0)) continue;
      for (let slot = 3 * node; slot < 3 * node + 3; slot++) {
        if (weights[slot]! > 0) value += weights[slot]! * outDistance_mm[upwindNodes[slot]!]!;
      }
      const difference = Math.abs(value - outDistance_mm[node]!);
      if (difference > change) change = difference;
      outDistance_mm[node] = value;
    }
    if (change < STILL_mm) return { sweeps: sweep, hasConverged: true };
  }
  return { sweeps: MAX_SWEEPS, hasConverged: false };
}
