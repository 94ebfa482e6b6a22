import { expect, test } from "vitest";
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

test.each([
  ["DDD", NOMINAL_SETTINGS],
  ["CRT", NOMINAL_CRT_SETTINGS],
])(
  "no step of %s within 8 senses breaks a property",
  (_name, settings) => {
    const options = { depth: 8, grid_ms: 25, stateLimit: 4e6 };
    const { newAtDepth, isCutOff } = exploreStates(settings, options, refuse(settings));
    expect(isCutOff).toBe(false);
    expect(newAtDepth.length).toBe(9);
  },
  1_200_000,
);
