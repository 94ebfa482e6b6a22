import { type LabeledSurface, SURFACE_LABEL } from "./mesh.ts";
import type { SurfaceIndex } from "./surface-distance.ts";
import { castRay } from "./surface-ray.ts";

export interface ThinnestWall {
  readonly thinnestWall_mm: number;
  readonly thinnestWallName: string;
}

/** Rays per endocardium; enough for a stable first percentile. */
const MOST_RAYS = 4000;
const PERCENTILE = 0.01;

/**
 * Thickness of the thinnest wall of an imaged heart: the first percentile of the way from the middle of an endocardial
 * triangle straight into the muscle to the next surface other than the base. The percentile leaves out single faults of
 * a surface, and so may the mesher's first edge; it verifies its mesh.
 *
 * Infinite when no ray meets a wall (a solid body).
 */
export function estimateThinnestWall(surface: LabeledSurface, index: SurfaceIndex): ThinnestWall {
  const walls = [
    { label: SURFACE_LABEL.lvEndocardium, thinnestWallName: "LV wall" },
    { label: SURFACE_LABEL.rvEndocardium, thinnestWallName: "RV wall" },
  ].map(({ label, thinnestWallName }) => ({
    thinnestWallName,
    thinnestWall_mm: percentileOf(measureThicknesses(surface, index, label)),
  }));
  return walls[0]!.thinnestWall_mm <= walls[1]!.thinnestWall_mm ? walls[0]! : walls[1]!;
}

function measureThicknesses(surface: LabeledSurface, index: SurfaceIndex, label: number): number[] {
  const { points_mm: p, triangles, labels } = surface;
  const { faces } = index.normals;
  const sources: number[] = [];
  for (let triangle = 0; triangle < labels.length; triangle++) if (labels[triangle] === label) sources.push(triangle);
  const stride = Math.max(1, Math.ceil(sources.length / MOST_RAYS));
  const thicknesses: number[] = [];
  for (let i = 0; i < sources.length; i += stride) {
    const triangle = sources[i]!;
    const middle = (axis: number) =>
      (p[3 * triangles[3 * triangle]! + axis]! +
        p[3 * triangles[3 * triangle + 1]! + axis]! +
        p[3 * triangles[3 * triangle + 2]! + axis]!) /
      3;
    const inward = [-faces[3 * triangle]!, -faces[3 * triangle + 1]!, -faces[3 * triangle + 2]!] as const;
    const hit = castRay(index, [middle(0), middle(1), middle(2)], inward, triangle);
    if (hit && labels[hit.triangle] !== SURFACE_LABEL.base && labels[hit.triangle] !== label) {
      thicknesses.push(hit.distance_mm);
    }
  }
  return thicknesses;
}

function percentileOf(values: number[]): number {
  if (values.length === 0) return Number.POSITIVE_INFINITY;
  values.sort((a, b) => a - b);
  return values[Math.floor(PERCENTILE * values.length)]!;
}
