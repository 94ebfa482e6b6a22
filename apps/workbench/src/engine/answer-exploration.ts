import type { ExplorablePlan, ExploredBeat, ExploredSetting, PlanExplorer, UnpacedSetting } from "@tributary/plan";
import { drawExploredEcg, drawExploredSegments, type ExploredState } from "@tributary/report";
import type { SceneBuilder } from "./build-heart-scene.ts";
import type { Exploration, ExploredMeasures, ExploreRequest } from "./engine-messages.ts";

type Answer = ExploredBeat | UnpacedSetting;

/** Measures settings on a finished plan and draws what they do; the setting kept to compare with is computed once. */
export function createExplorationAnswer({ plan, scene }: ExplorablePlan, explorer: PlanExplorer, scenes: SceneBuilder) {
  let kept: { readonly key: string; readonly answer: Answer } | undefined;

  function exploreKept(setting: ExploredSetting): Answer {
    const key = JSON.stringify(setting);
    if (kept?.key !== key) kept = { key, answer: explorer.explore(setting) };
    return kept.answer;
  }

  return ({ setting, frozen, names }: ExploreRequest): Exploration => {
    const current = explorer.explore(setting);
    const before = frozen && exploreKept(frozen);
    const states = {
      nowName: names.now,
      current: nameState(current, names.set),
      frozen: before && nameState(before, names.frozen),
    };
    return {
      current: dropActivation(current),
      frozen: before && dropActivation(before),
      scene: current.kind === "paced" ? scenes.paced(current) : undefined,
      ecg: drawExploredEcg(plan, scene, states),
      segments: drawExploredSegments(scene, states),
    };
  };
}

function nameState(answer: Answer, name: string): ExploredState | undefined {
  if (answer.kind === "not paced") return undefined;
  return { name, activated: answer.activated, qrsDuration_ms: answer.qrsDuration_ms };
}

function dropActivation(answer: Answer): ExploredMeasures {
  if (answer.kind === "not paced") return answer;
  const { activated: _, ...measures } = answer;
  return measures;
}
