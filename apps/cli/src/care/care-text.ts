import type { CarePart, TracedRow } from "@tributary/care";
import { renderTextTable } from "../output/text-table.ts";
import { wrapText } from "../output/wrap-text.ts";
import type { CareInput } from "./care-command.ts";

const TEXT_WIDTH = 100;
/** Lines below a table. */
const NOTE_WIDTH = 110;

/** First lines of every answer: whose it is, as of when, and what it is not. */
export function titleOf({ clinical, asOf }: CareInput): string {
  return [
    clinical.title,
    `As of ${asOf}. Research, planning and training use; not for diagnosis or live care.`,
    "No clinician has signed the tables behind this.",
  ].join("\n");
}

/** An answer for a terminal. */
export function renderParts(parts: readonly CarePart[]): string {
  return joinParts(parts.map(renderPart));
}

function renderPart(part: CarePart): string | undefined {
  switch (part.kind) {
    case "text":
      return part.heading === undefined ? part.text : `${part.heading}\n${part.text}`;
    case "list":
      return listPart(part.heading, part.items);
    case "table":
      return renderTable(part);
    case "trace":
      return [part.heading, ...part.rows.flatMap(renderTracedRow)].join("\n");
  }
}

function renderTable({ heading, table, note }: Extract<CarePart, { readonly kind: "table" }>): string {
  const headers = table.columns.map(({ name, isNumber }) => (isNumber ? `${name}:` : name));
  const text = tablePart(heading, renderTextTable(headers, table.rows, table.widths));
  return note === undefined ? text : [text, ...wrapText(note, NOTE_WIDTH)].join("\n");
}

const ANSWER_WIDTH = 4;

function renderTracedRow({ id, text, answer, criteria }: TracedRow): string[] {
  return [
    `  ${id} ${text}: ${answer}`,
    ...criteria.map((criterion) => `    ${criterion.answer.padEnd(ANSWER_WIDTH)}${criterion.text}`),
  ];
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
