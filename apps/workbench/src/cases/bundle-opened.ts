import { formatCase, writeBundle } from "@tributary/formats";
import type { Plan } from "@tributary/plan";
import packageInfo from "../../package.json" with { type: "json" };
import type { OpenedCase } from "../state/workspace.ts";
import { type ImplantFiles, writeImplantFiles } from "./implant-files.ts";

/** The case, its files and, where there are some, its plan, its rehearsal and its recording as a `.tributary` file. */
export function bundleOpened(
  { case: value, files }: OpenedCase,
  plan: Plan | undefined,
  implant: ImplantFiles,
): Uint8Array<ArrayBuffer> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const ofPlan: [string, string][] = plan ? [["plan.json", `${JSON.stringify(plan, undefined, 2)}\n`]] : [];
  const results = new Map([...ofPlan, ...writeImplantFiles(implant)].map(([name, text]) => [name, encode(text)]));
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
