/** The heart of a finished plan as a generator meets it, with the lead at any place: what a study of a case holds too. */
import {
  type ActivationField,
  type ActivationStudy,
  type CaseLead,
  type ConductionSpecification,
  type EcgModel,
  INTRINSIC_SOURCE,
  type PreparedHeart,
  type PreparedVeins,
  RV_SOURCE,
} from "@tributary/engine";
import { interpolateAtLocation, locateInMuscle, type MuscleLocation } from "@tributary/model";
import { hasOwnBeat } from "../assemble/describe-site.ts";
import type { PlanParts } from "../assemble/plan-parts.ts";
import type { Placement } from "../placements/list-placements.ts";
import { fieldOfCathode } from "../search/sweep-cathode.ts";
import type { LeadPlace } from "./explored-setting.ts";

/** Heart, veins and lead, and the fields of every source that a generator on them can pace. */
export interface PlannedHeart {
  readonly prepared: PreparedHeart;
  readonly veins: PreparedVeins;
  readonly conduction: ConductionSpecification;
  readonly lead: CaseLead;
  readonly study: Pick<ActivationStudy, "fields" | "sites" | "qLv">;
  readonly ecg: Pick<EcgModel, "weights" | "apd_ms">;
  readonly heartRate_perMin: number | undefined;
  readonly qrsDuration_ms: number | undefined;
  readonly seed: number;
}

/** @returns undefined where the lead does not lie there */
export function placePlannedLead(parts: PlanParts, place: LeadPlace): PlannedHeart | undefined {
  const { model, search, input } = parts;
  const placement = search.candidates.placements.find(
    ({ vein, tipDepth_mm }) => vein === place.vein && tipDepth_mm === place.tipDepth_mm,
  );
  if (!placement || !search.problem.rv.some(({ site }) => site === place.rvSite)) return undefined;
  const sites = locateSources(parts, placement, place);
  const fields = listFields(parts, placement, place);
  const intrinsic = fields.find(({ sourceId }) => sourceId === INTRINSIC_SOURCE);
  return {
    prepared: model.prepared,
    veins: model.veins,
    conduction: input.conduction,
    lead: {
      lead: input.lead,
      placement: { vein: place.vein, insertionDepth_mm: place.tipDepth_mm },
      outcome: { kind: "placed", ...placement },
      isDefault: false,
    },
    study: { fields, sites, qLv: intrinsic ? measureQLv(parts, intrinsic, placement, sites) : [] },
    ecg: { weights: model.nodes.weights, apd_ms: model.apd_ms },
    heartRate_perMin: input.circulation.heartRate_perMin,
    qrsDuration_ms: input.findings.qrsDuration_ms,
    seed: input.seed,
  };
}

function locateSources({ search }: PlanParts, { electrodes }: Placement, { rvSite }: LeadPlace) {
  const { placer, basic } = search;
  const sites = new Map<string, MuscleLocation>([[RV_SOURCE, basic.rv.get(rvSite)!.location]]);
  for (const { name, position_mm } of electrodes) {
    const location = locateInMuscle(placer.operator, position_mm);
    if (location) sites.set(name, location);
  }
  return sites;
}

/** The conducted beat where there is one, the right-ventricular lead, and each electrode that may pace the left ventricle. */
function listFields({ search, input }: PlanParts, placement: Placement, { rvSite }: LeadPlace): ActivationField[] {
  const { problem, candidates, baseline } = search;
  const isConducted = hasOwnBeat(input) && input.conduction.pattern !== "rvPaced";
  const cathodes = placement.electrodes.flatMap(({ name }, electrodeIndex) => {
    const cathode = candidates.cathodes.findIndex(({ uses }) =>
      uses.some((use) => use.placement === placement && use.electrodeIndex === electrodeIndex),
    );
    return cathode < 0 ? [] : [toField(name, fieldOfCathode(problem, cathode))];
  });
  return [
    ...(isConducted ? [toField(INTRINSIC_SOURCE, baseline.times_ms)] : []),
    toField(RV_SOURCE, problem.rv.find(({ site }) => site === rvSite)!.times_ms),
    ...cathodes,
  ];
}

function toField(sourceId: string, times_ms: Float32Array): ActivationField {
  const unreachedCount = times_ms.reduce((count, time_ms) => count + (time_ms === Infinity ? 1 : 0), 0);
  return { sourceId, times_ms: Float64Array.from(times_ms), unreachedCount };
}

function measureQLv(
  { model }: PlanParts,
  { times_ms }: ActivationField,
  { electrodes }: Placement,
  sites: ReadonlyMap<string, MuscleLocation>,
): ActivationStudy["qLv"] {
  return electrodes.flatMap(({ name }) => {
    const location = sites.get(name);
    return location
      ? [{ electrode: name, qLv_ms: interpolateAtLocation(model.prepared.heart, times_ms, location) }]
      : [];
  });
}
