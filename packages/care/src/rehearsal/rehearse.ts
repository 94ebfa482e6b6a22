import { createRandom, type Random } from "@tributary/model";
import {
  applyMove,
  type MoveResult,
  type ProcedureLog,
  replayProcedure,
  startProcedure,
} from "../procedure/procedure-log.ts";
import type { ProcedureAct as Act, ProcedureMove } from "../procedure/procedure-move.ts";
import { listSteps } from "../procedure/procedure-steps.ts";
import type { ProcedureStep, StepId } from "../procedure/step.ts";
import type { ProcedureVariant } from "../procedure/variants.ts";
import { type Exposure, sampleExposure } from "./draw-exposure.ts";
import { DURATION_PARAMETERS, type FailureCause } from "./duration-parameters.ts";
import { EVENT_RATES } from "./event-rates.ts";
import { experienceRatio, sampleSteps } from "./model-duration.ts";
import { sampleFailure } from "./sample-implant.ts";

export interface RehearsalInput {
  readonly variant: ProcedureVariant;
  readonly sex: "female" | "male";
  readonly centerRatio: number;
  readonly operatorCases: number;
  readonly seed: number;
  /** Who rehearses; confirms the notice of a recording. */
  readonly by: string;
  /** Instant at which the rehearsal's clock starts. */
  readonly startedAt: string;
}

/** An event of a rehearsal: what comes up, at which step. */
interface RehearsalEvent {
  readonly step: StepId;
  readonly complication: string;
}

/** What a rehearsal holds in store: drawn once from the seed, met step by step. */
export interface RehearsalScript {
  /** Minutes of each step of the variant, in order. */
  readonly steps: readonly { readonly id: StepId; readonly duration_min: number }[];
  readonly events: readonly RehearsalEvent[];
  readonly failure: { readonly cause: FailureCause; readonly step: StepId } | undefined;
  /** The lead follows only with more support than an inner guide and a wire. */
  readonly isFirstAttemptVain: boolean;
  /** X-ray of the whole procedure, without the runs of contrast. */
  readonly exposure: Exposure;
}

/** The step at which each cause of failure shows; access for the lead of the left ventricle comes after the right one's. */
const STEP_OF_FAILURE: Readonly<Record<FailureCause, StepId>> = {
  venousAccess: "csCannulation",
  coronarySinus: "csCannulation",
  dissection: "venogram",
  tributary: "leadAdvance",
  threshold: "lvTest",
  phrenic: "lvTest",
};

/** Draws a rehearsal: durations, events at their published rates, and whether the lead fails. Same seed, same script. */
export function drawRehearsal({ variant, sex, centerRatio, operatorCases, seed }: RehearsalInput): RehearsalScript {
  const random = createRandom(seed);
  const steps = listSteps(variant);
  const durations = sampleSteps(random, steps, centerRatio * experienceRatio(operatorCases));
  const cause = sampleFailure(random, sex, operatorCases);
  return {
    steps: steps.map(({ id }, i) => ({ id, duration_min: durations[i]! })),
    events: drawEvents(random, steps),
    failure: cause && { cause, step: STEP_OF_FAILURE[cause] },
    isFirstAttemptVain: random.uniform() < DURATION_PARAMETERS.vainFirstAttemptFraction.value,
    exposure: sampleExposure(random),
  };
}

function drawEvents(random: Random, steps: readonly ProcedureStep[]): RehearsalEvent[] {
  return EVENT_RATES.filter(({ step }) => steps.some(({ id }) => id === step))
    .filter(({ rate }) => random.uniform() < rate.value / 100)
    .map(({ step, complication }) => ({ step, complication }));
}

/**
 * Plays a script through to its end as a team would that makes no mistake: a demonstration of the procedure's log.
 *
 * A lead that fails is given up for the plan B that is given.
 *
 * @returns the log of the whole procedure; refused where nobody is named to confirm the notice
 */
export function playRehearsal(
  { variant, by, startedAt }: RehearsalInput,
  script: RehearsalScript,
  planB: "conductionSystemPacing" | "noLvLead" = "conductionSystemPacing",
): MoveResult {
  let now = Date.parse(startedAt);
  let result = startProcedure({ variantId: variant.id, purpose: "teaching", noticeConfirmedBy: by, startedAt });
  while (result.kind === "accepted") {
    const { place, isEnded, context } = replayProcedure(result.log);
    if (isEnded) break;
    const step = listSteps(variant).find(({ id }) => id === place);
    now += 60_000 * (script.steps.find(({ id }) => id === place)?.duration_min ?? 0);
    const acts: Act[] = step
      ? listActs(step, variant, script, context.planB?.option)
      : [{ type: "choosePlanB", option: planB, reason: "as briefed" }];
    result = makeAll(result.log, acts, { by, at: new Date(now).toISOString() });
  }
  return result;
}

function makeAll(
  log: ProcedureLog,
  acts: readonly Act[],
  who: { readonly by: string; readonly at: string },
): MoveResult {
  let result: MoveResult = { kind: "accepted", log };
  for (const act of acts) {
    if (result.kind === "refused") return result;
    result = applyMove(result.log, { ...act, ...who } as ProcedureMove);
  }
  return result;
}

function listActs(step: ProcedureStep, variant: ProcedureVariant, script: RehearsalScript, planB?: string): Act[] {
  const complications = script.events
    .filter((event) => event.step === step.id)
    .map(({ complication }): Act => ({ type: "complication", complication, note: "rehearsal" }));
  if (script.failure?.step === step.id && planB === undefined) {
    return [...complications, { type: "exit", exit: "planB", reason: script.failure.cause }];
  }
  const records = step.records.map((record): Act => ({ type: "record", record, value: "rehearsed" }));
  const ofPlanB: Act[] =
    step.id === "connection" && planB === "conductionSystemPacing"
      ? [{ type: "record", record: "conductionSystemTest", value: "rehearsed" }]
      : [];
  const complete: Act = { type: "complete", step: step.id };
  return [...complications, ...actsOf(step.id, variant), ...records, ...ofPlanB, complete];
}

/** The acts that a step is about. */
function actsOf(step: StepId, { device }: ProcedureVariant): Act[] {
  switch (step) {
    case "drape":
      return [{ type: "giveAntibiotic", drug: "cefazolin" }];
    case "therapiesOff":
      return [{ type: "setTherapies", to: "off" }];
    case "incision":
      return [{ type: "incise" }];
    case "closure":
      return [{ type: "close" }];
    case "programming":
      return device === "CRT-D" ? [{ type: "setTherapies", to: "on" }] : [];
    case "leaveRoom":
      return [{ type: "leaveRoom" }];
    default:
      return [];
  }
}
