import { describe, expect, test } from "vitest";
import { type GeneratorSettings, NOMINAL_CRT_SETTINGS, NOMINAL_SETTINGS } from "../parameters/generator-settings.ts";
import { type ExploredStep, exploreStates } from "./explore-states.ts";
import { createStepJudge } from "./judge-step.ts";

function refuse(settings: GeneratorSettings): (step: ExploredStep) => void {
  const judge = createStepJudge(settings);
  return (step) => {
    const broken = judge(step);
    if (broken) expect.fail(`${broken.property}: ${broken.what}`);
  };
}

describe("bounded exhaustive search, senses every 25 ms and around the end of each timer", () => {
  test.each([
    ["DDD", NOMINAL_SETTINGS],
    ["CRT", NOMINAL_CRT_SETTINGS],
  ])("no step of %s within 4 senses breaks a property", (_name, settings) => {
    const options = { depth: 4, grid_ms: 25, stateLimit: 1e6 };
    const { visited, merged, newAtDepth, isCutOff } = exploreStates(settings, options, refuse(settings));
    expect(isCutOff).toBe(false);
    expect(newAtDepth.length).toBe(5);
    expect(visited).toBe(newAtDepth.reduce((sum, count) => sum + count, 0));
    expect(merged).toBeGreaterThan(visited);
  });

  test("with nothing to sense the states of VOO close at once", () => {
    const settings = { ...NOMINAL_SETTINGS, mode: "VOO" };
    const { newAtDepth, isClosed } = exploreStates(settings, { depth: 8, grid_ms: 25, stateLimit: 1e6 }, () => {});
    expect(isClosed).toBe(true);
    expect(newAtDepth.at(-1)).toBe(0);
  });
});
