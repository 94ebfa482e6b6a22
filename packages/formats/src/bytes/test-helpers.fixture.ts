/** What the tests of all readers share. */
import { TributaryError } from "@tributary/model";
import fc from "fast-check";

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array): string => new TextDecoder("utf-8").decode(bytes);

export const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

/** Any finite numbers, of a given length. */
export const doubles = (length: number): fc.Arbitrary<Float64Array> =>
  fc.array(finite, { minLength: length, maxLength: length }).map((values) => Float64Array.from(values));

/** The TributaryError that `run` throws, all five parts filled. */
export function errorOf(run: () => unknown): TributaryError {
  try {
    run();
  } catch (error) {
    if (!(error instanceof TributaryError)) throw error;
    const empty = (["code", "what", "where", "why", "fix"] as const).filter((part) => error[part].trim() === "");
    if (empty.length > 0) throw new Error(`the error leaves ${empty.join(", ")} empty`);
    return error;
  }
  throw new Error("no error was thrown");
}

/** Every result of a reader on damaged bytes must be a value or a TributaryError. */
export function readsOrRefuses(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch (error) {
    if (error instanceof TributaryError) return true;
    throw error;
  }
}
