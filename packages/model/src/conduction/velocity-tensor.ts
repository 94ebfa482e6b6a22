import { TISSUE } from "../anatomy/tissue.ts";
import type { ConductionVelocities } from "./conduction-parameters.ts";

/** What the velocity of an element depends on; arrays of elementCount unless said. */
export interface VelocityMap {
  /** 3 · elementCount unit vectors; the sign does not matter. */
  readonly fiber: Float64Array;
  /** TISSUE values. */
  readonly tissue: Uint8Array;
  /** 1 in the fast endocardial layer. */
  readonly fast: Uint8Array;
  /** 1 in the septum. */
  readonly septum: Uint8Array;
  /** 1 where a line of block cuts. */
  readonly blocked: Uint8Array;
}

/**
 * Squared-velocity tensor of every element: D = v_t² I + (v_f² − v_t²) f fᵀ in muscle, v² I in the fast layer, zero in
 * dense scar and on a line of block. Border zone and slow septum scale the velocity by their ratios.
 *
 * @param outTensor_mm2PerMs2  written; 6 · elementCount, upper triangle xx, xy, xz, yy, yz, zz
 * @param slowSeptum           whether the septum's ratio applies
 * Source: Neic 2017, J Comput Phys 346:191 (eikonal models of this class); a zero tensor marks a non-conducting element.
 */
export function buildVelocityTensor(
  outTensor_mm2PerMs2: Float64Array,
  map: VelocityMap,
  velocities: ConductionVelocities,
  slowSeptum: boolean,
): void {
  for (let element = 0; element < map.tissue.length; element++) {
    const at = 6 * element;
    const scale = velocityRatio(map, element, velocities, slowSeptum);
    const isFast = map.fast[element] === 1;
    const along = scale * (isFast ? velocities.fastLayer_mmPerMs : velocities.alongFiber_mmPerMs);
    const across = scale * (isFast ? velocities.fastLayer_mmPerMs : velocities.acrossFiber_mmPerMs);
    const isotropic = across * across;
    const extra = along * along - isotropic;
    const x = map.fiber[3 * element]!;
    const y = map.fiber[3 * element + 1]!;
    const z = map.fiber[3 * element + 2]!;
    outTensor_mm2PerMs2[at] = isotropic + extra * x * x;
    outTensor_mm2PerMs2[at + 1] = extra * x * y;
    outTensor_mm2PerMs2[at + 2] = extra * x * z;
    outTensor_mm2PerMs2[at + 3] = isotropic + extra * y * y;
    outTensor_mm2PerMs2[at + 4] = extra * y * z;
    outTensor_mm2PerMs2[at + 5] = isotropic + extra * z * z;
  }
}

function velocityRatio(
  map: VelocityMap,
  element: number,
  velocities: ConductionVelocities,
  slowSeptum: boolean,
): number {
  if (map.blocked[element] || map.tissue[element] === TISSUE.scar) return 0;
  const tissueRatio = map.tissue[element] === TISSUE.borderZone ? velocities.borderZoneVelocityRatio : 1;
  // The endocardial network runs over the septum, not through it: a slow septum leaves it fast.
  const septumRatio = slowSeptum && map.septum[element] && !map.fast[element] ? velocities.slowSeptumVelocityRatio : 1;
  return tissueRatio * septumRatio;
}
