import { TOOL_LEVELS, type ToolLevel } from "@tributary/model";
import {
  applyMove,
  listStandingMoves,
  type MoveResult,
  type ProcedureState,
  type Refusal,
  replayProcedure,
  startProcedure,
  undoMove,
} from "../procedure/procedure-log.ts";
import type { ProcedureAct, ProcedureMove } from "../procedure/procedure-move.ts";
import type { StepId } from "../procedure/step.ts";
import { exposeRun } from "./draw-exposure.ts";
import { FLUOROSCOPY_SHARES } from "./exposure-parameters.ts";
import type { ExposureEntry, GuidedRehearsal, RehearsalAct, RehearsalSetup } from "./guided-rehearsal.ts";
import { findObstacle } from "./rehearsal-obstacle.ts";
import { refuseRehearsal } from "./rehearsal-refusals.ts";
import { drawRehearsal } from "./rehearse.ts";

/** A rehearsal at its first step; refused where nobody confirmed that it is no record and watches nobody. */
export function startRehearsal(setup: RehearsalSetup): GuidedRehearsal | { readonly refusals: readonly Refusal[] } {
  const { variant, by, startedAt } = setup.input;
  const started = startProcedure({ variantId: variant.id, purpose: "teaching", noticeConfirmedBy: by, startedAt });
  if (started.kind === "refused") return { refusals: started.reasons };
  return meetEvent({
    setup,
    script: drawRehearsal(setup.input),
    acts: [],
    log: started.log,
    now: startedAt,
    pending: undefined,
    met: [],
    targetId: undefined,
    toolLevel: FIRST_TOOL_LEVEL,
    exposures: [],
    slips: [],
    refusals: [],
  });
}

/** What is taken to the table first. */
const FIRST_TOOL_LEVEL: ToolLevel = 0;

/** The rehearsal after an act; what the rules or the findings do not allow changes nothing but the list of slips. */
export function actInRehearsal(rehearsal: GuidedRehearsal, act: RehearsalAct): GuidedRehearsal {
  const state = replayProcedure(rehearsal.log);
  const refusals = [...refuseWhilePending(rehearsal, act), ...refuseAct(rehearsal, state, act)];
  const done: GuidedRehearsal = { ...rehearsal, acts: [...rehearsal.acts, act], refusals: [] };
  if (refusals.length > 0) return slip(done, state, act, refusals);
  switch (act.kind) {
    case "move":
      return move(done, state, act);
    case "answer":
      return { ...done, pending: undefined };
    case "aim":
      return { ...done, targetId: act.targetId };
    case "equip":
      return { ...done, toolLevel: act.toolLevel };
    case "inject":
      return { ...done, exposures: [...done.exposures, exposeInjection(done, state.place as StepId, act)] };
    case "takeBack": {
      const { by } = done.setup.input;
      return settle(done, state, act, undoMove(done.log, { by, at: done.now, reason: act.reason }));
    }
  }
}

function refuseWhilePending({ pending }: GuidedRehearsal, act: RehearsalAct): Refusal[] {
  if (pending === undefined || act.kind === "answer") return [];
  return [refuseRehearsal("eventPending")];
}

/** Steps at which contrast can be given: the guide lies in the coronary sinus, or looks for it. */
const STEPS_OF_CONTRAST: readonly string[] = ["csCannulation", "venogram", "branchChoice", "leadAdvance"];

function refuseAct(rehearsal: GuidedRehearsal, state: ProcedureState, act: RehearsalAct): Refusal[] {
  switch (act.kind) {
    case "move":
      return act.move.type === "complete" && act.move.step === state.place ? refuseByFinding(rehearsal, state) : [];
    case "answer":
      return refuseAnswer(rehearsal, act.first);
    case "inject":
      return STEPS_OF_CONTRAST.includes(state.place) && act.volume_mL > 0 ? [] : [refuseRehearsal("noGuide")];
    case "aim":
      return rehearsal.setup.targets.some(({ id }) => id === act.targetId) ? [] : [refuseRehearsal("unknownTarget")];
    case "equip":
      return TOOL_LEVELS[act.toolLevel] === undefined ? [refuseRehearsal("unknownTool")] : [];
    case "takeBack":
      return refuseTakeBack(rehearsal);
  }
}

