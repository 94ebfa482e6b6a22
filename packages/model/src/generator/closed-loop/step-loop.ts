import { applyHeartAction, type HeartAction } from "../heart/heart-script.ts";
import { compileHeartTiming } from "../heart/heart-timing.ts";
import { receivePulse } from "../heart/receive-pulse.ts";
import { DEFLECTION, stepHeart } from "../heart/step-heart.ts";
import { appendEvent } from "../log/event-log.ts";
import { MARKER } from "../log/marker.ts";
import { senseAtrium } from "../machine/atrial-sense.ts";
import { applyActivity, applyMagnet, paceNow } from "../machine/control-generator.ts";
import { fireNextTimer } from "../machine/fire-timer.ts";
import { senseLeftVentricle, senseVentricle } from "../machine/ventricular-sense.ts";
import { type LoopState, lookAhead, lookUpScript } from "./loop-state.ts";
import type { GeneratorAction } from "./scenario.ts";

/** When anything happens next. */
export function nextEvent_us({ scriptAt_us, heartAt_us, timerAt_us }: LoopState): number {
  const next_us = heartAt_us < timerAt_us ? heartAt_us : timerAt_us;
  return scriptAt_us < next_us ? scriptAt_us : next_us;
}

/** Does the next thing: at the same instant the script before the heart, the heart before the generator's timers. */
export function stepLoop(loop: LoopState): void {
  const { scriptAt_us, heartAt_us, timerAt_us } = loop;
  if (scriptAt_us <= heartAt_us && scriptAt_us <= timerAt_us) {
    loop.now_us = scriptAt_us;
    actByScript(loop);
  } else if (heartAt_us <= timerAt_us) {
    loop.now_us = heartAt_us;
    deliverDeflection(loop, stepHeart(loop.heart, loop.heartTiming, heartAt_us, loop.log));
  } else {
    loop.now_us = timerAt_us;
    const from = loop.log.count;
    fireNextTimer(loop.generator, loop.generatorTiming, loop.log);
    deliverPulses(loop, from);
  }
  lookAhead(loop);
}

function deliverDeflection(loop: LoopState, electrode: number): void {
  if (electrode === DEFLECTION.NONE) return;
  const { generator, generatorTiming, log, now_us } = loop;
  const from = log.count;
  if (electrode === DEFLECTION.A) {
    appendEvent(log, now_us, MARKER.A_DEFLECTION, 0);
    senseAtrium(generator, generatorTiming, now_us, log);
  } else if (electrode === DEFLECTION.V) {
    appendEvent(log, now_us, MARKER.V_DEFLECTION, 0);
    senseVentricle(generator, generatorTiming, now_us, log);
  } else {
    appendEvent(log, now_us, MARKER.LV_DEFLECTION, 0);
    senseLeftVentricle(generator, generatorTiming, now_us, log);
  }
  deliverPulses(loop, from);
}

/** The heart answers the pulses among the generator's new markers. */
function deliverPulses({ heart, heartTiming, log }: LoopState, from: number): void {
  const to = log.count;
  for (let i = from; i < to; i++) receivePulse(heart, heartTiming, i, log);
}

function actByScript(loop: LoopState): void {
  const { action } = loop.scenario.script[loop.scriptIndex]!;
  loop.scriptIndex++;
  lookUpScript(loop);
  if (isGeneratorAction(action)) {
    const from = loop.log.count;
    controlGenerator(loop, action);
    deliverPulses(loop, from);
  } else if (action.kind === "rhythm") {
    loop.rhythm = { ...loop.rhythm, ...action.change };
    loop.heartTiming = compileHeartTiming(loop.rhythm, loop.scenario.settings);
  } else {
    deliverDeflection(loop, applyHeartAction(loop.heart, loop.heartTiming, loop.now_us, action, loop.log));
  }
}

function isGeneratorAction(action: HeartAction | GeneratorAction): action is GeneratorAction {
  return action.kind === "magnet" || action.kind === "pace-now" || action.kind === "activity";
}

function controlGenerator({ generator, generatorTiming, now_us, log }: LoopState, action: GeneratorAction): void {
  if (action.kind === "magnet") applyMagnet(generator, generatorTiming, now_us, action.isOn, log);
  else if (action.kind === "pace-now") paceNow(generator, generatorTiming, now_us, log);
  else applyActivity(generator, generatorTiming, action.activityFraction);
}
