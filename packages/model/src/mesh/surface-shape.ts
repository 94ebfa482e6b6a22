import type { ImplicitShape } from "./implicit-shape.ts";
import type { LabeledSurface, SurfaceLabel } from "./mesh.ts";
import { computeSurfaceDistance, indexSurface } from "./surface-distance.ts";
import { estimateThinnestWall } from "./surface-wall-thickness.ts";
import { boundsOfPoints } from "./triangle-grid.ts";

/**
 * An imaged heart, given by its closed labeled surface, as an implicit shape: exact signed distance, label of the nearest
 * triangle, thinnest wall estimated (see `estimateThinnestWall`).
 *
 * @param surface closed, outward, no triangle of zero area: run `checkSurface` first
 *
 * Not to be shared between threads: queries share scratch space.
 */
export function createSurfaceShape(surface: LabeledSurface): ImplicitShape {
  const index = indexSurface(surface);
  return {
    signedDistance_mm: (x, y, z) => computeSurfaceDistance(index, x, y, z),
    surfaceLabel(x, y, z) {
      computeSurfaceDistance(index, x, y, z);
      return surface.labels[index.nearest.triangle] as SurfaceLabel;
    },
    bounds_mm: boundsOfPoints(surface.points_mm),
    ...estimateThinnestWall(surface, index),
  };
}
