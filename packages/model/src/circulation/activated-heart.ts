/** An activation map and the anatomy it lies on. */
export interface ActivatedHeart {
  /** 4 · elementCount */
  readonly tetrahedra: Uint32Array;
  /** nodeCount, ms; Infinity where unreached. */
  readonly times_ms: ArrayLike<number>;
  /** elementCount; AHA segment 1-17, 0 in the free wall of the right ventricle. */
  readonly segment: Uint8Array;
  /** elementCount; values of WALL. */
  readonly wall: Uint8Array;
  /** elementCount */
  readonly volumes_mm3: Float64Array;
  /** elementCount; part of the element's muscle that is scar, 0 to 1. Without it nothing is scar. */
  readonly scarFraction?: ArrayLike<number>;
}
