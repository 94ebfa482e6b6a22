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
  const { measures, pump } = useMessages();
  useEffect(() => {
    if (setting === undefined) return;
    const { now, set, frozen: frozenName } = measures;
    const names = { now, set, frozen: frozenName, estimated: pump.estimated, solved: pump.solved };
    engine.explore({ setting, frozen, names });
  }, [engine, setting, frozen, measures, pump]);
  return useObservable(engine.exploration);
}
