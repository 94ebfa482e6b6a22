/**
 * Smaller forms of a time field for storage and transfer. Each conversion is a named step with a known error: Float32 adds
 * at most 1e-4 ms below 1000 ms, 16-bit steps at most 0.01 ms.
 */

/** Width of one step of the 16-bit form. */
export const FIELD_STEP_ms = 0.02;
/** The 16-bit value of a node that is not reached. */
export const UNREACHED_STEP = 0xffff;
/** Longest time the 16-bit form can hold. */
export const LONGEST_STEPPED_TIME_ms = (UNREACHED_STEP - 1) * FIELD_STEP_ms;

/** Rounds a field to single precision; Infinity stays. */
export function storeFieldAsFloat32(outField: Float32Array, field_ms: Float64Array): void {
  outField.set(field_ms);
}

/**
 * Rounds a field to 16-bit steps of 0.02 ms.
 *
 * @returns the first node whose time lies outside 0 to 1310.68 ms, where nothing sensible can be stored, or -1
 */
export function storeFieldAsSteps(outSteps: Uint16Array, field_ms: Float64Array): number {
  for (let node = 0; node < field_ms.length; node++) {
    const time_ms = field_ms[node]!;
    if (time_ms === Infinity) {
      outSteps[node] = UNREACHED_STEP;
      continue;
    }
    const step = Math.round(time_ms / FIELD_STEP_ms);
    if (!(step >= 0 && step < UNREACHED_STEP)) return node;
    outSteps[node] = step;
  }
  return -1;
}

/** Times of a field stored in steps; unreached becomes Infinity again. */
export function readFieldFromSteps(outField_ms: Float64Array | Float32Array, steps: Uint16Array): void {
  for (let node = 0; node < steps.length; node++) {
    outField_ms[node] = steps[node] === UNREACHED_STEP ? Infinity : steps[node]! * FIELD_STEP_ms;
  }
}
