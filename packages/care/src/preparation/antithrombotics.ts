/** Anticoagulants around an implant: warfarin goes on, nothing is bridged, direct ones by the table. */
import type { Offset, TaskRule } from "../calendar/task.ts";
import { knownValue, listOpenFacts } from "../facts/resolve-fact.ts";
import { origin, type RuleOrigin, unconfirmed } from "../rules/clinical-rule.ts";
import { restartConditions } from "./clinical-event.ts";
import { CLEARANCE_FACTS, DOAC_RESTART_h, type Doac, findDoacHold } from "./doac-holds.ts";
import type { DrugContext, DrugDecision, KnownDrug } from "./drug-decision.ts";
import { estimateCreatinineClearance } from "./renal-function.ts";
import { type BleedingClass, bleedingClassOf, type SitePolicy } from "./site-policy.ts";

const CONTINUE_VKA = origin("bruiseControl", "continued warfarin against heparin bridging", true);
const CONTINUE_DOAC = origin("bruiseControl2", "continued against interrupted", true);
const HEPARIN = origin("bruiseControl", "protocol: heparin before the procedure", true);

/** A vitamin K antagonist: continued, with the INR of the day; there is no bridging in any plan. */
export function decideVitaminKAntagonist({ name }: KnownDrug): DrugDecision {
  return {
    drug: name,
    advice: "continue",
    text: "continue without interruption; no heparin bridging; INR on the day",
    missing: [],
    origin: CONTINUE_VKA,
    rules: [],
  };
}

/** Whether the INR of the day allows the procedure. */
export function judgeInr(inr: number, hasMechanicalValve: boolean, policy: SitePolicy): "proceed" | "defer" {
  return inr <= (hasMechanicalValve ? policy.maximumInrMechanicalValve : policy.maximumInr) ? "proceed" : "defer";
}

/** A direct anticoagulant: continued or held, as site policy and embolic risk say; held by creatinine clearance. */
export function decideDoac({ name }: KnownDrug, context: DrugContext): DrugDecision {
  const { records, policy } = context;
  if (policy.doacStrategy === "continue") return continueDoac(name, "continue: the site's strategy");
  if (knownValue(records, "veryHighEmbolicRisk") === true) {
    return continueDoac(name, "continue: very high embolic risk; the prescriber confirms");
  }
  const open = listOpenFacts(records, CLEARANCE_FACTS);
  const missing = [...open.missing, ...open.conflicts];
  if (missing.length > 0) {
    const text = "cannot decide: creatinine clearance is not known";
    return { drug: name, advice: "cannotDecide", text, missing, origin: unconfirmed("ehraDoac"), rules: [] };
  }
  return holdDoac(name, context);
}

function continueDoac(drug: string, text: string): DrugDecision {
  return { drug, advice: "continue", text, missing: [], origin: CONTINUE_DOAC, rules: [] };
}

function holdDoac(drug: KnownDrug["name"], { records, procedure, policy, events }: DrugContext): DrugDecision {
  const clearance = estimateCreatinineClearance({
    age_years: knownValue(records, "age_years")!,
    sex: knownValue(records, "sex")!,
    weight_kg: knownValue(records, "weight_kg")!,
    creatinine_mgPerdL: knownValue(records, "creatinine_mgPerdL")!,
  });
  const hold = findDoacHold(drug as Doac, clearance, bleedingClassOf(procedure, policy));
  const base = { drug, missing: [], origin: hold.row, rules: [] };
  const shown = `creatinine clearance ${clearance.value_mLPerMin.toFixed(1)} mL/min`;
  switch (hold.kind) {
    case "escalate":
      return { ...base, advice: "escalate", text: `${shown}: not indicated at this clearance, ask the prescriber` };
    case "bleedingClassOpen": {
      const { low, high } = hold.row.hold_h!;
      const text = `${shown}: ${low} h if bleeding risk is low, ${high} h if high; the site has to decide which it is`;
      return { ...base, advice: "cannotDecide", text };
    }
    case "hold": {
      const rules = holdRules(drug, hold.hours, hold.row, restartRule(drug, hold.bleedingClass, events));
      return { ...base, advice: "hold", text: `${shown}: last dose ${hold.hours} h before the incision`, rules };
    }
  }
}

function holdRules(drug: string, hours: number, rowOrigin: RuleOrigin, restart: TaskRule): TaskRule[] {
  const due: Offset = `-PT${hours}H`;
  const lastDose: TaskRule = {
    ...pickOrigin(rowOrigin),
    id: `lastDose.${drug}`,
    anchor: "incision",
    due,
    window: { to: due },
    actor: "patient",
    text: `last dose of ${drug}`,
    patientMessage: "lastDose",
    drug,
    needsPrescriber: true,
  };
  return [lastDose, restart];
}

function restartRule(drug: string, bleedingClass: BleedingClass, events: DrugContext["events"]): TaskRule {
  const due: Offset = `PT${DOAC_RESTART_h[bleedingClass]}H`;
  return {
    ...unconfirmed("ehraDoac", "resumption after the procedure"),
    id: `restart.${drug}`,
    anchor: "incision",
    due,
    window: { from: due },
    actor: "prescriber",
    text: `restart of ${drug}, not before`,
    patientMessage: "restartDrug",
    drug,
    needsPrescriber: true,
    conditions: restartConditions(events, drug),
  };
}

/** Heparins in therapeutic dose: stopped by the protocol of the trial, restarted not before a day and on conditions. */
export function decideHeparin({ name, drugClass }: KnownDrug, { events }: DrugContext): DrugDecision {
  const hours = drugClass === "heparin" ? 4 : 24;
  return {
    drug: name,
    advice: "hold",
    text: `last dose ${hours} h before the incision; heparin within 24 h after it is the strongest avoidable cause of hematoma`,
    missing: [],
    origin: HEPARIN,
    rules: holdRules(name, hours, HEPARIN, restartRule(name, "low", events)),
  };
}

function pickOrigin({ sourceId, locator, confirmed, reviewedBy }: RuleOrigin): RuleOrigin {
  return { sourceId, locator, confirmed, reviewedBy };
}
