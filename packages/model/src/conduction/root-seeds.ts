import type { CoordinateLookup } from "../anatomy/coordinate-lookup.ts";
import { type HeartMesh, SURFACE_LABEL } from "../mesh/mesh.ts";
import { distance, pointAt, type Vector3 } from "../numerics/vector3.ts";
import type { ActivationRoot } from "./activation-roots.ts";

/** Nodes that start together or one after the other, and when. */
export interface RootSeeds {
  readonly nodes: readonly number[];
  /** ms after the first root. */
  readonly times_ms: readonly number[];
}

/**
 * The endocardial nodes that each root starts: those within its radius of its place, or the nearest one on a coarse mesh.
 *
 * @param lookup  coordinates to points of the same heart
 */
export function seedRoots(heart: HeartMesh, lookup: CoordinateLookup, roots: readonly ActivationRoot[]): RootSeeds {
  const nodes: number[] = [];
  const times_ms: number[] = [];
  for (const root of roots) {
    const { point_mm } = lookup(root);
    const endocardium = root.tv === 0 ? SURFACE_LABEL.lvEndocardium : SURFACE_LABEL.rvEndocardium;
    for (const node of listSurfaceNodesNear(heart, endocardium, point_mm, root.radius_mm)) {
      nodes.push(node);
      times_ms.push(root.delay_ms);
    }
  }
  return { nodes, times_ms };
}

function listSurfaceNodesNear(heart: HeartMesh, label: number, center_mm: Vector3, radius_mm: number): number[] {
  const found = new Set<number>();
  let nearest = -1;
  let nearestDistance_mm = Infinity;
  for (let i = 0; i < heart.boundaryTriangles.length; i++) {
    if (heart.boundaryLabels[Math.floor(i / 3)] !== label) continue;
    const node = heart.boundaryTriangles[i]!;
    const distance_mm = distance(pointAt(heart.points_mm, node), center_mm);
    if (distance_mm <= radius_mm) found.add(node);
    if (distance_mm < nearestDistance_mm) {
      nearestDistance_mm = distance_mm;
      nearest = node;
    }
  }
  if (found.size === 0 && nearest >= 0) found.add(nearest);
  return [...found].sort((a, b) => a - b);
}
