import { factLabel } from "../facts/fact-catalog.ts";
import type { IndicationAssessment } from "../indication/assess-indication.ts";
import type { GuidelineJudgment, IndicationStatus, JudgedRow } from "../indication/judge-guideline.ts";
import type { CriterionTrace } from "../rules/evaluate-criterion.ts";
import {
  type CarePart,
  type CareTable,
  careTable,
  collectParts,
  listPart,
  MARK_NOTE,
  mark,
  sourcesPart,
  type TracedRow,
  tablePart,
} from "./care-part.ts";

const STATUS_TEXTS: Readonly<Record<IndicationStatus, string>> = {
  for: "for",
  against: "against",
  noRow: "no row applies",
  cannotDecide: "cannot decide",
  unknown: "unknown",
};
const TRUTH_TEXTS = { met: "yes", notMet: "no", unknown: "?" } as const;

/** What each guideline says, side by side, and why. */
export function describeIndication(
  assessment: IndicationAssessment,
  { withAllRows }: { readonly withAllRows: boolean },
): CarePart[] {
  const { guidelines, disagreements, oldFindings } = assessment;
  return collectParts([
    tablePart("Resynchronization: what each guideline says", describeGuidelines(guidelines)),
    MARK_NOTE,
    listPart(
      "They differ",
      disagreements.map(
        ({ guidelines: [a, b], kind }) =>
          `${a} and ${b}: ${kind === "stance" ? "one for, one against" : "both for, in different strength"}`,
      ),
    ),
    listPart("Missing, and it could change the answer", listOpen(guidelines, "missing")),
    listPart("Values disagree, and it could change the answer", listOpen(guidelines, "conflicts")),
    ...guidelines.map((judgment) => describeTrace(judgment, withAllRows)),
    listPart("Speaks for a defibrillator, or against one (shown, never decided here)", listFactors(assessment)),
    listPart("Stands against it, or comes first", listContraindications(assessment)),
    listPart("US coverage of a defibrillator", listCoverage(assessment)),
    listPart(
      "Old findings",
      oldFindings.map(({ fact, date }) => `${factLabel(fact)} of ${date}: measure again`),
    ),
    sourcesPart(
      guidelines.flatMap(({ decisive, rows }) =>
        (decisive ? [decisive] : rows.map(({ row }) => row)).map(({ sourceId }) => sourceId),
      ),
    ),
  ]);
}

function describeGuidelines(guidelines: readonly GuidelineJudgment[]): CareTable {
  const rows = guidelines.map(({ guideline, status, decisive }) => [
    guideline,
    `${STATUS_TEXTS[status]}${decisive ? mark(decisive.confirmed) : ""}`,
    decisive?.recommendationClass ?? "",
    decisive?.levelOfEvidence ?? "",
    decisive?.devices.join(", ") ?? "",
    decisive?.advice ?? "",
  ]);
  return careTable(["guideline", "answer", "class", "level", "devices", "advice"], rows, [
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    60,
  ]);
}

function listOpen(guidelines: readonly GuidelineJudgment[], kind: "missing" | "conflicts"): string[] {
  const facts = [...new Set(guidelines.flatMap((judgment) => judgment[kind]))];
  return facts.map((fact) => {
    const asking = guidelines.filter((judgment) => judgment[kind].includes(fact)).map(({ guideline }) => guideline);
    return `${factLabel(fact)} (${asking.join(", ")})`;
  });
}

/** The row that decided, criterion by criterion; or the rows that wait for facts; or the whole table. */
function describeTrace(
  { guideline, decisive, rows, open }: GuidelineJudgment,
  withAllRows: boolean,
): CarePart | undefined {
  const ofDecisive = rows.filter(({ row }) => row === decisive);
  const shown = withAllRows ? rows : decisive ? ofDecisive : open;
  if (shown.length === 0) return undefined;
  return { kind: "trace", heading: `${guideline}: why`, rows: shown.map(traceRow) };
}

function traceRow({ row, trace }: JudgedRow): TracedRow {
  return {
    id: `${row.id}${mark(row.confirmed)}`,
    text: row.advice,
    answer: TRUTH_TEXTS[trace.truth],
    criteria: listLeaves(trace).map(traceLeaf),
  };
}

/** The criteria on single facts; of several ways to meet a criterion only those that were met. */
function listLeaves({ parts, truth, ...rest }: CriterionTrace): CriterionTrace[] {
  if (parts.length === 0) return [{ parts, truth, ...rest }];
  const telling = truth === "met" ? parts.filter((part) => part.truth === "met") : parts;
  return (telling.length > 0 ? telling : parts).flatMap(listLeaves);
}

function traceLeaf({ text, truth, observed = "" }: CriterionTrace): TracedRow["criteria"][number] {
  return { answer: TRUTH_TEXTS[truth], text: `${text}${observed === "" ? "" : ` (found: ${observed})`}` };
}

function listFactors({ deviceFactors }: IndicationAssessment): string[] {
  return deviceFactors
    .filter(({ trace }) => trace.truth === "met")
    .map(({ row }) => `${row.favors}: ${row.text}${mark(row.confirmed)}`);
}

function listContraindications({ contraindications }: IndicationAssessment): string[] {
  const met = contraindications.filter(({ trace }) => trace.truth === "met");
  const open = contraindications.filter(({ trace }) => trace.truth === "unknown");
  return [
    ...met.map(({ row }) => `${row.kind}, ${row.scope}: ${row.advice}${mark(row.confirmed)}`),
    ...(open.length === 0
      ? []
      : [
          `not judged, facts are missing: ${[...new Set(open.flatMap(({ trace }) => trace.missing.map(factLabel)))].join(", ")}`,
        ]),
  ];
}

function listCoverage({ coverage }: IndicationAssessment): string[] {
  const words = { met: "met", notMet: "not met", unknown: "cannot decide" } as const;
  return coverage.map(({ row, trace }) => {
    const missing = trace.missing.length > 0 ? ` (missing: ${trace.missing.map(factLabel).join(", ")})` : "";
    return `${row.text}: ${words[trace.truth]}${missing}${mark(row.confirmed)}`;
  });
}
