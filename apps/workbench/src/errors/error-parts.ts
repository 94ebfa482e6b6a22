import { TributaryError, type TributaryErrorParts } from "@tributary/model";

/** What went wrong as a person reads it: the five parts of an error, or a fault of the program put in the same form. */
export function readErrorParts(error: unknown): TributaryErrorParts {
  if (error instanceof TributaryError) {
    const { code, what, where, why, fix } = error;
    return { code, what, where, why, fix };
  }
  const fault = error instanceof Error ? error : new Error(String(error));
  return {
    code: "program-fault",
    what: "The program made a mistake; your case is not to blame.",
    where: fault.stack?.split("\n")[1]?.trim() ?? "workbench",
    why: fault.message,
    fix: "Undo the last step or load the page again; your snapshots stay until the page is closed.",
  };
}
