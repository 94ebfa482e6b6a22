import { selectRoots } from "@tributary/model";
import { reportCalibration } from "../calibration/report-calibration.ts";
import { PLAN_SCHEMA_VERSION, type Plan } from "../plan.ts";
import { markPareto } from "../score/score.ts";
import { weighElectrically } from "../weights.ts";
import { countConfigurations } from "./count-configurations.ts";
import { describeMechanics } from "./describe-mechanics.ts";
import { describeSite } from "./describe-site.ts";
import { describeUncertainty } from "./describe-uncertainty.ts";
import { listAssumptions } from "./list-assumptions.ts";
import { listExclusions } from "./list-exclusions.ts";
import { listRemarks } from "./list-remarks.ts";
import type { PlanParts } from "./plan-parts.ts";
import { describeResponse } from "./response-surface.ts";

const NOTICE = "Research, planning and training use; not for diagnosis or live care. No clinical approval of any kind.";

/** The plan in words and numbers; the same parts give the same bytes. */
export function assemblePlan(parts: PlanParts): Plan {
  const { input, model, search, ranked, calibration, study, mechanics } = parts;
  const weights = mechanics ? input.weights : weighElectrically(input.weights);
  const { candidates } = search;
  const pareto = markPareto(
    ranked.map(({ choice }) => choice.values),
    weights,
  );
  return {
    schemaVersion: PLAN_SCHEMA_VERSION,
    programVersion: input.programVersion,
    caseId: input.caseId,
    title: input.title,
    inputHash: input.inputHash,
    seed: input.seed,
    status: parts.status,
    notice: NOTICE,
    nodeCount: model.nodes.nodeCount,
    searched: {
      placementCount: candidates.placements.length,
      configurationCount: countConfigurations(search, input),
      siteCount: candidates.sites.length,
    },
    missing: input.missing,
    remarks: [...input.remarks, ...listRemarks(parts), ...parts.remarks],
    weights,
    calibration: reportCalibration(
      calibration,
      input.findings,
      selectRoots(input.conduction.pattern).map(({ name }) => name),
    ),
    baseline: parts.baseline,
    alternatives: parts.alternatives,
    sites: ranked.map((_, index) => describeSite(parts, index, pareto[index]!)),
    multipoint: parts.multipoint,
    exclusions: listExclusions(search, ranked),
    response: ranked[0] && describeResponse(model, ranked[0], search),
    mechanics: mechanics && describeMechanics(mechanics, search),
    uncertainty: describeUncertainty(parts, study),
    assumptions: listAssumptions(input),
  };
}
