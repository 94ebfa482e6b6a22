/** The block compression of VTK XML: an array is cut into blocks, each its own zlib stream, their sizes told before. */
import { TributaryError } from "@tributary/model";
import { unzlibSync, zlibSync } from "fflate";

export interface BlockHeader {
  /** Bytes of each block before compression; the last one may be shorter. */
  readonly blockBytes: number;
  /** Bytes of the last block; 0 where it is as long as the others. */
  readonly lastBlockBytes: number;
  readonly compressedBytes: readonly number[];
}

/** The most that deflate can expand one byte to, so that a header cannot promise a memory-filling array. */
const MAX_DEFLATE_RATIO = 1032;
const BLOCK_BYTES = 32_768;

export function uncompressedBytes(header: BlockHeader): number {
  const count = header.compressedBytes.length;
  if (count === 0) return 0;
  return (count - 1) * header.blockBytes + (header.lastBlockBytes || header.blockBytes);
}

/**
 * The bytes of the blocks, one after the other.
 *
 * @param data   the compressed blocks, sum of compressedBytes long
 * @param where  file and byte, for the error
 * @throws TributaryError `compressed-block-corrupt` naming the block: no zlib stream, other length, or other checksum
 */
export function inflateBlocks(data: Uint8Array, header: BlockHeader, where: string): Uint8Array {
  const total = uncompressedBytes(header);
  if (total > data.length * MAX_DEFLATE_RATIO) {
    throw errorBlock(
      where,
      0,
      `${total} bytes promised of ${data.length} compressed ones; at most 1032-fold is possible`,
    );
  }
  const out = new Uint8Array(total);
  let at = 0;
  let outAt = 0;
  for (const [block, length] of header.compressedBytes.entries()) {
    const isLast = block === header.compressedBytes.length - 1;
    const blockBytes = isLast ? header.lastBlockBytes || header.blockBytes : header.blockBytes;
    inflateBlock(out.subarray(outAt, outAt + blockBytes), data.subarray(at, at + length), block, where);
    at += length;
    outAt += blockBytes;
  }
  return out;
}

/** Cuts `data` into blocks of 32 KiB and compresses each. */
export function deflateBlocks(data: Uint8Array): { header: BlockHeader; data: Uint8Array } {
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += BLOCK_BYTES) blocks.push(zlibSync(data.subarray(at, at + BLOCK_BYTES)));
  const out = new Uint8Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    out.set(block, at);
    at += block.length;
  }
  const compressedBytes = blocks.map((block) => block.length);
  return { header: { blockBytes: BLOCK_BYTES, lastBlockBytes: data.length % BLOCK_BYTES, compressedBytes }, data: out };
}

function inflateBlock(out: Uint8Array, stream: Uint8Array, block: number, where: string): void {
  let length: number;
  try {
    length = unzlibSync(stream, { out }).length;
  } catch (cause) {
    throw errorBlock(where, block, cause instanceof Error ? cause.message : String(cause));
  }
  if (length !== out.length) throw errorBlock(where, block, `${length} bytes where ${out.length} were promised`);
  const n = stream.length;
  const stored = ((stream[n - 4]! << 24) | (stream[n - 3]! << 16) | (stream[n - 2]! << 8) | stream[n - 1]!) >>> 0;
  // The decompressor leaves the checksum to its caller.
  if (adler32(out) !== stored) throw errorBlock(where, block, "its checksum (Adler-32) does not match");
}

function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let at = 0; at < bytes.length; ) {
    // 3800 sums stay below 2^31 before they are reduced.
    const end = Math.min(at + 3800, bytes.length);
    for (; at < end; at++) {
      a += bytes[at]!;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
}

function errorBlock(where: string, block: number, why: string): TributaryError {
  return new TributaryError({
    code: "compressed-block-corrupt",
    what: "A compressed block of the file cannot be unpacked.",
    where: `${where}, block ${block}`,
    why,
    fix: "Copy or export the file again; its bytes were changed or cut.",
  });
}
