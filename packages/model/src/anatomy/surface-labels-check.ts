import { TributaryError } from "../errors/tributary-error.ts";
import { type HeartMesh, SURFACE_LABEL } from "../mesh/mesh.ts";

export type SurfaceName = keyof typeof SURFACE_LABEL;

/** Whether any boundary triangle has this label. */
export function hasSurface(heart: HeartMesh, name: SurfaceName): boolean {
  return heart.boundaryLabels.includes(SURFACE_LABEL[name]);
}

/**
 * Checks that the boundary of a heart carries the named surfaces.
 *
 * @throws TributaryError "surface-labels-missing", naming those that are missing
 */
export function checkSurfaceLabels(heart: HeartMesh, needed: readonly SurfaceName[], purpose: string): void {
  const missing = needed.filter((name) => !hasSurface(heart, name));
  if (missing.length === 0) return;
  const found = (Object.keys(SURFACE_LABEL) as SurfaceName[]).filter((name) => hasSurface(heart, name));
  throw new TributaryError({
    code: "surface-labels-missing",
    what: `${purpose} need the boundary of the heart to be labeled, and a surface is missing.`,
    where: "boundaryLabels",
    why: `no boundary triangle is labeled ${missing.map(describe).join(", ")}; found: ${found.map(describe).join(", ") || "none"}; needed: ${needed.map(describe).join(", ")}`,
    fix: `Label the boundary triangles of ${missing.join(", ")}, or import a labeled surface of the heart and mesh it.`,
  });
}

function describe(name: SurfaceName): string {
  return `${name} (${SURFACE_LABEL[name]})`;
}
