import { closeBuffer, type LogBlock } from "../log/event-log.ts";
import { createLoopState } from "./loop-state.ts";
import type { Scenario } from "./scenario.ts";
import { nextEvent_us, stepLoop } from "./step-loop.ts";

/**
 * Runs generator and heart in a closed loop, event by event.
 *
 * @returns one block with every event before `duration_ms`
 *
 * Cost: time and memory linear in the number of events.
 */
export function runStepped(scenario: Scenario): LogBlock[] {
  const loop = createLoopState(scenario);
  const end_us = Math.round(1000 * scenario.duration_ms);
  while (nextEvent_us(loop) < end_us) stepLoop(loop);
  return [closeBuffer(loop.log, end_us)];
}
