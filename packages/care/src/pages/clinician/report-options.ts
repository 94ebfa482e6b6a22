import type { Plan } from "@tributary/plan";
import type { DrivingJurisdiction } from "../../followup/driving.ts";
import type { SitePolicy } from "../../preparation/site-policy.ts";

export interface ClinicianReportOptions {
  /** Local date that all is judged on. */
  readonly asOf: string;
  readonly policy: SitePolicy;
  readonly jurisdiction: DrivingJurisdiction;
  readonly plan: Plan | undefined;
}
