import { computeMeanEdgeLength } from "../mesh/mean-edge-length.ts";
import { type HeartMesh, SURFACE_LABEL } from "../mesh/mesh.ts";
import { markSurfaceNodes } from "../mesh/surface-nodes.ts";
import { distance, pointAt } from "../numerics/vector3.ts";
import { createCoordinateLookup } from "./coordinate-lookup.ts";
import { rotationalOfNode } from "./element-coordinates.ts";
import type { VentricularCoordinateSolution } from "./ventricular-coordinates.ts";

/** Largest deviation from the boundary values that define ab and tm, over all nodes of the surfaces. */
export function largestBoundaryMiss(heart: HeartMesh, { ab, tm }: VentricularCoordinateSolution): number {
  const isEpicardial = markSurfaceNodes(heart, SURFACE_LABEL.epicardium);
  const isBase = markSurfaceNodes(heart, SURFACE_LABEL.base);
  const isLv = markSurfaceNodes(heart, SURFACE_LABEL.lvEndocardium);
  const isRv = markSurfaceNodes(heart, SURFACE_LABEL.rvEndocardium);
  let worst = 0;
  for (let node = 0; node < isBase.length; node++) {
    if (isBase[node]) worst = Math.max(worst, 1 - ab[node]!);
    if (isEpicardial[node] && (isLv[node] || isRv[node])) continue;
    if (isEpicardial[node]) worst = Math.max(worst, tm[node]!);
    if (isLv[node] || isRv[node]) worst = Math.max(worst, 1 - tm[node]!);
  }
  return worst;
}

/** Fraction of every `stride`-th node that a lookup by its own coordinates finds again within one mean edge. */
export function foundAgainFraction(
  heart: HeartMesh,
  coordinates: VentricularCoordinateSolution,
  stride: number,
): number {
  const lookup = createCoordinateLookup(heart, coordinates);
  const edge_mm = computeMeanEdgeLength(heart);
  let closeCount = 0;
  let count = 0;
  for (let node = 0; node < coordinates.ab.length; node += stride) {
    const { point_mm } = lookup({
      ab: coordinates.ab[node]!,
      tm: coordinates.tm[node]!,
      rt: rotationalOfNode(coordinates, node),
      tv: coordinates.tv[node] ? 1 : 0,
    });
    if (distance(point_mm, pointAt(heart.points_mm, node)) <= edge_mm) closeCount++;
    count++;
  }
  return closeCount / count;
}
