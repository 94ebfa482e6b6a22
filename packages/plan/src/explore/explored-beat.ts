import type { LvElectrode, PlacedElectrode, VectorAnode } from "@tributary/model";
import type { PumpProblem, PumpSetting } from "../mechanics/pump-beat.ts";
import type { PlanSettings, RvSite } from "../plan.ts";
import type { ActivatedState, PlanResult } from "../plan-result.ts";
import type { ExploredSetting, LeadPlace } from "./explored-setting.ts";
import type { PlannedHeart } from "./planned-heart.ts";

/** What can be set. */
export interface ExplorerOptions {
  /** By vein: the depths at which the lead lies with all its electrodes inside the veins, rising. */
  readonly depths_mm: ReadonlyMap<string, readonly number[]>;
  readonly vectors: readonly {
    readonly name: string;
    readonly cathode: LvElectrode;
    readonly anode: VectorAnode;
  }[];
  readonly rvSites: readonly RvSite[];
  /** Ends of the AV delays that make sense; undefined without an AV axis. */
  readonly avRange_ms: readonly [number, number] | undefined;
  readonly vvRange_ms: readonly [number, number];
}

/** What one setting does. */
export interface ExploredBeat {
  readonly kind: "paced";
  readonly setting: ExploredSetting;
  readonly settings: PlanSettings;
  readonly electrodes: readonly PlacedElectrode[];
  readonly cathode: PlacedElectrode;
  readonly totalActivationTime_ms: number;
  readonly lvActivationTime_ms: number;
  readonly qrsDuration_ms: number;
  /** Undefined where the ventricles have no beat of their own. */
  readonly qLv_ms: number | undefined;
  /** Undefined: no output captures. */
  readonly captureThreshold_V: number | undefined;
  /** Undefined: no output reaches the nerve. */
  readonly phrenicThreshold_V: number | undefined;
  /** Changes against the heart as it is now, predicted between simulated beats; undefined without a circulation. */
  readonly pump: PredictedPump | undefined;
  readonly activated: ActivatedState;
}

interface PredictedPump {
  readonly pressureRise_percent: number;
  readonly strokeVolume_percent: number;
  /** What a simulation of the same beat begins with. */
  readonly setting: PumpSetting;
}

/** Why a setting gives no beat of its own. */
export interface UnpacedSetting {
  readonly kind: "not paced";
  readonly setting: ExploredSetting;
  readonly reason: string;
}

/** Answers to any setting on the heart of a finished plan, from the fields that the plan solved. */
export interface PlanExplorer {
  readonly options: ExplorerOptions;
  /** The fitted circulation, to simulate what was explored; undefined where there is none. */
  readonly pump: PumpProblem | undefined;
  explore(setting: ExploredSetting): ExploredBeat | UnpacedSetting;
  /** The heart with the lead at a place, for a generator to pace; undefined where the lead does not lie there. */
  placeLead(place: LeadPlace): PlannedHeart | undefined;
}

/** A plan just made: its heart still answers what else could be set. */
export interface ExplorablePlan extends PlanResult {
  /** It keeps the fields of the plan in memory. */
  openExplorer(): PlanExplorer;
}
