/** How a case of the record is named in place of a file. */
const RECORD_PREFIX = "record:";

/** The id of a case that is named as one on record: "record:built-in"; undefined for a file. */
export function readRecordedId(path: string): string | undefined {
  return path.startsWith(RECORD_PREFIX) ? path.slice(RECORD_PREFIX.length) : undefined;
}
