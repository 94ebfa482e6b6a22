import { addStep, type History, redo, startHistory, undo } from "./history.ts";
import { createSettable, type Observable } from "./observable.ts";
import { applyEvent, FIRST_WORKSPACE, type Workspace, type WorkspaceEvent } from "./workspace.ts";

interface Snapshot {
  readonly name: string;
  readonly workspace: Workspace;
}

/** The one place where a case is changed. */
export interface WorkbenchStore {
  readonly history: Observable<History<Workspace>>;
  readonly snapshots: Observable<readonly Snapshot[]>;
  /** @param gesture  events with the same one make one step, such as those of one drag */
  change(event: WorkspaceEvent, gesture?: string): void;
  undo(): void;
  redo(): void;
  /** A name that is taken is given the new state. */
  saveSnapshot(name: string): void;
  removeSnapshot(name: string): void;
}

export function createWorkbenchStore(): WorkbenchStore {
  const history = createSettable(startHistory(FIRST_WORKSPACE));
  const snapshots = createSettable<readonly Snapshot[]>([]);
  return {
    history,
    snapshots,
    change(event, gesture) {
      const { present } = history.read();
      history.set(addStep(history.read(), { state: applyEvent(present.state, event), name: event.kind, gesture }));
    },
    undo: () => history.set(undo(history.read())),
    redo: () => history.set(redo(history.read())),
    saveSnapshot(name) {
      const workspace = history.read().present.state;
      snapshots.set([...snapshots.read().filter((other) => other.name !== name), { name, workspace }]);
    },
    removeSnapshot: (name) => snapshots.set(snapshots.read().filter((other) => other.name !== name)),
  };
}
