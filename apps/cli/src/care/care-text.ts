import { SOURCES, type SourceId } from "@tributary/care";
import { wrapText } from "../output/wrap-text.ts";
import type { CareInput } from "./care-command.ts";

const TEXT_WIDTH = 100;

/** First lines of every answer: whose it is, as of when, and what it is not. */
export function titleOf({ clinical, asOf }: CareInput): string {
  return [
    clinical.title,
    `As of ${asOf}. Research, planning and training use; not for diagnosis or live care.`,
    "No clinician has signed the tables behind this.",
  ].join("\n");
}

/** Parts of an answer with an empty line between; those that are empty are left out. */
export function joinParts(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}

/** A heading with its lines; undefined where there are none. */
export function listPart(heading: string, items: readonly string[]): string | undefined {
  if (items.length === 0) return undefined;
  return [heading, ...items.map((item) => `- ${wrapText(item, TEXT_WIDTH).join("\n  ")}`)].join("\n");
}

export function tablePart(heading: string, table: string): string {
  return `${heading}\n\n${table}`;
}

/** The publications behind an answer, each once. */
export function sourcesPart(ids: readonly SourceId[]): string | undefined {
  const unique = [...new Set(ids)].sort();
  return listPart(
    "Sources",
    unique.map((id) => `${id}: ${SOURCES[id].citation}`),
  );
}

/** "*" marks what nobody has confirmed in its source. */
export function mark(confirmed: boolean): string {
  return confirmed ? "" : "*";
}

export const MARK_NOTE = "* not confirmed in its source";

/** A name of the tables in words: "advancedLifeSupport". */
export function spell(name: string): string {
  return name
    .replace(/([A-Z])/g, " $1")
    .toLowerCase()
    .replace(/^crt/, "CRT");
}
