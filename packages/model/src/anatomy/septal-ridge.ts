import { TributaryError } from "../errors/tributary-error.ts";
import { SURFACE_LABEL } from "../mesh/mesh.ts";
import type { SplitMesh } from "../mesh/split-mesh-at-level.ts";
import { addScaled, dot, pointAt, subtract, type Vector3 } from "../numerics/vector3.ts";
import type { HeartFrame } from "./heart-frame.ts";

/** The epicardial curve of the septum, from the anterior base around the apex to the posterior base. */
export interface SeptalRidge {
  /** Nodes of the curve on either side of the apex; the apex node is the last of the anterior list. */
  readonly anteriorNodes: Uint32Array;
  readonly posteriorNodes: Uint32Array;
  readonly apexNode: number;
}

/**
 * Finds where the middle surface of the septum meets the epicardium, and cuts that curve at the apex.
 *
 * The apex is the node of the curve, below the middle of the septum, that is closest to the line along the long axis
 * through the middle of the septum. The anterior branch is the one on the side of the anterior axis.
 *
 * @param split  the heart, split at 0.5 of the transventricular Laplace field
 * @throws TributaryError "septal-ridge-open" when the curve does not fall into two branches at the apex
 *
 * Source: Schuler et al., Med Image Anal 2021;74:102247, section 2.
 */
export function findSeptalRidge(split: SplitMesh, frame: HeartFrame): SeptalRidge {
  const neighbors = listCurveNeighbors(split);
  const center_mm = findSeptumCenter(split, frame);
  const apexNode = findApexNode(split, frame, center_mm, [...neighbors.keys()]);
  const branches = apexNode < 0 ? [] : listBranches(neighbors, apexNode);
  if (branches.length < 2) {
    throw new TributaryError({
      code: "septal-ridge-open",
      what: "The edge of the septum on the epicardium does not run from base around the apex to base.",
      where: "boundaryLabels",
      why: `${neighbors.size} nodes on the edge, ${branches.length} branches at the apex; two are needed`,
      fix: "Check that both cavities are labeled and open at the base only, and that the epicardium covers the apex.",
    });
  }
  const [first, second] = branches as [number[], number[]];
  const isFirstAnterior =
    meanAlong(split.points_mm, first, frame.anteriorAxis) > meanAlong(split.points_mm, second, frame.anteriorAxis);
  return {
    anteriorNodes: Uint32Array.from([...(isFirstAnterior ? first : second), apexNode]),
    posteriorNodes: Uint32Array.from(isFirstAnterior ? second : first),
    apexNode,
  };
}

/** Epicardial nodes on the level and the epicardial triangle edges between them. */
function listCurveNeighbors(split: SplitMesh): Map<number, Set<number>> {
  const neighbors = new Map<number, Set<number>>();
  function connect(a: number, b: number): void {
    const known = neighbors.get(a);
    if (known) known.add(b);
    else neighbors.set(a, new Set([b]));
  }
  for (let triangle = 0; triangle < split.boundaryLabels.length; triangle++) {
    if (split.boundaryLabels[triangle] !== SURFACE_LABEL.epicardium) continue;
    for (let k = 0; k < 3; k++) {
      const a = split.boundaryTriangles[3 * triangle + k]!;
      const b = split.boundaryTriangles[3 * triangle + ((k + 1) % 3)]!;
      if (!split.isOnLevel[a] || !split.isOnLevel[b]) continue;
      connect(a, b);
      connect(b, a);
    }
  }
  return neighbors;
}

/** The center of the LV, moved along the septal axis to the mean of the septum. */
function findSeptumCenter(split: SplitMesh, frame: HeartFrame): Vector3 {
  const sum = [0, 0, 0];
  let count = 0;
  for (let node = 0; node < split.isOnLevel.length; node++) {
    if (!split.isOnLevel[node]) continue;
    for (let axis = 0; axis < 3; axis++) sum[axis]! += split.points_mm[3 * node + axis]!;
    count++;
  }
  const center = frame.lvCenter_mm;
  const mean: Vector3 = [sum[0]! / count, sum[1]! / count, sum[2]! / count];
  return addScaled(center, frame.septalAxis, dot(subtract(mean, center), frame.septalAxis));
}

function findApexNode(split: SplitMesh, frame: HeartFrame, center_mm: Vector3, nodes: readonly number[]): number {
  let best = -1;
  let leastSquared = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    const offset = subtract(pointAt(split.points_mm, node), center_mm);
    const along = dot(offset, frame.longAxis);
    if (along >= 0) continue;
    const squared = dot(offset, offset) - along * along;
    if (squared >= leastSquared) continue;
    leastSquared = squared;
    best = node;
  }
  return best;
}

/** Connected pieces of the curve without the apex, longest first. */
function listBranches(neighbors: ReadonlyMap<number, ReadonlySet<number>>, apexNode: number): number[][] {
  const seen = new Set([apexNode]);
  const branches: number[][] = [];
  for (const start of neighbors.keys()) {
    if (seen.has(start)) continue;
    const branch = [start];
    seen.add(start);
    for (let i = 0; i < branch.length; i++) {
      for (const next of neighbors.get(branch[i]!)!) {
        if (seen.has(next)) continue;
        seen.add(next);
        branch.push(next);
      }
    }
    branches.push(branch);
  }
  return branches.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

function meanAlong(points_mm: Float64Array, nodes: readonly number[], axis: Vector3): number {
  let sum = 0;
  for (const node of nodes) {
    sum += dot([points_mm[3 * node]!, points_mm[3 * node + 1]!, points_mm[3 * node + 2]!], axis);
  }
  return sum / nodes.length;
}

/**
 * The branch of each node of the ridge surface: 1 anterior, 2 posterior, by the closest node of the curve; 0 elsewhere.
 *
 * @param ridge      of the mesh before the second split, whose node numbers are kept by it
 * @param isOnRidge  nodeCount of the mesh after it
 */
export function assignRidgeBranches(points_mm: Float64Array, isOnRidge: Uint8Array, ridge: SeptalRidge): Uint8Array {
  const branch = new Uint8Array(isOnRidge.length);
  for (let node = 0; node < isOnRidge.length; node++) {
    if (!isOnRidge[node]) continue;
    const toAnterior = squaredDistanceTo(points_mm, node, ridge.anteriorNodes);
    branch[node] = toAnterior <= squaredDistanceTo(points_mm, node, ridge.posteriorNodes) ? 1 : 2;
  }
  return branch;
}

function squaredDistanceTo(points_mm: Float64Array, node: number, curve: Uint32Array): number {
  let best = Number.POSITIVE_INFINITY;
  for (const other of curve) {
    const x = points_mm[3 * node]! - points_mm[3 * other]!;
    const y = points_mm[3 * node + 1]! - points_mm[3 * other + 1]!;
    const z = points_mm[3 * node + 2]! - points_mm[3 * other + 2]!;
    best = Math.min(best, x * x + y * y + z * z);
  }
  return best;
}
