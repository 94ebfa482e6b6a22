/** Why a rehearsal does not let a learner go on, beside the rules of the procedure: what was found, or came up. */
import type { Refusal } from "../procedure/procedure-log.ts";
import type { FailureCause } from "./duration-parameters.ts";

type RehearsalRefusalId =
  | FailureCause
  | "noTarget"
  | "closedVein"
  | "noSupport"
  | "eventPending"
  | "nothingPending"
  | "wrongFirst"
  | "eventStands"
  | "noGuide"
  | "unknownTarget"
  | "unknownTool";

const GIVE_UP = "Give the lead through the veins up, with the reason.";

export const REHEARSAL_REFUSALS: Readonly<Record<RehearsalRefusalId, { readonly why: string; readonly fix: string }>> =
  {
    venousAccess: { why: "no further wire passes the vein of this side", fix: GIVE_UP },
    coronarySinus: { why: "the guide does not find the coronary sinus, with any curve", fix: GIVE_UP },
    dissection: { why: "contrast stays in the wall of the coronary sinus: no run, and no way on", fix: GIVE_UP },
    tributary: { why: "no branch takes the lead, with any tool", fix: GIVE_UP },
    threshold: { why: "the threshold is too high at every place that is reached", fix: GIVE_UP },
    phrenic: { why: "the diaphragm twitches at every place and with every vector", fix: GIVE_UP },
    noTarget: { why: "no place for the lead is chosen", fix: "Choose one of the plan's places." },
    closedVein: { why: "the lead does not get into this vein", fix: "Go back and choose another branch." },
    noSupport: {
      why: "the guide backs out and the lead does not follow",
      fix: "Take more support: a second or stiff wire, an anchor balloon, or more.",
    },
    eventPending: { why: "something has come up and nobody deals with it", fix: "Say what is done first." },
    nothingPending: { why: "nothing has come up", fix: "Go on." },
    wrongFirst: { why: "that is not what is done first", fix: "Choose again." },
    eventStands: { why: "what came up last has happened and stays", fix: "Go on from there." },
    noGuide: { why: "no guide lies at the coronary sinus", fix: "Give contrast while a guide is there." },
    unknownTarget: { why: "the plan has no such place", fix: "Choose one of the list." },
    unknownTool: { why: "there is no such tool", fix: "Choose one of the list." },
  };

export function refuseRehearsal(id: RehearsalRefusalId): Refusal {
  return { id, ...REHEARSAL_REFUSALS[id] };
}
