import { CONDUCTION_PARAMETERS } from "../conduction/conduction-parameters.ts";
import type { Parameter } from "../units/parameter.ts";

/**
 * From the pulse to the start of propagation. Published latencies run to the onset of QRS; most of that is propagation,
 * which a map of activation already has, so only what is more near the threshold and in scar is added to the base here.
 */
export const LATENCY_PARAMETERS = {
  /** Healthy muscle at three times the threshold. */
  healthy_ms: CONDUCTION_PARAMETERS.captureLatency_ms,
  /** How much longer just at threshold: 34 instead of 29 ms to QRS onset. */
  atThreshold_ms: {
    value: 5,
    unit: "ms",
    range: [0, 10],
    source: "Herweg, PACE 2010;33:1382 (n = 40)",
    confirmed: true,
  },
  /** How much longer in scar: 20 to 40 ms in all. */
  inScar_ms: { value: 22, unit: "ms", range: [12, 50], source: "from memory", confirmed: false },
} as const satisfies Record<string, Parameter>;

/** The output, over the threshold, from which latency no longer falls. */
const SETTLED_RATIO = 3;

/**
 * Latency of capture, ms; falls with ln(output / threshold) from the threshold to three times it.
 *
 * @param outputRatio  programmed output over threshold; below 1 counts as 1
 * @param isInScar     whether scar lies between the cathode and viable muscle
 */
export function estimateCaptureLatency_ms(outputRatio: number, isInScar: boolean): number {
  const { healthy_ms, atThreshold_ms, inScar_ms } = LATENCY_PARAMETERS;
  const nearness = 1 - Math.log(Math.min(SETTLED_RATIO, Math.max(1, outputRatio))) / Math.log(SETTLED_RATIO);
  return healthy_ms.value + nearness * atThreshold_ms.value + (isInScar ? inScar_ms.value : 0);
}
