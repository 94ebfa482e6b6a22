import { expect, test } from "vitest";
import { createRandom } from "../../numerics/random.ts";
import { expandLog } from "../log/event-log.ts";
import { drawScenario } from "./draw-scenario.ts";
import { runSkipping } from "./run-skipping.ts";
import { runStepped } from "./run-stepped.ts";

test("1 000 random scenarios of an hour have the same log stepped and skipped", () => {
  const random = createRandom(8);
  for (let index = 0; index < 1000; index++) {
    const scenario = drawScenario(random.stream(index), { duration_ms: 3_600_000, actionCount: 10 });
    const skipped = expandLog(runSkipping(scenario));
    const stepped = expandLog(runStepped(scenario));
    expect(skipped.times_us, `scenario ${index}`).toEqual(stepped.times_us);
    expect(skipped.kinds).toEqual(stepped.kinds);
    expect(skipped.details).toEqual(stepped.details);
  }
}, 1_800_000);
