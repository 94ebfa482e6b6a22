import { inflateSync } from "fflate";
import { computeCrc32 } from "./crc32.ts";
import { readZipDirectory, type ZipEntry } from "./zip-directory.ts";
import { errorZipEntryChanged } from "./zip-error.ts";

/**
 * The entries of a ZIP file by name, in its order. Nothing is unpacked before the whole directory was checked.
 *
 * @throws TributaryError `zip-malformed`, `zip-entry-name`, `zip-entry-kind`, `zip-too-large`, `zip-entry-changed`
 */
export function readZip(bytes: Uint8Array, fileName: string): Map<string, Uint8Array> {
  return new Map(readZipDirectory(bytes, fileName).map((entry) => [entry.name, unpack(entry, fileName)]));
}

function unpack({ name, method, crc32, size_bytes, packed }: ZipEntry, fileName: string): Uint8Array {
  const content = method === "stored" ? packed.slice() : inflate(packed, size_bytes, name, fileName);
  if (content.length !== size_bytes) {
    throw errorZipEntryChanged(fileName, name, `${content.length} bytes where ${size_bytes} were promised`);
  }
  if (computeCrc32(content) !== crc32)
    throw errorZipEntryChanged(fileName, name, "its checksum (CRC-32) does not match");
  return content;
}

function inflate(packed: Uint8Array, size_bytes: number, name: string, fileName: string): Uint8Array {
  try {
    return inflateSync(packed, { out: new Uint8Array(size_bytes) });
  } catch (cause) {
    throw errorZipEntryChanged(fileName, name, cause instanceof Error ? cause.message : String(cause));
  }
}
