import type {
  FiberAngles,
  FileAxes,
  HeartGeometry,
  HeartMesh,
  LabeledSurface,
  Pose,
  ScarRegion,
} from "@tributary/model";

/** Where the muscle comes from. */
export type HeartOrigin =
  | {
      readonly kind: "parametric";
      readonly geometry: HeartGeometry;
      /** From the heart frame to patient space. */
      readonly pose: Pose;
      readonly edgeLength_mm: number;
      /** See `MeshOptions`; 3 when left out. */
      readonly leastWallNodes?: 2 | 3;
    }
  | {
      readonly kind: "surface";
      readonly surface: LabeledSurface;
      readonly edgeLength_mm: number;
      readonly leastWallNodes?: 2 | 3;
      /** Undefined: judged by where the apex points. */
      readonly axes?: FileAxes;
    }
  | {
      /** An imported mesh is used as it is; what it does not bring along is computed. */
      readonly kind: "tetrahedra";
      readonly heart: HeartMesh;
      /** 3 · elementCount unit vectors. */
      readonly fiber?: Float64Array;
      /** TISSUE values, elementCount. */
      readonly tissue?: Uint8Array;
      /** Undefined: judged by where the apex points. */
      readonly axes?: FileAxes;
    };

/** Everything the muscle is made from, before any electricity. */
export interface HeartSpecification {
  readonly origin: HeartOrigin;
  readonly fiberAngles: FiberAngles;
  readonly scar: readonly ScarRegion[];
}
