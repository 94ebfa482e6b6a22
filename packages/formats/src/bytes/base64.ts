/** Base64 as VTK files use it: several padded units one after the other, each of a length known beforehand. */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const PADDING = 0x3d;
const NO_DIGIT = 255;
const DIGITS = new Uint8Array(256).fill(NO_DIGIT);
for (let digit = 0; digit < 64; digit++) DIGITS[ALPHABET.charCodeAt(digit)] = digit;

/** Base64 characters that `byteCount` bytes take, padding included. */
export function base64Length(byteCount: number): number {
  return 4 * Math.ceil(byteCount / 3);
}

/**
 * Decodes up to `byteCount` bytes that start at character `start` of `text`; blanks and line ends are passed over.
 *
 * @returns data: the bytes decoded, fewer where padding, a foreign character or `end` came first;
 *          next: the position after the last group of four that was read; unitEnds: whether padding after exactly
 *          these bytes closed the unit
 */
export function decodeBase64(
  text: Uint8Array,
  start: number,
  end: number,
  byteCount: number,
): { data: Uint8Array; next: number; unitEnds: boolean } {
  const capacity = Math.min(byteCount, Math.ceil(((end - start) * 3) / 4));
  const data = new Uint8Array(capacity);
  let length = 0;
  let at = start;
  let padded = false;
  let dropped = false;
  while (length < byteCount && !padded) {
    let group = 0;
    let digitCount = 0;
    let paddingCount = 0;
    while (digitCount + paddingCount < 4 && at < end) {
      const byte = text[at]!;
      if (byte <= 0x20) {
        at++;
        continue;
      }
      if (byte === PADDING && digitCount >= 2) paddingCount++;
      else if (DIGITS[byte] === NO_DIGIT || paddingCount > 0) break;
      else {
        group |= DIGITS[byte]! << (18 - 6 * digitCount);
        digitCount++;
      }
      at++;
    }
    if (digitCount + paddingCount < 4) break;
    padded = paddingCount > 0;
    const groupBytes = 3 - paddingCount;
    dropped = length + groupBytes > byteCount;
    for (let k = 0; k < groupBytes && length < capacity; k++) data[length++] = (group >> (16 - 8 * k)) & 255;
  }
  return { data: data.subarray(0, length), next: at, unitEnds: padded && !dropped };
}

/** One padded base64 unit of `bytes`, as ASCII bytes. */
export function encodeBase64(bytes: Uint8Array): Uint8Array {
  const text = new Uint8Array(base64Length(bytes.length));
  let at = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let k = 0; k < 4; k++) text[at++] = ALPHABET.charCodeAt((group >> (18 - 6 * k)) & 63);
  }
  const paddingCount = (3 - (bytes.length % 3)) % 3;
  text.fill(PADDING, text.length - paddingCount);
  return text;
}
