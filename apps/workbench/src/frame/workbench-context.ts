import { createContext, useContext } from "react";
import type { CaseOpener } from "../cases/case-opener.ts";
import type { Engine } from "../engine/engine.ts";
import type { PlanRun } from "../engine/plan-run.ts";
import type { WorkbenchRecord } from "../record/workbench-record.ts";
import { useObservable } from "../state/observable.ts";
import type { WorkbenchStore } from "../state/workbench-store.ts";
import type { Workspace } from "../state/workspace.ts";

/** What every page works with. */
export interface Workbench {
  readonly store: WorkbenchStore;
  readonly engine: Engine;
  readonly opener: CaseOpener;
  readonly record: WorkbenchRecord;
}

export const WorkbenchContext = createContext<Workbench | undefined>(undefined);

export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (workbench === undefined) throw new Error("a page stands outside the workbench");
  return workbench;
}

export function useWorkspace(): Workspace {
  return useObservable(useWorkbench().store.history).present.state;
}

/** The planning of the case that is open now; idle where the last run was of another. */
export function usePlanRun(): PlanRun {
  const run = useObservable(useWorkbench().engine.run);
  const { opened } = useWorkspace();
  return run.opened === opened ? run : { kind: "idle", opened };
}
