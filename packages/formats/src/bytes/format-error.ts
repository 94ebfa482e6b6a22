/** The errors that several readers raise; each names the file and the byte or line, and says what would mend it. */
import { TributaryError } from "@tributary/model";

/** Files above this are refused before they are read: arrays of this size no longer fit a browser tab. */
export const MAX_FILE_BYTES = 512 * 1024 * 1024;

/**
 * Refuses a file that is too large to read, from its size alone, before any of it is in memory.
 *
 * @throws TributaryError `file-too-large` above MAX_FILE_BYTES
 */
export function checkFileSize(fileName: string, size_bytes: number): void {
  if (size_bytes <= MAX_FILE_BYTES) return;
  throw new TributaryError({
    code: "file-too-large",
    what: "The file is too large to read.",
    where: fileName,
    why: `${(size_bytes / 2 ** 20).toFixed(0)} MiB; at most ${MAX_FILE_BYTES / 2 ** 20} MiB are read`,
    fix: "Decimate the mesh, drop arrays that are not needed, or write it compressed (VTK XML, zlib).",
  });
}

/** The file ends, or an array's bytes end, before the promised content. */
export function errorTruncated(fileName: string, offset: number, needed: string, available: string): TributaryError {
  return new TributaryError({
    code: "file-truncated",
    what: "The file ends before its content does.",
    where: `${fileName}, byte ${offset}`,
    why: `${needed} needed, ${available} left`,
    fix: "Copy or export the file again; it was cut short or its header counts are wrong.",
  });
}

/** A header promises more values than the rest of the file can hold; said before anything is allocated. */
export function errorArrayLargerThanFile(where: string, declared: string, available: string): TributaryError {
  return new TributaryError({
    code: "array-larger-than-file",
    what: "The header declares an array that is larger than the file.",
    where,
    why: `${declared} declared, ${available} left in the file`,
    fix: "Export the file again; its header counts are wrong or the file was cut short.",
  });
}

/** The content is not what the format, or this reader's part of it, allows. */
export function errorMalformed(where: string, found: string, expected: string): TributaryError {
  return new TributaryError({
    code: "file-malformed",
    what: "The file does not follow its format.",
    where,
    why: `found ${found}; expected ${expected}`,
    fix: "Check that the file has the format its name says, and export it again.",
  });
}

/** The format allows it, this reader does not. */
export function errorUnsupported(where: string, found: string, supported: string, fix: string): TributaryError {
  return new TributaryError({
    code: "format-unsupported",
    what: "The file uses a part of its format that is not read here.",
    where,
    why: `found ${found}; read are ${supported}`,
    fix,
  });
}

/** Refuses NaN and infinite coordinates: no mesh can be built from them. */
export function checkPointsFinite(points: Float64Array, where: (point: number) => string): void {
  for (let i = 0; i < points.length; i++) {
    if (Number.isFinite(points[i])) continue;
    const point = Math.floor(i / 3);
    throw new TributaryError({
      code: "points-not-finite",
      what: "A point has a coordinate that is not a number.",
      where: where(point),
      why: `${"xyz"[i % 3]} of point ${point} is ${points[i]}; every coordinate must be finite`,
      fix: "Remove or repair the point in the program that made the file.",
    });
  }
}

/** Refuses an index of a point that does not exist. */
export function checkIndices(indices: Uint32Array, pointCount: number, where: (entry: number) => string): void {
  for (let i = 0; i < indices.length; i++) {
    if (indices[i]! < pointCount) continue;
    throw new TributaryError({
      code: "index-out-of-range",
      what: "A cell refers to a point that does not exist.",
      where: where(i),
      why: `index ${indices[i]}; the file has points 0 to ${pointCount - 1}`,
      fix: "Export points and cells together again; one of the two belongs to another mesh.",
    });
  }
}
