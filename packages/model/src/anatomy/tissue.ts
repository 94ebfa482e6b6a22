/**
 * What each element of the muscle is made of: healthy, border zone of an infarct, or dense scar.
 *
 * A scar is given the way reports give it (AHA segments and how far through the wall it goes) or by element labels of
 * an imported mesh. Where two descriptions meet, the denser tissue wins.
 */
import { TributaryError } from "../errors/tributary-error.ts";

export const TISSUE = { healthy: 0, borderZone: 1, scar: 2 } as const;
export type Tissue = (typeof TISSUE)[keyof typeof TISSUE];

export interface ScarRegion {
  /** AHA segments 1-17, one-based. */
  readonly segments: readonly number[];
  /** Fraction of the wall, 0 (none) to 1 (transmural). */
  readonly transmuralFraction: number;
  /** The side the scar starts from; infarcts start at the endocardium. */
  readonly from: "endocardium" | "epicardium";
  readonly tissue: "scar" | "borderZone";
}

/** Where an element lies, as the scar rule needs it; arrays of elementCount. */
export interface ElementPlaces {
  /** AHA segment 1-17; 0 for the right-ventricular free wall. */
  readonly segment: Uint8Array;
  /** Depth through the whole wall, 0 at the LV endocardium to 1 at the epicardium (septum: at the RV endocardium). */
  readonly depthFraction: Float64Array;
}

/**
 * Depth through the whole wall from the LV endocardium, 0 to 1. The septum is one wall: its left half carries tm from
 * 1 to 0, its right half from 0 back to 1.
 */
export function wallDepthFraction(tm: number, isRightVentricle: boolean, isSeptum: boolean): number {
  if (!isSeptum) return 1 - tm;
  return isRightVentricle ? (1 + tm) / 2 : (1 - tm) / 2;
}

/**
 * Tissue of every element from a list of scar regions.
 *
 * @param places   segment and wall depth per element
 * @param regions  scar regions; later ones never heal earlier ones
 * @returns        TISSUE values, elementCount
 * @throws TributaryError scar-region-invalid when a segment or fraction is out of range
 */
export function assignTissue(places: ElementPlaces, regions: readonly ScarRegion[]): Uint8Array {
  regions.forEach(checkScarRegion);
  const tissue = new Uint8Array(places.segment.length);
  for (const region of regions) {
    const inRegion = new Uint8Array(18);
    for (const segment of region.segments) inRegion[segment] = 1;
    const value = TISSUE[region.tissue];
    for (let element = 0; element < tissue.length; element++) {
      const segment = places.segment[element]!;
      if (segment === 0 || !inRegion[segment]) continue;
      const depth = places.depthFraction[element]!;
      const depthFromSide = region.from === "endocardium" ? depth : 1 - depth;
      const isInside = depthFromSide < region.transmuralFraction || region.transmuralFraction === 1;
      if (isInside && tissue[element]! < value) tissue[element] = value;
    }
  }
  return tissue;
}

/**
 * Refuses a scar that leaves a wall without muscle to activate: the septum, the LV free wall or the LV as a whole.
 *
 * @param isSeptum     elementCount, 1 in the septum
 * @param volumes_mm3  elementCount
 * @param minimumViableFraction  of each wall's volume that must remain; assumed 0.02
 * @throws TributaryError scar-kills-wall naming the wall and the fraction left
 */
export function checkViableMuscle(
  tissue: Uint8Array,
  places: ElementPlaces,
  isSeptum: Uint8Array,
  volumes_mm3: Float64Array,
  minimumViableFraction = 0.02,
): void {
  const walls = [
    { name: "LV free wall", total: 0, viable: 0 },
    { name: "septum", total: 0, viable: 0 },
  ];
  for (let element = 0; element < tissue.length; element++) {
    if (places.segment[element] === 0) continue;
    const wall = walls[isSeptum[element] ? 1 : 0]!;
    wall.total += volumes_mm3[element]!;
    if (tissue[element] !== TISSUE.scar) wall.viable += volumes_mm3[element]!;
  }
  for (const wall of walls) {
    const fraction = wall.total > 0 ? wall.viable / wall.total : 1;
    if (fraction >= minimumViableFraction) continue;
    throw new TributaryError({
      code: "scar-kills-wall",
      what: `The scar leaves no muscle to activate in the ${wall.name}.`,
      where: "scar",
      why: `${(100 * fraction).toFixed(1)} % of the ${wall.name} is viable; at least ${100 * minimumViableFraction} % is needed`,
      fix: "Reduce the scarred segments or their transmural fraction, or describe part of the scar as border zone.",
    });
  }
}

function checkScarRegion(region: ScarRegion, index: number): void {
  const badSegment = region.segments.find((segment) => !Number.isInteger(segment) || segment < 1 || segment > 17);
  if (badSegment === undefined && region.transmuralFraction >= 0 && region.transmuralFraction <= 1) return;
  throw new TributaryError({
    code: "scar-region-invalid",
    what: "A scar region does not describe a part of the left ventricle.",
    where: `scar[${index}]`,
    why:
      badSegment === undefined
        ? `transmuralFraction is ${region.transmuralFraction}; it must be 0 to 1`
        : `segment ${badSegment} is not an AHA segment (1 to 17)`,
    fix: "Give AHA segments 1-17 and the fraction of the wall that is scarred, 0 to 1.",
  });
}
