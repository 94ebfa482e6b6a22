import { createRandom } from "@tributary/model";
import {
  type Calibration,
  calibrate,
  createContactModel,
  KNOT_STEP_mm,
  listCandidates,
  type PlanHost,
  type PlanInput,
  rankSites,
  type SearchedHeart,
  type ShapedHeart,
  searchHeart,
} from "@tributary/plan";
import { CATHODE_STEP_mm, EVERY_CATHODE_mm, prepareStudyHeart, specifyStudyPlan, thinCathodes } from "../study-plan.ts";
import type { ValidationContext } from "../validation-context.ts";

/** A patient planned as far as the draws: calibrated on the coarse mesh, searched on the fine one. */
export interface SearchedPatient {
  readonly input: PlanInput;
  readonly coarse: ShapedHeart;
  readonly calibration: Calibration;
  readonly fine: SearchedHeart;
}

const PATIENT = {
  veins: { kind: "generated", seed: 1, group: "noCoronaryDisease" },
  prInterval_ms: 180,
  findings: { qrsDuration_ms: 165, frontalAxis_rad: undefined, ecg: undefined },
  seed: 1,
} as const;
const CALIBRATION_STREAM = 1;
const CONTACT_STREAM = 3;

export async function searchPatient(
  preset: string,
  context: ValidationContext,
  host: PlanHost,
): Promise<SearchedPatient> {
  const input = specifyStudyPlan({ ...PATIENT, preset });
  const { fine: model, coarse } = await prepareStudyHeart(preset, input, { context, host });
  const { nodes, taps } = coarse.model;
  const { conduction, findings } = input;
  const problem = { family: coarse.basics, conduction, findings, nodes, taps };
  const calibration = calibrate(problem, createRandom(input.seed).stream(CALIBRATION_STREAM));
  const fine = await searchMesh(model, input, calibration, { host, knotStep_mm: EVERY_CATHODE_mm });
  return { input, coarse, calibration, fine };
}

/** The ranking before the fine mesh is ready: the coarse mesh, knots twice as far apart. */
export function searchProvisionally(
  { input, coarse, calibration }: SearchedPatient,
  host: PlanHost,
): Promise<SearchedHeart> {
  return searchMesh(coarse.model, input, calibration, { host, knotStep_mm: 2 * KNOT_STEP_mm });
}

async function searchMesh(
  model: SearchedHeart["model"],
  input: PlanInput,
  calibration: Calibration,
  run: { readonly host: PlanHost; readonly knotStep_mm: number },
): Promise<SearchedHeart> {
  const candidates = thinCathodes(listCandidates(model, input), CATHODE_STEP_mm);
  const estimates = createContactModel(model, createRandom(input.seed).stream(CONTACT_STREAM)).expected;
  const search = await searchHeart(model, input, candidates, { ...run, set: calibration.central, estimates });
  return { model, search, ranked: rankSites(candidates.sites, search.choices) };
}
