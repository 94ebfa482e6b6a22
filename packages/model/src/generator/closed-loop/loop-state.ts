import { createHeartState, type HeartState, shiftHeartState, writeHeartCanonical } from "../heart/heart-state.ts";
import { compileHeartTiming, type HeartTiming } from "../heart/heart-timing.ts";
import type { RhythmSettings } from "../heart/rhythm-parameters.ts";
import { createLogBuffer, type LogBuffer } from "../log/event-log.ts";
import {
  createGeneratorState,
  type GeneratorState,
  shiftGeneratorState,
  writeGeneratorCanonical,
} from "../machine/generator-state.ts";
import { compileTiming, type GeneratorTiming } from "../machine/generator-timing.ts";
import type { Scenario } from "./scenario.ts";

/** Generator and heart together, and the log they write. */
export interface LoopState {
  readonly scenario: Scenario;
  readonly generatorTiming: GeneratorTiming;
  heartTiming: HeartTiming;
  rhythm: RhythmSettings;
  readonly generator: GeneratorState;
  readonly heart: HeartState;
  readonly log: LogBuffer;
  now_us: number;
  /** Next action of the script. */
  scriptIndex: number;
}

export function createLoopState(scenario: Scenario): LoopState {
  const generatorTiming = compileTiming(scenario.settings);
  const heartTiming = compileHeartTiming(scenario.rhythm, scenario.settings);
  return {
    scenario,
    generatorTiming,
    heartTiming,
    rhythm: scenario.rhythm,
    generator: createGeneratorState(generatorTiming, 0),
    heart: createHeartState(heartTiming, 0, scenario.rhythm.seed),
    log: createLogBuffer(),
    now_us: 0,
    scriptIndex: 0,
  };
}

/** Numbers that decide the future of the loop until the next action of the script, whatever the hour. */
export function writeLoopCanonical(out: number[], loop: LoopState): void {
  const at = writeGeneratorCanonical(out, 0, loop.generator, loop.now_us);
  out.length = writeHeartCanonical(out, at, loop.heart, loop.now_us);
}

/** Moves the loop in time. */
export function shiftLoop(loop: LoopState, by_us: number): void {
  shiftGeneratorState(loop.generator, by_us);
  shiftHeartState(loop.heart, by_us);
  loop.now_us += by_us;
}
