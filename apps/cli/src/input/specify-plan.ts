import { findLead, type LvLead } from "@tributary/model";
import type { PlanInput } from "@tributary/plan";
import packageInfo from "../../package.json" with { type: "json" };
import { usage } from "../usage-error.ts";
import { hashInput } from "./hash-input.ts";
import type { LoadedCase } from "./load-case.ts";
import type { PlanOptions } from "./plan-options.ts";
import { specifyCirculation } from "./specify-circulation.ts";
import { specifyConduction } from "./specify-conduction.ts";
import { specifyFindings } from "./specify-findings.ts";
import { specifyHeart } from "./specify-heart.ts";
import { specifyLead, specifyVeins } from "./specify-lead.ts";
import { specifyVector } from "./specify-vector.ts";

/** What a case that names no lead is planned for: the first of the catalog; the plan says so. */
const DEFAULT_LEAD = "attain-performa-4298";

/**
 * What a plan is made from: files become meshes and signals, degrees become radians, nothing is computed.
 *
 * @throws TributaryError of the readers, of the lead, of the vector; "usage" for a mesh that has no walls to plan on
 */
export function specifyPlan(loaded: LoadedCase, options: PlanOptions): PlanInput {
  const { case: value } = loaded;
  const heart = specifyHeart(loaded);
  if (heart.kind === "plainMesh") {
    throw usage("tributary plan", "a mesh without surface labels has no veins and no plan");
  }
  const lead = chooseLead(loaded);
  const veins = specifyVeins(loaded);
  const rvLead = chooseRvLead(loaded);
  const findings = specifyFindings(loaded);
  return {
    caseId: value.id,
    title: value.title,
    programVersion: packageInfo.version,
    inputHash: hashInput(loaded),
    heart: heart.specification,
    conduction: specifyConduction(value),
    veins: veins.veins,
    lead: lead.lead,
    rvLead: rvLead.rvLead,
    vectorName: options.vector === undefined ? undefined : specifyVector(options.vector, lead.lead, rvLead.rvLead),
    findings: findings.findings,
    circulation: specifyCirculation(value),
    weights: options.weights,
    seed: options.seed,
    ...(options.drawCount === undefined ? {} : { drawCount: options.drawCount }),
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
    remarks: ["Whether the right-ventricular lead has a ring or a coil is missing (device.rvLead); a ring was taken."],
  };
}
