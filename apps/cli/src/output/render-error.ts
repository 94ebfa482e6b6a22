import type { TributaryErrorParts } from "@tributary/model";

/** The five parts of an error as a person reads them on a terminal. */
export function renderErrorText(error: TributaryErrorParts): string {
  return [
    `error ${error.code}`,
    `  what:  ${error.what}`,
    `  where: ${error.where}`,
    `  why:   ${error.why}`,
    `  fix:   ${error.fix}`,
  ].join("\n");
}

/** The same as one JSON object, for `--json`. */
export function renderErrorJson({ code, what, where, why, fix }: TributaryErrorParts): string {
  return JSON.stringify({ error: { code, what, where, why, fix } }, undefined, 2);
}