/** Moves are taken back, events are not. */
function refuseTakeBack({ log }: GuidedRehearsal): Refusal[] {
  if (listStandingMoves(log).at(-1)?.move.type !== "complication") return [];
  return [refuseRehearsal("eventStands")];
}

function refuseByFinding(rehearsal: GuidedRehearsal, state: ProcedureState): Refusal[] {
  const obstacle = findObstacle(rehearsal, state);
  return obstacle ? [obstacle] : [];
}

function refuseAnswer({ pending }: GuidedRehearsal, first: string): Refusal[] {
  if (pending === undefined) return [refuseRehearsal("nothingPending")];
  return first === pending ? [] : [refuseRehearsal("wrongFirst")];
}

function move(rehearsal: GuidedRehearsal, state: ProcedureState, act: RehearsalAct & { kind: "move" }) {
  const isLeaving = act.move.type === "complete" || act.move.type === "exit";
  const at = isLeaving ? endOfStep(rehearsal, state) : rehearsal.now;
  const result = applyMove(rehearsal.log, sign(rehearsal, act.move, at));
  const settled = settle(rehearsal, state, act, result);
  if (result.kind === "refused" || !isLeaving) return settled;
  return meetEvent({ ...settled, now: at, exposures: [...settled.exposures, ...exposeStep(settled, state)] });
}

function settle(
  rehearsal: GuidedRehearsal,
  state: ProcedureState,
  act: RehearsalAct,
  result: MoveResult,
): GuidedRehearsal {
  return result.kind === "accepted" ? { ...rehearsal, log: result.log } : slip(rehearsal, state, act, result.reasons);
}

function slip(
  rehearsal: GuidedRehearsal,
  { place }: ProcedureState,
  act: RehearsalAct,
  reasons: readonly Refusal[],
): GuidedRehearsal {
  return { ...rehearsal, refusals: reasons, slips: [...rehearsal.slips, { at: rehearsal.now, place, act, reasons }] };
}

function sign({ setup }: GuidedRehearsal, act: ProcedureAct, at: string): ProcedureMove {
  return { ...act, by: setup.input.by, at } as ProcedureMove;
}

/** When the step that is being left has taken its time. */
function endOfStep({ script, now }: GuidedRehearsal, { place }: ProcedureState): string {
  const duration_min = script.steps.find(({ id }) => id === place)?.duration_min ?? 0;
  return new Date(Date.parse(now) + 60_000 * duration_min).toISOString();
}

function exposeStep({ script }: GuidedRehearsal, { place }: ProcedureState): ExposureEntry[] {
  const share = FLUOROSCOPY_SHARES[place as StepId];
  if (share === undefined) return [];
  const { fluoroscopy_min, kermaAreaProduct_GyCm2 } = script.exposure;
  return [
    {
      step: place as StepId,
      fluoroscopy_min: share * fluoroscopy_min,
      kermaAreaProduct_GyCm2: share * kermaAreaProduct_GyCm2,
      contrast_mL: 0,
      run: undefined,
    },
  ];
}

function exposeInjection(
  { script }: GuidedRehearsal,
  step: StepId,
  { view, place, volume_mL }: RehearsalAct & { kind: "inject" },
): ExposureEntry {
  return { ...exposeRun(script.exposure), step, contrast_mL: volume_mL, run: { view, place } };
}

/** An event that the script holds for the step comes up when it is reached first. */
function meetEvent(rehearsal: GuidedRehearsal): GuidedRehearsal {
  const { place } = replayProcedure(rehearsal.log);
  const event = rehearsal.script.events.find(
    ({ step, complication }) => step === place && !rehearsal.met.includes(complication),
  );
  if (event === undefined) return rehearsal;
  const { complication } = event;
  const act: ProcedureAct = { type: "complication", complication, note: "rehearsal" };
  const noted = applyMove(rehearsal.log, sign(rehearsal, act, rehearsal.now));
  return {
    ...rehearsal,
    log: noted.kind === "accepted" ? noted.log : rehearsal.log,
    pending: complication,
    met: [...rehearsal.met, complication],
  };
}
