import { measureQrs, simulateEcg } from "@tributary/model";
import type { AlternativeBeat } from "../alternatives/alternative-beats.ts";
import type { BeatMeasures } from "../heart/beat-meter.ts";
import type { HeartModel } from "../heart/heart-model.ts";
import type { Estimate, PlanPump, PlanState } from "../plan.ts";
import { carrySpread } from "../uncertainty/summarize-draws.ts";

/** A beat on the fine mesh with what the draws say of it. */
export interface StateInput {
  readonly id: string;
  readonly name: string;
  readonly remark: string;
  /** nodeCount, ms. */
  readonly times_ms: ArrayLike<number>;
  readonly measures: BeatMeasures;
  /** The same beat at the plan's own parameters on the coarse mesh, and in every draw; empty without draws. */
  readonly central: BeatMeasures | undefined;
  readonly drawn: readonly BeatMeasures[];
  /** Undefined without a circulation. */
  readonly pump: PlanPump | undefined;
}

/** A beat in the words of the plan. */
export function describeState({ nodes, prepared }: HeartModel, input: StateInput): PlanState {
  const { measures, central, drawn } = input;
  const carry = (read: (beat: BeatMeasures) => number): Estimate =>
    central
      ? carrySpread(read(measures), read(central), drawn.map(read))
      : { value: read(measures), low: read(measures), high: read(measures) };
  const qrs = measureQrs(simulateEcg(nodes.weights, input.times_ms, undefined));
  const lvRvDelay_ms = meanDelay_ms(input.times_ms, prepared.coordinates.tv, prepared.nodeVolumes_mm3);
  return {
    id: input.id,
    name: input.name,
    totalActivationTime_ms: carry((beat) => beat.totalActivationTime_ms),
    lvActivationTime_ms: carry((beat) => beat.lvActivationTime_ms),
    lvRvDelay_ms,
    qrsDuration_ms: carry((beat) => beat.qrsDuration_ms),
    qrsAxis_rad: qrs.axis_rad,
    pump: input.pump,
    remark: input.remark,
  };
}

/** Mean activation of the left minus that of the right ventricle, by volume. */
function meanDelay_ms(times_ms: ArrayLike<number>, tv: Uint8Array, volumes_mm3: Float64Array): number {
  const sums = [0, 0];
  const volumes = [0, 0];
  for (let node = 0; node < times_ms.length; node++) {
    if (times_ms[node] === Infinity) continue;
    const side = tv[node] === 0 ? 0 : 1;
    sums[side]! += times_ms[node]! * volumes_mm3[node]!;
    volumes[side]! += volumes_mm3[node]!;
  }
  return sums[0]! / volumes[0]! - sums[1]! / volumes[1]!;
}

/** The fields of an alternative, combined. */
export function combineAlternative(
  { sources }: AlternativeBeat,
  fieldOf: (reference: AlternativeBeat["sources"][number]["field"]) => Float32Array,
): Float32Array {
  const fields = sources.map(({ field }) => fieldOf(field));
  const times_ms = new Float32Array(fields[0]!.length).fill(Infinity);
  for (const [index, { delay_ms }] of sources.entries()) {
    const field = fields[index]!;
    for (let node = 0; node < times_ms.length; node++) {
      const time_ms = field[node]! + delay_ms;
      if (time_ms < times_ms[node]!) times_ms[node] = time_ms;
    }
  }
  return times_ms;
}
