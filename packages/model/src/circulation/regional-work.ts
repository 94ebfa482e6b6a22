import { CAVITY } from "./circulation-layout.ts";
import type { BeatTrace } from "./record-beat.ts";
import { integrateAlong } from "./trace-integrals.ts";
import { type ValveEvents, wrapped } from "./valve-events.ts";

/** Work of one patch over one beat. */
export interface PatchWork {
  /** −V_w ∮ σ dε: what the fibers give. */
  readonly fiberWork_mJ: number;
  /** The same from mitral closure to mitral opening, while the patch shortens and while it is stretched. */
  readonly fiberConstructive_mJ: number;
  readonly fiberWasted_mJ: number;
  /** −∫ p dε over the same time by left ventricular pressure, as an echocardiogram and a cuff give it: kPa. */
  readonly pressureStrainConstructive_kPa: number;
  readonly pressureStrainWasted_kPa: number;
}

export interface WorkRatio {
  /** Wasted over constructive work of the left ventricle and septum. */
  readonly byFiberStress: number;
  readonly byPressureStrain: number;
}

/**
 * Work of each patch. Between mitral closure and mitral opening shortening is constructive and stretching wasted.
 *
 * @param volumes_mL  wall volume of each patch
 *
 * Source: Russell et al., Eur Heart J 2012;33:724 (pressure-strain work) and J Am Soc Echocardiogr 2013 (wasted work).
 */
export function measurePatchWork(trace: BeatTrace, events: ValveEvents, volumes_mL: Float64Array): PatchWork[] {
  const pressure = trace.pressures_kPa[CAVITY.leftVentricle]!;
  return trace.patchStrains.map((strain, patch) => {
    const stress = trace.patchStresses_kPa[patch]!;
    const volume_mL = volumes_mL[patch]!;
    const fiber = splitWork(trace, events, stress, strain);
    const pressureStrain = splitWork(trace, events, pressure, strain);
    return {
      fiberWork_mJ: -volume_mL * integrateAlong(stress, strain),
      fiberConstructive_mJ: volume_mL * fiber.constructive,
      fiberWasted_mJ: volume_mL * fiber.wasted,
      pressureStrainConstructive_kPa: pressureStrain.constructive,
      pressureStrainWasted_kPa: pressureStrain.wasted,
    };
  });
}

/** Wasted over constructive work of some patches, weighted by their volume. */
export function wastedWorkRatio(
  works: readonly PatchWork[],
  volumes_mL: Float64Array,
  patches: readonly number[],
): WorkRatio {
  const sum = (read: (work: PatchWork, patch: number) => number) =>
    patches.reduce((total, patch) => total + read(works[patch]!, patch), 0);
  return {
    byFiberStress:
      sum(({ fiberWasted_mJ }) => fiberWasted_mJ) / sum(({ fiberConstructive_mJ }) => fiberConstructive_mJ),
    byPressureStrain:
      sum((work, patch) => volumes_mL[patch]! * work.pressureStrainWasted_kPa) /
      sum((work, patch) => volumes_mL[patch]! * work.pressureStrainConstructive_kPa),
  };
}

function splitWork(
  { interval_ms }: BeatTrace,
  { mitralClosing_ms, mitralOpening_ms }: ValveEvents,
  load: Float64Array,
  strain: Float64Array,
): { readonly constructive: number; readonly wasted: number } {
  let [constructive, wasted] = [0, 0];
  const end = Math.round(mitralOpening_ms / interval_ms);
  for (let sample = Math.round(mitralClosing_ms / interval_ms); sample < end; sample++) {
    const mean = 0.5 * (wrapped(load, sample) + wrapped(load, sample + 1));
    const work = -mean * (wrapped(strain, sample + 1) - wrapped(strain, sample));
    if (work > 0) constructive += work;
    else wasted -= work;
  }
  return { constructive, wasted };
}
