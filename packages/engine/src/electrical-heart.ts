import {
  buildVelocityTensor,
  CONDUCTION_PARAMETERS,
  type ConductionVelocities,
  countTetrahedra,
  markBlockLine,
  markFastEndocardialLayer,
  WALL,
} from "@tributary/model";
import type { ConductionSpecification } from "./conduction-specification.ts";
import type { PreparedHeart } from "./prepare-heart.ts";

/**
 * The squared-velocity tensors of a heart: one for the intrinsic beat and one for paced beats. They differ only where a
 * functional line of block belongs to the intrinsic rhythm; without one they are the same array.
 */
export interface ElectricalHeart {
  /** 6 · elementCount. */
  readonly intrinsicTensor_mm2PerMs2: Float64Array;
  readonly pacedTensor_mm2PerMs2: Float64Array;
  readonly hasFunctionalBlock: boolean;
  /** elementCount; 1 in the fast endocardial layer. */
  readonly fast: Uint8Array;
}

export function buildElectricalHeart(prepared: PreparedHeart, conduction: ConductionSpecification): ElectricalHeart {
  const velocities = velocitiesOf(conduction);
  const elementCount = countTetrahedra(prepared.heart);
  const fast = new Uint8Array(elementCount);
  markFastEndocardialLayer(fast, prepared.heart, prepared.coordinates.ab, velocities.fastLayerBasalLimit_ab);
  const septum = prepared.wall.map((value) => (value === WALL.septum ? 1 : 0));
  const hasFunctionalBlock = conduction.blockLines.some((line) => line.kind === "functional");

  function buildTensor(isIntrinsic: boolean): Float64Array {
    const blocked = new Uint8Array(elementCount);
    for (const line of conduction.blockLines) {
      if (isIntrinsic || line.kind === "fixed") markBlockLine(blocked, prepared.heart, prepared.coordinates, line);
    }
    const tensor = new Float64Array(6 * elementCount);
    const map = { fiber: prepared.fiber, tissue: prepared.tissue, fast, septum, blocked };
    buildVelocityTensor(tensor, map, velocities, conduction.slowSeptum);
    return tensor;
  }

  const intrinsicTensor_mm2PerMs2 = buildTensor(true);
  const pacedTensor_mm2PerMs2 = hasFunctionalBlock ? buildTensor(false) : intrinsicTensor_mm2PerMs2;
  return { intrinsicTensor_mm2PerMs2, pacedTensor_mm2PerMs2, hasFunctionalBlock, fast };
}

/** A non-specific delay slows all muscle and the network alike; the other patterns differ in their roots only. */
function velocitiesOf({ pattern, velocities }: ConductionSpecification): ConductionVelocities {
  if (pattern !== "nonspecific") return velocities;
  const ratio = CONDUCTION_PARAMETERS.nonspecificVelocityRatio.value;
  return {
    ...velocities,
    alongFiber_mmPerMs: ratio * velocities.alongFiber_mmPerMs,
    acrossFiber_mmPerMs: ratio * velocities.acrossFiber_mmPerMs,
    fastLayer_mmPerMs: ratio * velocities.fastLayer_mmPerMs,
  };
}
