import type * as Sqlite from "node:sqlite";
import { errorEngineMissing } from "./store-error.ts";

/**
 * Node's own SQLite, loaded when a record is first opened: Node 22 warns that it is new, some builds leave it out.
 *
 * @throws TributaryError "record-engine-missing"
 */
export async function loadSqlite(): Promise<typeof Sqlite> {
  try {
    return await import("node:sqlite");
  } catch (cause) {
    throw errorEngineMissing(cause);
  }
}
