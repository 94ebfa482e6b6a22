import type { Plan } from "@tributary/plan";
import type { DrivingJurisdiction } from "../followup/driving.ts";
import { assessIndication } from "../indication/assess-indication.ts";
import { buildLeaflet, type Leaflet, type LeafletInput } from "../leaflet/build-leaflet.ts";
import type { Language } from "../leaflet/readability.ts";
import type { SitePolicy } from "../preparation/site-policy.ts";
import { planCasePreparation, planCaseRecovery } from "./case-tasks.ts";
import { type ClinicalCase, requireVariant } from "./clinical-case.ts";

export interface CaseLeafletOptions {
  readonly language: Language;
  /** Local date that the indication is judged on. */
  readonly asOf: string;
  readonly policy: SitePolicy;
  readonly jurisdiction: DrivingJurisdiction;
  readonly contacts: LeafletInput["contacts"];
  readonly worries: readonly string[];
  /** Only its planned place is told. */
  readonly plan: Plan | undefined;
}

/**
 * The leaflet of a case; without a time of the procedure it holds no dates.
 *
 * @throws TributaryError "variant-missing"
 */
export function buildCaseLeaflet(clinical: ClinicalCase, options: CaseLeafletOptions): Leaflet {
  const { language, asOf, contacts, worries, plan } = options;
  const { device, origin } = requireVariant(clinical);
  return buildLeaflet({
    language,
    records: clinical.records,
    drugs: clinical.drugs,
    device,
    isUpgrade: origin === "upgrade",
    indication: assessIndication(clinical.records, asOf),
    plan,
    contacts,
    worries,
    ...listTasks(clinical, options),
  });
}

function listTasks(
  clinical: ClinicalCase,
  { policy, jurisdiction }: CaseLeafletOptions,
): Pick<LeafletInput, "schedule" | "preparationTasks" | "recoveryTasks"> {
  if (clinical.schedule?.anchors.incision === undefined) {
    return { schedule: undefined, preparationTasks: [], recoveryTasks: [] };
  }
  const preparation = planCasePreparation(clinical, policy);
  const { recovery, schedule } = planCaseRecovery(clinical, jurisdiction);
  return {
    schedule,
    preparationTasks: preparation.kind === "tasks" ? preparation.tasks : [],
    recoveryTasks: recovery.kind === "tasks" ? recovery.tasks : [],
  };
}
