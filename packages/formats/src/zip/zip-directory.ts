/** The directory of a ZIP file [PKWARE APPNOTE 6.3]: what it says of every entry, checked before anything is unpacked. */
import { checkEntryName } from "./entry-name.ts";
import { errorZipEntryKind, errorZipMalformed, errorZipTooLarge } from "./zip-error.ts";
import { MAX_ENTRY_COUNT, MAX_RATIO, MAX_UNPACKED_BYTES, RATIO_FREE_BYTES } from "./zip-limits.ts";

export interface ZipEntry {
  readonly name: string;
  readonly method: "stored" | "deflated";
  readonly crc32: number;
  readonly size_bytes: number;
  /** As packed, in the file. */
  readonly packed: Uint8Array;
}

const END_BYTES = 22;
const HEADER_BYTES = 46;
const LOCAL_BYTES = 30;
const END_SIGNATURE = 0x06054b50;
const HEADER_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
/** Encrypted, strongly encrypted, masked headers. */
const ENCRYPTION_FLAGS = 0x2041;
const FILE_TYPE_MASK = 0xf000;
const REGULAR_FILE = 0x8000;

/**
 * @param fileName  named in errors
 * @throws TributaryError `zip-malformed`, `zip-entry-name`, `zip-entry-kind`, `zip-too-large`
 */
export function readZipDirectory(bytes: Uint8Array, fileName: string): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = bytes.length - END_BYTES;
  if (end < 0 || view.getUint32(end, true) !== END_SIGNATURE || view.getUint16(end + 20, true) !== 0) {
    throw errorZipMalformed(fileName, "its end is not that of a ZIP file without a comment");
  }
  const count = view.getUint16(end + 10, true);
  const isSplit = view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count;
  if (isSplit) throw errorZipMalformed(fileName, "it is one part of several");
  if (count > MAX_ENTRY_COUNT) {
    throw errorZipTooLarge(fileName, `${count} entries; at most ${MAX_ENTRY_COUNT} are read`);
  }
  const start = view.getUint32(end + 16, true);
  if (start + view.getUint32(end + 12, true) !== end) {
    throw errorZipMalformed(fileName, "its directory does not end where it says");
  }
  const entries: ZipEntry[] = [];
  let at = start;
  let dataAt = 0;
  for (let i = 0; i < count; i++) {
    const header = readHeader(bytes, view, at, end, fileName);
    const { entry, dataEnd } = locateData(bytes, view, header, dataAt, start, fileName);
    entries.push(entry);
    at = header.next;
    dataAt = dataEnd;
  }
  if (at !== end) throw errorZipMalformed(fileName, "its directory holds more than its entries");
  if (dataAt !== start) throw errorZipMalformed(fileName, "it holds bytes that belong to no entry");
  checkNames(entries, fileName);
  checkSizes(entries, fileName);
  return entries;
}

interface Header {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly method: number;
  readonly crc32: number;
  readonly packedBytes: number;
  readonly size_bytes: number;
  readonly localAt: number;
  readonly next: number;
}

function readHeader(bytes: Uint8Array, view: DataView, at: number, end: number, fileName: string): Header {
  if (at + HEADER_BYTES > end || view.getUint32(at, true) !== HEADER_SIGNATURE) {
    throw errorZipMalformed(fileName, `no entry of the directory at byte ${at}`);
  }
  const nameEnd = at + HEADER_BYTES + view.getUint16(at + 28, true);
  const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > end) throw errorZipMalformed(fileName, `the entry of the directory at byte ${at} is cut`);
  const nameBytes = bytes.subarray(at + HEADER_BYTES, nameEnd);
  const name = decodeName(nameBytes, fileName);
  const flags = view.getUint16(at + 8, true);
  if (flags & ENCRYPTION_FLAGS) throw errorZipEntryKind(fileName, name, "it is encrypted");
  const fileType = (view.getUint32(at + 38, true) >>> 16) & FILE_TYPE_MASK;
  if (fileType !== 0 && fileType !== REGULAR_FILE) {
    throw errorZipEntryKind(fileName, name, `its type is 0x${fileType.toString(16)}: a link, a folder or a device`);
  }
  return {
    name,
    nameBytes,
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    packedBytes: view.getUint32(at + 20, true),
    size_bytes: view.getUint32(at + 24, true),
    localAt: view.getUint32(at + 42, true),
    next,
  };
}

/** Entries lie one behind the other without gap or overlap, in the order of the directory; so none is read twice. */
function locateData(
  bytes: Uint8Array,
  view: DataView,
  header: Header,
  expectedAt: number,
  directoryAt: number,
  fileName: string,
): { entry: ZipEntry; dataEnd: number } {
  const { name, nameBytes, method, crc32, packedBytes, size_bytes, localAt } = header;
  if (method !== 0 && method !== 8) {
    throw errorZipEntryKind(fileName, name, `packed by method ${method}; read are 0 (stored) and 8 (deflate)`);
  }
  if (
    localAt !== expectedAt ||
    localAt + LOCAL_BYTES > directoryAt ||
    view.getUint32(localAt, true) !== LOCAL_SIGNATURE
  ) {
    throw errorZipMalformed(fileName, `entry ${JSON.stringify(name)} does not begin where the one before ends`);
  }
  const nameAt = localAt + LOCAL_BYTES;
  const nameEnd = nameAt + view.getUint16(localAt + 26, true);
  const dataAt = nameEnd + view.getUint16(localAt + 28, true);
  const dataEnd = dataAt + packedBytes;
  const localName = bytes.subarray(nameAt, nameEnd);
  if (localName.length !== nameBytes.length || localName.some((byte, i) => byte !== nameBytes[i])) {
    throw errorZipMalformed(fileName, `entry ${JSON.stringify(name)} has another name in front of its bytes`);
  }
  if (dataEnd > directoryAt) throw errorZipMalformed(fileName, `entry ${JSON.stringify(name)} is cut`);
  if (method === 0 && packedBytes !== size_bytes) {
    throw errorZipMalformed(
      fileName,
      `entry ${JSON.stringify(name)} is stored with ${packedBytes} of ${size_bytes} bytes`,
    );
  }
  const packed = bytes.subarray(dataAt, dataEnd);
  return { entry: { name, method: method === 0 ? "stored" : "deflated", crc32, size_bytes, packed }, dataEnd };
}

function decodeName(bytes: Uint8Array, fileName: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw errorZipMalformed(fileName, "the name of an entry is not UTF-8");
  }
}

function checkNames(entries: readonly ZipEntry[], fileName: string): void {
  const seen = new Set<string>();
  for (const { name } of entries) checkEntryName(name, seen, fileName);
}

function checkSizes(entries: readonly ZipEntry[], fileName: string): void {
  const total_bytes = entries.reduce((sum, { size_bytes }) => sum + size_bytes, 0);
  if (total_bytes > MAX_UNPACKED_BYTES) {
    throw errorZipTooLarge(fileName, `${total_bytes} bytes unpacked; at most ${MAX_UNPACKED_BYTES} are read`);
  }
  for (const { name, size_bytes, packed } of entries) {
    if (size_bytes <= RATIO_FREE_BYTES || size_bytes <= MAX_RATIO * packed.length) continue;
    throw errorZipTooLarge(
      `${fileName}, entry ${JSON.stringify(name)}`,
      `${packed.length} bytes would become ${size_bytes}; at most ${MAX_RATIO}-fold is read`,
    );
  }
}
