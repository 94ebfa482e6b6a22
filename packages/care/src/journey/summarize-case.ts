import { spellVeinName } from "@tributary/model";
import type { Plan } from "@tributary/plan";
import { type FactId, factLabel, factUnit } from "../facts/fact-catalog.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import { listOpenFacts, resolveFact } from "../facts/resolve-fact.ts";
import type { IndicationAssessment } from "../indication/assess-indication.ts";
import type { GuidelineJudgment } from "../indication/judge-guideline.ts";

/** A sentence of the clinician's summary with what it rests on: facts, rows of guidelines, or the plan. */
export interface SummarySentence {
  readonly text: string;
  readonly basis: readonly string[];
}

export interface SummaryInput {
  readonly records: readonly FactRecord[];
  readonly indication: IndicationAssessment;
  readonly plan: Plan | undefined;
  readonly device: "CRT-P" | "CRT-D" | undefined;
}

/** Facts of the summary, in the order of a referral letter. */
const SUMMARY_FACTS: readonly FactId[] = [
  "age_years",
  "sex",
  "etiology",
  "nyhaClass",
  "lvef_pct",
  "rhythm",
  "qrsDuration_ms",
  "qrsMorphology",
  "avBlock",
  "gdmt_months",
  "existingDevice",
];

/** The clinician's summary: what is known, what is missing or in conflict, what the guidelines say, what is planned. */
export function summarizeCase({ records, indication, plan, device }: SummaryInput): SummarySentence[] {
  return [
    ...describeKnown(records),
    ...describeOpen(records),
    ...indication.guidelines.map(describeGuideline),
    ...describePlan(plan, device),
  ];
}

function describeKnown(records: readonly FactRecord[]): SummarySentence[] {
  return SUMMARY_FACTS.flatMap((id) => {
    const resolved = resolveFact(records, id);
    if (resolved.status !== "known") return [];
    const { date, origin } = resolved.record;
    const value = [resolved.value, factUnit(id)].filter((part) => part !== undefined).join(" ");
    const notes = [date, origin.kind === "inferred" ? `inferred from ${origin.detail}` : undefined].filter(Boolean);
    const shown = notes.length > 0 ? ` (${notes.join("; ")})` : "";
    return [{ text: `${factLabel(id)}: ${value}${shown}`, basis: [id] }];
  });
}

function describeOpen(records: readonly FactRecord[]): SummarySentence[] {
  const { missing, conflicts } = listOpenFacts(records, SUMMARY_FACTS);
  const inConflict = conflicts.map((id) => {
    const resolved = resolveFact(records, id);
    const values = resolved.status === "conflict" ? resolved.values.join(" and ") : "";
    return { text: `${factLabel(id)}: values disagree, ${values}`, basis: [id] };
  });
  if (missing.length === 0) return inConflict;
  return [...inConflict, { text: `missing: ${missing.map(factLabel).join(", ")}`, basis: missing }];
}

function describeGuideline({ guideline, status, decisive, missing }: GuidelineJudgment): SummarySentence {
  if (decisive === undefined) {
    const why =
      status === "cannotDecide" ? `cannot decide; missing ${missing.map(factLabel).join(", ")}` : "no row applies";
    return { text: `${guideline}: ${why}`, basis: missing.length > 0 ? missing : [guideline] };
  }
  const grade = [decisive.recommendationClass, decisive.levelOfEvidence].filter(Boolean).join(" ") || "class unknown";
  const mark = decisive.confirmed ? "" : " (unconfirmed)";
  return { text: `${guideline}: ${decisive.advice}, ${grade}${mark}`, basis: [`${guideline} ${decisive.id}`] };
}

function describePlan(plan: Plan | undefined, device: SummaryInput["device"]): SummarySentence[] {
  const best = plan?.sites[0];
  const sentences: SummarySentence[] =
    device === undefined ? [] : [{ text: `planned device: ${device}`, basis: ["device"] }];
  if (!best) return sentences;
  const place = `planned place: ${spellVeinName(best.settings.vein)}, segment ${best.segment}, ${best.settings.vectorName}`;
  return [...sentences, { text: `${place} (this model, not a prediction of outcome)`, basis: [`plan ${best.id}`] }];
}
