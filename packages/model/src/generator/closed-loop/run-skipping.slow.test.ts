import fc from "fast-check";
import { expect, test } from "vitest";
import { expandLog } from "../log/event-log.ts";
import { arbitraryScenario } from "./random-scenario.fixture.ts";
import { runSkipping } from "./run-skipping.ts";
import { runStepped } from "./run-stepped.ts";

test("1 000 random scenarios of an hour have the same log stepped and skipped", () => {
  fc.assert(
    fc.property(arbitraryScenario({ duration_ms: 3_600_000, actionCount: 10 }), (scenario) => {
      const skipped = expandLog(runSkipping(scenario));
      const stepped = expandLog(runStepped(scenario));
      expect(skipped.times_us).toEqual(stepped.times_us);
      expect(skipped.kinds).toEqual(stepped.kinds);
      expect(skipped.details).toEqual(stepped.details);
    }),
    { numRuns: 1000, seed: 8 },
  );
}, 1_800_000);
