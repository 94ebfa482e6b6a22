import { createIcosphere } from "./icosphere.ts";
import { type LabeledSurface, SURFACE_LABEL, type SurfaceLabel } from "./mesh.ts";

/** Two spheres about one center, the inner one turned inward: a closed wall between LV endocardium and epicardium. */
export function createShellSurface(inner_mm: number, outer_mm: number, levels: number): LabeledSurface {
  const outer = createIcosphere(outer_mm, levels);
  const inner = createIcosphere(inner_mm, levels);
  const shift = outer.points_mm.length / 3;
  const labelAll = (count: number, label: SurfaceLabel) => Array.from({ length: count }, () => label);
  return {
    points_mm: Float64Array.from([...outer.points_mm, ...inner.points_mm]),
    triangles: Uint32Array.from([...outer.triangles, ...[...inner.triangles].reverse().map((point) => point + shift)]),
    labels: Uint8Array.from([
      ...labelAll(outer.triangles.length / 3, SURFACE_LABEL.epicardium),
      ...labelAll(inner.triangles.length / 3, SURFACE_LABEL.lvEndocardium),
    ]),
  };
}
