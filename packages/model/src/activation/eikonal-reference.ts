import type { TetrahedralMesh } from "../mesh/mesh.ts";
import { countNodes, countTetrahedra } from "../mesh/mesh.ts";
import { buildNodeElements } from "../mesh/mesh-topology.ts";
import { createIndexedHeap, popSmallest, pushOrRaise } from "../numerics/indexed-heap.ts";
import { isZeroTensor } from "../numerics/symmetric-tensor.ts";
import { countUnreached, type EikonalSeeds, type EikonalStatus, REINSERTION_THRESHOLD_ms } from "./eikonal-seeds.ts";
import {
  createFaceMinimum,
  createFaceProblem,
  createMetricField,
  loadElementMetric,
  loadFaceProblem,
  minimizeOverFace,
} from "./local-solver.ts";

/**
 * Activation times by the anisotropic eikonal equation: the plain version that others are compared with.
 *
 * Solves √(∇T · D ∇T) = 1 on linear tetrahedra: the earliest node is taken from a heap, every element around it offers its
 * other three nodes a time, and a node whose time falls is taken up again (label correcting). The result is the one fixed
 * point of the local solver whatever the order, also where elements are obtuse in the metric.
 *
 * @param outTimes_ms       written; nodeCount; Infinity where unreached
 * @param mesh              nodes in mm, tetrahedra with positive volume
 * @param tensor_mm2PerMs2  6 · elementCount, upper triangle; eigenvalues 0.01 to 16; all zero where nothing conducts
 * @param seeds             at least one
 * @throws never; call `checkEikonalInput` at the border
 *
 * Accuracy: first order in the edge length and late, never early, for the given D; see validation/eikonal-convergence.
 * Cost: near n log n; about 20 µs a node.
 * Source: local solver after Fu, Kirby, Whitaker, SIAM J Sci Comput 2013;35:c473; heap order instead of their active list.
 */
export function solveEikonalReference(
  outTimes_ms: Float64Array,
  mesh: TetrahedralMesh,
  tensor_mm2PerMs2: Float64Array,
  seeds: EikonalSeeds,
): EikonalStatus {
  const { offsets, elements } = buildNodeElements(mesh);
  const field = createMetricField(countTetrahedra(mesh));
  for (let e = 0; e < countTetrahedra(mesh); e++) loadElementMetric(field, 6 * e, tensor_mm2PerMs2, e);
  const heap = createIndexedHeap(countNodes(mesh));
  const minimum = createFaceMinimum();
  const problem = createFaceProblem();
  outTimes_ms.fill(Infinity);
  for (let i = 0; i < seeds.nodes.length; i++) {
    const node = seeds.nodes[i]!;
    outTimes_ms[node] = Math.min(outTimes_ms[node]!, seeds.times_ms[i]!);
    pushOrRaise(heap, outTimes_ms, node);
  }
  let popCount = 0;
  for (let node = popSmallest(heap, outTimes_ms); node >= 0; node = popSmallest(heap, outTimes_ms)) {
    popCount++;
    for (let slot = offsets[node]!; slot < offsets[node + 1]!; slot++) {
      const element = elements[slot]!;
      if (isZeroTensor(tensor_mm2PerMs2, 6 * element)) continue;
      for (let corner = 0; corner < 4; corner++) {
        const target = mesh.tetrahedra[4 * element + corner]!;
        if (target === node) continue;
        loadFaceProblem(problem, mesh, element, corner, outTimes_ms);
        minimizeOverFace(minimum, problem, field, 6 * element);
        if (minimum.time_ms < outTimes_ms[target]! - REINSERTION_THRESHOLD_ms) {
          outTimes_ms[target] = minimum.time_ms;
          pushOrRaise(heap, outTimes_ms, target);
        }
      }
    }
  }
  return { popCount, unreachedCount: countUnreached(outTimes_ms) };
}
