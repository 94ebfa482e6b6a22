import { homedir } from "node:os";
import { join, resolve } from "node:path";
import type { OptionValues } from "../command.ts";

export const STORE_OPTION = { store: { type: "string" } } as const;

export const STORE_OPTION_HELP =
  "  --store DIR                  folder of the record (default: that of TRIBUTARY_STORE, else ~/.tributary/record)";

/** Where the record of this person lies. */
export function readStoreFolder(options: OptionValues = {}): string {
  const named = options["store"] ?? process.env["TRIBUTARY_STORE"];
  return named === undefined ? join(homedir(), ".tributary", "record") : resolve(String(named));
}
