/** Vein centerlines as files give them: the middle of the lumen and its radius, from the mouth of the vein on. */
export interface CenterlineBranch {
  readonly name: string;
  /** 3 · pointCount. */
  readonly points_mm: Float64Array;
  /** pointCount. */
  readonly radius_mm: Float64Array;
}

export interface Centerlines {
  readonly branches: readonly CenterlineBranch[];
}
