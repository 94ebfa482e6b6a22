import { describe, expect, test } from "vitest";
import { createRandom } from "../../numerics/random.ts";
import { findForbidden } from "../parameters/find-conflicts.ts";
import { connectAll, GENERATOR_DEVICES } from "../system/implanted-system.ts";
import { drawScenario } from "./draw-scenario.ts";
import { reduceScenario } from "./reduce-scenario.ts";

const SHAPE = { duration_ms: 60_000, actionCount: 12 };
const SCENARIOS = Array.from({ length: 300 }, (_, index) => drawScenario(createRandom(3).stream(index), SHAPE));

describe("random scenarios", () => {
  test("are what a programmer accepts, with a script in order inside the run", () => {
    const system = connectAll(GENERATOR_DEVICES["CRT-D"]);
    for (const { settings, script, duration_ms } of SCENARIOS) {
      expect(findForbidden(settings, system)).toEqual([]);
      const times_ms = script.map(({ time_ms }) => time_ms);
      expect(times_ms).toEqual([...times_ms].sort((a, b) => a - b));
      for (const time_ms of times_ms) expect(time_ms > 0 && time_ms < duration_ms).toBe(true);
    }
  });

  test("vary in mode, defibrillator, conduction and in every kind of action", () => {
    const modes = new Set(SCENARIOS.map(({ settings }) => settings.mode));
    expect(modes.size).toBeGreaterThan(15);
    const kinds = new Set(SCENARIOS.flatMap(({ script }) => script.map(({ action }) => action.kind)));
    expect(kinds.size).toBe(12);
    const shares = [
      SCENARIOS.filter(({ settings }) => settings.tachycardia).length,
      SCENARIOS.filter(({ rhythm }) => rhythm.conductsAntegrade).length,
    ].map((count) => count / SCENARIOS.length);
    // Therapies need a mode that senses and paces the ventricle: fewer than one in five.
    expect(shares[0]).toBeGreaterThan(0.05);
    expect(shares[0]).toBeLessThan(0.25);
    expect(shares[1]).toBeGreaterThan(0.4);
    expect(shares[1]).toBeLessThan(0.6);
  });
});

test("a scenario is reduced to what it needs to break", () => {
  const scenario = SCENARIOS.find(
    ({ script, settings }) =>
      script.length > 5 && script.some(({ action }) => action.kind === "pvc") && settings.pvarp_ms !== 250,
  )!;
  const reduced = reduceScenario(
    scenario,
    ({ script, settings }) => script.some(({ action }) => action.kind === "pvc") && settings.pvarp_ms !== 250,
  );
  expect(reduced.script.map(({ action }) => action.kind)).toEqual(["pvc"]);
  expect(reduced.settings.pvarp_ms).toBe(scenario.settings.pvarp_ms);
  expect(reduced.rhythm.sinusInterval_ms).toBe(850);
  expect(reduced.duration_ms).toBeLessThan(scenario.duration_ms);
});
