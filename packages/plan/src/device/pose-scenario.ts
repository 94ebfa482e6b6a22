import type {
  Disturbance,
  GeneratorSettings,
  RhythmSettings,
  Scenario,
  ScriptedAction,
} from "@tributary/model/generator";
import type { CaseRhythm } from "./case-rhythm.ts";

/** What the heart of a case is to do beside its generator. */
export interface ScenarioRequest {
  readonly disturbance: Disturbance;
  readonly duration_ms: number;
  /** Beyond the case and the disturbance. */
  readonly change: Partial<RhythmSettings>;
}

/** Atrial fibrillation of a case that is always in it; figures assumed. */
const PERMANENT_FIBRILLATION: ScriptedAction = {
  time_ms: 0,
  action: { kind: "atrial-tachycardia", interval_ms: 180, spreadFraction: 0.25 },
};

export function poseScenario(
  { disturbance, duration_ms, change }: ScenarioRequest,
  heart: Pick<CaseRhythm, "rhythm" | "hasAtrialFibrillation">,
  settings: GeneratorSettings,
): Scenario {
  const script = disturbance.script?.(duration_ms) ?? [];
  return {
    settings,
    rhythm: { ...heart.rhythm, ...disturbance.rhythm, ...change },
    script: heart.hasAtrialFibrillation ? [PERMANENT_FIBRILLATION, ...script] : script,
    duration_ms,
  };
}
