import type { ElectricalHeart, FieldSource, PreparedHeart } from "@tributary/engine";
import {
  buildEikonalOperator,
  type CoordinateLookup,
  createCoordinateLookup,
  createPointSource,
  type EikonalOperator,
  locateInMuscle,
  type MuscleLocation,
  NORMAL_ROOTS,
  RV_APICAL_LEAD,
  seedRoots,
  TributaryError,
  type Vector3,
} from "@tributary/model";
import type { RvSite } from "../plan.ts";

/** A paced source and where it acts on the muscle. */
export interface PacedSource {
  readonly source: FieldSource;
  readonly location: MuscleLocation;
}

/** What every plan of a heart can pace besides the veins. */
export interface BasicSources {
  /** The ends of both bundles, each alone and started at 0, in the order of NORMAL_ROOTS. */
  readonly roots: readonly FieldSource[];
  readonly rv: ReadonlyMap<RvSite, PacedSource>;
  /** Septal pacing from the left side: muscle only. */
  readonly lvSeptum: PacedSource;
}

/** The middle of the RV side of the septum; assumed. */
const RV_SEPTAL_LEAD = { ab: 0.5, tm: 0.99, rt: 0.83, tv: 1 } as const;
/** Where a lead driven through the septum ends, near the left bundle's septal branches; assumed. */
const LV_SEPTAL_SITE = { ab: 0.6, tm: 0.99, rt: 0.82, tv: 0 } as const;

/** What places sources on one heart; built once for all of them. */
export interface SourcePlacer {
  readonly lookup: CoordinateLookup;
  readonly operator: EikonalOperator;
}

export function createSourcePlacer(prepared: PreparedHeart, electrical: ElectricalHeart): SourcePlacer {
  return {
    lookup: createCoordinateLookup(prepared.heart, prepared.coordinates),
    operator: buildEikonalOperator(prepared.heart, electrical.pacedTensor_mm2PerMs2),
  };
}

/** @throws TributaryError "no-conducting-muscle" */
export function createBasicSources(
  prepared: PreparedHeart,
  placer: SourcePlacer,
  rvSites: readonly RvSite[],
): BasicSources {
  const { lookup } = placer;
  const rvPlace = (site: RvSite) => (site === "septum" ? RV_SEPTAL_LEAD : RV_APICAL_LEAD);
  return {
    roots: NORMAL_ROOTS.map((root) => ({
      id: root.name,
      seeds: seedRoots(prepared.heart, lookup, [{ ...root, delay_ms: 0 }]),
    })),
    rv: new Map(rvSites.map((site) => [site, paceAt(placer, `RV ${site}`, lookup(rvPlace(site)).point_mm)])),
    lvSeptum: paceAt(placer, "LV septum", lookup(LV_SEPTAL_SITE).point_mm),
  };
}

/** More than the usual 3 mm: neighbors along a vein then differ by the way between them and hardly by the mesh. */
const PACED_BALL_mm = 4;

/** @throws TributaryError "no-conducting-muscle" */
export function paceAt({ operator }: SourcePlacer, id: string, position_mm: Vector3): PacedSource {
  const point = createPointSource(operator, position_mm, { ballRadius_mm: PACED_BALL_mm });
  if (point.kind !== "placed") {
    throw new TributaryError({
      code: "no-conducting-muscle",
      what: "No muscle conducts, so nothing can be activated.",
      where: id,
      why: "every element is scar or lies on a line of block",
      fix: "Reduce the scar or remove the line of block.",
    });
  }
  return { source: { id, seeds: { nodes: point.nodes, times_ms: point.times_ms } }, location: point.location };
}

/** Just under the endocardium. */
const ENDOCARDIAL_tm = 0.99;

/** The left-ventricular endocardium opposite a place of a vein. */
export function paceEndocardiumOpposite(
  placer: SourcePlacer,
  { ab, rt }: { readonly ab: number; readonly rt: number },
) {
  return paceAt(placer, "endocardium", placer.lookup({ ab, tm: ENDOCARDIAL_tm, rt, tv: 0 }).point_mm);
}

/** Where a place acts on the muscle; itself where no muscle conducts, as pacing there then says. */
export function locateAction({ operator }: SourcePlacer, position_mm: Vector3): Vector3 {
  return locateInMuscle(operator, position_mm)?.position_mm ?? position_mm;
}
