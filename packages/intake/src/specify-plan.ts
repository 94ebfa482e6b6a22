import { findLead, type LvLead, type PhrenicMarginRule, TributaryError } from "@tributary/model";
import type { PlanInput, ScoreWeights } from "@tributary/plan";
import { hashInput } from "./hash-input.ts";
import type { LoadedCase } from "./loaded-case.ts";
import { specifyCirculation } from "./specify-circulation.ts";
import { specifyConduction } from "./specify-conduction.ts";
import { specifyFindings } from "./specify-findings.ts";
import { specifyHeart } from "./specify-heart.ts";
import { specifyLead, specifyVeins } from "./specify-lead.ts";
import { specifyVector } from "./specify-vector.ts";

/** What a case that names no lead is planned for: the first of the catalog; the plan says so. */
const DEFAULT_LEAD = "attain-performa-4298";

/** What a plan is asked for beside the case. */
export interface PlanRequest {
  readonly programVersion: string;
  readonly weights: ScoreWeights;
  /** As typed; the lead decides whether it exists. */
  readonly vector: string | undefined;
  /** Left out: that of the plan. */
  readonly phrenicMargin?: PhrenicMarginRule | undefined;
  readonly seed: number;
  /** Undefined: as many as the plan makes by itself. */
  readonly drawCount: number | undefined;
}

/**
 * What a plan is made from: files become meshes and signals, degrees become radians, nothing is computed.
 *
 * @throws TributaryError of the readers, of the lead, of the vector; "plan-without-labels" for a mesh that has no walls to plan on
 */
export function specifyPlan(loaded: LoadedCase, request: PlanRequest): PlanInput {
  const { case: value } = loaded;
  const heart = specifyHeart(loaded);
  if (heart.kind === "plainMesh") {
    throw refusePlainMesh(value.id);
  }
  const lead = chooseLead(loaded);
  const veins = specifyVeins(loaded);
  const rvLead = chooseRvLead(loaded);
  const findings = specifyFindings(loaded);
  return {
    caseId: value.id,
    title: value.title,
    programVersion: request.programVersion,
    inputHash: hashInput(loaded),
    heart: heart.specification,
    conduction: specifyConduction(value),
    veins: veins.veins,
    lead: lead.lead,
    rvLead: rvLead.rvLead,
    vectorName: request.vector === undefined ? undefined : specifyVector(request.vector, lead.lead, rvLead.rvLead),
    findings: findings.findings,
    circulation: specifyCirculation(value),
    weights: request.weights,
    ...(request.phrenicMargin === undefined ? {} : { phrenicMargin: request.phrenicMargin }),
    seed: request.seed,
    ...(request.drawCount === undefined ? {} : { drawCount: request.drawCount }),
    missing: loaded.missing.map(({ meaning }) => meaning),
    remarks: [loaded, heart, veins, lead, rvLead, findings].flatMap(({ remarks }) => remarks),
  };
}

function chooseLead(loaded: LoadedCase): { readonly lead: LvLead; readonly remarks: readonly string[] } {
  const named = specifyLead(loaded);
  if (named) return { lead: named, remarks: [] };
  const lead = findLead(DEFAULT_LEAD);
  return { lead, remarks: [`The case names no lead; ${lead.model} was taken.`] };
}

function chooseRvLead({ case: value }: LoadedCase): Pick<PlanInput, "rvLead" | "remarks"> {
  if (value.device) return { rvLead: value.device.rvLead, remarks: [] };
  return {
    rvLead: "ring",
    remarks: ["Whether the right-ventricular lead has a ring or a coil is missing in the case; a ring was taken."],
  };
}

function refusePlainMesh(caseId: string): TributaryError {
  return new TributaryError({
    code: "plan-without-labels",
    what: "This mesh cannot be planned on.",
    where: `the heart of the case ${caseId}`,
    why: "a mesh without surface labels has no walls, and so no veins",
    fix: "Add a point array of labels: 1 base, 2 epicardium, 3 LV endocardium, 4 RV endocardium.",
  });
}
