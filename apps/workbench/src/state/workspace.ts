import type { Case } from "@tributary/formats";
import { BUILT_IN_CASE } from "@tributary/intake";

/** A case as it was opened, with the files that it names. */
export interface OpenedCase {
  readonly case: Case;
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** What was said of it where it was read. */
  readonly notes: readonly string[];
}

/** Everything a person can change, and so everything that undo goes back over. */
export interface Workspace {
  readonly opened: OpenedCase;
}

/** One change; its kind is the name of the step. */
export type WorkspaceEvent =
  | { readonly kind: "caseOpened"; readonly opened: OpenedCase }
  | { readonly kind: "snapshotOpened"; readonly workspace: Workspace };

export const FIRST_WORKSPACE: Workspace = { opened: { case: BUILT_IN_CASE, files: new Map(), notes: [] } };

export function applyEvent(_workspace: Workspace, event: WorkspaceEvent): Workspace {
  switch (event.kind) {
    case "caseOpened":
      return { opened: event.opened };
    case "snapshotOpened":
      return event.workspace;
  }
}
