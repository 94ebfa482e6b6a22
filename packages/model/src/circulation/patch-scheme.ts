import { WALL } from "../anatomy/aha-segments.ts";

/** The name of the patch that an element of the left ventricle or septum belongs to; one name in one wall is one patch. */
export type PatchScheme = (segment: number, wall: number, element: number) => string;

/** Segments of the free wall next to septal ones, and the other way round: where a number and a wall disagree. */
const FREE_NEIGHBOR: Readonly<Record<number, number>> = { 2: 1, 3: 4, 8: 7, 9: 10, 14: 13 };
const SEPTAL_NEIGHBOR: Readonly<Record<number, number>> = {
  1: 2,
  4: 3,
  5: 3,
  6: 2,
  7: 8,
  10: 9,
  11: 9,
  12: 8,
  13: 14,
  15: 14,
  16: 14,
};
const APEX = 17;

/**
 * AHA segments 1 to 16, and 17 in two: 12 patches of the free wall and 6 of the septum.
 *
 * Source: Cerqueira et al., Circulation 2002;105:539.
 */
export const schemeAha: PatchScheme = (segment, wall) => {
  const isSeptum = wall === WALL.septum;
  if (segment === APEX) return isSeptum ? "17s" : "17f";
  return String((isSeptum ? SEPTAL_NEIGHBOR[segment] : FREE_NEIGHBOR[segment]) ?? segment);
};

/** Where every element lies, from 0 to 1 along the ventricle and around it. */
export interface ElementRings {
  /** elementCount; 0 at the apex, 1 at the base. */
  readonly ab: ArrayLike<number>;
  /** elementCount; 0 at the posterior junction, free wall up to 2/3, then the septum. */
  readonly rt: ArrayLike<number>;
}

/**
 * Rings from apex to base, each divided around the ventricle: 3 rings of 6 make 18 patches, 3 of 18 make 54. A third of
 * the sectors is septum.
 *
 * @param sectorCount  a multiple of 3, so that no sector crosses a junction
 */
export function schemeRings({ ab, rt }: ElementRings, ringCount: number, sectorCount: number): PatchScheme {
  const part = (value: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(value * count)));
  return (_segment, _wall, element) => `${part(ab[element]!, ringCount) + 1}.${part(rt[element]!, sectorCount) + 1}`;
}
