import { ownConcept, ownExtension } from "../fhir/own-codes.ts";
import type { VisitRecord } from "../history/implant-history.ts";
import type { CareCourse } from "../journey/care-course.ts";
import type { FhirElement } from "./transaction.ts";
import type { DraftResource } from "./write-fact.ts";

/** The task whose completion says that consent was given. */
const CONSENT_TASK = "consent";
const CONSENT_SCOPE = codingOf("http://terminology.hl7.org/CodeSystem/consentscope", "treatment");
const CONSENT_DOCUMENT = codingOf("http://loinc.org", "59284-0");
const VISIT_REPORT = ownConcept("report", "visit", "findings of the visit");

function codingOf(system: string, code: string): { readonly system: string; readonly code: string } {
  return { system, code };
}

/** Consent to the procedure, where its task is recorded as done; its text is the site's, so the rule is told in words. */
export function writeConsent({ completions }: CareCourse, patient: FhirElement): DraftResource | undefined {
  const given = completions.find(({ taskId }) => taskId === CONSENT_TASK);
  if (given === undefined) return undefined;
  return {
    resourceType: "Consent",
    status: "active",
    scope: { coding: [CONSENT_SCOPE] },
    category: [{ coding: [CONSENT_DOCUMENT] }],
    patient,
    dateTime: given.at,
    organization: [{ display: given.by }],
    policyRule: { text: "informed consent to the procedure, as the site asks for it" },
  };
}

/** What a cardiologist told: that an antiplatelet drug may be held. */
export function writeHoldAsked(
  { drug, cardiologist }: CareCourse["antiplateletHolds"][number],
  subject: FhirElement,
  request: FhirElement | undefined,
): DraftResource {
  return {
    resourceType: "Communication",
    extension: [
      { url: ownExtension("drug"), valueString: drug },
      { url: ownExtension("cardiologist"), valueString: cardiologist },
    ],
    status: "completed",
    category: [ownConcept("communication", "antiplateletHold")],
    subject,
    ...(request === undefined ? {} : { about: [request] }),
    sender: { display: cardiologist },
    payload: [{ contentString: `Asks for the hold of ${drug}.` }],
  };
}

/** The findings of one visit as one report; they are read back from themselves. */
export function writeVisitReport(
  { date }: VisitRecord,
  subject: FhirElement,
  encounter: FhirElement,
  result: readonly FhirElement[],
): DraftResource {
  return {
    resourceType: "DiagnosticReport",
    status: "final",
    code: VISIT_REPORT,
    subject,
    encounter,
    effectiveDateTime: date,
    result,
  };
}
