import type { PatientRisk, RiskTable } from "../evidence/assess-risks.ts";
import { BENEFIT_COURSE, TRIAL_EFFECTS } from "../evidence/benefit-catalog.ts";
import { type DescribedEffect, describeEffect, numberNeededToTreat } from "../evidence/describe-effect.ts";
import { describeHorizon, type Figure, formatNumber, printFigure } from "../figures/figure.ts";
import type { PeopleCount } from "../figures/natural-frequency.ts";
import {
  type CarePart,
  careTable,
  collectParts,
  listPart,
  MARK_NOTE,
  mark,
  sourcesPart,
  tablePart,
} from "./care-part.ts";

const VERDICT_TEXTS: Readonly<Record<DescribedEffect["verdict"], string>> = {
  fewer: "fewer with CRT",
  more: "more with CRT",
  noClearDifference: "no clear difference",
  mainOutcomeMissed: "main outcome missed",
  notReported: "no interval",
};

/** Risks as people of one denominator, benefits with both arms; rows are not to be added up. */
export function describeRisks(table: RiskTable): CarePart[] {
  const effects = TRIAL_EFFECTS.map((effect) => describeEffect(effect));
  return collectParts([
    tablePart(
      `Risks: of ${table.denominator} people how many (several rows hold others; they are not to be added up)`,
      careTable(
        ["risk", `of ${table.denominator}:`, "rate %", "when", "people studied:", "source"],
        table.rows.map(describeRisk),
        [46],
      ),
    ),
    listPart(
      "What raises or lowers them in this patient (beside the rate, never multiplied into it)",
      listModifiers(table),
    ),
    tablePart(
      "Benefits: both arms of each trial",
      careTable(
        ["trial", "outcome", "with CRT", "without", "ratio (95 %)", "NNT:", "when", "reading"],
        effects.map(describeBenefit),
        [undefined, 40],
      ),
    ),
    listPart(
      "When a benefit shows",
      BENEFIT_COURSE.map(({ text, sourceId }) => `${text} (${sourceId})`),
    ),
    MARK_NOTE,
    sourcesPart([
      ...table.rows.flatMap(({ shown }) => (shown ? [shown.sourceId] : [])),
      ...TRIAL_EFFECTS.map(({ sourceId }) => sourceId),
    ]),
  ]);
}

function describeRisk({ risk, shown, people }: PatientRisk): string[] {
  if (!shown || !people) return [risk.text, "not reported", "", "", "", ""];
  return [
    `${risk.text}${mark(shown.confirmed)}`,
    countText(people),
    rangeText(shown),
    describeHorizon(shown.horizon),
    shown.n === undefined ? "" : String(shown.n),
    shown.sourceId,
  ];
}

function listModifiers({ rows }: RiskTable): string[] {
  return rows.flatMap(({ risk, modifiers }) =>
    modifiers
      .filter(({ trace }) => trace.truth === "met")
      .map(({ modifier }) => `${risk.text}: ${modifier.text}, ratio ${printFigure(modifier.ratio, "clinician")}`),
  );
}

function describeBenefit({ effect, verdict, people, horizon }: DescribedEffect): string[] {
  const { ratio } = effect;
  const needed = verdict === "fewer" ? numberNeededToTreat(effect) : undefined;
  const isConfirmed = (ratio ?? effect.withCrt)?.confirmed ?? true;
  return [
    effect.trial,
    `${effect.outcome}${mark(isConfirmed)}`,
    people ? `${countText(people.withCrt)} of ${people.denominator}` : "not reported",
    people ? `${countText(people.without)} of ${people.denominator}` : "not reported",
    ratio ? rangeText(ratio) : "not reported",
    needed === undefined ? "" : String(needed),
    describeHorizon(horizon),
    VERDICT_TEXTS[verdict],
  ];
}

function countText(people: PeopleCount): string {
  return people.kind === "people" ? String(people.count) : "fewer than 1";
}

function rangeText({ value, low, high }: Figure): string {
  const range = low === undefined || high === undefined ? "" : ` (${formatNumber(low)} to ${formatNumber(high)})`;
  return `${formatNumber(value)}${range}`;
}
