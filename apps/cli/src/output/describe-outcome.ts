import type { FhirIssue, FhirValidation } from "@tributary/care/validation";
import { wrapText } from "./wrap-text.ts";

const TEXT_WIDTH = 110;
/** References that lead out of a file are many where it is a part of a record; a few show what kind. */
const SHOWN_INFORMATION = 5;

/** What holding a file against FHIR R4 found: errors first, each with its place. */
export function describeOutcome(file: string, { isValid, outcome, resourceCount }: FhirValidation): string {
  const isTold = ({ severity }: FhirIssue) => severity === "information";
  const information = outcome.issue.filter((issue) => isTold(issue) && issue.expression !== undefined);
  const shown = [...outcome.issue.filter((issue) => !isTold(issue)), ...information.slice(0, SHOWN_INFORMATION)];
  const more = information.length - SHOWN_INFORMATION;
  return [
    `${file}: ${isValid ? "valid" : "NOT valid"} FHIR R4, ${resourceCount} resource${resourceCount === 1 ? "" : "s"}`,
    ...shown.map(describeIssue),
    ...(more > 0 ? [`(${more} more that are told only; all with --json)`] : []),
    "Codes of LOINC, SNOMED CT and other systems outside the standard were not checked, profiles neither.",
  ].join("\n");
}

function describeIssue({ severity, details, expression }: FhirIssue): string {
  const place = expression === undefined ? "" : ` [${expression[0]}]`;
  return wrapText(`${severity.padEnd(11)} ${details.text}${place}`, TEXT_WIDTH).join("\n            ");
}
