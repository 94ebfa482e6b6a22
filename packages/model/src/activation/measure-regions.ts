import { type HeartMesh, SURFACE_LABEL, type TetrahedralMesh } from "../mesh/mesh.ts";
import type { TimeField } from "./combine-fields.ts";

/**
 * Mean activation time of each AHA segment, weighted by volume.
 *
 * @param times_ms     nodeCount; Infinity where unreached
 * @param segment      elementCount; 0 the free wall of the right ventricle, 1-17 AHA segments
 * @param volumes_mm3  elementCount
 * @returns 18 means by segment number, ms; NaN where nothing of the segment is reached
 */
export function measureSegmentTimes(
  times_ms: TimeField,
  mesh: TetrahedralMesh,
  segment: Uint8Array,
  volumes_mm3: Float64Array,
): Float64Array {
  const sums = new Float64Array(18);
  const weights = new Float64Array(18);
  for (let element = 0; element < segment.length; element++) {
    const at = 4 * element;
    const mean_ms =
      (times_ms[mesh.tetrahedra[at]!]! +
        times_ms[mesh.tetrahedra[at + 1]!]! +
        times_ms[mesh.tetrahedra[at + 2]!]! +
        times_ms[mesh.tetrahedra[at + 3]!]!) /
      4;
    if (mean_ms === Infinity) continue;
    sums[segment[element]!]! += volumes_mm3[element]! * mean_ms;
    weights[segment[element]!]! += volumes_mm3[element]!;
  }
  return sums.map((sum, index) => sum / weights[index]!);
}

/**
 * From the first activation of the right to that of the left endocardium, ms: how long a front takes through the septum
 * when the left bundle is blocked; negative when the left ventricle starts first; NaN when either is never reached.
 *
 * About 20 ms when transseptal conduction is near normal, above 40 ms when prolonged (from memory; the finding that a
 * third of LBBB patients are near normal: Auricchio 2004, Circulation 109:1133).
 */
export function measureTransseptalDelay_ms(times_ms: TimeField, heart: HeartMesh): number {
  const left_ms = firstTimeOn(SURFACE_LABEL.lvEndocardium);
  const right_ms = firstTimeOn(SURFACE_LABEL.rvEndocardium);
  return left_ms < Infinity && right_ms < Infinity ? left_ms - right_ms : Number.NaN;

  function firstTimeOn(label: number): number {
    let first_ms = Infinity;
    for (let i = 0; i < heart.boundaryTriangles.length; i++) {
      if (heart.boundaryLabels[Math.floor(i / 3)] !== label) continue;
      first_ms = Math.min(first_ms, times_ms[heart.boundaryTriangles[i]!]!);
    }
    return first_ms;
  }
}
