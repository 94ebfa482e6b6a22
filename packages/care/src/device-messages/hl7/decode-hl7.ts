import { malformed } from "./hl7-message.ts";

/** Character sets of HL7 table 0211 that are read, as a decoder names them; none told is ASCII, which UTF-8 holds. */
const DECODER_OF_SET: ReadonlyMap<string, string> = new Map([
  ["", "utf-8"],
  ["ASCII", "utf-8"],
  ["UNICODE", "utf-8"],
  ["UNICODE UTF-8", "utf-8"],
  ["8859/1", "iso-8859-1"],
  ["8859/2", "iso-8859-2"],
  ["8859/15", "iso-8859-15"],
]);
/** The field is the 17th after the name, for the first separator counts as a field. */
const SET_INDEX = 17;
/** More bytes than any header has. */
const HEADER_LENGTH = 4096;

/**
 * The text of a message in the character set that its header (MSH-18) names.
 *
 * @throws TributaryError "hl7-malformed" where the set is not read, or bytes do not belong to it
 */
export function decodeHl7(bytes: Uint8Array, file: string): string {
  const header = new TextDecoder("iso-8859-1").decode(bytes.subarray(0, HEADER_LENGTH)).split(/[\r\n]/)[0]!;
  const separator = header.charAt(header.indexOf("MSH") + "MSH".length);
  const set = separator === "" ? "" : (header.split(separator)[SET_INDEX] ?? "");
  const decoder = DECODER_OF_SET.get(set.split("~")[0]!.trim());
  const read = [...DECODER_OF_SET.keys()].filter(Boolean).join(", ");
  if (decoder === undefined) throw malformed(`${file}, MSH-18`, `the character set is "${set}"; read are ${read}`);
  try {
    return new TextDecoder(decoder, { fatal: true }).decode(bytes);
  } catch {
    throw malformed(`${file}, MSH-18`, `it holds bytes that are not ${decoder}; the header says "${set}"`);
  }
}
