import { factLabel } from "../facts/fact-catalog.ts";
import { formatNumber } from "../figures/figure.ts";
import type { AntibioticPlan } from "../preparation/antibiotics.ts";
import type { ContrastPlan } from "../preparation/contrast.ts";
import type { DrugDecision } from "../preparation/drug-decision.ts";
import type { JudgedTest } from "../preparation/judge-tests.ts";
import type { PreparationTasks } from "../preparation/plan-preparation.ts";
import {
  type CarePart,
  careTable,
  collectParts,
  listPart,
  MARK_NOTE,
  mark,
  sourcesPart,
  spell,
  tablePart,
  textPart,
} from "./care-part.ts";
import { describeTasks } from "./describe-tasks.ts";

/** The dated tasks before an implant, the drugs, the tests, and what could not be decided. */
export function describePreparation(preparation: PreparationTasks, zone: string, withNames: boolean): CarePart[] {
  const { tasks, conflicts, decisions, antibiotic, contrast, tests, warnings } = preparation;
  return collectParts([
    listPart("Look at first", warnings),
    listPart(
      "Done, but outside the window as it is now",
      conflicts.map(({ what }) => what),
    ),
    tablePart(`Tasks, times in ${zone}`, describeTasks(tasks, zone, withNames)),
    listPart("Drugs", decisions.map(describeDecision)),
    textPart(
      "No hold and no restart of an anticoagulant is told to the patient before a named prescriber has confirmed it.",
    ),
    listPart("Antibiotic", describeAntibiotic(antibiotic)),
    listPart("Contrast medium", describeContrast(contrast)),
    tablePart("Tests", careTable(["test", "state", "what"], tests.map(describeTest), [40, undefined, 50])),
    MARK_NOTE,
    sourcesPart([...tasks.map(({ rule }) => rule.sourceId), ...decisions.map(({ origin }) => origin.sourceId)]),
  ]);
}

function describeDecision({ drug, advice, text, missing, origin }: DrugDecision): string {
  const open = missing.length > 0 ? `; missing: ${missing.map(factLabel).join(", ")}` : "";
  return `${drug}: ${spell(advice)}. ${text}${open}${mark(origin.confirmed)}`;
}

function describeAntibiotic(plan: AntibioticPlan): string[] {
  if (plan.kind === "cannotDecide") return [`cannot decide; missing: ${plan.missing.map(factLabel).join(", ")}`];
  return plan.rules.map((rule) => `${rule.text}${mark(rule.confirmed)}`);
}

function describeContrast({ limit_mL, missing, remarks, origin }: ContrastPlan): string[] {
  const limit =
    limit_mL === undefined
      ? `no limit known; missing: ${missing.map(factLabel).join(", ")}`
      : `at most ${formatNumber(Math.round(limit_mL))} mL of contrast medium${mark(origin.confirmed)}`;
  return [limit, ...remarks];
}

const TEST_TEXTS: Readonly<Record<JudgedTest["state"], string>> = {
  go: "go",
  outOfLimits: "out of limits",
  missing: "missing",
  expired: "too old",
  conflict: "values disagree",
  undated: "not dated",
};

function describeTest({ rule, state, what, need }: JudgedTest): string[] {
  const unsure = need === "unknown" ? ", if needed" : "";
  return [`${rule.text}${mark(rule.confirmed)}`, `${TEST_TEXTS[state]}${unsure}`, what];
}
