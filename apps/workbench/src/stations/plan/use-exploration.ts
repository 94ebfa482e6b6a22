import type { ExploredSetting } from "@tributary/plan";
import { useEffect } from "react";
import type { Exploration } from "../../engine/engine-messages.ts";
import { useWorkbench, useWorkspace } from "../../frame/workbench-context.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { useObservable } from "../../state/observable.ts";

/** What the setting does, asked for whenever it changes; the last answer stays until the next is there. */
export function useExploration(setting: ExploredSetting | undefined): Exploration | undefined {
  const { engine } = useWorkbench();
  const { frozen } = useWorkspace();
  const { measures } = useMessages();
  useEffect(() => {
    if (setting === undefined) return;
    engine.explore({ setting, frozen, names: { now: measures.now, set: measures.set, frozen: measures.frozen } });
  }, [engine, setting, frozen, measures]);
  return useObservable(engine.exploration);
}
