import type { GuidedRehearsal, ProcedureLog, RecordState } from "@tributary/care";
import type { Case } from "@tributary/formats";
import { BUILT_IN_CASE } from "@tributary/intake";
import type { Conflict, GeneratorSettings } from "@tributary/model/generator";
import type { ExploredSetting } from "@tributary/plan";

/** A case as it was opened, with the files that it names. */
export interface OpenedCase {
  readonly case: Case;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What was said of it where it was read. */
  readonly notes: readonly string[];
  /** What was rehearsed and recorded of it before, where it came with the case. */
  readonly implant?: {
    readonly rehearsal: GuidedRehearsal | undefined;
    readonly recording: ProcedureLog | undefined;
  };
  /** What its record adds, where it was opened from there. */
  readonly record?: RecordState;
}

/** Everything a person can change, and so everything that undo goes back over. */
export interface Workspace {
  readonly opened: OpenedCase;
  /** How the lead lies and paces; undefined: as the plan puts it first. */
  readonly setting: ExploredSetting | undefined;
  /** Kept to compare with. */
  readonly frozen: ExploredSetting | undefined;
  /** Programmed last; undefined: nominal, as the generator of the case leaves the box. */
  readonly program: AppliedProgram | undefined;
  /** The rehearsal of the implant that was begun last. */
  readonly rehearsal: GuidedRehearsal | undefined;
  /** The recording of a bench, teaching or research case. */
  readonly recording: ProcedureLog | undefined;
}

/** A whole change as the generator took it. */
interface AppliedProgram {
  readonly settings: GeneratorSettings;
  /** Warnings that a person confirmed. */
  readonly confirmed: readonly Conflict[];
}

/** One change; its kind is the name of the step. */
export type WorkspaceEvent =
  | { readonly kind: "caseOpened"; readonly opened: OpenedCase }
  | { readonly kind: "scarMarked"; readonly opened: OpenedCase }
  /** Other values of the same patient. */
  | { readonly kind: "caseChanged"; readonly opened: OpenedCase }
  | { readonly kind: "snapshotOpened"; readonly workspace: Workspace }
  | { readonly kind: "settingChosen"; readonly setting: ExploredSetting }
  | { readonly kind: "settingFrozen"; readonly setting: ExploredSetting }
  | { readonly kind: "frozenReleased" }
  | { readonly kind: "programmed"; readonly program: AppliedProgram }
  | { readonly kind: "rehearsed"; readonly rehearsal: GuidedRehearsal | undefined }
  | { readonly kind: "recorded"; readonly recording: ProcedureLog | undefined };

export const FIRST_WORKSPACE: Workspace = openWorkspace({ case: BUILT_IN_CASE, files: new Map(), notes: [] });

function openWorkspace(opened: OpenedCase): Workspace {
  return {
    opened,
    setting: undefined,
    frozen: undefined,
    program: undefined,
    rehearsal: opened.implant?.rehearsal,
    recording: opened.implant?.recording,
  };
}

export function applyEvent(workspace: Workspace, event: WorkspaceEvent): Workspace {
  switch (event.kind) {
    case "caseOpened":
    case "caseChanged":
      return openWorkspace(event.opened);
    case "scarMarked":
      // The same heart and lead: what was set and kept is still meant.
      return { ...workspace, opened: event.opened };
    case "settingChosen":
      return { ...workspace, setting: event.setting };
    case "settingFrozen":
      return { ...workspace, frozen: event.setting };
    case "frozenReleased":
      return { ...workspace, frozen: undefined };
    case "programmed":
      return { ...workspace, program: event.program };
    case "rehearsed":
      return { ...workspace, rehearsal: event.rehearsal };
    case "recorded":
      return { ...workspace, recording: event.recording };
    case "snapshotOpened":
      return event.workspace;
  }
}
