import { createRandom } from "@tributary/model";
import { BAIL_OUTS } from "../procedure/bail-outs.ts";
import type { ProcedureState } from "../procedure/procedure-log.ts";
import type { ProcedureAct } from "../procedure/procedure-move.ts";

/** Acts that can be tried at any time; whether one is right now is for the rules to say. */
const ACTS: readonly ProcedureAct[] = [
  { type: "giveAntibiotic", drug: "cefazolin" },
  { type: "incise" },
  { type: "cauterize" },
  { type: "close" },
  { type: "leaveRoom" },
];
const THERAPIES: readonly ProcedureAct[] = [
  { type: "setTherapies", to: "off" },
  { type: "setTherapies", to: "on" },
];

/** What can be tried in this kind of procedure, and which of it the step is about. */
export function listStepActs({ place, context }: ProcedureState): { act: ProcedureAct; isDue: boolean }[] {
  const { device, existing } = context.variant;
  const acts = device === "CRT-D" || existing === "icd" ? [...ACTS, ...THERAPIES] : ACTS;
  return acts.map((act) => ({ act, isDue: isDue(act, { place, context }) }));
}

function isDue(act: ProcedureAct, { place, context }: Pick<ProcedureState, "place" | "context">): boolean {
  switch (act.type) {
    case "giveAntibiotic":
      return context.antibiotics.length === 0 && place === "drape";
    case "incise":
      return place === "incision" && context.incisedAt === undefined;
    case "close":
      return place === "closure" && !context.isClosed;
    case "leaveRoom":
      return place === "leaveRoom" && !context.hasLeft;
    case "setTherapies":
      if (act.to === "off") return place === "therapiesOff" && context.therapies === "on";
      return place === "programming" && context.therapies === "off";
    default:
      return false;
  }
}

/** Of the first actions that a learner is offered, this many are wrong. */
const WRONG_COUNT = 2;

/** The right first action among wrong ones, by complication, in an order that the seed decides. */
export function offerFirstActions(pending: string, seed: number): string[] {
  const ids = BAIL_OUTS.map(({ id }) => id);
  const random = createRandom(seed + ids.indexOf(pending));
  const shuffle = (list: readonly string[]) =>
    list
      .map((id) => ({ id, draw: random.uniform() }))
      .sort((a, b) => a.draw - b.draw)
      .map(({ id }) => id);
  const wrong = shuffle(ids.filter((id) => id !== pending)).slice(0, WRONG_COUNT);
  return shuffle([pending, ...wrong]);
}
