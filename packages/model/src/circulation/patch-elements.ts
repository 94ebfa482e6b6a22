import type { ActivatedHeart } from "./activated-heart.ts";

/** Muscle that contracts as one. */
export interface ElementGroup {
  /** A value of WALL. */
  readonly wall: number;
  readonly label: string;
  readonly elements: readonly number[];
}

/** The same, measured. */
export interface PatchElements extends ElementGroup {
  readonly volume_mm3: number;
  /** Mean over what is reached, weighted by volume; NaN where nothing is. */
  readonly time_ms: number;
  /** 0 where nothing is reached. */
  readonly spread_ms: number;
  readonly scarFraction: number;
}

/** Above this a patch is scar through and through, and needs no activation; assumed. */
export const DENSE_SCAR = 0.95;
/** A patch is divided at most this often, into eight parts. */
const MOST_DIVISIONS = 3;

/** Mean time of the four nodes of each element; NaN where one is unreached. */
export function collectElementTimes({ tetrahedra, times_ms }: ActivatedHeart): Float64Array {
  const times = new Float64Array(tetrahedra.length / 4);
  for (let element = 0; element < times.length; element++) {
    let sum_ms = 0;
    for (let corner = 0; corner < 4; corner++) sum_ms += times_ms[tetrahedra[4 * element + corner]!]!;
    times[element] = sum_ms < Infinity ? sum_ms / 4 : Number.NaN;
  }
  return times;
}

interface SplitSetting {
  readonly elementTimes_ms: Float64Array;
  readonly heart: ActivatedHeart;
  readonly mostSpread_ms: number;
}

/**
 * The patch, or its early and late halves by volume, until times within a part spread no more than allowed. Scar that no
 * front reaches lies in the same wall as the muscle over it: both halves get their part of it. Dense scar is not divided.
 */
export function splitByTime(patch: ElementGroup, setting: SplitSetting, divisions = 0): PatchElements[] {
  const { elementTimes_ms, heart, mostSpread_ms } = setting;
  const whole = measurePatch(patch, elementTimes_ms, heart);
  const isUniform = whole.spread_ms <= mostSpread_ms || whole.scarFraction >= DENSE_SCAR;
  if (isUniform || divisions === MOST_DIVISIONS) return [whole];
  const reached = patch.elements.filter((element) => !Number.isNaN(elementTimes_ms[element]!));
  const unreached = patch.elements.filter((element) => Number.isNaN(elementTimes_ms[element]!));
  const sorted = reached.sort((a, b) => elementTimes_ms[a]! - elementTimes_ms[b]!);
  const [early, late] = halve(sorted, heart.volumes_mm3);
  const [first, second] = halve(unreached, heart.volumes_mm3);
  const parts = [
    { ...patch, label: `${patch.label}a`, elements: [...early, ...first] },
    { ...patch, label: `${patch.label}b`, elements: [...late, ...second] },
  ];
  return parts.flatMap((part) => splitByTime(part, setting, divisions + 1));
}

/** The elements up to half of their volume, and the others. */
function halve(elements: readonly number[], volumes_mm3: Float64Array): readonly [number[], number[]] {
  const total_mm3 = elements.reduce((sum, element) => sum + volumes_mm3[element]!, 0);
  let passed_mm3 = 0;
  const end = elements.findIndex((element) => {
    passed_mm3 += volumes_mm3[element]!;
    return passed_mm3 >= total_mm3 / 2;
  });
  const half = Math.max(1, Math.min(elements.length - 1, end + 1));
  return [elements.slice(0, half), elements.slice(half)];
}

/** Volume, mean time and its standard deviation, and scar of a group. */
export function measurePatch(
  { elements, label, wall }: ElementGroup,
  elementTimes_ms: Float64Array,
  { scarFraction, volumes_mm3 }: ActivatedHeart,
): PatchElements {
  let [volume_mm3, reached_mm3, first, second, scar_mm3] = [0, 0, 0, 0, 0];
  for (const element of elements) {
    const volume = volumes_mm3[element]!;
    volume_mm3 += volume;
    scar_mm3 += volume * (scarFraction?.[element] ?? 0);
    const time_ms = elementTimes_ms[element]!;
    if (Number.isNaN(time_ms)) continue;
    reached_mm3 += volume;
    first += volume * time_ms;
    second += volume * time_ms * time_ms;
  }
  const mean_ms = first / reached_mm3;
  return {
    wall,
    label,
    elements,
    volume_mm3,
    time_ms: mean_ms,
    spread_ms: reached_mm3 > 0 ? Math.sqrt(Math.max(0, second / reached_mm3 - mean_ms * mean_ms)) : 0,
    scarFraction: scar_mm3 / volume_mm3,
  };
}
