import { Temporal } from "temporal-polyfill";
import type { FhirResource } from "../fhir-resource.ts";
import { createIssue, type FhirIssue } from "./fhir-issue.ts";
import { walkResource } from "./walk-resource.ts";

/** How R4 writes points in time: with a time of day the zone is required, which the library does not ask for. */
const FORMS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/,
  dateTime: /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/,
  instant: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/,
};

/** Dates and times that R4 does not allow, or that no calendar has. */
export function checkTimes(resource: FhirResource, path: string): FhirIssue[] {
  const issues: FhirIssue[] = [];
  walkResource(resource, path, ({ path: place, type, value }) => {
    const form = FORMS[type?.name ?? ""];
    if (form === undefined || typeof value !== "string") return;
    const text = !form.test(value)
      ? `"${value}" is no ${type!.name} of R4; with a time of day the zone is needed`
      : isOfCalendar(value)
        ? undefined
        : `"${value}" is in no calendar`;
    if (text !== undefined) issues.push(createIssue("error", "value", text, place));
  });
  return issues;
}

function isOfCalendar(value: string): boolean {
  const [year = "", month = "01", day = "01"] = value.slice(0, 10).split("-");
  try {
    Temporal.PlainDate.from(`${year}-${month}-${day}`, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}
