import { listStandingMoves, type ProcedureLog, replayProcedure } from "./procedure-log.ts";
import { listSteps } from "./procedure-steps.ts";
import { findVariant } from "./variants.ts";

/** Said with every score. */
export const SCORE_NOTICE = "A count of steps and of moves taken back. It says nothing about skill at the table.";

export interface ProcedureScore {
  readonly notice: typeof SCORE_NOTICE;
  readonly completedStepCount: number;
  readonly stepCount: number;
  /** Moves that were taken back: what was entered in error. */
  readonly undoneMoveCount: number;
  readonly complicationCount: number;
  readonly isEnded: boolean;
  /** The steps that are still to come, none once the procedure has ended. */
  readonly openSteps: readonly string[];
}

/** Counts of a recording: no grade, no comparison. */
export function scoreProcedure(log: ProcedureLog): ProcedureScore {
  const { isEnded, context } = replayProcedure(log);
  const steps = listSteps(findVariant(log.variantId)!);
  return {
    notice: SCORE_NOTICE,
    completedStepCount: new Set(context.completed).size,
    stepCount: steps.length,
    undoneMoveCount: log.entries.filter(({ kind }) => kind === "undo").length,
    complicationCount: listStandingMoves(log).filter(({ move }) => move.type === "complication").length,
    isEnded,
    openSteps: isEnded ? [] : steps.filter(({ id }) => !context.completed.includes(id)).map(({ title }) => title),
  };
}
