import type { Random } from "@tributary/model";
import type { ExploredSetting, ExplorerOptions, Plan } from "@tributary/plan";
import type { WorkbenchStore } from "../src/state/workbench-store.ts";
import type { Workspace } from "../src/state/workspace.ts";

/** The setting at hand, as the page takes it: the one that was made, or the best of the plan. */
export function settingOf({ setting }: Workspace, { sites }: Plan): ExploredSetting {
  const { vein, tipDepth_mm, vectorName, rvSite, avDelay_ms, vvDelay_ms } = setting ?? sites[0]!.settings;
  return { vein, tipDepth_mm, vectorName, rvSite, avDelay_ms, vvDelay_ms };
}

/** One thing that a person may do on the plan's page, without a new case: that would be another plan. */
export function interactAtRandom(random: Random, store: WorkbenchStore, plan: Plan, options: ExplorerOptions): void {
  const { past, present } = store.history.read();
  const setting = settingOf(present.state, plan);
  const [snapshot] = store.snapshots.read();
  const draw = random.uniform();
  if (draw < 0.66) {
    store.change({ kind: "settingChosen", setting: changeSetting(random, setting, options) });
  } else if (draw < 0.72) {
    const site = pick(random, plan.sites);
    store.change({ kind: "settingChosen", setting: settingOf({ ...present.state, setting: site.settings }, plan) });
  } else if (draw < 0.78) {
    store.change({ kind: "settingFrozen", setting });
  } else if (draw < 0.8) {
    store.change({ kind: "frozenReleased" });
  } else if (draw < 0.9) {
    // Not back to the case that was open before this one.
    if (past.length > 1) store.undo();
  } else if (draw < 0.96) {
    store.redo();
  } else if (draw < 0.98 || !snapshot) {
    store.saveSnapshot("a");
  } else {
    store.change({ kind: "snapshotOpened", workspace: snapshot.workspace });
  }
}

/** Any value that the controls of the page can give one field. */
function changeSetting(random: Random, setting: ExploredSetting, options: ExplorerOptions): ExploredSetting {
  const within = ([low, high]: readonly [number, number]) =>
    low + 5 * Math.floor((random.uniform() * (high - low)) / 5);
  return pick(random, [
    () => ({ ...setting, tipDepth_mm: pick(random, options.depths_mm.get(setting.vein)!) }),
    () => ({ ...setting, vectorName: pick(random, options.vectors).name }),
    () => ({ ...setting, rvSite: pick(random, options.rvSites) }),
    () => ({ ...setting, avDelay_ms: options.avRange_ms && within(options.avRange_ms) }),
    () => ({ ...setting, vvDelay_ms: within(options.vvRange_ms) }),
  ])();
}

function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random.uniform() * items.length)]!;
}
