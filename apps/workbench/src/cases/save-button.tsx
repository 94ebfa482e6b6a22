import { formatCase, writeBundle } from "@tributary/formats";
import type { Plan } from "@tributary/plan";
import packageInfo from "../../package.json" with { type: "json" };
import { usePlanRun, useWorkspace } from "../frame/workbench-context.ts";
import { useMessages } from "../messages/use-messages.ts";
import type { OpenedCase } from "../state/workspace.ts";
import { saveFile } from "./save-file.ts";

/** Saves the case, its files and its plan as one bundle that every command and the workbench open. */
export function SaveButton() {
  const { cases: words } = useMessages();
  const { opened } = useWorkspace();
  const run = usePlanRun();
  return (
    <button
      type="button"
      className="button"
      onClick={() =>
        saveFile(
          `${opened.case.id}.tributary`,
          bundle(opened, run.kind === "planned" ? run.plan : undefined),
          "application/zip",
        )
      }
    >
      {words.save}
    </button>
  );
}

function bundle({ case: value, files }: OpenedCase, plan: Plan | undefined): Uint8Array<ArrayBuffer> {
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
