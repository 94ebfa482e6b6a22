/** Antiplatelet drugs: continued, unless a named cardiologist asks for a hold late enough after the last stent. */
import { monthsBetween } from "../calendar/schedule.ts";
import type { TaskRule } from "../calendar/task.ts";
import type { FactId } from "../facts/fact-catalog.ts";
import { knownValue } from "../facts/resolve-fact.ts";
import { unconfirmed } from "../rules/clinical-rule.ts";
import { restartConditions } from "./clinical-event.ts";
import type { DrugContext, DrugDecision, KnownDrug } from "./drug-decision.ts";

/** Days without the drug before the incision; from memory. */
const HOLD_d: Readonly<Record<string, number>> = { clopidogrel: 5, ticagrelor: 5, prasugrel: 7 };
const PRACTICE = unconfirmed("practice", "antiplatelet drugs before device implants (from memory)");

export function decideAspirin({ name }: KnownDrug): DrugDecision {
  return { drug: name, advice: "continue", text: "continue", missing: [], origin: PRACTICE, rules: [] };
}

/**
 * A P2Y12 inhibitor.
 *
 * A hold needs three things: a recorded kind and date of the last stent or acute coronary syndrome, the window after it
 * past on the day of the incision, and a cardiologist by name who asks for the hold. Else the drug goes on.
 */
export function decideP2y12Inhibitor({ name }: KnownDrug, context: DrugContext): DrugDecision {
  const { records, policy, incisionDate, antiplateletHolds, events } = context;
  const kind = knownValue(records, "coronaryStentKind");
  const date = knownValue(records, "coronaryStentDate");
  const base = { drug: name, origin: PRACTICE, rules: [] };
  if (date !== undefined && (kind === "stableStent" || kind === "acuteCoronarySyndrome")) {
    const window_months = policy.stentWindow_months[kind];
    if (monthsBetween(date, incisionDate) < window_months) {
      const text = `within ${window_months} months of ${describeKind(kind)}: defer the procedure, or continue the drug`;
      return { ...base, advice: "deferOrContinue", text, missing: [] };
    }
  }
  const requested = antiplateletHolds.find(({ drug, cardiologist }) => drug === name && cardiologist.trim() !== "");
  const missing = listMissing(kind, date);
  if (missing.length > 0 || requested === undefined) {
    return { ...base, advice: "askCardiology", text: "continue; ask cardiology", missing };
  }
  const days = HOLD_d[name]!;
  const text = `held from ${days} days before the incision, as asked by ${requested.cardiologist}`;
  return { ...base, advice: "hold", text, missing: [], rules: holdRules(name, days, events) };
}

function listMissing(kind: string | undefined, date: string | undefined): FactId[] {
  const missing: FactId[] = [];
  if (kind === undefined || kind === "none") missing.push("coronaryStentKind");
  if (date === undefined) missing.push("coronaryStentDate");
  return missing;
}

function describeKind(kind: "stableStent" | "acuteCoronarySyndrome"): string {
  return kind === "stableStent" ? "a stent for stable disease" : "an acute coronary syndrome";
}

function holdRules(drug: string, days: number, events: DrugContext["events"]): TaskRule[] {
  return [
    {
      ...PRACTICE,
      id: `stop.${drug}`,
      anchor: "incision",
      due: `-P${days}D`,
      window: { to: `-P${days + 1}D` },
      actor: "patient",
      text: `no ${drug} from this day on`,
      patientMessage: "stopDrugFrom",
      drug,
      needsPrescriber: true,
    },
    {
      ...PRACTICE,
      id: `restart.${drug}`,
      anchor: "incision",
      due: "PT24H",
      window: { from: "PT24H" },
      actor: "prescriber",
      text: `restart of ${drug}, not before`,
      patientMessage: "restartDrug",
      drug,
      needsPrescriber: true,
      conditions: restartConditions(events, drug),
    },
  ];
}
