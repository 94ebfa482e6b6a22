import {
  createHeartState,
  type HeartState,
  nextHeartEvent_us,
  shiftHeartState,
  writeHeartCanonical,
} from "../heart/heart-state.ts";
import { compileHeartTiming, type HeartTiming } from "../heart/heart-timing.ts";
import type { RhythmSettings } from "../heart/rhythm-parameters.ts";
import { createLogBuffer, type LogBuffer } from "../log/event-log.ts";
import { nextTimer_us } from "../machine/fire-timer.ts";
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
  /** When script, heart and generator act next, as `lookAhead` found; Infinity for never. */
  scriptAt_us: number;
  heartAt_us: number;
  timerAt_us: number;
}

export function createLoopState(scenario: Scenario): LoopState {
  const generatorTiming = compileTiming(scenario.settings);
  const heartTiming = compileHeartTiming(scenario.rhythm, scenario.settings);
  const loop: LoopState = {
    scenario,
    generatorTiming,
    heartTiming,
    rhythm: scenario.rhythm,
    generator: createGeneratorState(generatorTiming, 0),
    heart: createHeartState(heartTiming, 0, scenario.rhythm.seed),
    log: createLogBuffer(),
    now_us: 0,
    scriptIndex: 0,
    scriptAt_us: Infinity,
    heartAt_us: Infinity,
    timerAt_us: Infinity,
  };
  lookUpScript(loop);
  lookAhead(loop);
  return loop;
}

/** Finds the script's next action. */
export function lookUpScript(loop: LoopState): void {
  const next = loop.scenario.script[loop.scriptIndex];
  loop.scriptAt_us = next ? Math.round(1000 * next.time_ms) : Infinity;
}

/** Finds what heart and generator do next: once a step, for all who ask. */
export function lookAhead(loop: LoopState): void {
  loop.heartAt_us = nextHeartEvent_us(loop.heart);
  loop.timerAt_us = nextTimer_us(loop.generator);
}

/** Numbers that decide the future of the loop until the next action of the script, whatever the hour. */
export function writeLoopCanonical(out: number[], loop: LoopState): void {
  const at = writeGeneratorCanonical(out, 0, loop.generator, loop.now_us);
  out.length = writeHeartCanonical(out, at, loop.heart, loop.now_us);
}

/** Moves the loop in time; the script stays. */
export function shiftLoop(loop: LoopState, by_us: number): void {
  shiftGeneratorState(loop.generator, by_us);
  shiftHeartState(loop.heart, by_us);
  loop.now_us += by_us;
  lookAhead(loop);
}
