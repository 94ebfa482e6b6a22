import {
  type CriterionTrace,
  factLabel,
  type GuidelineJudgment,
  type IndicationAssessment,
  type IndicationStatus,
  type JudgedRow,
} from "@tributary/care";
import { renderTextTable } from "../output/text-table.ts";
import { joinParts, listPart, MARK_NOTE, mark, sourcesPart, tablePart } from "./care-text.ts";

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
  { withAllRows }: { withAllRows: boolean },
): string {
  const { guidelines, disagreements, oldFindings } = assessment;
  return joinParts([
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

function describeGuidelines(guidelines: readonly GuidelineJudgment[]): string {
  const rows = guidelines.map(({ guideline, status, decisive }) => [
    guideline,
    `${STATUS_TEXTS[status]}${decisive ? mark(decisive.confirmed) : ""}`,
    decisive?.recommendationClass ?? "",
    decisive?.levelOfEvidence ?? "",
    decisive?.devices.join(", ") ?? "",
    decisive?.advice ?? "",
  ]);
  return renderTextTable(["guideline", "answer", "class", "level", "devices", "advice"], rows, [
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
): string | undefined {
  const ofDecisive = rows.filter(({ row }) => row === decisive);
  const shown = withAllRows ? rows : decisive ? ofDecisive : open;
  if (shown.length === 0) return undefined;
  return [`${guideline}: why`, ...shown.flatMap(describeRow)].join("\n");
}

function describeRow({ row, trace }: JudgedRow): string[] {
  return [
    `  ${row.id}${mark(row.confirmed)} ${row.advice}: ${TRUTH_TEXTS[trace.truth]}`,
    ...listLeaves(trace).map(describeLeaf),
  ];
}

/** The criteria on single facts; of several ways to meet a criterion only those that were met. */
function listLeaves({ parts, truth, ...rest }: CriterionTrace): CriterionTrace[] {
  if (parts.length === 0) return [{ parts, truth, ...rest }];
  const telling = truth === "met" ? parts.filter((part) => part.truth === "met") : parts;
  return (telling.length > 0 ? telling : parts).flatMap(listLeaves);
}

function describeLeaf({ text, truth, observed = "" }: CriterionTrace): string {
  return `    ${TRUTH_TEXTS[truth].padEnd(4)}${text}${observed === "" ? "" : ` (found: ${observed})`}`;
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
