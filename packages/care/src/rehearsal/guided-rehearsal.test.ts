import { createRandom } from "@tributary/model";
import { beforeAll, describe, expect, test } from "vitest";
import { replayProcedure } from "../procedure/procedure-log.ts";
import { listSteps } from "../procedure/procedure-steps.ts";
import { findVariant } from "../procedure/variants.ts";
import { actInRehearsal, startRehearsal } from "./act-in-rehearsal.ts";
import { debriefRehearsal } from "./debrief-rehearsal.ts";
import { sampleExposure } from "./draw-exposure.ts";
import { FLUOROSCOPY_SHARES } from "./exposure-parameters.ts";
import type { GuidedRehearsal, RehearsalAct, RehearsalSetup } from "./guided-rehearsal.ts";
import { listStepActs } from "./offer-acts.ts";
import { readRehearsal, writeRehearsal } from "./rehearsal-file.ts";
import { findObstacle } from "./rehearsal-obstacle.ts";
import type { RehearsalTarget } from "./rehearsal-targets.ts";
import { drawRehearsal } from "./rehearse.ts";
import { suggestRecord } from "./suggest-record.ts";
import { sumExposure } from "./sum-exposure.ts";

const BEST: RehearsalTarget = {
  id: "a",
  vein: "leftMarginalVein",
  rank: 1,
  obstacle: undefined,
  expected: {
    vector: "LV1>RVcoil",
    depth_mm: 40,
    captureThreshold_V: 1.24,
    phrenicThreshold_V: undefined,
    qLv_ms: 121,
    impedanceClass: "usual",
    lumenFit: "stable",
  },
};
const CLOSED: RehearsalTarget = {
  id: "b",
  vein: "posteriorVein",
  rank: undefined,
  obstacle: "the lumen is too small",
  expected: undefined,
};

function setup(seed: number, changes: Partial<RehearsalSetup> = {}): RehearsalSetup {
  const input = {
    variant: findVariant("deNovoCrtD")!,
    sex: "female",
    centerRatio: 0.8,
    operatorCases: 100,
    seed,
    by: "Kim",
    startedAt: "2027-03-30T06:00:00Z",
  } as const;
  return { input, targets: [BEST, CLOSED], contrastLimit_mL: 30, ...changes };
}

function start(seed: number, changes?: Partial<RehearsalSetup>): GuidedRehearsal {
  const started = startRehearsal(setup(seed, changes));
  if (!("log" in started)) throw new Error(started.refusals[0]!.why);
  return started;
}

const placeOf = ({ log }: GuidedRehearsal) => replayProcedure(log).place;

/** Does what a step asks for, as a learner that makes no mistake. */
function doStep(rehearsal: GuidedRehearsal): GuidedRehearsal {
  const state = replayProcedure(rehearsal.log);
  const step = listSteps(state.context.variant).find(({ id }) => id === state.place);
  const acts: RehearsalAct[] = [
    ...(rehearsal.pending === undefined ? [] : [{ kind: "answer", first: rehearsal.pending } as const]),
    ...(state.place === "branchChoice" ? [{ kind: "aim", targetId: "a" } as const] : []),
    ...(state.place === "leadAdvance" ? [{ kind: "equip", toolLevel: 3 } as const] : []),
    ...listStepActs(state).flatMap(({ act, isDue }) => (isDue ? [{ kind: "move", move: act } as const] : [])),
    ...(step?.records ?? []).map(
      (record) => ({ kind: "move", move: { type: "record", record, value: "done" } }) as const,
    ),
    { kind: "move", move: { type: "complete", step: state.place } } as RehearsalAct,
  ];
  return acts.reduce(actInRehearsal, rehearsal);
}

function playUntil(place: string, rehearsal: GuidedRehearsal): GuidedRehearsal {
  let played = rehearsal;
  for (let i = 0; i < 40 && placeOf(played) !== place; i++) played = doStep(played);
  expect(placeOf(played)).toBe(place);
  return played;
}

/** The first seed whose script is like this. */
function findSeed(isWanted: (script: ReturnType<typeof drawRehearsal>) => boolean): number {
  return Array.from({ length: 5000 }, (_, i) => i).find((seed) => isWanted(drawRehearsal(setup(seed).input)))!;
}

const isQuiet = ({ events, failure, isFirstAttemptVain }: ReturnType<typeof drawRehearsal>) =>
  events.length === 0 && failure === undefined && !isFirstAttemptVain;

