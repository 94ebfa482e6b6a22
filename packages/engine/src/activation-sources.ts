import {
  type AtrioventricularConduction,
  buildEikonalOperator,
  createCoordinateLookup,
  createPointSource,
  type EikonalOperator,
  type PlacedElectrode,
  type PointSource,
  RV_APICAL_LEAD,
  seedRoots,
  selectRoots,
  TributaryError,
  type Vector3,
} from "@tributary/model";
import type { ConductionSpecification } from "./conduction-specification.ts";
import type { ElectricalHeart } from "./electrical-heart.ts";
import type { FieldSource } from "./field-solver.ts";
import type { PreparedHeart } from "./prepare-heart.ts";

export const INTRINSIC_SOURCE = "intrinsic";
export const RV_SOURCE = "RV lead";

/** The sources of a case: what activates the heart, alone or together. */
export interface CaseSources {
  /** The conducted beat; undefined when nothing is conducted (AV block, RV-paced hearts). */
  readonly intrinsic: FieldSource | undefined;
  /** The right-ventricular lead first, then the electrodes of the left-ventricular lead. */
  readonly paced: readonly FieldSource[];
  /** Where each paced source acts on the muscle, by source id. */
  readonly sites: ReadonlyMap<string, PointSource["location"]>;
}

/**
 * Seeds of every source of a case.
 *
 * @param electrodes  of the left-ventricular lead where it lies; none when no lead is placed
 */
export function createCaseSources(
  prepared: PreparedHeart,
  electrical: ElectricalHeart,
  conduction: ConductionSpecification,
  electrodes: readonly PlacedElectrode[],
): CaseSources {
  const lookup = createCoordinateLookup(prepared.heart, prepared.coordinates);
  const operator = buildEikonalOperator(prepared.heart, electrical.pacedTensor_mm2PerMs2);
  const sites = new Map<string, PointSource["location"]>();

  function createPacedSource(id: string, position_mm: Vector3): FieldSource {
    const source = placeSource(operator, id, position_mm);
    sites.set(id, source.location);
    return { id, seeds: { nodes: source.nodes, times_ms: source.times_ms } };
  }

  const paced = [createPacedSource(RV_SOURCE, lookup(RV_APICAL_LEAD).point_mm)];
  for (const electrode of electrodes) paced.push(createPacedSource(electrode.name, electrode.position_mm));
  const roots = isConducted(conduction.atrioventricular) ? selectRoots(conduction.pattern) : [];
  const intrinsic =
    roots.length > 0 ? { id: INTRINSIC_SOURCE, seeds: seedRoots(prepared.heart, lookup, roots) } : undefined;
  return { intrinsic, paced, sites };
}

function isConducted(conduction: AtrioventricularConduction): boolean {
  return conduction.kind !== "block";
}

function placeSource(operator: EikonalOperator, id: string, position_mm: Vector3): PointSource {
  const source = createPointSource(operator, position_mm);
  if (source.kind === "placed") return source;
  throw new TributaryError({
    code: "no-conducting-muscle",
    what: "No muscle conducts, so nothing can be activated.",
    where: id,
    why: "every element is scar or lies on a line of block",
    fix: "Reduce the scar or remove the line of block.",
  });
}
