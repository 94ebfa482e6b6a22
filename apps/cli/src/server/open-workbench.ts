import { TributaryError } from "@tributary/model";
import { buildWorkbench, WORKBENCH_FOLDER } from "@tributary/workbench/build";
import type { ProgressLine } from "../output/progress-line.ts";
import { openStaticFolder, type StaticFolder } from "./static-folder.ts";

/**
 * The workbench, built first where that is due.
 *
 * @throws TributaryError "workbench-not-built"
 */
export async function openWorkbench({ say }: ProgressLine): Promise<StaticFolder> {
  try {
    await buildWorkbench(() => say("Building the workbench (once) ..."));
  } catch (error) {
    throw errorNotBuilt((error as Error).message);
  }
  const folder = openStaticFolder(WORKBENCH_FOLDER);
  if (folder) return folder;
  throw errorNotBuilt("the build ended without index.html");
}

function errorNotBuilt(reason: string): TributaryError {
  return new TributaryError({
    code: "workbench-not-built",
    what: "The workbench could not be built.",
    where: WORKBENCH_FOLDER,
    why: reason,
    fix: "Start with --plain to go without it, or run npm install and start again.",
  });
}
