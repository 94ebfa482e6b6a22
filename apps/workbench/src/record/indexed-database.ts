/** IndexedDB as promises, and its refusals as errors that a person can act on. */
import { TributaryError } from "@tributary/model";
import {
  errorBrowserStoreBroken,
  errorBrowserStoreFull,
  errorBrowserStoreMissing,
  errorBrowserStoreNewer,
} from "./browser-store-error.ts";

/** Of the tables below; raised when one changes. */
const SCHEMA_VERSION = 1;

/** Each table by its name, and the key that its rows carry. */
const TABLES = {
  about: "name",
  cases: "caseId",
  events: ["caseId", "log", "sequence"],
  files: ["caseId", "sha256"],
  tombstones: ["firstHash", "erasedAt"],
} as const;
type TableName = keyof typeof TABLES;
const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/**
 * Opens the database of this browser profile, and makes it where there is none.
 *
 * @throws TributaryError "browser-store-missing", "browser-store-newer"
 */
export async function openDatabase(name: string): Promise<IDBDatabase> {
  if (!("indexedDB" in globalThis)) throw errorBrowserStoreMissing("it has no IndexedDB");
  try {
    const request = indexedDB.open(name, SCHEMA_VERSION);
    request.onupgradeneeded = () => {
      for (const [table, keyPath] of Object.entries(TABLES)) {
        request.result.createObjectStore(table, { keyPath: keyPath as string | string[] });
      }
    };
    const database = await settle(request);
    // A newer version of the page, in another tab, may bring the tables up to date.
    database.onversionchange = () => database.close();
    return database;
  } catch (error) {
    if (nameOf(error) === "VersionError") throw errorBrowserStoreNewer(SCHEMA_VERSION);
    throw errorBrowserStoreMissing(error instanceof Error ? error.message : String(error));
  }
}

/** The rows of one transaction. */
export interface Rows {
  get<Row>(table: TableName, key: IDBValidKey): Promise<Row | undefined>;
  /** In the order of their keys; of those only that begin with `start`. */
  list<Row>(table: TableName, start?: readonly string[]): Promise<Row[]>;
  /** The row with the greatest key among those that begin with `start`. */
  last<Row>(table: TableName, start: readonly string[]): Promise<Row | undefined>;
  put(table: TableName, row: object): void;
  removeAll(table: TableName, key: IDBValidKey | IDBKeyRange): void;
}

/**
 * Runs an action in one transaction over all tables: durable as a whole when this returns, or not at all.
 *
 * @throws TributaryError "browser-store-full", "browser-store-broken"; what the action throws
 */
export async function inTransaction<Result>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  action: (rows: Rows) => Promise<Result>,
): Promise<Result> {
  try {
    // "strict": written through to the disk before it counts as done.
    const transaction = database.transaction(TABLE_NAMES, mode, { durability: "strict" });
    const finished = finish(transaction);
    try {
      const result = await action(rowsOf(transaction));
      await finished;
      return result;
    } catch (error) {
      finished.catch(() => {});
      abort(transaction);
      throw error;
    }
  } catch (error) {
    if (error instanceof TributaryError) throw error;
    if (nameOf(error) === "QuotaExceededError") throw errorBrowserStoreFull();
    throw errorBrowserStoreBroken(error instanceof Error ? error.message : String(error));
  }
}

/** Every key that begins with these parts: a list stands behind every text in the order of keys. */
export function keysFrom(start: readonly string[]): IDBKeyRange {
  return IDBKeyRange.bound([...start], [...start, []]);
}

function rowsOf(transaction: IDBTransaction): Rows {
  return {
    get: (table, key) => settle(transaction.objectStore(table).get(key)),
    list: (table, start) => settle(transaction.objectStore(table).getAll(start && keysFrom(start))),
    async last(table, start) {
      const cursor = await settle(transaction.objectStore(table).openCursor(keysFrom(start), "prev"));
      return cursor?.value;
    },
    put: (table, row) => void transaction.objectStore(table).put(row),
    removeAll: (table, key) => void transaction.objectStore(table).delete(key),
  };
}

function settle<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function finish(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("the transaction was ended"));
  });
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}

function nameOf(error: unknown): string {
  return error instanceof DOMException ? error.name : "";
}
