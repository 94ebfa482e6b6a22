/** The same values in memory that every thread can read; the array itself where it lies there already. */
export function shareArray<View extends Float64Array | Float32Array | Uint32Array | Uint8Array>(array: View): View {
  if (array.buffer instanceof SharedArrayBuffer) return array;
  const create = array.constructor as { new (buffer: SharedArrayBuffer): View };
  const shared = new create(new SharedArrayBuffer(array.byteLength));
  shared.set(array);
  return shared;
}
