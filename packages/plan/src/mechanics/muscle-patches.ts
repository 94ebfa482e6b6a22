import type { PreparedHeart } from "@tributary/engine";
import {
  countNodes,
  createPatchClock,
  type PatchClock,
  type PatchOptions,
  patchesFromActivation,
  readPatchTimes,
  TISSUE,
  type VentricularPatch,
} from "@tributary/model";

/** The muscle of one heart in patches that contract as one; the same ones for every beat of it. */
export interface MusclePatches {
  readonly patches: readonly VentricularPatch[];
  readonly clock: PatchClock;
}

/** Border zone counts half, as in the measure of viable muscle. */
const SCAR_OF_TISSUE = { [TISSUE.healthy]: 0, [TISSUE.borderZone]: 0.5, [TISSUE.scar]: 1 } as const;

/**
 * Patches by AHA segment; where a beat spreads over a segment for long, parts of it.
 *
 * @param times_ms  nodeCount; the beat as it is now
 */
export function divideMuscle(prepared: PreparedHeart, times_ms: ArrayLike<number>): MusclePatches {
  return divide(prepared, times_ms, {});
}

/** Whole AHA segments, and none activated yet. */
export function listSegments(prepared: PreparedHeart): MusclePatches {
  return divide(prepared, new Float32Array(countNodes(prepared.heart)), { mostSpread_ms: Infinity });
}

function divide(
  { heart, segment, wall, tissue, elementVolumes_mm3 }: PreparedHeart,
  times_ms: ArrayLike<number>,
  options: PatchOptions,
): MusclePatches {
  const activated = {
    tetrahedra: heart.tetrahedra,
    times_ms,
    segment,
    wall,
    volumes_mm3: elementVolumes_mm3,
    scarFraction: Float32Array.from(tissue, (kind) => SCAR_OF_TISSUE[kind as keyof typeof SCAR_OF_TISSUE]),
  };
  const { patches, elements } = patchesFromActivation(activated, options);
  return { patches, clock: createPatchClock(elements, activated) };
}

/**
 * Times of the patches in another beat.
 *
 * Scar that a beat does not reach carries no active stress; it keeps the time that it has in `patches`.
 */
export function timePatches({ patches, clock }: MusclePatches, times_ms: ArrayLike<number>): Float64Array {
  return readPatchTimes(clock, times_ms).map((time_ms, patch) =>
    Number.isNaN(time_ms) ? patches[patch]!.activation_ms : time_ms,
  );
}
