/** Where a case stands between referral and the end, which way it may go, and what each step needs. */
export const CASE_STATES = [
  "referred",
  "assessed",
  "decided",
  "scheduled",
  "preparing",
  "ready",
  "inRoom",
  "procedure",
  "recovering",
  "discharged",
  "followUp",
  "closed",
  "deferred",
  "cancelledOnDay",
  "aborted",
  "transferred",
  "died",
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What a step needs besides its name and time. */
type TransitionNeed = "reason" | "reviewDate" | "nothingOpenBeforeStart" | "nothingOpenBeforeDischarge";

interface TransitionRow {
  readonly from: readonly CaseState[];
  readonly to: CaseState;
  readonly needs: readonly TransitionNeed[];
}

const BEFORE_ROOM: readonly CaseState[] = ["referred", "assessed", "decided", "scheduled", "preparing", "ready"];
const ALIVE = CASE_STATES.filter((state) => state !== "died" && state !== "closed" && state !== "transferred");

export const CASE_TRANSITIONS: readonly TransitionRow[] = [
  { from: ["referred"], to: "assessed", needs: [] },
  { from: ["assessed"], to: "decided", needs: [] },
  { from: ["decided", "deferred", "cancelledOnDay"], to: "scheduled", needs: [] },
  { from: ["scheduled"], to: "preparing", needs: [] },
  { from: ["preparing"], to: "ready", needs: ["nothingOpenBeforeStart"] },
  { from: ["ready"], to: "preparing", needs: ["reason"] },
  { from: ["ready"], to: "inRoom", needs: [] },
  { from: ["inRoom"], to: "procedure", needs: [] },
  { from: ["inRoom", "ready"], to: "cancelledOnDay", needs: ["reason"] },
  { from: ["procedure"], to: "aborted", needs: ["reason"] },
  { from: ["procedure", "aborted"], to: "recovering", needs: [] },
  { from: ["recovering"], to: "discharged", needs: ["nothingOpenBeforeDischarge"] },
  { from: ["discharged"], to: "followUp", needs: [] },
  { from: ["deferred"], to: "assessed", needs: [] },
  { from: BEFORE_ROOM, to: "deferred", needs: ["reason", "reviewDate"] },
  { from: ["decided", "deferred", "cancelledOnDay", "followUp"], to: "closed", needs: ["reason"] },
  { from: ALIVE, to: "transferred", needs: ["reason"] },
  { from: ALIVE, to: "died", needs: [] },
];

/** A step as a person asks for it; kept with the case as it was made. */
export interface CaseTransition {
  readonly from: CaseState;
  readonly to: CaseState;
  readonly by: string;
  /** Instant in UTC. */
  readonly at: string;
  readonly reason?: string;
  readonly reviewDate?: string;
  /** Version of the clinical tables that were in force. */
  readonly ruleSetVersion: string;
}

/** What is still open, from `listOpenBeforeStart` and `listOpenDischargeConditions`. */
export interface OpenItems {
  readonly beforeStart: readonly string[];
  readonly beforeDischarge: readonly string[];
}

export type TransitionResult =
  | { readonly kind: "accepted"; readonly state: CaseState }
  | { readonly kind: "refused"; readonly why: readonly string[] };

/** Whether a case may go a step; refused with everything that stands against it. */
export function moveCase(transition: CaseTransition, open: OpenItems): TransitionResult {
  const { from, to, by } = transition;
  const row = CASE_TRANSITIONS.find((candidate) => candidate.to === to && candidate.from.includes(from));
  if (row === undefined) return { kind: "refused", why: [`no step leads from ${from} to ${to}`] };
  const unmet = row.needs.flatMap((need) => listUnmet(need, transition, open));
  const why = by.trim() === "" ? ["nobody is named", ...unmet] : unmet;
  return why.length > 0 ? { kind: "refused", why } : { kind: "accepted", state: to };
}

function listUnmet(
  need: TransitionNeed,
  { reason = "", reviewDate = "" }: CaseTransition,
  open: OpenItems,
): readonly string[] {
  switch (need) {
    case "reason":
      return reason.trim() === "" ? ["a reason is missing"] : [];
    case "reviewDate":
      return reviewDate.trim() === "" ? ["the date of the next look is missing"] : [];
    case "nothingOpenBeforeStart":
      return open.beforeStart;
    case "nothingOpenBeforeDischarge":
      return open.beforeDischarge;
  }
}
