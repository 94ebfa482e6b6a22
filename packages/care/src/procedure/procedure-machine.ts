import { assign, setup } from "xstate";
import { createContext, type ProcedureContext } from "./procedure-context.ts";
import type { MoveType, ProcedureMove } from "./procedure-move.ts";
import { listSteps } from "./procedure-steps.ts";
import { listViolations } from "./safety-rules.ts";
import type { ProcedureStep, StepId } from "./step.ts";
import { updateContext } from "./update-context.ts";
import type { ProcedureVariant } from "./variants.ts";

/** How a procedure can end. */
const END_STATES = ["finished", "postponed", "aborted"] as const;
type EndState = (typeof END_STATES)[number];

/** Where a procedure is: at a step, or at its end. */
export type ProcedurePlace = StepId | EndState;

/** Which of the moves of one type a transition is for. */
interface Meant {
  readonly step?: StepId;
  readonly exit?: string;
  readonly isSecondAttempt?: boolean;
  /** Only once the lead through the veins was given up. */
  readonly isLeadGivenUp?: true;
}

const PROCEDURE = setup({
  types: {} as { context: ProcedureContext; events: ProcedureMove },
  actions: { update: assign(({ context, event }) => updateContext(context, event)) },
  guards: {
    isAllowed: ({ context, event }, meant: Meant) =>
      isMeant(event, meant, context) && listViolations(context, event).length === 0,
  },
});

/** Moves that can be made at any step and do not leave it. */
const ACTS_ANYWHERE: readonly MoveType[] = [
  "record",
  "giveAntibiotic",
  "overrideAntibiotic",
  "setTherapies",
  "incise",
  "cauterize",
  "complication",
  "pause",
  "resume",
];

/** Moves that belong to one step and do not leave it. */
const ACT_OF_STEP: Partial<Record<StepId, MoveType>> = { closure: "close", leaveRoom: "leaveRoom" };

/** Steps that a chosen plan B goes on with: the first that the variant has. */
const AFTER_PLAN_B: readonly StepId[] = ["atrialLead", "connection"];
const SECOND_ATTEMPT: StepId = "csCannulation";

/** Without a lead in the veins there is no guide to slit around it. */
const STEP_OF_GUIDE: StepId = "guideRemoval";
const WITHOUT_GUIDE: StepId = "connection";

/**
 * The state chart of a variant, built from its steps: one state a step, in their order, with the exits of each.
 *
 * Every transition is guarded by the safety rules. Acts (antibiotic, therapies, cautery, records) stay in their state and
 * change what is known.
 */
export function buildProcedureMachine(variant: ProcedureVariant) {
  const steps = listSteps(variant);
  const to = (place: ProcedurePlace) => `#${variant.id}.${place}`;
  const states = steps.map((step, i) => [step.id, buildState(step, steps[i + 1]?.id ?? "finished", to)]);
  return PROCEDURE.createMachine({
    id: variant.id,
    context: createContext(variant),
    initial: steps[0]!.id,
    on: {
      ...Object.fromEntries(ACTS_ANYWHERE.map((type) => [type, transition({})])),
      abort: transition({}, to("aborted")),
    },
    states: {
      ...Object.fromEntries(states),
      planB: { on: { choosePlanB: buildPlanB(steps, to) } },
      ...Object.fromEntries(END_STATES.map((state) => [state, { type: "final" }])),
    },
  });
}

type Locate = (place: ProcedurePlace) => string;

function buildState({ id, exits }: ProcedureStep, next: ProcedurePlace, to: Locate) {
  const act = ACT_OF_STEP[id];
  return {
    on: {
      complete: [
        ...(next === STEP_OF_GUIDE ? [transition({ step: id, isLeadGivenUp: true }, to(WITHOUT_GUIDE))] : []),
        transition({ step: id }, to(next)),
      ],
      exit: exits.map((exit) => transition({ exit: exit.id }, to(exit.to))),
      ...(act && { [act]: transition({}) }),
    },
  };
}

function buildPlanB(steps: readonly ProcedureStep[], to: Locate) {
  const onward = AFTER_PLAN_B.find((id) => steps.some((step) => step.id === id))!;
  return [
    transition({ isSecondAttempt: true }, to(SECOND_ATTEMPT)),
    transition({ isSecondAttempt: false }, to(onward)),
  ];
}

/** A transition for the moves that are meant, where the safety rules allow them; without a target it stays. */
function transition(params: Meant, target?: string) {
  return {
    ...(target !== undefined && { target }),
    guard: { type: "isAllowed", params },
    actions: "update",
  } as const;
}

function isMeant(
  move: ProcedureMove,
  { step, exit, isSecondAttempt, isLeadGivenUp }: Meant,
  { planB }: ProcedureContext,
): boolean {
  if (isLeadGivenUp && (planB === undefined || planB.option === "secondAttempt")) return false;
  switch (move.type) {
    case "complete":
      return move.step === step;
    case "exit":
      return move.exit === exit;
    case "choosePlanB":
      return (move.option === "secondAttempt") === isSecondAttempt;
    default:
      return true;
  }
}
