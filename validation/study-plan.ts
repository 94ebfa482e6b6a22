import { DEFAULT_CONDUCTION, type HeartSpecification, type VeinSpecification } from "@tributary/engine";
import { findLead } from "@tributary/model";
import {
  buildHeartModel,
  type Candidates,
  createInlinePlanHost,
  type HeartModel,
  type MeasuredFindings,
  NO_CIRCULATION_FINDINGS,
  type PlanHost,
  type PlanInput,
  type ShapedHeart,
  shapeHeart,
  weighOnly,
} from "@tributary/plan";
import type { ValidationContext } from "./validation-context.ts";
import { specifyWholeHeart } from "./whole-hearts.ts";

/** Mean edge of the mesh that sites are searched on in studies of plans. */
const SEARCH_EDGE_mm = 2;
/** Of the mesh that plans are calibrated and drawn on. */
const COARSE_EDGE_mm = 3;

/** Cathodes that a study keeps lie so far apart along a vein. */
export const CATHODE_STEP_mm = 6;
/** Step of the knots at which none of them is interpolated: arcs are whole millimeters. */
export const EVERY_CATHODE_mm = 1;

export const NO_FINDINGS: MeasuredFindings = { qrsDuration_ms: undefined, frontalAxis_rad: undefined, ecg: undefined };

/** Fields where the context solves them, the rest in this thread. */
export function createStudyHost({ solver }: ValidationContext): PlanHost {
  return { ...createInlinePlanHost(), solver };
}

/** The heart that a plan calibrates and draws on: thin walls one element thick. */
function specifyCoarseHeart(id: string): HeartSpecification {
  const specification = specifyWholeHeart(id, COARSE_EDGE_mm);
  const { origin } = specification;
  return origin.kind === "tetrahedra" ? specification : { ...specification, origin: { ...origin, leastWallNodes: 2 } };
}

export interface StudyPatient {
  readonly preset: string;
  readonly veins: VeinSpecification;
  readonly prInterval_ms: number;
  readonly findings: MeasuredFindings;
  readonly seed: number;
}

/** A plan for left bundle branch block and a quadripolar lead that ranks by electrical resynchronization alone. */
export function specifyStudyPlan({ preset, veins, prInterval_ms, findings, seed }: StudyPatient): PlanInput {
  return {
    caseId: preset,
    title: preset,
    programVersion: "",
    inputHash: "",
    heart: specifyWholeHeart(preset, SEARCH_EDGE_mm),
    conduction: { ...DEFAULT_CONDUCTION, atrioventricular: { kind: "conducted", prInterval_ms } },
    veins,
    lead: findLead("quartet-1458q"),
    rvLead: "coil",
    vectorName: undefined,
    findings,
    circulation: NO_CIRCULATION_FINDINGS,
    weights: weighOnly("resynchronization"),
    seed,
    missing: [],
    remarks: [],
  };
}

/** The same sites with a cathode every `step_mm` of vein instead of every millimeter; each site keeps one at least. */
export function thinCathodes({ cathodes, sites, ...rest }: Candidates, step_mm: number): Candidates {
  const kept = sites.map((site) => {
    const every = site.cathodes.filter((index) => cathodes[index]!.arc_mm % step_mm === 0);
    return every.length > 0 ? every : [site.cathodes[site.cathodes.length >> 1]!];
  });
  const order = kept.flat();
  const placeOf = new Map(order.map((index, place) => [index, place]));
  return {
    ...rest,
    cathodes: order.map((index) => cathodes[index]!),
    sites: sites.map((site, index) => ({ ...site, cathodes: kept[index]!.map((own) => placeOf.get(own)!) })),
  };
}

/** A heart on the two meshes of a plan. */
export interface StudyHeart {
  readonly fine: HeartModel;
  readonly coarse: ShapedHeart;
}

/** Prepares a preset on both meshes, the coarse one with its fields for any shape of conduction. */
export async function prepareStudyHeart(
  preset: string,
  input: PlanInput,
  { context, host }: { readonly context: ValidationContext; readonly host: PlanHost },
): Promise<StudyHeart> {
  const fine = await context.prepareHeart(`${preset} searched`, () => specifyWholeHeart(preset, SEARCH_EDGE_mm));
  const coarse = await context.prepareHeart(`${preset} drawn`, () => specifyCoarseHeart(preset));
  return { fine: buildHeartModel(fine, input.veins, host), coarse: await shapeHeart(coarse, input, { host }) };
}
