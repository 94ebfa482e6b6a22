import type { ActivationMap, PreparedHeart, PreparedVeins } from "@tributary/engine";
import type { BeatTrace, EcgSignal, PlacedElectrode, VentricularPatch } from "@tributary/model";
import type { Plan } from "./plan.ts";

/** A plan with what its pictures are drawn from. */
export interface PlanResult {
  readonly plan: Plan;
  readonly scene: PlanScene;
}

export interface PlanScene {
  readonly prepared: PreparedHeart;
  readonly veins: PreparedVeins;
  /** The electrodes of the best placement, LV1 first; empty where no site is reachable. */
  readonly electrodes: readonly PlacedElectrode[];
  /** The heart as it is now, and as the best site activates it; the latter undefined where no site is reachable. */
  readonly before: ActivatedState;
  readonly after: ActivatedState | undefined;
  /** One beat of the patient's own ECG, where one was given. */
  readonly measuredEcg: EcgSignal | undefined;
  /** Undefined where no circulation could be computed. */
  readonly pump: PumpScene | undefined;
}

/** One beat with all its traces, before and as the best site would be paced. */
export interface PumpScene {
  readonly before: BeatTrace;
  readonly after: BeatTrace;
  /** Of the ventricles, in the order of the traces' first patches; later ones are the atria. */
  readonly patches: readonly VentricularPatch[];
  /** From right atrial activation to the first ventricular front. */
  readonly avDelays_ms: { readonly before: number; readonly after: number };
}

export interface ActivatedState {
  readonly map: ActivationMap;
  /** One beat with its T wave, from 40 ms before the first activation. */
  readonly ecg: EcgSignal;
}
