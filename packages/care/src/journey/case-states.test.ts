import { describe, expect, test } from "vitest";
import {
  CASE_STATES,
  CASE_TRANSITIONS,
  type CaseState,
  type CaseTransition,
  moveCase,
  type OpenItems,
} from "./case-states.ts";

const NOTHING: OpenItems = { beforeStart: [], beforeDischarge: [] };

const move = (from: CaseState, to: CaseState, rest: Partial<CaseTransition> = {}, open = NOTHING) =>
  moveCase({ from, to, by: "Kim", at: "2027-03-30T06:00:00Z", ruleSetVersion: "one", ...rest }, open);

describe("a case", () => {
  test("goes from referral to follow-up and to its end", () => {
    const way: CaseState[] = [
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
    ];
    for (const [i, from] of way.slice(0, -1).entries()) expect(move(from, way[i + 1]!).kind).toBe("accepted");
    expect(move("followUp", "closed", { reason: "device removed" }).kind).toBe("accepted");
  });

  test("is not ready while anything is open, and is told what", () => {
    const open = { beforeStart: ["test: potassium, no result"], beforeDischarge: [] };
    expect(move("preparing", "ready", {}, open)).toEqual({ kind: "refused", why: ["test: potassium, no result"] });
    const discharge = { beforeStart: [], beforeDischarge: ["filmRead"] };
    expect(move("recovering", "discharged", {}, discharge).kind).toBe("refused");
  });

  test("is deferred only with a reason and a date to look again", () => {
    expect(move("assessed", "deferred", { reason: "three months of therapy first" }).kind).toBe("refused");
    const rest = { reason: "three months of therapy first", reviewDate: "2027-06-30" };
    expect(move("assessed", "deferred", rest).kind).toBe("accepted");
  });

  test("takes no step that is not in the table, and none without a name", () => {
    expect(move("referred", "procedure").kind).toBe("refused");
    expect(move("died", "followUp").kind).toBe("refused");
    expect(move("referred", "assessed", { by: "" }).kind).toBe("refused");
  });

  test("may end in death or transfer from any state but the last ones; every state can be reached", () => {
    expect(move("inRoom", "died").kind).toBe("accepted");
    expect(move("closed", "died").kind).toBe("refused");
    const reached = new Set(CASE_TRANSITIONS.map(({ to }) => to));
    expect(CASE_STATES.filter((state) => !reached.has(state))).toEqual(["referred"]);
  });
});
