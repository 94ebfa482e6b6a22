import { TributaryError } from "@tributary/model";

/** What the person typed cannot be understood; `where` is the command line so far, or an option. */
export function usage(where: string, why: string): TributaryError {
  return new TributaryError({
    code: "usage",
    what: "The command was not understood.",
    where,
    why,
    fix: where.startsWith("tributary") ? `See: ${where} --help` : "See --help of the command.",
  });
}