describe("a guided rehearsal without an event", () => {
  let finished: GuidedRehearsal;
  beforeAll(() => {
    finished = playUntil("finished", start(findSeed(isQuiet)));
  });

  test("is not started while nobody has confirmed what it is not", () => {
    const { input } = setup(1);
    const started = startRehearsal(setup(1, { input: { ...input, by: " " } }));
    expect(started).toMatchObject({ refusals: [{ id: "noticeNotConfirmed" }] });
  });

  test("reaches closure and the end with no slip, its clock the sum of its steps", () => {
    const { slips, script, now, setup: made } = finished;
    expect(slips).toEqual([]);
    const sum_min = script.steps.reduce((sum, { duration_min }) => sum + duration_min, 0);
    expect((Date.parse(now) - Date.parse(made.input.startedAt)) / 60_000).toBeCloseTo(sum_min, 3);
    expect(debriefRehearsal(finished).score.completedStepCount).toBe(script.steps.length);
  });

  test("counts the fluoroscopy that its script holds, every share once", () => {
    const shares = Object.values(FLUOROSCOPY_SHARES).reduce((sum, share) => sum + share, 0);
    expect(shares).toBeCloseTo(1, 9);
    expect(sumExposure(finished).fluoroscopy_min).toBeCloseTo(finished.script.exposure.fluoroscopy_min, 9);
  });

  test("is the same again from its file", () => {
    expect(readRehearsal(writeRehearsal(finished), "rehearsal.json")).toEqual(finished);
  });

  test("an incision before the time-out is refused with the reason, and stays a slip", () => {
    const refused = actInRehearsal(start(1), { kind: "move", move: { type: "incise" } });
    expect(refused.refusals.map(({ id }) => id)).toContain("incisionBeforeTimeOut");
    expect(refused.log).toEqual(start(1).log);
    expect(refused.slips).toHaveLength(1);
  });
});

describe("choices", () => {
  test("a vein that the plan excludes takes no lead; another branch does", () => {
    const aimed = [{ kind: "aim", targetId: "b" }, recorded("targetVein"), complete("branchChoice")] as RehearsalAct[];
    const closed = aimed.reduce(actInRehearsal, playUntil("branchChoice", start(findSeed(isQuiet))));
    const refused = actInRehearsal(closed, complete("leadAdvance"));
    expect(refused.refusals).toMatchObject([{ id: "closedVein" }]);
    const back = actInRehearsal(refused, { kind: "move", move: { type: "exit", exit: "noAdvance", reason: "closed" } });
    expect(placeOf(back)).toBe("branchChoice");
    expect(placeOf(playUntil("finished", back))).toBe("finished");
  });

  test("where the first attempt is vain, the lead follows with more support", () => {
    const seed = findSeed(({ isFirstAttemptVain, failure }) => isFirstAttemptVain && failure === undefined);
    const there = playUntil("leadAdvance", start(seed));
    const state = replayProcedure(there.log);
    expect(findObstacle(there, state)).toMatchObject({ id: "noSupport" });
    expect(findObstacle(actInRehearsal(there, { kind: "equip", toolLevel: 3 }), state)).toBeUndefined();
  });

  test("a cannulation that fails cannot be completed; plan B goes on to closure", () => {
    const seed = findSeed(({ failure }) => failure?.cause === "coronarySinus");
    const there = playUntil("csCannulation", start(seed));
    expect(actInRehearsal(there, complete("csCannulation")).refusals).toMatchObject([{ id: "coronarySinus" }]);
    const acts: RehearsalAct[] = [
      ...(there.pending === undefined ? [] : [{ kind: "answer", first: there.pending } as const]),
      { kind: "move", move: { type: "exit", exit: "planB", reason: "no coronary sinus" } },
      { kind: "move", move: { type: "choosePlanB", option: "conductionSystemPacing", reason: "as briefed" } },
      recorded("conductionSystemTest"),
    ];
    expect(placeOf(playUntil("finished", acts.reduce(actInRehearsal, there)))).toBe("finished");
  });

  test("an event stops everything until the right thing is done first", () => {
    const seed = findSeed(({ events }) => events.some(({ complication }) => complication === "phrenicStimulation"));
    const there = playUntil("lvTest", start(seed));
    expect(there.pending).toBe("phrenicStimulation");
    expect(actInRehearsal(there, complete("lvTest")).refusals).toMatchObject([{ id: "eventPending" }]);
    const wrong = actInRehearsal(there, { kind: "answer", first: "pneumothorax" });
    expect(wrong).toMatchObject({ pending: "phrenicStimulation", refusals: [{ id: "wrongFirst" }] });
    expect(actInRehearsal(wrong, { kind: "answer", first: "phrenicStimulation" }).pending).toBeUndefined();
    expect(
      actInRehearsal(actInRehearsal(wrong, { kind: "answer", first: "phrenicStimulation" }), takeBack()).refusals,
    ).toMatchObject([{ id: "eventStands" }]);
  });

  test("a move taken back stands no more and stays in the log", () => {
    const moved = doStep(start(findSeed(isQuiet)));
    const back = actInRehearsal(moved, takeBack());
    expect(placeOf(back)).toBe("brief");
    expect(back.log.entries).toHaveLength(moved.log.entries.length + 1);
    expect(back.now).toBe(moved.now);
  });
});

