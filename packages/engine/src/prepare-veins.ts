import {
  buildExplicitTree,
  type CoronaryGroup,
  createHeartEpicardialMap,
  createRandom,
  type EpicardialMap,
  type ExplicitVeins,
  measureGrooveArc,
  placeVenousTree,
  sampleVenousTree,
  type VenousTree,
} from "@tributary/model";
import type { PreparedHeart } from "./prepare-heart.ts";

/** Where the veins come from. */
export type VeinSpecification =
  | { readonly kind: "generated"; readonly seed: number; readonly group: CoronaryGroup }
  | { readonly kind: "given"; readonly veins: ExplicitVeins; readonly source: "explicit" | "centerline" };

export interface PreparedVeins {
  readonly map: EpicardialMap;
  readonly tree: VenousTree;
  /** From the posterior to the anterior interventricular groove along the AV groove. */
  readonly grooveArc_mm: number;
}

/**
 * The coronary venous tree on a prepared heart: drawn for a heart of this size, or taken as given.
 *
 * @throws TributaryError "bad-vein-centerline" or "vein-off-the-heart" for given veins
 */
export function prepareVeins(prepared: PreparedHeart, specification: VeinSpecification): PreparedVeins {
  const map = createHeartEpicardialMap(prepared.heart, prepared.coordinates);
  const grooveArc_mm = measureGrooveArc(map);
  const tree =
    specification.kind === "generated"
      ? placeVenousTree(
          map,
          sampleVenousTree(createRandom(specification.seed), { group: specification.group, grooveArc_mm }),
        )
      : buildExplicitTree(map, specification.veins, specification.source);
  return { map, tree, grooveArc_mm };
}
