import { createRandom } from "@tributary/model";
import { expect, test } from "vitest";
import type { PumpFeatures } from "./pump-features.ts";
import type { PumpMeasures } from "./pump-measures.ts";
import { fitPumpSurrogate } from "./pump-surrogate.ts";

/** A response with one AV optimum that falls with dyssynchrony, as a pump has. */
function respond([av_ms, , late_ms, spread_ms]: PumpFeatures): PumpMeasures {
  const filling = 1 - ((av_ms - 160) / 120) ** 2;
  return { pressureRise: 25 * filling - 0.1 * late_ms, strokeVolume: 12 * filling - 0.05 * spread_ms, workBalance: 8 };
}

const random = createRandom(3);
const FEATURES = Array.from({ length: 80 }, (): PumpFeatures => {
  const draw = (low: number, high: number) => low + (high - low) * random.uniform();
  return [draw(80, 260), draw(-40, 60), draw(-30, 90), draw(10, 45)];
});

test("a surrogate predicts settings that were not simulated, within the error that it states", () => {
  const surrogate = fitPumpSurrogate(FEATURES, FEATURES.map(respond))!;
  const at: PumpFeatures = [170, 10, 30, 25];
  expect(Math.abs(surrogate.predict(at).pressureRise - respond(at).pressureRise)).toBeLessThan(1);
  expect(Math.abs(surrogate.predict(at).strokeVolume - respond(at).strokeVolume)).toBeLessThan(0.5);
  expect(surrogate.predict(at).workBalance).toBeCloseTo(8, 9);
  expect(surrogate.error.pressureRise).toBeLessThan(1);
  expect(surrogate.beatCount).toBe(80);
});

test("with a few settings there is none", () => {
  expect(fitPumpSurrogate(FEATURES.slice(0, 8), FEATURES.slice(0, 8).map(respond))).toBeUndefined();
});
