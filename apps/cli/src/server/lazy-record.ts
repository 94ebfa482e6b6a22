import type { RecordKeeper } from "@tributary/care";
import { hashText } from "../record/record-action.ts";
import { openSqliteRecordStore, type SqliteRecordStore } from "../record-store/sqlite-record-store.ts";

/** The record of a folder, opened when a page first asks for it: who never does has no folder made for them. */
export interface LazyRecord {
  /** @throws TributaryError of the store; the next call tries again */
  open(): Promise<RecordKeeper>;
  close(): void;
}

export function createLazyRecord(folder: string): LazyRecord {
  let opening: Promise<SqliteRecordStore> | undefined;
  let opened: SqliteRecordStore | undefined;
  return {
    async open() {
      opening ??= openSqliteRecordStore(folder);
      try {
        opened = await opening;
      } catch (error) {
        opening = undefined;
        throw error;
      }
      return { store: opened, hash: hashText };
    },
    close: () => opened?.close(),
  };
}
