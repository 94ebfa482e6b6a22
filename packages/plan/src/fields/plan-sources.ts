import type { ElectricalHeart, FieldSource, PreparedHeart } from "@tributary/engine";
import {
  type ActivationRoot,
  buildEikonalOperator,
  createCoordinateLookup,
  createPointSource,
  findBranch,
  type MuscleLocation,
  NORMAL_ROOTS,
  placeInVein,
  RV_APICAL_LEAD,
  seedRoots,
  TributaryError,
  type Vector3,
  type VenousTree,
} from "@tributary/model";
import type { RvSite } from "../plan.ts";

/** A place of a vein at which a field is solved. */
export interface Knot {
  readonly vein: string;
  readonly arc_mm: number;
}

/** A paced source and where it acts on the muscle. */
export interface PacedSource {
  readonly source: FieldSource;
  readonly location: MuscleLocation;
}

/** Everything that can start a front in a plan. */
export interface PlanSources {
  /** The ends of both bundles, each alone and started at 0, in the order of NORMAL_ROOTS. */
  readonly roots: readonly FieldSource[];
  readonly rv: ReadonlyMap<RvSite, PacedSource>;
  /** Septal pacing from the left side: muscle only. */
  readonly lvSeptum: PacedSource;
  /** In the order of the knots. */
  readonly knots: readonly PacedSource[];
}

/** The middle of the RV side of the septum; assumed. */
const RV_SEPTAL_LEAD = { ab: 0.5, tm: 0.99, rt: 0.83, tv: 1 } as const;
/** Where a lead driven through the septum ends, near the left bundle's septal branches; assumed. */
const LV_SEPTAL_SITE = { ab: 0.6, tm: 0.99, rt: 0.82, tv: 0 } as const;

/** @throws TributaryError "no-conducting-muscle" */
export function createPlanSources(
  prepared: PreparedHeart,
  electrical: ElectricalHeart,
  rvSites: readonly RvSite[],
  veins: { readonly tree: VenousTree; readonly knots: readonly Knot[] },
): PlanSources {
  const lookup = createCoordinateLookup(prepared.heart, prepared.coordinates);
  const operator = buildEikonalOperator(prepared.heart, electrical.pacedTensor_mm2PerMs2);

  function pace(id: string, position_mm: Vector3): PacedSource {
    const point = createPointSource(operator, position_mm);
    if (point.kind !== "placed") throw nothingConducts(id);
    return { source: { id, seeds: { nodes: point.nodes, times_ms: point.times_ms } }, location: point.location };
  }

  const startTogether = (root: ActivationRoot) => ({ ...root, delay_ms: 0 });
  return {
    roots: NORMAL_ROOTS.map((root) => ({ id: root.name, seeds: seedRoots(prepared.heart, lookup, [startTogether(root)]) })),
    rv: new Map(
      rvSites.map((site) => [
        site,
        pace(`RV ${site}`, lookup(site === "septum" ? RV_SEPTAL_LEAD : RV_APICAL_LEAD).point_mm),
      ]),
    ),
    lvSeptum: pace("LV septum", lookup(LV_SEPTAL_SITE).point_mm),
    knots: veins.knots.map(({ vein, arc_mm }) =>
      pace(`${vein} ${arc_mm} mm`, placeInVein(findBranch(veins.tree, vein), arc_mm).point_mm),
    ),
  };
}

function nothingConducts(where: string): TributaryError {
  return new TributaryError({
    code: "no-conducting-muscle",
    what: "No muscle conducts, so nothing can be activated.",
    where,
    why: "every element is scar or lies on a line of block",
    fix: "Reduce the scar or remove the line of block.",
  });
}
