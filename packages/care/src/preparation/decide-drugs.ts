import type { DrugClass } from "../drugs/drug-catalog.ts";
import { findDrug } from "../drugs/find-drug.ts";
import { unconfirmed } from "../rules/clinical-rule.ts";
import { decideAspirin, decideP2y12Inhibitor } from "./antiplatelets.ts";
import { decideDoac, decideHeparin, decideVitaminKAntagonist } from "./antithrombotics.ts";
import type { DrugContext, DrugDecision, KnownDrug } from "./drug-decision.ts";
import { OTHER_DRUG_RULES } from "./other-drugs.ts";

type Decide = (drug: KnownDrug, context: DrugContext) => DrugDecision;

const RULES: Readonly<Partial<Record<DrugClass, Decide>>> = {
  vitaminKAntagonist: decideVitaminKAntagonist,
  dabigatran: decideDoac,
  xaInhibitor: decideDoac,
  aspirin: decideAspirin,
  p2y12Inhibitor: decideP2y12Inhibitor,
  therapeuticLmwh: decideHeparin,
  heparin: decideHeparin,
  ...OTHER_DRUG_RULES,
};

const ANTICOAGULANTS: readonly DrugClass[] = [
  "vitaminKAntagonist",
  "dabigatran",
  "xaInhibitor",
  "therapeuticLmwh",
  "heparin",
];
const ANTIPLATELETS: readonly DrugClass[] = ["aspirin", "p2y12Inhibitor"];

/** One decision for each drug of the list, in its order; one that is listed by two names is one drug. */
export function decideDrugs(names: readonly string[], context: DrugContext): DrugDecision[] {
  const listed = names.map(findDrug);
  const each = listed.filter(({ name }, i) => listed.findIndex((other) => other.name === name) === i);
  return each.map((drug) => {
    if (drug.kind === "known") return tellListed(RULES[drug.drugClass]!(drug, context), drug.writtenAs);
    const nearest = drug.suggestions.length > 0 ? `; similar names: ${drug.suggestions.join(", ")}` : "";
    return {
      drug: drug.name,
      advice: "notInCatalog",
      text: `no rule knows this drug${nearest}`,
      missing: [],
      origin: unconfirmed("design", "catalog of drugs"),
      rules: [],
    };
  });
}

function tellListed(decision: DrugDecision, writtenAs: string | undefined): DrugDecision {
  return writtenAs === undefined ? decision : { ...decision, text: `${decision.text}; listed as ${writtenAs}` };
}

/** Warnings on combinations: two drugs against clotting multiply pocket hematomas. */
export function listDrugWarnings(names: readonly string[]): string[] {
  const known = names.map(findDrug).filter((drug) => drug.kind === "known");
  const classes = [...new Map(known.map(({ name, drugClass }) => [name, drugClass])).values()];
  const anticoagulants = classes.filter((drugClass) => ANTICOAGULANTS.includes(drugClass)).length;
  const antiplatelets = classes.filter((drugClass) => ANTIPLATELETS.includes(drugClass)).length;
  const warnings: string[] = [];
  if (anticoagulants > 1) warnings.push("two anticoagulants on the list: check which one is taken");
  if (antiplatelets > 1) warnings.push("two antiplatelet drugs: more pocket hematomas (factor unconfirmed)");
  if (anticoagulants > 0 && antiplatelets > 0) {
    warnings.push("anticoagulant with antiplatelet drug: more pocket hematomas (factor unconfirmed)");
  }
  return warnings;
}
