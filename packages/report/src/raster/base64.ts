const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base64 with padding (RFC 4648). Written here because Node and the browser share no common function for bytes. */
export function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const word = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    parts.push(
      DIGITS[word >> 18]! +
        DIGITS[(word >> 12) & 63]! +
        (i + 1 < bytes.length ? DIGITS[(word >> 6) & 63]! : "=") +
        (i + 2 < bytes.length ? DIGITS[word & 63]! : "="),
    );
  }
  return parts.join("");
}
