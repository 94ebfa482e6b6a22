import type { Vector3 } from "@tributary/model";

/** What the view of the heart is made of; plain arrays in the body's axes, which travel from the worker. */
export interface HeartScene {
  /** 3 · nodeCount, of the surface alone. */
  readonly points_mm: Float32Array;
  readonly triangles: Uint32Array;
  /** nodeCount; the heart as it is now, from the first activation on; Infinity where unreached. */
  readonly before_ms: Float32Array;
  readonly veins: readonly SceneVein[];
  /** Middle of the muscle of each AHA segment that there is. */
  readonly segments: readonly { readonly segment: number; readonly point_mm: Vector3 }[];
  readonly sites: readonly { readonly id: string; readonly rank: number; readonly point_mm: Vector3 }[];
}

interface SceneVein {
  readonly name: string;
  /** What it drains into, and where; undefined for a vein with a mouth of its own. */
  readonly parent: string | undefined;
  readonly junctionArc_mm: number;
  /** pointCount; from the mouth. */
  readonly arc_mm: Float32Array;
  /** 3 · pointCount. */
  readonly points_mm: Float32Array;
  /** pointCount. */
  readonly radius_mm: Float32Array;
  /** Where the tip of the lead can lie. */
  readonly tips: readonly { readonly depth_mm: number; readonly point_mm: Vector3 }[];
}

/** One way of pacing on that heart. */
export interface PacedScene {
  /** As `before_ms`. */
  readonly times_ms: Float32Array;
  readonly electrodes: readonly { readonly name: string; readonly point_mm: Vector3; readonly isCathode: boolean }[];
  /** 3 · pointCount; the lead from the mouth of the veins to its tip. */
  readonly course_mm: Float32Array;
}
