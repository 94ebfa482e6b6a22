import type { TributaryErrorParts } from "@tributary/model";
import type { Engine } from "../engine/engine.ts";
import { readErrorParts } from "../errors/error-parts.ts";
import { createSettable, type Observable } from "../state/observable.ts";
import type { WorkbenchStore } from "../state/workbench-store.ts";
import { readOpenedFiles } from "./read-opened-files.ts";

/** Opens cases from files: one step of the history, planned at once. */
export interface CaseOpener {
  /** Why the last files were refused; undefined where they were not. */
  readonly refusal: Observable<TributaryErrorParts | undefined>;
  /** @returns whether a case was opened */
  open(files: Iterable<File>): Promise<boolean>;
}

export function createCaseOpener(store: WorkbenchStore, engine: Engine): CaseOpener {
  const refusal = createSettable<TributaryErrorParts | undefined>(undefined);
  return {
    refusal,
    async open(files) {
      try {
        const given = [...files].map(async (file) => ({
          name: file.name,
          bytes: new Uint8Array(await file.arrayBuffer()),
        }));
        const opened = readOpenedFiles(await Promise.all(given));
        refusal.set(undefined);
        store.change({ kind: "caseOpened", opened });
        engine.plan(opened);
        return true;
      } catch (error) {
        refusal.set(readErrorParts(error));
        return false;
      }
    },
  };
}
