import { type CaseFiles, describeCase, specifyPlan } from "@tributary/intake";
import { TributaryError } from "@tributary/model";
import { DEFAULT_WEIGHTS, type PlanInput } from "@tributary/plan";
import packageInfo from "../../package.json" with { type: "json" };
import type { OpenedCase } from "../state/workspace.ts";

/** That of the command line, so that the same case gives the same plan in both. */
const SEED = 1;

/** What a plan of an opened case is made from; the same as the command line makes of the same case. */
export function specifyOpened(opened: OpenedCase): PlanInput {
  return specifyPlan(describeCase(opened.case, filesOf(opened), opened.notes), {
    programVersion: packageInfo.version,
    weights: DEFAULT_WEIGHTS,
    vector: undefined,
    seed: SEED,
    drawCount: undefined,
  });
}

/** What was opened with the case. */
export function filesOf({ files }: OpenedCase): CaseFiles {
  return {
    read(path) {
      const name = path.split("/").at(-1)!;
      // A page is given files without their folders.
      const bytes = files.get(path) ?? files.get(name);
      if (bytes) return { name, bytes };
      throw new TributaryError({
        code: "file-not-found",
        what: "A file that the case names was not opened with it.",
        where: path,
        why: `opened are ${[...files.keys()].join(", ") || "no files"}`,
        fix: "Drop the case together with its files, or a .tributary bundle that holds them.",
      });
    },
  };
}
