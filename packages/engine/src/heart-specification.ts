import type {
  FiberAngles,
  HeartGeometry,
  HeartMesh,
  LabelledSurface,
  Pose,
  ScarRegion,
  TetrahedralMesh,
} from "@tributary/model";

/** Where the muscle comes from. */
export type HeartOrigin =
  | {
      readonly kind: "parametric";
      readonly geometry: HeartGeometry;
      readonly pose: Pose;
      readonly edgeLength_mm: number;
    }
  | { readonly kind: "surface"; readonly surface: LabelledSurface; readonly edgeLength_mm: number }
  | { readonly kind: "labelledTetrahedra"; readonly heart: HeartMesh; readonly given: GivenMuscle }
  | { readonly kind: "plainTetrahedra"; readonly mesh: TetrahedralMesh; readonly given: GivenMuscle };

/** What an imported tetrahedral mesh may bring along; what is missing is computed where it can be. */
export interface GivenMuscle {
  /** 3 · elementCount unit vectors. */
  readonly fiber?: Float64Array;
  /** TISSUE values, elementCount. */
  readonly tissue?: Uint8Array;
}

/** Everything the muscle is made from, before any electricity. */
export interface HeartSpecification {
  readonly origin: HeartOrigin;
  readonly fiberAngles: FiberAngles;
  readonly scar: readonly ScarRegion[];
}
