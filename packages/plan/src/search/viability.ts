import type { PreparedHeart } from "@tributary/engine";
import { type Point_mm, TISSUE } from "@tributary/model";
import { PLAN_PARAMETERS } from "../plan-parameters.ts";

/** Share of viable left-ventricular muscle near a point; border zone counts half. */
export type ViabilityMeter = (point_mm: Point_mm) => number;

/** Prepares the measure for many points of one heart; 1 everywhere where no scar is known. */
export function createViabilityMeter({
  heart,
  coordinates,
  tissue,
  elementVolumes_mm3,
}: PreparedHeart): ViabilityMeter {
  if (tissue.every((value) => value === TISSUE.healthy)) return () => 1;
  const nodeCount = coordinates.tv.length;
  const total_mm3 = new Float64Array(nodeCount);
  const viable_mm3 = new Float64Array(nodeCount);
  for (let element = 0; element < tissue.length; element++) {
    const share_mm3 = elementVolumes_mm3[element]! / 4;
    const viability = tissue[element] === TISSUE.scar ? 0 : tissue[element] === TISSUE.borderZone ? 0.5 : 1;
    for (let corner = 0; corner < 4; corner++) {
      const node = heart.tetrahedra[4 * element + corner]!;
      total_mm3[node]! += share_mm3;
      viable_mm3[node]! += viability * share_mm3;
    }
  }
  const radius_mm = PLAN_PARAMETERS.viabilityRadius_mm.value;
  return (point_mm) => {
    let total = 0;
    let viable = 0;
    for (let node = 0; node < nodeCount; node++) {
      if (coordinates.tv[node] !== 0) continue;
      const dx = heart.points_mm[3 * node]! - point_mm[0];
      const dy = heart.points_mm[3 * node + 1]! - point_mm[1];
      const dz = heart.points_mm[3 * node + 2]! - point_mm[2];
      if (dx * dx + dy * dy + dz * dz > radius_mm * radius_mm) continue;
      total += total_mm3[node]!;
      viable += viable_mm3[node]!;
    }
    return total > 0 ? viable / total : 0;
  };
}
