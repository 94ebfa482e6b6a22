import type { VentricularPatch } from "./circulation-parameters.ts";
import type { BeatTrace } from "./record-beat.ts";
import { type ValveEvents, wrapped } from "./valve-events.ts";

/**
 * Strain signatures of dyssynchrony, percent of the length at the first ventricular activation. They are fiber strains:
 * larger than longitudinal or radial strains of an echocardiogram, and not to be compared with them as numbers.
 */
export interface DyssynchronyStrain {
  /** Shortening of the septum before the aortic valve opens. */
  readonly septalFlash_percent: number;
  /** Stretch of the septum after its first shortening, until the aortic valve closes (systolic rebound stretch). */
  readonly septalReboundStretch_percent: number;
  /** Stretch of the lateral wall before the aortic valve opens. */
  readonly lateralPrestretch_percent: number;
}

/** AHA segments of the lateral wall, or parts of them ("11a"). */
const LATERAL_LABEL = /^(?:5|6|11|12|16)[ab]*$/;

/**
 * @param onset_ms  first ventricular activation, after the right atrium's
 *
 * Source: systolic rebound stretch as in Salden et al., J Am Soc Echocardiogr 2021, and De Boeck et al., Eur J Heart
 * Fail 2009 (from memory).
 */
export function measureDyssynchronyStrain(
  trace: BeatTrace,
  patches: readonly VentricularPatch[],
  { aorticClosing_ms, aorticOpening_ms }: ValveEvents,
  onset_ms: number,
): DyssynchronyStrain {
  const toSample = (time_ms: number) => Math.round(time_ms / trace.interval_ms);
  const [onset, opening, closing] = [toSample(onset_ms), toSample(aorticOpening_ms), toSample(aorticClosing_ms)];
  const septum = meanStrain(trace, patches, listSeptalPatches(patches), onset);
  const lateral = meanStrain(trace, patches, listLateralPatches(patches), onset);
  let [flash, prestretch] = [0, 0];
  for (let sample = onset; sample <= opening; sample++) {
    flash = Math.max(flash, -septum(sample));
    prestretch = Math.max(prestretch, lateral(sample));
  }
  return {
    septalFlash_percent: flash,
    septalReboundStretch_percent: sumReboundStretch(septum, onset, closing),
    lateralPrestretch_percent: prestretch,
  };
}

/** Indices in `patches`; the model keeps the order of patches that are sorted by wall. */
export function listSeptalPatches(patches: readonly VentricularPatch[]): number[] {
  return patches.flatMap(({ wall }, patch) => (wall === "septum" ? [patch] : []));
}

/** Those of the lateral AHA segments; of patches that name no segment, all of the free wall. */
export function listLateralPatches(patches: readonly VentricularPatch[]): number[] {
  const isFree = ({ wall }: VentricularPatch) => wall === "lvFree";
  const isLateral = ({ label }: VentricularPatch) => LATERAL_LABEL.test(label);
  const free = patches.flatMap((patch, i) => (isFree(patch) ? [i] : []));
  const lateral = free.filter((i) => isLateral(patches[i]!));
  return lateral.length > 0 ? lateral : free;
}

/**
 * Mean strain of some patches over the beat, weighted by area, percent of the length at the first ventricular activation.
 *
 * @param chosen    indices in `patches`; at least one
 * @param onset_ms  first ventricular activation, after the right atrium's
 * @returns sampleCount values
 */
export function traceMeanStrain(
  trace: BeatTrace,
  patches: readonly VentricularPatch[],
  chosen: readonly number[],
  onset_ms: number,
): Float64Array {
  const strain = meanStrain(trace, patches, chosen, Math.round(onset_ms / trace.interval_ms));
  return Float64Array.from({ length: trace.sampleCount }, (_, sample) => strain(sample));
}

/** Mean strain of some patches, weighted by area, percent of the length at a sample. */
function meanStrain(
  { patchStrains }: BeatTrace,
  patches: readonly VentricularPatch[],
  chosen: readonly number[],
  origin: number,
): (sample: number) => number {
  const total = chosen.reduce((sum, patch) => sum + patches[patch]!.wallShare, 0);
  return (sample) =>
    chosen.reduce((sum, patch) => {
      const strain = wrapped(patchStrains[patch]!, sample) - wrapped(patchStrains[patch]!, origin);
      return sum + (100 * patches[patch]!.wallShare * Math.expm1(strain)) / total;
    }, 0);
}

/** Sum of all stretch after shortening has begun. */
function sumReboundStretch(strain: (sample: number) => number, from: number, to: number): number {
  let sum = 0;
  let hasShortened = false;
  for (let sample = from; sample < to; sample++) {
    const change = strain(sample + 1) - strain(sample);
    if (change < 0) hasShortened = true;
    else if (hasShortened) sum += change;
  }
  return sum;
}
