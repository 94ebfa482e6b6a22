import { listStandingMoves, type ProcedureLog } from "../procedure/procedure-log.ts";
import { type ProcedureScore, scoreProcedure } from "../procedure/score-log.ts";
import type { StepId } from "../procedure/step.ts";
import type { GuidedRehearsal, Slip } from "./guided-rehearsal.ts";
import { type ExposureSum, sumExposure } from "./sum-exposure.ts";

/** What a learner looks back at: counts, no grade, and nothing about skill at the table. */
export interface Debriefing {
  readonly score: ProcedureScore;
  /** Minutes on the rehearsal's clock. */
  readonly duration_min: number;
  readonly steps: readonly DebriefedStep[];
  readonly slips: readonly Slip[];
  readonly met: readonly string[];
  readonly exposure: ExposureSum;
}

interface DebriefedStep {
  readonly id: StepId;
  readonly tookUntil_min: number;
  /** How often it was done: more than once where the way led back. */
  readonly times: number;
  readonly slipCount: number;
}

export function debriefRehearsal(rehearsal: GuidedRehearsal): Debriefing {
  const { log, slips, met, now } = rehearsal;
  return {
    score: scoreProcedure(log),
    duration_min: minutesBetween(log.startedAt, now),
    steps: listSteps(log, slips),
    slips,
    met,
    exposure: sumExposure(rehearsal),
  };
}

function listSteps(log: ProcedureLog, slips: readonly Slip[]): DebriefedStep[] {
  const completed = listStandingMoves(log).flatMap(({ move }) => (move.type === "complete" ? [move] : []));
  const ids = [...new Set(completed.map(({ step }) => step))];
  return ids.map((id) => {
    const times = completed.filter(({ step }) => step === id);
    return {
      id,
      tookUntil_min: minutesBetween(log.startedAt, times.at(-1)!.at),
      times: times.length,
      slipCount: slips.filter(({ place }) => place === id).length,
    };
  });
}

function minutesBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000;
}
