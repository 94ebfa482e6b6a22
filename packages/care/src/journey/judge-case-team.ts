import type { LvLead } from "@tributary/model";
import type { Plan } from "@tributary/plan";
import type { ToldTeam } from "../presentation/describe-team.ts";
import { modelDuration } from "../rehearsal/model-duration.ts";
import { listEquipment } from "../setting/equipment.ts";
import { judgeReadiness } from "../setting/judge-readiness.ts";
import { judgeSedation } from "../setting/sedation.ts";
import { type ClinicalCase, requireVariant } from "./clinical-case.ts";

export interface TeamQuestion {
  /** Undefined where none is chosen yet. */
  readonly lead: LvLead | undefined;
  readonly plan: Plan | undefined;
  readonly operatorCases: number;
  readonly centerRatio: number;
  readonly seed: number;
}

/**
 * Who and what the room of a case needs, whether it is there, and how long it may take.
 *
 * @throws TributaryError "variant-missing"
 */
export function judgeCaseTeam(clinical: ClinicalCase, question: TeamQuestion): ToldTeam {
  const variant = requireVariant(clinical);
  const { staff, equipment: present, records, course } = clinical;
  const { lead, plan, ...operator } = question;
  const equipment = listEquipment({
    lead,
    plan,
    device: variant.device,
    hasExistingSystem: variant.existing !== "none",
  });
  return {
    variant,
    readiness: judgeReadiness({ staff, equipment, present, overrides: course.overrides }),
    equipment,
    present,
    staff,
    duration: modelDuration({ variant, ...operator }),
    sedation: judgeSedation(records),
  };
}
