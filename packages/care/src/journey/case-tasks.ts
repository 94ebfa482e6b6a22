import type { Schedule } from "../calendar/schedule.ts";
import { knownValue } from "../facts/resolve-fact.ts";
import type { DrivingEvent, DrivingJurisdiction } from "../followup/driving.ts";
import { planRecovery, type Recovery } from "../followup/recovery-rules.ts";
import { isHematomaGrowing } from "../preparation/clinical-event.ts";
import { type Preparation, planPreparation } from "../preparation/plan-preparation.ts";
import type { PlannedProcedure, SitePolicy } from "../preparation/site-policy.ts";
import type { ProcedureVariant } from "../procedure/variants.ts";
import { type ClinicalCase, requireSchedule, requireVariant } from "./clinical-case.ts";

/** What a kind of implant is for the rules of preparation. */
const PLANNED_PROCEDURES: Readonly<Record<ProcedureVariant["origin"], PlannedProcedure>> = {
  deNovo: "deNovo",
  upgrade: "upgrade",
  exchange: "generatorExchange",
};

/**
 * The preparation of a case: as its file states it, with what its record says was done, confirmed and seen.
 *
 * @throws TributaryError "variant-missing", "schedule-missing"
 */
export function planCasePreparation(clinical: ClinicalCase, policy: SitePolicy): Preparation {
  return planPreparation({
    records: clinical.records,
    drugs: clinical.drugs,
    procedure: PLANNED_PROCEDURES[requireVariant(clinical).origin],
    schedule: requireSchedule(clinical),
    policy,
    ...clinical.course,
  });
}

const GROWING_HEMATOMA = "a growing hematoma was seen: no anticoagulant is restarted until a later look finds none";

export interface CaseRecovery {
  readonly recovery: Recovery;
  readonly schedule: Schedule;
  /** What was taken where the case is silent, and what stands against going on. */
  readonly remarks: readonly string[];
}

/**
 * The tasks after the implant of a case. Before the implant they are counted from the planned incision, which is said.
 *
 * @throws TributaryError "variant-missing", "schedule-missing"
 */
export function planCaseRecovery(clinical: ClinicalCase, jurisdiction: DrivingJurisdiction): CaseRecovery {
  const planned = requireSchedule(clinical);
  const isPlanned = planned.anchors.implant === undefined;
  const schedule = isPlanned
    ? { ...planned, anchors: { ...planned.anchors, implant: planned.anchors.incision! } }
    : planned;
  const { event, remark } = findDrivingEvent(clinical);
  return {
    recovery: planRecovery({
      records: clinical.records,
      schedule,
      completions: clinical.course.completions,
      jurisdiction,
      drivingEvent: event,
    }),
    schedule,
    remarks: [
      ...(isPlanned ? ["no implant is recorded yet: all is counted from the planned incision"] : []),
      ...(remark === undefined ? [] : [remark]),
      ...(isHematomaGrowing(clinical.course.events) === true ? [GROWING_HEMATOMA] : []),
    ],
  };
}

/** What the driving rules call this implant; without the reason for a defibrillator the longer restriction counts. */
function findDrivingEvent(clinical: ClinicalCase): { readonly event: DrivingEvent; readonly remark?: string } {
  const { device, existing } = requireVariant(clinical);
  if (existing === (device === "CRT-D" ? "icd" : "pacemaker")) return { event: "leadReplacement" };
  if (device === "CRT-P") return { event: "newPacemaker" };
  const reason = knownValue(clinical.records, "icdIndication");
  if (reason === "primary") return { event: "newDefibrillatorPrimary" };
  if (reason === "secondary") return { event: "newDefibrillatorSecondary" };
  return {
    event: "newDefibrillatorSecondary",
    remark: "indication for a defibrillator is missing: the longer driving restriction is shown",
  };
}
