import type { TributaryError } from "@tributary/model";

/** One finding of a check, as FHIR's OperationOutcome tells it. */
export interface FhirIssue {
  readonly severity: "fatal" | "error" | "warning" | "information";
  /** Of FHIR's own list of kinds of issue. */
  readonly code: string;
  readonly details: { readonly text: string };
  /** Where, as a FHIRPath. */
  readonly expression?: readonly string[];
}

export interface OperationOutcome {
  readonly resourceType: "OperationOutcome";
  readonly issue: readonly FhirIssue[];
}

export function createIssue(
  severity: FhirIssue["severity"],
  code: string,
  text: string,
  path: string | undefined,
): FhirIssue {
  return { severity, code, details: { text }, ...(path === undefined ? {} : { expression: [path] }) };
}

/** FHIR's kind of issue for the refusals of a reader; the others are matters of structure. */
const ISSUE_CODES: Readonly<Record<string, string>> = {
  "fhir-too-long": "too-long",
  "fhir-too-deep": "too-long",
  "fhir-duplicate": "duplicate",
  "fhir-cycle": "business-rule",
  "fhir-several-patients": "business-rule",
};

/** A refusal as an issue; its five parts are in the text and the place. */
export function issueOfError({ code, what, where, why, fix }: TributaryError): FhirIssue {
  return createIssue("fatal", ISSUE_CODES[code] ?? "structure", `${what} ${why}. ${fix}`, where);
}
