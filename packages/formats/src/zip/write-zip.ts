import { deflateSync, type Zippable, zipSync } from "fflate";
import { checkEntryName } from "./entry-name.ts";
import { MAX_RATIO, RATIO_FREE_BYTES } from "./zip-limits.ts";

/** The first day that ZIP knows, in the local time that it counts in: no entry tells when it was packed. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * A ZIP file of these entries in this order; the same entries give the same bytes. What would be packed more tightly than
 * `readZip` accepts is stored as it is.
 */
export function writeZip(entries: ReadonlyMap<string, Uint8Array>, fileName: string): Uint8Array {
  const seen = new Set<string>();
  const zippable: Zippable = {};
  for (const [name, content] of entries) {
    checkEntryName(name, seen, fileName);
    zippable[name] = [content, { level: isTooTight(content) ? 0 : 6, mtime: NO_TIME, os: 3, attrs: 0o100644 << 16 }];
  }
  return zipSync(zippable);
}

function isTooTight(content: Uint8Array): boolean {
  return content.length > RATIO_FREE_BYTES && content.length > MAX_RATIO * deflateSync(content, { level: 6 }).length;
}
