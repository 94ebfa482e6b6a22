import type { ExploredSetting, Plan, PlanSettings } from "@tributary/plan";
import { useWorkbench, useWorkspace } from "../../frame/workbench-context.ts";

/** The setting at hand: the one that was made, or the best of the plan; undefined where nothing can be paced from. */
export function useSetting(plan: Plan): ExploredSetting | undefined {
  const { setting } = useWorkspace();
  const best = plan.sites[0];
  return setting ?? (best && readSetting(best.settings));
}

/** @param gesture  changes with the same one are one step of the history */
export function useChooseSetting(): (setting: ExploredSetting, gesture?: string) => void {
  const { store } = useWorkbench();
  return (setting, gesture) => store.change({ kind: "settingChosen", setting }, gesture);
}

export function readSetting(settings: PlanSettings): ExploredSetting {
  const { vein, tipDepth_mm, vectorName, rvSite, avDelay_ms, vvDelay_ms } = settings;
  return { vein, tipDepth_mm, vectorName, rvSite, avDelay_ms, vvDelay_ms };
}

export function isSameSetting(a: ExploredSetting | undefined, b: ExploredSetting): boolean {
  return (
    a !== undefined &&
    a.vein === b.vein &&
    a.tipDepth_mm === b.tipDepth_mm &&
    a.vectorName === b.vectorName &&
    a.rvSite === b.rvSite &&
    a.avDelay_ms === b.avDelay_ms &&
    a.vvDelay_ms === b.vvDelay_ms
  );
}
