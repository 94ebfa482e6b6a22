import { factLabel } from "../../facts/fact-catalog.ts";
import type { IndicationAssessment } from "../../indication/assess-indication.ts";
import { GUIDELINE_SOURCES, type GuidelineId } from "../../indication/indication-row.ts";
import type { GuidelineJudgment, JudgedRow } from "../../indication/judge-guideline.ts";
import type { CriterionTrace } from "../../rules/evaluate-criterion.ts";
import { escapeHtml, markValue } from "../markup.ts";
import { COLUMNS, STATUS_WORDS, CLINICIAN_WORDS as WORDS } from "./clinician-words.ts";
import { buildCorrections } from "./corrections-list.ts";
import { buildList, buildSection, buildTable, paragraph } from "./table.ts";
import { ruleText, star } from "./values.ts";

/** What each guideline says, with the criteria that decided. */
export function buildIndicationSection(indication: IndicationAssessment): string {
  const { guidelines, disagreements, contraindications, deviceFactors } = indication;
  const isMet = ({ trace }: { readonly trace: CriterionTrace }) => trace.truth === "met";
  return buildSection(
    "indication",
    WORDS.indication,
    paragraph(WORDS.indicationNote),
    buildTable(
      [COLUMNS.guideline, COLUMNS.answer, COLUMNS.grade, COLUMNS.devices, COLUMNS.advice],
      guidelines.map(describeGuideline),
    ),
    buildList(
      WORDS.differ,
      disagreements.map(({ guidelines: [a, b], kind }) => `${nameOf(a)}, ${nameOf(b)}: ${WORDS.disagreement[kind]}`),
    ),
    buildList(WORDS.missing, listMissing(guidelines)),
    buildList(
      WORDS.against,
      contraindications.filter(isMet).map(({ row }) => ruleText(`${row.kind}, ${row.scope}: ${row.advice}`, row)),
    ),
    buildList(
      WORDS.forDefibrillator,
      deviceFactors.filter(isMet).map(({ row }) => ruleText(`${row.favors}: ${row.text}`, row)),
    ),
    buildCorrections("indication"),
  );
}

function nameOf(guideline: GuidelineId): string {
  return markValue("source", guideline, GUIDELINE_SOURCES[guideline]);
}

function describeGuideline(judgment: GuidelineJudgment): string[] {
  const { guideline, status, decisive, rows, open } = judgment;
  const told = decisive === undefined ? open : rows.filter(({ row }) => row === decisive);
  const grade = [decisive?.recommendationClass, decisive?.levelOfEvidence].filter(Boolean).join(" ");
  return [
    nameOf(guideline),
    `${escapeHtml(STATUS_WORDS[status])}${star(decisive?.confirmed ?? true)}`,
    grade === "" ? "" : markValue("rule", grade, decisive!.sourceId),
    decisive === undefined ? "" : escapeHtml(decisive.devices.join(", ")),
    `${decisive === undefined ? "" : ruleText(decisive.advice, decisive)}${buildTrace(told)}`,
  ];
}

/** Every criterion of the rows that decided, or that wait for facts. */
function buildTrace(rows: readonly JudgedRow[]): string {
  if (rows.length === 0) return "";
  const items = rows.flatMap(({ row, trace }) => [
    `<li>${ruleText(`${row.id}: ${row.advice}`, row)}<ul>${listLeaves(trace)
      .map((leaf) => describeLeaf(leaf, row))
      .join("")}</ul></li>`,
  ]);
  return `<details><summary>${WORDS.trace}</summary><ul>${items.join("")}</ul></details>`;
}

function listLeaves(trace: CriterionTrace): CriterionTrace[] {
  return trace.parts.length === 0 ? [trace] : trace.parts.flatMap(listLeaves);
}

function describeLeaf({ text, truth, observed }: CriterionTrace, row: JudgedRow["row"]): string {
  const found = observed === undefined ? "" : ` (${markValue("fact", observed)})`;
  return `<li class="${truth}">${markValue("rule", text, row.sourceId)}${found}</li>`;
}

function listMissing(guidelines: readonly GuidelineJudgment[]): string[] {
  const facts = [...new Set(guidelines.flatMap(({ missing }) => missing))];
  return facts.map((fact) => {
    const asking = guidelines.filter(({ missing }) => missing.includes(fact)).map(({ guideline }) => nameOf(guideline));
    return `${markValue("fact", factLabel(fact))} (${asking.join(", ")})`;
  });
}
