/** Drugs for diabetes and heart failure around the procedure. */
import type { TaskRule } from "../calendar/task.ts";
import { knownValue } from "../facts/resolve-fact.ts";
import { origin, type RuleOrigin, unconfirmed } from "../rules/clinical-rule.ts";
import type { DrugContext, DrugDecision, KnownDrug } from "./drug-decision.ts";

const PRACTICE = unconfirmed("practice", "drugs on the day of a procedure (from memory)");

function decide(drug: string, advice: DrugDecision["advice"], text: string, ruleOrigin: RuleOrigin): DrugDecision {
  return { drug, advice, text, missing: [], origin: ruleOrigin, rules: [] };
}

/** Days without an SGLT2 inhibitor before the incision, by the rule the site follows. */
function decideSglt2Inhibitor({ name }: KnownDrug, { policy, events }: DrugContext): DrugDecision {
  const isFda = policy.sglt2Rule === "fda2020";
  const days = isFda ? (name === "ertugliflozin" ? 4 : 3) : 1;
  const ruleOrigin = isFda
    ? origin("fdaSglt2", "stop before scheduled surgery", name !== "sotagliflozin")
    : origin("ukSglt2", "day before and day of the procedure", false);
  const restart: TaskRule = {
    ...ruleOrigin,
    id: `restart.${name}`,
    anchor: "incision",
    due: "P1D",
    actor: "team",
    text: `restart of ${name} when eating normally; ketones if unwell, whatever the glucose`,
    patientMessage: "restartDrug",
    drug: name,
    conditions: [{ id: "eatingNormally", isMet: events.some(({ kind }) => kind === "eatingNormally") }],
  };
  const text = `held for ${days} ${days === 1 ? "day" : "days"}; its benefit in heart failure lapses meanwhile`;
  return { ...decide(name, "hold", text, ruleOrigin), rules: [stopRule(name, days, ruleOrigin), restart] };
}

function stopRule(drug: string, days: number, ruleOrigin: RuleOrigin): TaskRule {
  return {
    ...ruleOrigin,
    id: `stop.${drug}`,
    anchor: "incision",
    due: `-P${days}D`,
    window: { to: `-P${days + 1}D` },
    actor: "patient",
    text: `no ${drug} from this day on`,
    patientMessage: "stopDrugFrom",
    drug,
  };
}

/** Metformin and contrast: continued from a filtration rate of 30 on; below, and in acute injury, held for 48 hours. */
function decideMetformin({ name }: KnownDrug, { records, events }: DrugContext): DrugDecision {
  const ruleOrigin = unconfirmed("acrContrast", "metformin");
  const gfr = knownValue(records, "egfr_mLPerMinPer173m2");
  const isInjured = knownValue(records, "acuteKidneyInjury") === true;
  if (gfr === undefined && !isInjured) {
    const decision = decide(name, "cannotDecide", "cannot decide: filtration rate is not known", ruleOrigin);
    return { ...decision, missing: ["egfr_mLPerMinPer173m2"] };
  }
  if (!isInjured && gfr! >= 30) return decide(name, "continue", "continue", ruleOrigin);
  const restart: TaskRule = {
    ...ruleOrigin,
    id: `restart.${name}`,
    anchor: "incision",
    due: "PT48H",
    window: { from: "PT48H" },
    actor: "team",
    text: `restart of ${name} if renal function is stable`,
    patientMessage: "restartDrug",
    drug: name,
    conditions: [{ id: "kidneyStable", isMet: events.some(({ kind }) => kind === "kidneyStable") }],
  };
  const stop = { ...skipRule(name, ruleOrigin), text: `no ${name} on the day of contrast` };
  return { ...decide(name, "hold", "held at the time of contrast, for 48 h", ruleOrigin), rules: [stop, restart] };
}

function skipRule(drug: string, ruleOrigin: RuleOrigin): TaskRule {
  return {
    ...ruleOrigin,
    id: `skip.${drug}`,
    anchor: "incision",
    due: "P0D",
    actor: "patient",
    text: `no ${drug} on the morning of the procedure`,
    patientMessage: "skipMorningDose",
    drug,
  };
}

function decideSkip({ name }: KnownDrug): DrugDecision {
  return {
    ...decide(name, "skip", "not on the morning of the procedure", PRACTICE),
    rules: [skipRule(name, PRACTICE)],
  };
}

function decideBasalInsulin({ name }: KnownDrug): DrugDecision {
  return decide(name, "continue", "75 to 80 % of the usual dose; glucose 6 to 10 mmol/L (108 to 180 mg/dL)", PRACTICE);
}

function decideGlp1({ name, drugClass }: KnownDrug, { policy }: DrugContext): DrugDecision {
  if (policy.glp1Rule === "multisociety2024") {
    const text = "by risk: clear liquids for 24 h before, instead of stopping; the anesthesia team decides";
    return decide(name, "continue", text, unconfirmed("asaGlp1", "multi-society guidance of 2024 (from memory)"));
  }
  const ruleOrigin = unconfirmed("asaGlp1");
  if (drugClass === "glp1Daily") return { ...decideSkip({ kind: "known", name, drugClass }), origin: ruleOrigin };
  const decision = decide(name, "hold", "no dose in the week before", ruleOrigin);
  return { ...decision, rules: [stopRule(name, 7, ruleOrigin)] };
}

/** Loop diuretic: not on the morning, unless congested. */
function decideLoopDiuretic(drug: KnownDrug, { records }: DrugContext): DrugDecision {
  const isCongested = knownValue(records, "congested");
  if (isCongested === undefined) {
    const text = "cannot decide: held on the morning unless congested";
    return { ...decide(drug.name, "cannotDecide", text, PRACTICE), missing: ["congested"] };
  }
  return isCongested ? decide(drug.name, "continue", "continue: congested", PRACTICE) : decideSkip(drug);
}

function decideContinue({ name }: KnownDrug): DrugDecision {
  return decide(name, "continue", "continue, with a sip of water", PRACTICE);
}

/** How each class that is not antithrombotic is decided. */
export const OTHER_DRUG_RULES: Readonly<
  Partial<Record<KnownDrug["drugClass"], (drug: KnownDrug, context: DrugContext) => DrugDecision>>
> = {
  sglt2Inhibitor: decideSglt2Inhibitor,
  metformin: decideMetformin,
  basalInsulin: decideBasalInsulin,
  rapidInsulin: decideSkip,
  sulfonylurea: decideSkip,
  glp1Weekly: decideGlp1,
  glp1Daily: decideGlp1,
  betaBlocker: decideContinue,
  raasInhibitor: decideContinue,
  mra: decideContinue,
  loopDiuretic: decideLoopDiuretic,
  digoxin: decideContinue,
  antiarrhythmic: decideContinue,
  statin: decideContinue,
};
