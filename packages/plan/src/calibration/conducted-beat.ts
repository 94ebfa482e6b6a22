import type { ConductionSpecification } from "@tributary/engine";
import { selectRoots } from "@tributary/model";
import type { ConductionSet } from "../fields/conduction-set.ts";
import type { FieldLayout } from "../fields/solve-fields.ts";

/** The sources of the beat that the patient's ECG shows: the conducted roots, or the pacing lead of a paced heart. */
export interface MeasuredBeat {
  /** Places in the layout. */
  readonly sources: readonly number[];
  /** Starts as the sources' own references give them. */
  readonly defaultDelays_ms: readonly number[];
}

/** @returns undefined where the ventricles have no beat of their own that the model knows (AV block without pacing) */
export function findMeasuredBeat(
  { pattern, atrioventricular }: ConductionSpecification,
  layout: FieldLayout,
): MeasuredBeat | undefined {
  if (pattern === "rvPaced") return { sources: [layout.rv.get("existing")!], defaultDelays_ms: [0] };
  if (atrioventricular.kind === "block") return undefined;
  return { sources: layout.conducted, defaultDelays_ms: selectRoots(pattern).map(({ delay_ms }) => delay_ms) };
}

/**
 * A beat from single root fields: T = min over roots of (field / velocityScale + delay).
 *
 * @param outTimes_ms  written; nodeCount
 * @param fields       of the beat's sources, in their order
 */
export function combineRoots(
  outTimes_ms: Float32Array,
  fields: readonly Float32Array[],
  { velocityScale, rootDelays_ms }: Pick<ConductionSet, "velocityScale" | "rootDelays_ms">,
): void {
  const slowness = 1 / velocityScale;
  outTimes_ms.fill(Infinity);
  for (let root = 0; root < fields.length; root++) {
    const field = fields[root]!;
    const delay_ms = rootDelays_ms[root]!;
    for (let node = 0; node < outTimes_ms.length; node++) {
      const time_ms = field[node]! * slowness + delay_ms;
      if (time_ms < outTimes_ms[node]!) outTimes_ms[node] = time_ms;
    }
  }
}
