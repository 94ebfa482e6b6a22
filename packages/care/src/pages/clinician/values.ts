import { describeHorizon, type Figure, printFigure } from "../../figures/figure.ts";
import type { PeopleCount } from "../../figures/natural-frequency.ts";
import type { SourceId } from "../../figures/source-catalog.ts";
import { escapeHtml, markValue } from "../markup.ts";
import { CLINICIAN_WORDS as WORDS } from "./clinician-words.ts";

/** "*" after what nobody has confirmed in its source. */
export function star(confirmed: boolean): string {
  return confirmed ? "" : "*";
}

export function figureText(figure: Figure): string {
  return markValue("figure", printFigure(figure, "clinician")!, figure.sourceId);
}

export function horizonText(figure: Figure): string {
  return markValue("figure", describeHorizon(figure.horizon), figure.sourceId);
}

/** Words of a row of rules, which may hold numbers of that rule. */
export function ruleText(text: string, { sourceId, confirmed }: { sourceId: SourceId; confirmed: boolean }): string {
  return `${markValue("rule", text, sourceId)}${star(confirmed)}`;
}

export function sourceName(id: SourceId): string {
  return markValue("source", id, id);
}

export function peopleText(people: PeopleCount): string {
  return people.kind === "people" ? markValue("count", String(people.count)) : escapeHtml(WORDS.fewerThanOne);
}
