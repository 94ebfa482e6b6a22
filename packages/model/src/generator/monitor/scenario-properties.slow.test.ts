import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryScenario } from "../closed-loop/random-scenario.fixture.ts";
import { runStepped } from "../closed-loop/run-stepped.ts";
import { expandLog } from "../log/event-log.ts";
import { monitorLog } from "./monitor-log.ts";

const SCENARIOS = arbitraryScenario({ duration_ms: 60_000, actionCount: 12 });

test("S1 to S10 and P1 to P3 hold in 100 000 random closed loops of 60 s", () => {
  fc.assert(
    fc.property(SCENARIOS, (scenario) => {
      const log = expandLog(runStepped(scenario));
      expect(monitorLog(log, scenario.settings, 1000 * scenario.duration_ms)).toEqual([]);
    }),
    { numRuns: 100_000, seed: 50 },
  );
}, 3_600_000);
