/** What the clock asks for during a procedure: prompts to the team, computed when somebody looks. */
import { listStandingMoves, type ProcedureLog } from "./procedure-log.ts";

export interface ProcedureTimer {
  readonly id: "antibioticAgain" | "callForHelp";
  readonly text: string;
  /** Instant from which the prompt stands. */
  readonly from: string;
  readonly isDue: boolean;
}

/** Hours after the first dose of cefazolin. */
const REDOSE_h = 4;
/** Assumed: minutes in the coronary sinus without a lead after which help is called. */
const CALL_FOR_HELP_min = 60;

/** The prompts of a procedure at an instant. */
export function listTimers(log: ProcedureLog, now: string): ProcedureTimer[] {
  const moves = listStandingMoves(log).map(({ move }) => move);
  const isClosed = moves.some(({ type }) => type === "close");
  const antibiotic = moves.find((move) => move.type === "giveAntibiotic" && move.drug === "cefazolin");
  const reached = moves.findLast((move) => move.type === "complete" && move.step === "venousAccess");
  const isPlaced = moves.some((move) => move.type === "complete" && move.step === "stability");
  const isGivenUp = moves.some(({ type }) => type === "choosePlanB");
  return [
    ...(antibiotic && !isClosed
      ? [
          timer(
            "antibioticAgain",
            "second dose of cefazolin: the wound is still open",
            antibiotic.at,
            60 * REDOSE_h,
            now,
          ),
        ]
      : []),
    ...(reached && !isPlaced && !isGivenUp
      ? [timer("callForHelp", "no lead in place: call for help, or plan B", reached.at, CALL_FOR_HELP_min, now)]
      : []),
  ];
}

function timer(id: ProcedureTimer["id"], text: string, start: string, minutes: number, now: string): ProcedureTimer {
  const from = new Date(Date.parse(start) + minutes * 60_000).toISOString();
  return { id, text, from, isDue: Date.parse(now) >= Date.parse(from) };
}
