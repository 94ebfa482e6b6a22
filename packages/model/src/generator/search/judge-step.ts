import { MARKER, PACE_DETAIL } from "../log/marker.ts";
import { nextTimer_us } from "../machine/fire-timer.ts";
import type { GeneratorSettings } from "../parameters/generator-settings.ts";
import type { ExploredStep } from "./explore-states.ts";

/** What one step of the search breaks. */
export interface BrokenStep {
  readonly property: "P1" | "P2" | "P3" | "S1" | "S2" | "S6";
  readonly time_us: number;
  readonly what: string;
}

/** Judges a step by the properties that it and the events before it can show; undefined where all hold. */
export function createStepJudge(settings: GeneratorSettings): (step: ExploredStep) => BrokenStep | undefined {
  const uri_us = Math.round(60e6 / settings.upperRateLimit_ppm);
  const lri_us = Math.round(60e6 / settings.lowerRateLimit_ppm);
  return ({ before, before_us, after, out }) => {
    if (!(nextTimer_us(after) < Infinity))
      return { property: "P1", time_us: before_us, what: "nothing is due any more" };
    for (let i = 0; i < out.count; i++) {
      const kind = out.kinds[i]!;
      const time_us = out.times_us[i]!;
      const since_us = time_us - before.lastVentricular_us;
      const broken = (property: BrokenStep["property"], what: string): BrokenStep => ({ property, time_us, what });
      if (kind === MARKER.AP && before.avEndAt_us < Infinity) return broken("S6", "atrial pace in an AV interval");
      if (kind === MARKER.AS && since_us < 1000 * settings.pvarp_ms) return broken("S2", "sense accepted in PVARP");
      if (kind !== MARKER.VP && kind !== MARKER.LP) continue;
      const detail = out.details[i]!;
      if ((detail & PACE_DETAIL.FURTHER) !== 0) continue;
      if (since_us > lri_us && since_us < Infinity) return broken("P2", `pace ${since_us} us after V`);
      if ((detail & PACE_DETAIL.ASYNCHRONOUS) !== 0) continue;
      const isAfterSense = before.lastVentricularWasPaced === 0;
      if (isAfterSense && since_us < 1000 * settings.ventricularRefractory_ms)
        return broken("S1", "pace in VRP of a sense");
      if ((detail & PACE_DETAIL.SAFETY) === 0 && since_us < uri_us) return broken("P3", `pace ${since_us} us after V`);
    }
    return undefined;
  };
}
