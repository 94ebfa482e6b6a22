import { blendFields } from "../fields/knots.ts";
import { schedulePulses } from "../timing/schedule-pulses.ts";
import type { BeatMeter } from "./beat-meter.ts";
import { type CathodeResponse, countResponses, type SearchProblem } from "./search-problem.ts";

/** The prepared fields that every cathode of a problem shares. */
export interface SweepSetting {
  readonly problem: SearchProblem;
  readonly meter: BeatMeter;
  readonly intrinsic: ReturnType<BeatMeter["prepare"]> | undefined;
  /** In the order of problem.rv. */
  readonly rv: readonly ReturnType<BeatMeter["prepare"]>[];
}

export function createSweepSetting(problem: SearchProblem, meter: BeatMeter): SweepSetting {
  return {
    problem,
    meter,
    intrinsic: problem.intrinsic_ms && meter.prepare(problem.intrinsic_ms),
    rv: problem.rv.map(({ times_ms }) => meter.prepare(times_ms)),
  };
}

/** Every right-ventricular site, AV and VV delay with one cathode of the left-ventricular lead. */
export function sweepCathode(setting: SweepSetting, cathode: number): CathodeResponse {
  const { problem, meter } = setting;
  const times_ms = new Float32Array(problem.nodes.nodeCount);
  const { lower, upper, blend } = problem.blends[cathode]!;
  blendFields(times_ms, problem.knots[lower]!, problem.knots[upper]!, { blend, scale: 1 / problem.velocityScale });
  const lv = meter.prepare(times_ms);
  const count = countResponses(problem.rv);
  const response = {
    cathode,
    totalActivationTime_ms: new Float32Array(count).fill(NaN),
    lvActivationTime_ms: new Float32Array(count).fill(NaN),
    qrsDuration_ms: new Float32Array(count).fill(NaN),
  };
  let entry = 0;
  for (const [index, { rhythm, grid }] of problem.rv.entries()) {
    for (const avDelay_ms of grid.avDelays_ms) {
      for (const vvDelay_ms of grid.vvDelays_ms) {
        const schedule = schedulePulses(rhythm, avDelay_ms, vvDelay_ms);
        const at = entry++;
        if (!schedule.isDelivered) continue;
        const fields = [setting.rv[index]!, lv];
        const delays_ms = [
          schedule.rv_ms! + problem.captureLatency_ms,
          schedule.lv_ms! + problem.captureLatency_ms,
        ];
        if (setting.intrinsic && schedule.intrinsic_ms !== undefined) {
          fields.push(setting.intrinsic);
          delays_ms.push(schedule.intrinsic_ms);
        }
        const measures = meter.measure(fields, delays_ms);
        response.totalActivationTime_ms[at] = measures.totalActivationTime_ms;
        response.lvActivationTime_ms[at] = measures.lvActivationTime_ms;
        response.qrsDuration_ms[at] = measures.qrsDuration_ms;
      }
    }
  }
  return response;
}
