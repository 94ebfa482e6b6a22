import { NO_SOURCE } from "./source-labels.ts";

/** Activation times of one source started at 0 ms; Infinity where unreached. */
export type TimeField = Float64Array | Float32Array;

/**
 * Activation by several sources with delays: T = min over i of (field_i + delay_i), node by node.
 *
 * Exact for the continuous equation while the velocities do not depend on the activation itself; on a mesh it is at most
 * 0.5 h/v_t later than a joint solve near fusion lines and never earlier than it. It does not hold where refractoriness
 * or a functional line of block depends on which source comes first.
 *
 * @param outTimes_ms  written; nodeCount; Infinity where no field reaches
 * @param outSources   written when given: which field wins, ties to the lower index; NO_SOURCE where unreached
 * @param fields       at least one, nodeCount each
 * @param delays_ms    one a field; Infinity switches a source off
 *
 * Cost: one addition and one comparison a node and field.
 */
export function combineFields(
  outTimes_ms: TimeField,
  outSources: Uint16Array | undefined,
  fields: readonly TimeField[],
  delays_ms: ArrayLike<number>,
): void {
  outTimes_ms.fill(Infinity);
  outSources?.fill(NO_SOURCE);
  for (let source = 0; source < fields.length; source++) {
    if (outSources) takeEarlierWithSource(outTimes_ms, outSources, fields[source]!, delays_ms[source]!, source);
    else takeEarlier(outTimes_ms, fields[source]!, delays_ms[source]!);
  }
}

function takeEarlier(outTimes_ms: TimeField, field: TimeField, delay_ms: number): void {
  for (let node = 0; node < field.length; node++) {
    const time_ms = field[node]! + delay_ms;
    if (time_ms < outTimes_ms[node]!) outTimes_ms[node] = time_ms;
  }
}

function takeEarlierWithSource(
  outTimes_ms: TimeField,
  outSources: Uint16Array,
  field: TimeField,
  delay_ms: number,
  source: number,
): void {
  for (let node = 0; node < field.length; node++) {
    const time_ms = field[node]! + delay_ms;
    if (time_ms >= outTimes_ms[node]!) continue;
    outTimes_ms[node] = time_ms;
    outSources[node] = source;
  }
}
