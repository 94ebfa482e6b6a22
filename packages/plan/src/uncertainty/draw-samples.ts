import { locatePointsInMesh, type MeshTransfer, type SweepNodes } from "@tributary/model";
import type { FieldHost } from "../field-host.ts";
import type { HeartModel } from "../heart/heart-model.ts";

/**
 * The places at which draws know the times: the nodes of the coarse mesh, then those of the fine mesh along its basal rim.
 *
 * Above the last of the fast layer times rise steeply, and a beat with a lead in place mostly ends on an edge of the rim;
 * coarse nodes miss its last milliseconds.
 */
export interface DrawSamples {
  /** Those of the rim have no part in the ECG. */
  readonly nodes: SweepNodes;
  /** All of them in the fine mesh. */
  readonly inFine: MeshTransfer;
  /** Those of the rim in the coarse mesh. */
  readonly rimInCoarse: MeshTransfer;
}

/** Muscle above this ab is the rim; assumed. */
const RIM_ab = 0.98;

export function createDrawSamples(coarse: HeartModel, fine: HeartModel, host: FieldHost): DrawSamples {
  const { heart, coordinates } = fine.prepared;
  const rim = [...coordinates.ab.keys()].filter((node) => coordinates.ab[node]! > RIM_ab);
  const rim_mm = Float64Array.from(rim.flatMap((node) => [...heart.points_mm.subarray(3 * node, 3 * node + 3)]));
  const all_mm = new Float64Array(coarse.prepared.heart.points_mm.length + rim_mm.length);
  all_mm.set(coarse.prepared.heart.points_mm);
  all_mm.set(rim_mm, coarse.prepared.heart.points_mm.length);
  const { nodeCount, weights, mask } = coarse.nodes;
  const leadCount = weights.length / nodeCount;
  const allWeights = new Float64Array(leadCount * (nodeCount + rim.length));
  allWeights.set(weights);
  const allMask = new Uint8Array(nodeCount + rim.length);
  allMask.set(mask!);
  for (const [index, node] of rim.entries()) allMask[nodeCount + index] = coordinates.tv[node] === 0 ? 1 : 0;
  return {
    nodes: { nodeCount: allMask.length, weights: host.share(allWeights), mask: host.share(allMask) },
    inFine: locatePointsInMesh(heart, all_mm),
    rimInCoarse: locatePointsInMesh(coarse.prepared.heart, rim_mm),
  };
}
