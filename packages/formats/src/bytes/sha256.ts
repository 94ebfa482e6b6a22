import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** SHA-256 as 64 hexadecimal digits, of bytes in memory and at once. */
export function computeSha256(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}
