import type { VeinBranch } from "./venous-tree.ts";

/** What of a vein decides how it fills. */
export interface FillableVein extends Pick<VeinBranch, "name" | "parent" | "junctionArc_mm"> {
  /** From the mouth; increasing from 0. */
  readonly arc_mm: ArrayLike<number>;
  readonly diameter_mm: ArrayLike<number>;
}

/** The stretch of a vein that holds contrast. */
export interface FilledStretch {
  readonly name: string;
  readonly from_mm: number;
  readonly to_mm: number;
}

export interface VeinFilling {
  /** Without the veins that stay empty. */
  readonly stretches: readonly FilledStretch[];
  /** What the veins beyond the balloon hold altogether. */
  readonly room_mL: number;
  /** Given beyond that: it goes on into the capillaries and back past the balloon. */
  readonly excess_mL: number;
}

/** A vein beyond the balloon: from where, and how far that is from the balloon. */
interface OpenVein {
  readonly vein: FillableVein;
  readonly from_mm: number;
  readonly away_mm: number;
  /** Lumen from the mouth to each point. */
  readonly volume_mL: Float64Array;
}

/**
 * How far contrast gets that is given beyond a balloon in the trunk of the veins, against their flow.
 *
 * All lumen within one distance of the balloon, along the veins, is full; that distance is the one at which the lumen is
 * the volume given. What drains into the trunk before the balloon stays empty, as in a venogram with the guide too deep.
 *
 * @param veins      every parent before its tributaries
 * @param balloon    name of the vein it lies in, and arc length from its mouth
 * @param volume_mL  0 or more
 *
 * Assumed: veins that do not stretch, contrast that does not mix, no anastomosis.
 */
export function fillVeins(
  veins: readonly FillableVein[],
  balloon: { readonly vein: string; readonly arc_mm: number },
  volume_mL: number,
): VeinFilling {
  const open = listOpen(veins, balloon);
  const room_mL = volumeWithin(open, Infinity);
  const reach_mm = volume_mL >= room_mL ? Infinity : solveReach(open, volume_mL);
  const stretches = open
    .map(({ vein: { name, arc_mm }, from_mm, away_mm }) => ({
      name,
      from_mm,
      to_mm: Math.min(lastOf(arc_mm), from_mm + reach_mm - away_mm),
    }))
    .filter((stretch) => stretch.to_mm > stretch.from_mm);
  return { stretches, room_mL, excess_mL: Math.max(0, volume_mL - room_mL) };
}

/** The vein that drains the others into the right atrium; of several the one with the most tributaries. */
export function findTrunk<Vein extends FillableVein>(veins: readonly Vein[]): Vein | undefined {
  const countOf = (name: string) => veins.filter(({ parent }) => parent === name).length;
  const roots = veins.filter(({ parent }) => parent === undefined);
  return roots.reduce<Vein | undefined>(
    (best, vein) => (best === undefined || countOf(vein.name) > countOf(best.name) ? vein : best),
    undefined,
  );
}

function listOpen(
  veins: readonly FillableVein[],
  balloon: { readonly vein: string; readonly arc_mm: number },
): OpenVein[] {
  const open = new Map<string, OpenVein>();
  for (const vein of veins) {
    const parent = vein.parent === undefined ? undefined : open.get(vein.parent);
    if (vein.name === balloon.vein) {
      open.set(vein.name, { vein, from_mm: balloon.arc_mm, away_mm: 0, volume_mL: accumulateVolume(vein) });
    } else if (parent !== undefined && vein.junctionArc_mm >= parent.from_mm) {
      const away_mm = parent.away_mm + vein.junctionArc_mm - parent.from_mm;
      open.set(vein.name, { vein, from_mm: 0, away_mm, volume_mL: accumulateVolume(vein) });
    }
  }
  return [...open.values()];
}

const MM3_PER_mL = 1000;

function accumulateVolume({ arc_mm, diameter_mm }: FillableVein): Float64Array {
  const volume_mL = new Float64Array(arc_mm.length);
  const area_mm2 = (i: number) => (Math.PI / 4) * diameter_mm[i]! ** 2;
  for (let i = 1; i < arc_mm.length; i++) {
    const length_mm = arc_mm[i]! - arc_mm[i - 1]!;
    volume_mL[i] = volume_mL[i - 1]! + (length_mm * (area_mm2(i - 1) + area_mm2(i))) / 2 / MM3_PER_mL;
  }
  return volume_mL;
}

function volumeWithin(open: readonly OpenVein[], reach_mm: number): number {
  return open.reduce((sum, { vein, from_mm, away_mm, volume_mL }) => {
    const to_mm = Math.min(lastOf(vein.arc_mm), from_mm + reach_mm - away_mm);
    if (to_mm <= from_mm) return sum;
    return sum + volumeAt(vein.arc_mm, volume_mL, to_mm) - volumeAt(vein.arc_mm, volume_mL, from_mm);
  }, 0);
}

function volumeAt(arc_mm: ArrayLike<number>, volume_mL: Float64Array, at_mm: number): number {
  let index = 1;
  while (index < arc_mm.length - 1 && arc_mm[index]! < at_mm) index++;
  const part = (at_mm - arc_mm[index - 1]!) / (arc_mm[index]! - arc_mm[index - 1]!);
  return volume_mL[index - 1]! + Math.min(1, part) * (volume_mL[index]! - volume_mL[index - 1]!);
}

/** By bisection: the volume grows with the distance. */
function solveReach(open: readonly OpenVein[], wanted_mL: number): number {
  let [low, high] = [0, Math.max(...open.map(({ vein, away_mm }) => away_mm + lastOf(vein.arc_mm)))];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (volumeWithin(open, middle) < wanted_mL) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function lastOf(values: ArrayLike<number>): number {
  return values[values.length - 1]!;
}
