import {
  DEFAULT_CONDUCTION,
  type HeartSpecification,
  type PreparedHeart,
  type VeinSpecification,
} from "@tributary/engine";
import { createRandom, findLead, selectRoots } from "@tributary/model";
import {
  buildHeartModel,
  type Candidates,
  type ContactModel,
  createContactModel,
  DEFAULT_SHAPE,
  type HeartModel,
  type HeartSearch,
  listCandidates,
  NO_CIRCULATION_FINDINGS,
  type PlanHost,
  type PlanInput,
  type ScoreWeights,
  searchHeart,
} from "@tributary/plan";
import { CATHODE_STEP_mm, NO_FINDINGS, thinCathodes } from "../study-plan.ts";
import { specifyWholeHeart } from "../whole-hearts.ts";

const RANKED_EDGE_mm = 2.5;
const VEINS: VeinSpecification = { kind: "generated", seed: 1, group: "noCoronaryDisease" };
const SEED = 1;

/** The hearts of studies that search every vein of each. */
export function specifyRankedHeart(id: string): HeartSpecification {
  return specifyWholeHeart(id, RANKED_EDGE_mm);
}

/** Left bundle branch block, a quadripolar lead, nothing measured: no AV delay, no fusion with the conducted beat. */
export function specifyRanking(id: string, weights: ScoreWeights): PlanInput {
  return {
    caseId: id,
    title: id,
    programVersion: "",
    inputHash: "",
    heart: specifyRankedHeart(id),
    conduction: DEFAULT_CONDUCTION,
    veins: VEINS,
    lead: findLead("quartet-1458q"),
    rvLead: "coil",
    vectorName: undefined,
    findings: NO_FINDINGS,
    circulation: NO_CIRCULATION_FINDINGS,
    weights,
    seed: SEED,
    missing: [],
    remarks: [],
  };
}

/** A heart with every vein searched. */
export interface RankedHeart {
  readonly id: string;
  readonly model: HeartModel;
  readonly input: PlanInput;
  readonly candidates: Candidates;
  readonly contacts: ContactModel;
  readonly search: HeartSearch;
}

/** Searches a prepared heart with the velocities of the case, a cathode every `step_mm` of vein. */
export async function rankHeart(
  prepared: PreparedHeart,
  input: PlanInput,
  { host, step_mm = CATHODE_STEP_mm }: { readonly host: PlanHost; readonly step_mm?: number },
): Promise<RankedHeart> {
  const model = buildHeartModel(prepared, input.veins, host);
  return searchModel(model, input, { host, candidates: thinCathodes(listCandidates(model, input), step_mm) });
}

/** Searches the candidates of a heart, each cathode solved and none interpolated. */
export async function searchModel(
  model: HeartModel,
  input: PlanInput,
  { host, candidates }: { readonly host: PlanHost; readonly candidates: Candidates },
): Promise<RankedHeart> {
  const contacts = createContactModel(model, createRandom(SEED));
  const search = await searchHeart(model, input, candidates, {
    host,
    set: {
      shape: DEFAULT_SHAPE,
      velocityScale: 1,
      rootDelays_ms: selectRoots(input.conduction.pattern).map(({ delay_ms }) => delay_ms),
    },
    knotStep_mm: 1,
    estimates: contacts.expected,
  });
  return { id: input.caseId, model, input, candidates, contacts, search };
}
