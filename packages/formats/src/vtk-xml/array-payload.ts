/**
 * The bytes of one binary DataArray, out of base64 or raw bytes, with or without block compression. Everything is
 * measured against what is there before it is allocated.
 */

import { base64Length, decodeBase64 } from "../bytes/base64.ts";
import { errorMalformed, errorTruncated } from "../bytes/format-error.ts";
import { type BlockHeader, inflateBlocks, uncompressedBytes } from "./zlib-blocks.ts";

export interface PayloadSource {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** First byte of the array, and the first byte that cannot belong to it any more. */
  readonly start: number;
  readonly end: number;
  readonly isBase64: boolean;
  readonly isCompressed: boolean;
  readonly littleEndian: boolean;
  /** 4 for header_type UInt32, 8 for UInt64. */
  readonly headerBytes: 4 | 8;
}

/**
 * @param expectedBytes  what the element's counts demand
 * @param name           of the array, for messages
 * @throws TributaryError `file-truncated`, `file-malformed` where the header tells another length, `compressed-block-corrupt`
 */
export function readPayload(source: PayloadSource, expectedBytes: number, name: string): Uint8Array {
  return source.isCompressed
    ? readCompressed(source, expectedBytes, name)
    : readUncompressed(source, expectedBytes, name);
}

function readUncompressed(source: PayloadSource, expectedBytes: number, name: string): Uint8Array {
  const width = source.headerBytes;
  const header = take(source, source.start, width);
  const length = headerEntry(source, header.data, 0);
  checkLength(source, length, expectedBytes, name);
  // Most writers encode length and data as one base64 unit; some pad after the length and start anew.
  if (!source.isBase64 || header.unitEnds) return take(source, header.next, length).data;
  return take(source, source.start, width + length).data.subarray(width);
}

function readCompressed(source: PayloadSource, expectedBytes: number, name: string): Uint8Array {
  const width = source.headerBytes;
  const blockCount = headerEntry(source, take(source, source.start, width).data, 0);
  if (blockCount === 0) {
    checkLength(source, 0, expectedBytes, name);
    return new Uint8Array(0);
  }
  const available = source.end - source.start;
  if (blockCount * width > available) {
    throw errorTruncated(source.fileName, source.start, `${blockCount} block sizes of "${name}"`, `${available} bytes`);
  }
  const head = take(source, source.start, (3 + blockCount) * width);
  const entries = Array.from({ length: 3 + blockCount }, (_, entry) => headerEntry(source, head.data, entry));
  const header: BlockHeader = {
    blockBytes: entries[1]!,
    lastBlockBytes: entries[2]!,
    compressedBytes: entries.slice(3),
  };
  checkLength(source, uncompressedBytes(header), expectedBytes, name);
  const total = header.compressedBytes.reduce((sum, length) => sum + length, 0);
  const { data } = take(source, head.next, total);
  return inflateBlocks(data, header, `${source.fileName}, byte ${source.start} ("${name}")`);
}

/** One unit of `byteCount` bytes that starts at `at`. */
function take(
  source: PayloadSource,
  at: number,
  byteCount: number,
): { data: Uint8Array; next: number; unitEnds: boolean } {
  const available = Math.max(0, source.end - at);
  const needed = source.isBase64 ? base64Length(byteCount) : byteCount;
  if (needed > available) {
    throw errorTruncated(source.fileName, at, `${needed} bytes of a data array`, `${available} bytes`);
  }
  if (!source.isBase64) {
    return { data: source.bytes.subarray(at, at + byteCount), next: at + byteCount, unitEnds: false };
  }
  const unit = decodeBase64(source.bytes, at, source.end, byteCount);
  if (unit.data.length < byteCount) {
    throw errorTruncated(source.fileName, unit.next, `${byteCount} base64 bytes`, `${unit.data.length} bytes`);
  }
  return unit;
}

function headerEntry(source: PayloadSource, header: Uint8Array, entry: number): number {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const at = entry * source.headerBytes;
  if (source.headerBytes === 4) return view.getUint32(at, source.littleEndian);
  const [low, high] = source.littleEndian ? [at, at + 4] : [at + 4, at];
  return view.getUint32(high, source.littleEndian) * 4294967296 + view.getUint32(low, source.littleEndian);
}

function checkLength(source: PayloadSource, length: number, expectedBytes: number, name: string): void {
  if (length === expectedBytes) return;
  throw errorMalformed(
    `${source.fileName}, byte ${source.start}`,
    `${length} bytes of "${name}"`,
    `${expectedBytes} bytes by the counts of its piece`,
  );
}
