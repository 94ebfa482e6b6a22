import type { ImportedRecord } from "@tributary/care";
import type { NamedFile } from "@tributary/formats";
import type { TributaryErrorParts } from "@tributary/model";
import type { Engine } from "../engine/engine.ts";
import { readErrorParts } from "../errors/error-parts.ts";
import { createSettable, type Observable } from "../state/observable.ts";
import type { WorkbenchStore } from "../state/workbench-store.ts";
import type { OpenedCase, WorkspaceEvent } from "../state/workspace.ts";
import { readOpenedFiles } from "./read-opened-files.ts";

/** A patient's record that was opened, and what was found in it. */
export interface FoundRecord {
  readonly fileName: string;
  readonly record: ImportedRecord;
}

/** Opens cases from files: one step of the history, planned at once. */
export interface CaseOpener {
  /** Why the last files were refused; undefined where they were not. */
  readonly refusal: Observable<TributaryErrorParts | undefined>;
  /** The record that was opened last; the open case goes on beside it. */
  readonly found: Observable<FoundRecord | undefined>;
  /** @returns the station that shows what came of it */
  open(files: Iterable<File>): Promise<"plan" | "case">;
  /** A case that is there already. */
  show(opened: OpenedCase, kind: Extract<WorkspaceEvent, { opened: OpenedCase }>["kind"]): void;
  forgetRecord(): void;
}

export function createCaseOpener(store: WorkbenchStore, engine: Engine): CaseOpener {
  const refusal = createSettable<TributaryErrorParts | undefined>(undefined);
  const found = createSettable<FoundRecord | undefined>(undefined);
  function show(opened: OpenedCase, kind: Parameters<CaseOpener["show"]>[1]): void {
    refusal.set(undefined);
    store.change({ kind, opened });
    engine.plan(opened);
  }
  return {
    refusal,
    found,
    show,
    forgetRecord: () => found.set(undefined),
    async open(files) {
      try {
        const given = [...files].map(async (file) => ({
          name: file.name,
          bytes: new Uint8Array(await file.arrayBuffer()),
        }));
        const read = readOpenedFiles(await Promise.all(given));
        refusal.set(undefined);
        if (read.kind === "record") {
          found.set(read);
          return "case";
        }
        if (read.kind === "case") show(read.opened, "caseOpened");
        else show(addEcg(store.history.read().present.state.opened, read.files), "caseChanged");
        return "plan";
      } catch (error) {
        refusal.set(readErrorParts(error));
        return "case";
      }
    },
  };
}

function addEcg(opened: OpenedCase, files: readonly NamedFile[]): OpenedCase {
  return {
    ...opened,
    case: { ...opened.case, ecg: { files: files.map(({ name }) => name) } },
    files: new Map([...opened.files, ...files.map(({ name, bytes }) => [name, bytes] as const)]),
  };
}
