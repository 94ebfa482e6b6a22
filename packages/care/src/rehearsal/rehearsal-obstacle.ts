import { DEFAULT_TOOL_LEVEL } from "@tributary/model";
import type { ProcedureState, Refusal } from "../procedure/procedure-log.ts";
import type { GuidedRehearsal } from "./guided-rehearsal.ts";
import { refuseRehearsal } from "./rehearsal-refusals.ts";

/** What stands against going on at the step that a rehearsal is at, as the learner finds it; undefined where nothing does. */
export function findObstacle(
  { script, setup, targetId, toolLevel }: GuidedRehearsal,
  { place, context }: ProcedureState,
): Refusal | undefined {
  const { failure, isFirstAttemptVain } = script;
  if (failure?.step === place && context.planB === undefined) return refuseRehearsal(failure.cause);
  if (place === "branchChoice" && setup.targets.length > 0 && targetId === undefined)
    return refuseRehearsal("noTarget");
  if (place !== "leadAdvance") return undefined;
  const target = setup.targets.find(({ id }) => id === targetId);
  if (target?.obstacle !== undefined) return refuseRehearsal("closedVein");
  return isFirstAttemptVain && toolLevel <= DEFAULT_TOOL_LEVEL ? refuseRehearsal("noSupport") : undefined;
}
