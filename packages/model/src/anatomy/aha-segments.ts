import { countTetrahedra, type TetrahedralMesh } from "../mesh/mesh.ts";
import { computeElementVolume } from "../mesh/mesh-volume.ts";
import { millilitersFromCubicMillimeters } from "../units/convert.ts";
import { ahaSegment } from "./coordinate-conventions.ts";
import { computeElementCoordinates } from "./element-coordinates.ts";
import type { VentricularCoordinates } from "./ventricular-coordinates.ts";

/** Which wall an element belongs to. */
export const WALL = { lvFree: 0, septum: 1, rvFree: 2 } as const;
export type Wall = (typeof WALL)[keyof typeof WALL];

export interface WallRegions {
  /** elementCount; AHA segment 1-17 of left ventricle and septum, 0 in the free wall of the right ventricle. */
  readonly segment: Uint8Array;
  /** elementCount; values of WALL. */
  readonly wall: Uint8Array;
}

/** The septum is where rt is above this. */
const SEPTUM_START_rt = 2 / 3;

/**
 * AHA segment and wall of every element, by the coordinates of its middle.
 *
 * The septum counts through its whole thickness: both its LV half and its RV half. The anterior insertion of the right
 * ventricle is the border of segments 1 and 2, the posterior one that of 3 and 4, by the definition of rt.
 *
 * Source: Cerqueira et al., Circulation 2002;105:539.
 */
export function assignAhaSegments(mesh: TetrahedralMesh, coordinates: VentricularCoordinates): WallRegions {
  const { ab, rt, tv } = computeElementCoordinates(mesh, coordinates);
  const segment = new Uint8Array(tv.length);
  const wall = new Uint8Array(tv.length);
  for (let element = 0; element < tv.length; element++) {
    const isSeptal = rt[element]! > SEPTUM_START_rt;
    wall[element] = isSeptal ? WALL.septum : tv[element] ? WALL.rvFree : WALL.lvFree;
    segment[element] = wall[element] === WALL.rvFree ? 0 : ahaSegment(ab[element]!, rt[element]!);
  }
  return { segment, wall };
}

/** Volume of each segment, mL; 18 values, the first that of the free wall of the right ventricle. */
export function measureSegmentVolumes(mesh: TetrahedralMesh, segment: Uint8Array): Float64Array {
  const volumes_mL = new Float64Array(18);
  for (let element = 0; element < countTetrahedra(mesh); element++) {
    volumes_mL[segment[element]!]! += millilitersFromCubicMillimeters(computeElementVolume(mesh, element));
  }
  return volumes_mL;
}