describe("contrast and radiation", () => {
  test("each run counts, and beyond the patient's limit it is said; without one nothing is", () => {
    const run: RehearsalAct = { kind: "inject", view: "rao30", place: "ostium", volume_mL: 15 };
    const there = playUntil("venogram", start(findSeed(isQuiet)));
    const before = sumExposure(there);
    const after = sumExposure([run, run, run].reduce(actInRehearsal, there));
    expect(after).toMatchObject({ contrast_mL: 45, runCount: 3, contrastLimit_mL: 30 });
    expect(after.remarks).toContain("contrastOverLimit");
    expect(after.kermaAreaProduct_GyCm2).toBeGreaterThan(before.kermaAreaProduct_GyCm2);
    const unknown = { ...there, setup: { ...there.setup, contrastLimit_mL: undefined } };
    expect(sumExposure([run, run, run].reduce(actInRehearsal, unknown)).remarks).not.toContain("contrastOverLimit");
  });

  test("contrast is refused while no guide is at the coronary sinus", () => {
    const run: RehearsalAct = { kind: "inject", view: "ap", place: "mid", volume_mL: 5 };
    expect(actInRehearsal(start(1), run)).toMatchObject({ exposures: [], refusals: [{ id: "noGuide" }] });
  });

  test("20 000 draws have the quartiles of the registry: 480, 837 and 1323 s; 8.1, 14.1 and 26.0 Gy cm2", () => {
    const random = createRandom(5);
    const draws = Array.from({ length: 20_000 }, () => sampleExposure(random));
    const times_s = draws.map(({ fluoroscopy_min }) => 60 * fluoroscopy_min).sort((a, b) => a - b);
    const doses = draws.map((draw) => draw.kermaAreaProduct_GyCm2).sort((a, b) => a - b);
    for (const [part, time_s, dose] of [
      [0.25, 480, 8.1],
      [0.5, 837, 14.1],
      [0.75, 1323, 26],
    ] as const) {
      expect(Math.abs(times_s[part * 20_000]! / time_s - 1)).toBeLessThan(0.04);
      expect(Math.abs(doses[part * 20_000]! / dose - 1)).toBeLessThan(0.06);
    }
  });
});

test("at the lead the plan's expectation is offered to be written down, elsewhere nothing is made up", () => {
  const aimed = actInRehearsal(start(1), { kind: "aim", targetId: "a" });
  expect(suggestRecord(aimed, "lvThreshold")).toBe("1.2 V at 0.5 ms, LV1>RVcoil");
  expect(suggestRecord(aimed, "phrenicTest")).toBe("none at 10 V");
  expect(suggestRecord(aimed, "rvTest")).toBeUndefined();
  expect(suggestRecord(start(1, { targets: [] }), "lvThreshold")).toBeUndefined();
});

test.each(["", "{}", '{"notice":1}'])("a file that is no rehearsal is refused: %s", (text) => {
  expect(() => readRehearsal(text, "rehearsal.json")).toThrow("no rehearsal");
});

function complete(step: string): RehearsalAct {
  return { kind: "move", move: { type: "complete", step } } as RehearsalAct;
}

function recorded(record: string): RehearsalAct {
  return { kind: "move", move: { type: "record", record, value: "done" } } as RehearsalAct;
}

function takeBack(): RehearsalAct {
  return { kind: "takeBack", reason: "too early" };
}
