import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createInlinePlanHost, type ExplorablePlan, planCase } from "@tributary/plan";
import type { TempFolder } from "../../cli/test/run-cli.fixture.ts";
import { writeSmallPlanCase } from "../../cli/test/small-plan-case.fixture.ts";
import { type GivenFile, readOpenedFiles } from "../src/cases/read-opened-files.ts";
import { specifyOpened } from "../src/engine/specify-opened.ts";
import type { OpenedCase } from "../src/state/workspace.ts";

/** The small case as the page opens it. */
export function openSmallFiles(folder: TempFolder): OpenedCase {
  const paths = [writeSmallPlanCase(folder), join(folder.path, "heart.vtu")];
  const read = readOpenedFiles(
    paths.map((path): GivenFile => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) })),
  );
  if (read.kind !== "case") throw new Error(`the small case was read as ${read.kind}`);
  return read.opened;
}

/** As the page plans it, with few draws: what is explored does not depend on them. */
export function planOpened(opened: OpenedCase): Promise<ExplorablePlan> {
  return planCase({ ...specifyOpened(opened), drawCount: 10 }, createInlinePlanHost());
}
