import { usePlanRun, useWorkspace } from "../frame/workbench-context.ts";
import { useMessages } from "../messages/use-messages.ts";
import { bundleOpened } from "./bundle-opened.ts";
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
          bundleOpened(opened, run.kind === "planned" ? run.plan : undefined),
          "application/zip",
        )
      }
    >
      {words.save}
    </button>
  );
}
