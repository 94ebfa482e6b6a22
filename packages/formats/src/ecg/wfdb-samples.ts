import { decodeScalars } from "../bytes/scalar-type.ts";

/** The converter step that stands for a sample that was not recorded. */
export const MISSING_SAMPLE: Readonly<Record<number, number>> = { 16: -(2 ** 15), 212: -(2 ** 11) };

/** How many samples the bytes hold. */
export function countWfdbSamples(format: number, byteCount: number): number {
  return format === 16 ? Math.floor(byteCount / 2) : Math.floor((2 * byteCount) / 3);
}

/**
 * Converter steps of a WFDB signal file, all its signals one after the other for each moment.
 *
 * Format 16: two bytes, low byte first, two's complement. Format 212: two samples of 12 bits in three bytes; the low
 * byte of each is the first and the third, the second holds the high nibbles, that of the first sample low.
 *
 * @returns `count` steps
 * Source: Moody, signal(5) of the WFDB Applications Guide (from memory).
 */
export function decodeWfdbSamples(bytes: Uint8Array, format: number, count: number): Int16Array {
  if (format === 16) return decodeScalars(bytes.subarray(0, 2 * count), "int16", true, "") as Int16Array;
  const samples = new Int16Array(count);
  for (let i = 0; i < count; i++) {
    const pair = 3 * (i >> 1);
    const nibbles = bytes[pair + 1]!;
    const step = i % 2 === 0 ? bytes[pair]! | ((nibbles & 0x0f) << 8) : bytes[pair + 2]! | ((nibbles & 0xf0) << 4);
    samples[i] = step < 2048 ? step : step - 4096;
  }
  return samples;
}
