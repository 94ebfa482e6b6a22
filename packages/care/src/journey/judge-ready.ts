import type { PreparationTasks } from "../preparation/plan-preparation.ts";
import type { Readiness } from "../setting/judge-readiness.ts";

/** A mandatory test that a named person waives, with the reason. */
export interface TestWaiver {
  readonly testId: string;
  readonly by: string;
  readonly reason: string;
}

export interface ReadyInput {
  readonly preparation: PreparationTasks;
  readonly readiness: Readiness;
  /** Points of consent that were acknowledged, and those that there are. */
  readonly consent: { readonly acknowledged: readonly string[]; readonly points: readonly string[] };
  readonly waivers: readonly TestWaiver[];
}

/** What still stands between this patient and the procedure; nothing: ready. */
export function listOpenBeforeStart({ preparation, readiness, consent, waivers }: ReadyInput): string[] {
  const isWaived = (testId: string) =>
    waivers.some((waiver) => waiver.testId === testId && waiver.by.trim() !== "" && waiver.reason.trim() !== "");
  const tests = preparation.tests
    .filter(({ rule, state }) => rule.isMandatory && state !== "go" && !isWaived(rule.id))
    .map(({ rule, what }) => `test: ${rule.text}, ${what}`);
  const undecided = preparation.decisions
    .filter(({ advice }) => advice === "cannotDecide" || advice === "escalate" || advice === "notInCatalog")
    .map(({ drug, text }) => `drug: ${drug}, ${text}`);
  const holds = preparation.tasks
    .filter(({ rule, status }) => rule.id.startsWith("lastDose.") && status !== "done")
    .map(({ rule }) => `hold: ${rule.text} is not recorded within its window`);
  const points = consent.points.filter((id) => !consent.acknowledged.includes(id)).map((id) => `consent: ${id}`);
  const gaps = readiness.gaps
    .filter(({ isMandatory, overriddenBy }) => isMandatory && overriddenBy === undefined)
    .map(({ text }) => `room: ${text}`);
  const antibiotic =
    preparation.antibiotic.kind === "cannotDecide" ? ["antibiotic: weight, allergy or carriage is not known"] : [];
  return [...points, ...tests, ...undecided, ...holds, ...antibiotic, ...gaps];
}
