import { assessRisks, type PatientRisk, type RiskSubject } from "../../evidence/assess-risks.ts";
import { BENEFIT_COURSE, TRIAL_EFFECTS } from "../../evidence/benefit-catalog.ts";
import { type DescribedEffect, describeEffect } from "../../evidence/describe-effect.ts";
import type { Denominator, PeopleCount } from "../../figures/natural-frequency.ts";
import { escapeHtml, markValue } from "../markup.ts";
import { COLUMNS, VERDICT_WORDS, CLINICIAN_WORDS as WORDS } from "./clinician-words.ts";
import { buildCorrections } from "./corrections-list.ts";
import { drawIconArray } from "./icon-array.ts";
import { buildList, buildSection, buildTable, paragraph } from "./table.ts";
import { figureText, horizonText, peopleText, sourceName, star } from "./values.ts";

/** Risks as people of one denominator, each with its icons; what raises one in this patient stands beside it. */
export function buildRiskSection(subject: RiskSubject): string {
  const { denominator, rows } = assessRisks(subject, "clinician");
  return buildSection(
    "risks",
    WORDS.risks,
    paragraph(WORDS.risksNote),
    buildTable(
      [COLUMNS.risk, COLUMNS.people, "", COLUMNS.rate, COLUMNS.horizon, COLUMNS.source],
      rows.map((row) => describeRisk(row, denominator)),
    ),
    buildCorrections("risks"),
  );
}

function describeRisk({ risk, shown, people, modifiers }: PatientRisk, denominator: Denominator): string[] {
  const met = modifiers.filter(({ trace }) => trace.truth === "met");
  const raised = met.map(
    ({ modifier }) =>
      `<small>${escapeHtml(WORDS.raises)}: ${markValue("fact", modifier.text)}, ${figureText(modifier.ratio)}</small>`,
  );
  const name = `${escapeHtml(risk.text)}${star(shown?.confirmed ?? true)}${raised.join("")}`;
  if (shown === undefined || people === undefined) return [name, WORDS.notReported, "", "", "", ""];
  return [
    name,
    outOf(people, denominator),
    drawIconArray(people, denominator),
    figureText(shown),
    horizonText(shown),
    sourceName(shown.sourceId),
  ];
}

function outOf(people: PeopleCount, denominator: Denominator): string {
  return `${peopleText(people)} ${WORDS.ofPeople} ${markValue("count", String(denominator))}`;
}

/** Both arms of each trial; a trial without arms shows its ratio only, and says that they were not reported. */
export function buildBenefitSection(): string {
  return buildSection(
    "benefits",
    WORDS.benefits,
    paragraph(WORDS.benefitsNote),
    buildTable(
      [
        COLUMNS.trial,
        COLUMNS.outcome,
        WORDS.withCrt,
        "",
        WORDS.without,
        "",
        COLUMNS.ratio,
        COLUMNS.horizon,
        COLUMNS.reading,
      ],
      TRIAL_EFFECTS.map((effect) => describeTrial(describeEffect(effect))),
    ),
    buildList(
      WORDS.course,
      BENEFIT_COURSE.map(({ text, sourceId }) => markValue("rule", text, sourceId)),
    ),
    buildCorrections("benefits"),
  );
}

function describeTrial({ effect, verdict, people, horizon }: DescribedEffect): string[] {
  const figure = effect.ratio ?? effect.withCrt;
  const confirmed = figure?.confirmed ?? true;
  const arm = (count: PeopleCount | undefined) =>
    count === undefined || people === undefined
      ? [WORDS.notReported, ""]
      : [outOf(count, people.denominator), drawIconArray(count, people.denominator)];
  return [
    markValue("source", effect.trial, effect.sourceId),
    `${markValue("rule", effect.outcome, effect.sourceId)}${star(confirmed)}<small>${markValue("rule", effect.population, effect.sourceId)}</small>`,
    ...arm(people?.withCrt),
    ...arm(people?.without),
    effect.ratio === undefined ? WORDS.notReported : figureText(effect.ratio),
    figure === undefined || horizon === undefined ? "" : horizonText(figure),
    VERDICT_WORDS[verdict],
  ];
}
