import type { SurfaceLabel } from "./mesh.ts";

/**
 * Muscle as a function of space: what the mesher needs to know of a heart, parametric or imaged.
 *
 * Near the zero level the value is a distance (gradient of length about 1) and smooth except at the basal rim and at
 * crests, where smooth pieces meet; far away only its sign counts.
 */
export interface ImplicitShape {
  /** Negative inside the muscle, mm. */
  signedDistance_mm(x: number, y: number, z: number): number;
  /** The anatomical surface that a point of the zero level belongs to. */
  surfaceLabel(x: number, y: number, z: number): SurfaceLabel;
  /** minX, minY, minZ, maxX, maxY, maxZ of the zero level, mm. */
  readonly bounds_mm: readonly [number, number, number, number, number, number];
  /** Thickness of the thinnest wall, mm. */
  readonly thinnestWall_mm: number;
  /** Its name in a sentence, such as "right ventricular free wall". */
  readonly thinnestWallName: string;
}
