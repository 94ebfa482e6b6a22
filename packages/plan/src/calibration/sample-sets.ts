import type { Random } from "@tributary/model";
import { CALIBRATION_PARAMETERS, type ConductionShape } from "../fields/conduction-set.ts";
import { shapeAtPoint } from "../fields/shape-design.ts";

/** A shape drawn evenly over the slownesses inside their ranges. */
export function sampleShape(random: Random): ConductionShape {
  const draw = () => 2 * random.uniform() - 1;
  return shapeAtPoint([draw(), draw(), draw()]);
}

/** Root times: each moved evenly within its spread, none before the first root, which stays at 0. */
export function sampleRootDelays(random: Random, defaultDelays_ms: readonly number[]): number[] {
  const spread_ms = CALIBRATION_PARAMETERS.rootDelaySpread_ms.value;
  const delays_ms = defaultDelays_ms.map((delay_ms) =>
    defaultDelays_ms.length === 1 ? 0 : Math.max(0, delay_ms + spread_ms * (2 * random.uniform() - 1)),
  );
  const first_ms = Math.min(...delays_ms);
  return delays_ms.map((delay_ms) => delay_ms - first_ms);
}

/** A velocity scale drawn evenly over the slownesses inside its range. */
export function sampleVelocityScale(random: Random): number {
  const [low, high] = CALIBRATION_PARAMETERS.velocityScale.range;
  return 1 / (1 / high + random.uniform() * (1 / low - 1 / high));
}
