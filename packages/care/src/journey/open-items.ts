import {
  DISCHARGE_CONDITIONS,
  type DischargeCondition,
  listOpenDischargeConditions,
} from "../followup/recovery-rules.ts";
import { listConsentPoints } from "../preparation/consent.ts";
import type { SitePolicy } from "../preparation/site-policy.ts";
import type { EquipmentItem } from "../setting/equipment.ts";
import { judgeReadiness } from "../setting/judge-readiness.ts";
import type { OpenItems } from "./case-states.ts";
import { planCasePreparation } from "./case-tasks.ts";
import { type ClinicalCase, requireVariant } from "./clinical-case.ts";
import { listOpenBeforeStart } from "./judge-ready.ts";

/** A condition of discharge is recorded as done under this name. */
const DISCHARGE_PREFIX = "discharge.";

export const DISCHARGE_TASK_IDS: readonly string[] = DISCHARGE_CONDITIONS.map((id) => `${DISCHARGE_PREFIX}${id}`);

export interface OpenItemsContext {
  readonly policy: SitePolicy;
  /** What this implant needs in the room. */
  readonly equipment: readonly EquipmentItem[];
  /** Whose rules of coverage count for consent. */
  readonly jurisdiction: string;
}

/**
 * What is open before the start and before discharge, by the case and its record. Consent counts as given point by point
 * when its task is recorded as done.
 *
 * @throws TributaryError "variant-missing", "schedule-missing"
 */
export function listOpenItems(
  clinical: ClinicalCase,
  { policy, equipment, jurisdiction }: OpenItemsContext,
): OpenItems {
  const { device } = requireVariant(clinical);
  const preparation = planCasePreparation(clinical, policy);
  const points = listConsentPoints(device, jurisdiction).map(({ id }) => id);
  const isConsentGiven = clinical.course.completions.some(({ taskId }) => taskId === "consent");
  const readiness = judgeReadiness({
    staff: clinical.staff,
    equipment,
    present: clinical.equipment,
    overrides: clinical.course.overrides,
  });
  return {
    beforeStart:
      preparation.kind === "noTaskList"
        ? [preparation.reason]
        : listOpenBeforeStart({
            preparation,
            readiness,
            consent: { acknowledged: isConsentGiven ? points : [], points },
            waivers: clinical.course.waivers,
          }),
    beforeDischarge: listOpenDischarge(clinical).map((condition) => `before discharge: ${condition}`),
  };
}

/** The conditions of discharge that are not recorded as met. @throws TributaryError "variant-missing" */
export function listOpenDischarge(clinical: ClinicalCase): DischargeCondition[] {
  const met = clinical.course.completions
    .filter(({ taskId }) => taskId.startsWith(DISCHARGE_PREFIX))
    .map(({ taskId }) => taskId.slice(DISCHARGE_PREFIX.length) as DischargeCondition);
  return listOpenDischargeConditions(met, requireVariant(clinical).device);
}
