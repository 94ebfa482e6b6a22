import type { FhirResource } from "../fhir/fhir-resource.ts";
import type { DrivingJurisdiction } from "../followup/driving.ts";
import type { ImplantHistory } from "../history/implant-history.ts";
import type { ClinicalCase } from "../journey/clinical-case.ts";
import type { SitePolicy } from "../preparation/site-policy.ts";
import type { ProcedureLog } from "../procedure/procedure-log.ts";

/** A page that goes with the record, such as the leaflet. */
export interface JourneyDocument {
  readonly title: string;
  readonly language: string;
  readonly html: string;
}

/** All that a record of one patient's way holds, from the referral to the visits after the implant. */
export interface Journey {
  readonly clinical: ClinicalCase;
  readonly history: ImplantHistory;
  readonly recording: ProcedureLog | undefined;
  readonly documents: readonly JourneyDocument[];
  /** Resources of other systems, carried on as they are. */
  readonly kept: readonly FhirResource[];
}

export interface JourneyOptions {
  /** Local date that the indication is judged on. */
  readonly asOf: string;
  readonly policy: SitePolicy;
  readonly jurisdiction: DrivingJurisdiction;
  /** Which program wrote it, by its version, and when; left out, one journey gives the same bytes again. */
  readonly written?: { readonly by: string; readonly at: string };
}
