import type { RecordKeeper, Told } from "@tributary/care";
import { computeSha256 } from "@tributary/formats";
import type { OptionValues } from "../command.ts";
import { openSqliteRecordStore, type SqliteRecordStore } from "../record-store/sqlite-record-store.ts";
import { usage } from "../usage-error.ts";

/** What an action of `tributary record` is given. */
export interface ActionInput {
  /** The name behind the action: a case id, or a file. */
  readonly subject: string | undefined;
  readonly options: OptionValues;
  readonly folder: string;
  /** Instant in UTC. */
  readonly now: string;
}

/** An answer for a program and for a reader. */
export interface ActionAnswer {
  readonly value: unknown;
  readonly text: string;
  /** Something was found that is not as it was written. */
  readonly isFaulty?: boolean;
}

export interface RecordAction {
  readonly name: string;
  /** What stands behind the name: "CASE", "ID --by NAME --why TEXT". */
  readonly usage: string;
  readonly summary: string;
  run(input: ActionInput): Promise<ActionAnswer>;
}

/** An open store, with the rules of care over it. */
export interface OpenRecord extends RecordKeeper {
  readonly store: SqliteRecordStore;
}

/** Opens the store of a folder for one action, and closes it whatever happens. */
export async function withRecordStore<Result>(
  folder: string,
  action: (keeper: OpenRecord) => Promise<Result>,
): Promise<Result> {
  const store = await openSqliteRecordStore(folder);
  try {
    return await action({ store, hash: hashText });
  } finally {
    store.close();
  }
}

export async function hashText(text: string): Promise<string> {
  return computeSha256(new TextEncoder().encode(text));
}

/** @throws TributaryError "usage" where no name stands behind the action */
export function requireSubject({ subject }: ActionInput, action: string, what: string): string {
  if (subject) return subject;
  throw usage(`tributary record ${action}`, `no ${what} is named`);
}

/** Who and why of a change; nothing is written without. @throws TributaryError "usage" */
export function readTold({ options, now }: Pick<ActionInput, "options" | "now">): Told {
  return { by: requireText(options, "by", "who writes this"), at: now, why: requireText(options, "why", "the reason") };
}

/** @throws TributaryError "usage" */
export function requireText(options: OptionValues, name: string, what: string): string {
  const text = String(options[name] ?? "").trim();
  if (text !== "") return text;
  throw usage(`--${name}`, `${what} is missing`);
}
