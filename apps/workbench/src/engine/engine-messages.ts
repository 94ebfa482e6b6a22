import type { TributaryErrorParts } from "@tributary/model";
import type { ExploredBeat, ExploredSetting, ExplorerOptions, Plan, PlanPump, UnpacedSetting } from "@tributary/plan";
import type { Picture } from "@tributary/report";
import type { HeartScene, PacedScene } from "../heart/heart-scene.ts";
import type { OpenedCase } from "../state/workspace.ts";
import type { DeviceQuestion, DeviceReply } from "./device-messages.ts";

/** What the engine is asked; plain values. */
export type EngineRequest =
  | { readonly kind: "plan"; readonly opened: OpenedCase }
  | ({ readonly kind: "explore" } & ExploreRequest)
  | { readonly kind: "device"; readonly id: number; readonly question: DeviceQuestion }
  /** The report of the plan that was made last. */
  | { readonly kind: "report" };

/** The report page of a plan, the same as the command line writes, and its pictures by file name. */
export interface DrawnReport {
  readonly html: string;
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** What is set, what is kept to compare with, and what pictures call them. */
export interface ExploreRequest {
  readonly setting: ExploredSetting;
  readonly frozen: ExploredSetting | undefined;
  readonly names: ExploredNames;
}

export interface ExploredNames {
  readonly now: string;
  readonly set: string;
  readonly frozen: string;
  /** What the picture of the loops says below its title while a beat in it is an estimate, and after that. */
  readonly estimated: string;
  readonly solved: string;
}

/** A setting as measured; its activation stays in the worker. */
export type ExploredMeasures = Omit<ExploredBeat, "activated"> | UnpacedSetting;

export interface Exploration {
  readonly current: ExploredMeasures;
  readonly frozen: ExploredMeasures | undefined;
  /** Undefined where the setting does not pace. */
  readonly scene: PacedScene | undefined;
  readonly ecg: Picture;
  /** Undefined where the setting does not pace. */
  readonly segments: Picture | undefined;
}

/** What a setting does to the pump. */
export interface ExploredPump {
  /** Estimate: a few beats after the change, not yet periodic. */
  readonly kind: "estimate" | "solved" | "not periodic";
  readonly pump: PlanPump;
  readonly ejectionFraction: number;
}

/** The loops of the heart as it is now, as kept and as set; undefined where a setting does not pace. */
export interface PumpExploration {
  readonly loops: Picture;
  readonly now: ExploredPump;
  readonly current: ExploredPump | undefined;
  readonly frozen: ExploredPump | undefined;
}

/** What it answers, in the order of the work. */
export type EngineReply =
  | { readonly kind: "stage"; readonly stage: string; readonly fraction: number }
  | { readonly kind: "provisional"; readonly plan: Plan }
  | { readonly kind: "planned"; readonly plan: Plan; readonly options: ExplorerOptions; readonly heart: HeartScene }
  | { readonly kind: "explored"; readonly exploration: Exploration }
  | { readonly kind: "reported"; readonly report: DrawnReport }
  | { readonly kind: "pumped"; readonly pump: PumpExploration }
  | { readonly kind: "refused"; readonly error: TributaryErrorParts }
  | DeviceReply;
