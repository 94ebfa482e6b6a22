import type { PreparedHeart } from "@tributary/engine";
import { computeElementCoordinates, type PatchOptions, schemeAha, schemeRings } from "@tributary/model";

/** A way of dividing the left ventricle. */
export interface NamedScheme {
  readonly name: string;
  readonly options: PatchOptions;
}

/** Whole segments or rings, coarse to fine; the first is the usual one, without its rule for dividing. */
export function listSchemes({ heart, coordinates }: Pick<PreparedHeart, "heart" | "coordinates">): NamedScheme[] {
  const places = computeElementCoordinates(heart, coordinates);
  const rings = (ringCount: number, sectorCount: number): NamedScheme => ({
    name: `${ringCount} rings of ${sectorCount}`,
    options: { scheme: schemeRings(places, ringCount, sectorCount), mostSpread_ms: Infinity },
  });
  return [
    { name: "AHA segments", options: { scheme: schemeAha, mostSpread_ms: Infinity } },
    rings(3, 6),
    rings(3, 12),
    rings(6, 6),
    rings(3, 18),
    rings(6, 18),
  ];
}

/** AHA segments, and the right free wall, divided by time where activation spreads more than a limit; the first as a plan does. */
export function listDivisions(): NamedScheme[] {
  const finer = [10, 5].map((mostSpread_ms) => ({
    name: `divided above ${mostSpread_ms} ms`,
    options: { mostSpread_ms },
  }));
  return [{ name: "as a plan divides", options: {} }, ...finer];
}
