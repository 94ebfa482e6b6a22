import { expect } from "vitest";
import { MARKER, PACE_DETAIL } from "../log/marker.ts";
import { nextTimer_us } from "../machine/fire-timer.ts";
import type { GeneratorSettings } from "../parameters/generator-settings.ts";
import type { ExploredStep } from "./explore-states.ts";

/** Throws when a step breaks a property that one step and the events before it can show. */
export function createStepJudge(settings: GeneratorSettings): (step: ExploredStep) => void {
  const uri_us = Math.round(60e6 / settings.upperRateLimit_ppm);
  const lri_us = Math.round(60e6 / settings.lowerRateLimit_ppm);
  return ({ before, after, out }) => {
    if (!(nextTimer_us(after) < Infinity)) expect.fail("P1: nothing is due any more");
    for (let i = 0; i < out.count; i++) {
      const kind = out.kinds[i]!;
      const since_us = out.times_us[i]! - before.lastVentricular_us;
      if (kind === MARKER.AP && before.avEndAt_us < Infinity) expect.fail("S6: atrial pace in an AV interval");
      if (kind === MARKER.AS && since_us < 1000 * settings.pvarp_ms) expect.fail("S2: sense accepted in PVARP");
      if (kind !== MARKER.VP && kind !== MARKER.LP) continue;
      const detail = out.details[i]!;
      if ((detail & PACE_DETAIL.FURTHER) !== 0) continue;
      if (since_us > lri_us && since_us < Infinity) expect.fail(`P2: pace ${since_us} us after V`);
      if ((detail & PACE_DETAIL.ASYNCHRONOUS) !== 0) continue;
      const isAfterSense = before.lastVentricularWasPaced === 0;
      if (isAfterSense && since_us < 1000 * settings.ventricularRefractory_ms)
        expect.fail("S1: pace in VRP of a sense");
      if ((detail & PACE_DETAIL.SAFETY) === 0 && since_us < uri_us) expect.fail(`P3: pace ${since_us} us after V`);
    }
  };
}
