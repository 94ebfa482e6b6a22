import { formatCase, writeBundle } from "@tributary/formats";
import type { Plan } from "@tributary/plan";
import packageInfo from "../../package.json" with { type: "json" };
import { usePlanRun, useWorkspace } from "../frame/workbench-context.ts";
import { useMessages } from "../messages/use-messages.ts";
import type { OpenedCase } from "../state/workspace.ts";

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
        download(`${opened.case.id}.tributary`, bundle(opened, run.kind === "planned" ? run.plan : undefined))
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

function download(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/zip" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
