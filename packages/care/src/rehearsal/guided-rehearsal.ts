/** A rehearsal that a learner goes through step by step: the procedure's log with a clock, events, findings and doses. */
import type { ToolLevel } from "@tributary/model";
import type { ProcedureLog, Refusal } from "../procedure/procedure-log.ts";
import type { ProcedureAct } from "../procedure/procedure-move.ts";
import type { StepId } from "../procedure/step.ts";
import type { Exposure } from "./draw-exposure.ts";
import type { RehearsalTarget } from "./rehearsal-targets.ts";
import type { RehearsalInput, RehearsalScript } from "./rehearse.ts";

/** What a rehearsal is made from; the same set-up and acts give the same rehearsal. */
export interface RehearsalSetup {
  readonly input: RehearsalInput;
  /** Of the patient's plan; empty without one. */
  readonly targets: readonly RehearsalTarget[];
  /** Of this patient; undefined where what it follows from is missing. */
  readonly contrastLimit_mL: number | undefined;
}

export const RUN_VIEWS = ["rao30", "ap", "lao40"] as const;
export type RunView = (typeof RUN_VIEWS)[number];
/** Where the tip of the guide lies in the trunk when contrast is given. */
export const BALLOON_PLACES = ["ostium", "mid", "distal"] as const;
export type BalloonPlace = (typeof BALLOON_PLACES)[number];
/** As shares of the length of the coronary sinus; assumed. */
export const BALLOON_DEPTHS: Readonly<Record<BalloonPlace, number>> = { ostium: 0.1, mid: 0.5, distal: 0.9 };
export const RUN_VOLUMES_mL = [2, 5, 10, 15] as const;

/** One thing that a learner does. */
export type RehearsalAct =
  | { readonly kind: "move"; readonly move: ProcedureAct }
  /** What is done first about the event that came up, by the id of the complication that it is right for. */
  | { readonly kind: "answer"; readonly first: string }
  | { readonly kind: "inject"; readonly view: RunView; readonly place: BalloonPlace; readonly volume_mL: number }
  | { readonly kind: "aim"; readonly targetId: string }
  | { readonly kind: "equip"; readonly toolLevel: ToolLevel }
  | { readonly kind: "takeBack"; readonly reason: string };

/** X-ray or contrast of a step or a run. */
export interface ExposureEntry extends Exposure {
  readonly step: StepId;
  readonly contrast_mL: number;
  /** Undefined for a step's fluoroscopy. */
  readonly run: { readonly view: RunView; readonly place: BalloonPlace } | undefined;
}

/** Something that was refused, or the wrong first action. */
export interface Slip {
  readonly at: string;
  readonly place: string;
  readonly act: RehearsalAct;
  readonly reasons: readonly Refusal[];
}

export interface GuidedRehearsal {
  readonly setup: RehearsalSetup;
  readonly script: RehearsalScript;
  /** Everything done, refused or not, in order. */
  readonly acts: readonly RehearsalAct[];
  readonly log: ProcedureLog;
  /** Instant of the rehearsal's clock, which runs by the steps. */
  readonly now: string;
  /** The complication that came up and has not been answered. */
  readonly pending: string | undefined;
  /** Complications that were met, in order. */
  readonly met: readonly string[];
  readonly targetId: string | undefined;
  readonly toolLevel: ToolLevel;
  readonly exposures: readonly ExposureEntry[];
  readonly slips: readonly Slip[];
  /** Why the last act was refused; empty where it was not. */
  readonly refusals: readonly Refusal[];
}
