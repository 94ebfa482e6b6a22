import type { HeartAction } from "../heart/heart-script.ts";
import type { RhythmSettings } from "../heart/rhythm-parameters.ts";
import type { GeneratorSettings } from "../parameters/generator-settings.ts";

/** What a scenario does to the generator. */
export type GeneratorAction =
  | { readonly kind: "magnet"; readonly isOn: boolean }
  | { readonly kind: "pace-now" }
  | { readonly kind: "activity"; readonly activityFraction: number };

/** Something that happens from outside at a given time. */
export interface ScriptedAction {
  readonly time_ms: number;
  readonly action: HeartAction | GeneratorAction;
}

/** A generator, a heart and what happens to them. */
export interface Scenario {
  readonly settings: GeneratorSettings;
  readonly rhythm: RhythmSettings;
  /** In order of time. */
  readonly script: readonly ScriptedAction[];
  readonly duration_ms: number;
}

/** The heart as the script leaves it. */
export function rhythmAtEnd({ rhythm, script, duration_ms }: Scenario): RhythmSettings {
  const changes = script.map(({ time_ms, action }) =>
    action.kind === "rhythm" && time_ms < duration_ms ? action.change : {},
  );
  return Object.assign({}, rhythm, ...changes);
}
