/** Decimal numbers straight from bytes; text meshes are mostly numbers, and strings for each would double the time. */

const POWERS_OF_TEN = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eEdD][+-]?\d+)?$/;
const NOT_A_NUMBER = /^[+-]?(nan(\(\w*\))?|1\.#(qnan|snan|ind)\w*)$/i;
const INFINITE = /^[+-]?(inf|infinity|1\.#inf\w*)$/i;

/**
 * The number written in bytes[start..end), correctly rounded; undefined where the bytes are no number.
 * "nan" and "inf" in the spellings of C and Windows programs are numbers here; callers decide whether they may stand.
 *
 * Accuracy: exact by Clinger's fast path (mantissa below 2^53, power of ten up to 22), else by the host's own parser.
 * Source: Clinger, How to read floating point numbers accurately, PLDI 1990.
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number | undefined {
  let at = start;
  const sign = bytes[at];
  if (sign === 0x2d || sign === 0x2b) at++;
  let mantissa = 0;
  let digitCount = 0;
  let decimals = 0;
  let seenPoint = false;
  for (; at < end; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x30 && byte <= 0x39) {
      mantissa = mantissa * 10 + (byte - 0x30);
      if (mantissa > 0) digitCount++;
      if (seenPoint) decimals++;
    } else if (byte === 0x2e && !seenPoint) {
      seenPoint = true;
    } else {
      return parseNumberSlowly(bytes, start, end);
    }
  }
  const hasDigits = end - start > (seenPoint ? 1 : 0) + (sign === 0x2d || sign === 0x2b ? 1 : 0);
  if (!hasDigits) return undefined;
  if (digitCount > 15 || decimals > 22) return parseNumberSlowly(bytes, start, end);
  const magnitude = mantissa / POWERS_OF_TEN[decimals]!;
  return sign === 0x2d ? -magnitude : magnitude;
}

function parseNumberSlowly(bytes: Uint8Array, start: number, end: number): number | undefined {
  if (end - start > 400) return undefined;
  let text = "";
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!);
  if (DECIMAL.test(text)) return Number(text.replace(/[dD]/, "e"));
  if (NOT_A_NUMBER.test(text)) return Number.NaN;
  if (INFINITE.test(text)) return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return undefined;
}
