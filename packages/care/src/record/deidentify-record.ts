import { findDrug } from "../drugs/find-drug.ts";
import type { ClinicalCase } from "../journey/clinical-case.ts";
import type { ClinicalEventKind } from "../preparation/clinical-event.ts";
import { type DeidentifiedRecord, type DeidentifiedTime, deidentifyFacts, tellTime } from "./deidentify-facts.ts";

/** The facts and the course of a case, from which the patient cannot be found; nobody who cared is named either. */
export interface DeidentifiedCase extends DeidentifiedRecord {
  readonly drugs: readonly string[];
  readonly variant?: string;
  readonly completions: readonly { readonly taskId: string; readonly time: DeidentifiedTime }[];
  readonly confirmations: readonly { readonly drug: string; readonly lastDose: DeidentifiedTime }[];
  readonly events: readonly {
    readonly kind: ClinicalEventKind;
    readonly drug?: string;
    readonly time: DeidentifiedTime;
  }[];
}

/** A drug of no catalog is free text, and might say anything. */
const OTHER_DRUG = "not in the catalog";

/**
 * A case for research.
 *
 * @param implantDate  local date, "2026-03-09"; undefined where there was no implant
 * @param taskIds      tasks that this program plans for the case; a completion of any other name is left out
 */
export function deidentifyRecord(
  { records, drugs, variant, course }: ClinicalCase,
  implantDate: string | undefined,
  taskIds: readonly string[],
): DeidentifiedCase {
  const timeOf = (at: string) => tellTime(at.slice(0, "2026-11-27".length), implantDate);
  return {
    ...deidentifyFacts(records, implantDate),
    drugs: drugs.map(nameDrug),
    ...(variant === undefined ? {} : { variant: variant.id }),
    completions: course.completions
      .filter(({ taskId }) => taskIds.includes(taskId))
      .map(({ taskId, at }) => ({ taskId: hideDrug(taskId), time: timeOf(at) })),
    confirmations: course.confirmations.map(({ drug, lastDoseAt }) => ({
      drug: nameDrug(drug),
      lastDose: timeOf(lastDoseAt),
    })),
    events: course.events.map(({ kind, drug, at }) => ({
      kind,
      ...(drug === undefined ? {} : { drug: nameDrug(drug) }),
      time: timeOf(at),
    })),
  };
}

function nameDrug(name: string): string {
  const drug = findDrug(name);
  return drug.kind === "known" ? drug.name : OTHER_DRUG;
}

/** A task of a drug carries its name behind the dot. */
function hideDrug(taskId: string): string {
  const [task, drug] = taskId.split(".") as [string, string?];
  return drug === undefined || findDrug(drug).kind === "known" ? taskId : task;
}
