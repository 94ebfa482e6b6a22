import { BAIL_OUTS } from "../procedure/bail-outs.ts";
import { listStandingMoves, type ProcedureLog } from "../procedure/procedure-log.ts";
import type { ProcedureMove } from "../procedure/procedure-move.ts";
import { listSteps } from "../procedure/procedure-steps.ts";
import type { ProcedureScore } from "../procedure/score-log.ts";
import type { ProcedureVariant } from "../procedure/variants.ts";
import {
  type CarePart,
  type CareTable,
  careTable,
  collectParts,
  listPart,
  MARK_NOTE,
  mark,
  spell,
  tablePart,
  textPart,
} from "./care-part.ts";

/** The transcript of a recording with its score; the notice stands first. */
export function describeProcedure(log: ProcedureLog, variant: ProcedureVariant, score: ProcedureScore): CarePart[] {
  return collectParts([
    textPart(`${log.notice} Confirmed by ${log.noticeConfirmedBy}; for ${log.purpose}.`),
    textPart(`${variant.title}, ${log.entries.length} entries`),
    tablePart("What happened", describeMoves(log, variant)),
    listPart("Where it stands", describeScore(score)),
    MARK_NOTE,
  ]);
}

function describeMoves(log: ProcedureLog, variant: ProcedureVariant): CareTable {
  const start = Date.parse(log.startedAt);
  const titles = new Map(listSteps(variant).map(({ id, title }) => [id as string, title]));
  const rows = listStandingMoves(log).map(({ move }) => [
    String(Math.round((Date.parse(move.at) - start) / 60_000)),
    move.by,
    describeMove(move, titles),
  ]);
  return careTable(["min:", "who", "what"], rows, [undefined, 20, 90]);
}

function describeMove(move: ProcedureMove, titles: ReadonlyMap<string, string>): string {
  switch (move.type) {
    case "complete":
      return `done: ${titles.get(move.step) ?? move.step}`;
    case "record":
      return `  written down: ${spell(move.record)}, ${move.value}`;
    case "giveAntibiotic":
      return `  antibiotic: ${move.drug}`;
    case "setTherapies":
      return `  tachycardia therapies ${move.to.toUpperCase()}`;
    case "complication":
      return describeComplication(move.complication);
    case "exit":
      return `! not as planned: ${spell(move.reason)}`;
    case "choosePlanB":
      return `! plan B: ${spell(move.option)} (${move.reason})`;
    default:
      return `  ${spell(move.type)}${"reason" in move && move.reason ? `: ${move.reason}` : ""}`;
  }
}

function describeComplication(id: string): string {
  const bailOut = BAIL_OUTS.find((candidate) => candidate.id === id);
  return bailOut ? `! ${bailOut.complication}: ${bailOut.first}${mark(bailOut.confirmed)}` : `! ${spell(id)}`;
}

function describeScore(score: ProcedureScore): string[] {
  const { completedStepCount, stepCount, undoneMoveCount, complicationCount, isEnded, openSteps, notice } = score;
  return [
    `${isEnded ? "ended" : "not ended"}: ${completedStepCount} of ${stepCount} steps done`,
    `${undoneMoveCount} moves taken back, ${complicationCount} complications`,
    ...(openSteps.length > 0 ? [`next: ${openSteps.slice(0, 3).join("; ")}`] : []),
    notice,
  ];
}
