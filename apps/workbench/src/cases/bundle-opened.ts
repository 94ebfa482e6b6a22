import { formatCase, writeBundle } from "@tributary/formats";
import type { Plan } from "@tributary/plan";
import packageInfo from "../../package.json" with { type: "json" };
import type { OpenedCase } from "../state/workspace.ts";

/** The case, its files and, where there is one, its plan as a `.tributary` file. */
export function bundleOpened({ case: value, files }: OpenedCase, plan: Plan | undefined): Uint8Array<ArrayBuffer> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const results = new Map(plan ? [["plan.json", encode(`${JSON.stringify(plan, undefined, 2)}\n`)]] : []);
  return new Uint8Array(
    writeBundle({
      programVersion: packageInfo.version,
      caseFile: encode(formatCase(value)),
      data: files,
      events: undefined,
      results,
    }),
  );
}
