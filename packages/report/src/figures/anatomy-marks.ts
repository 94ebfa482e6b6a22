import type { Vector3 } from "@tributary/model";

/** A vein as pictures need it: a course with a width. */
export interface DrawnVein {
  /** A name for readers ("Left marginal vein") or an identifier (leftMarginalVein), which is then spelled out. */
  readonly name: string;
  /** 3 · pointCount, mm, patient space, from the mouth on. */
  readonly points_mm: ArrayLike<number>;
  /** Lumen, one per point. */
  readonly diameter_mm: ArrayLike<number>;
}

/** A lead's electrode, or any other place worth a mark. */
export interface DrawnElectrode {
  /** As printed on the device: "LV1", "RVtip". */
  readonly name: string;
  readonly position_mm: Vector3;
  /** Drawn in the accent color: the cathode chosen, the site under discussion. */
  readonly chosen?: boolean;
}
