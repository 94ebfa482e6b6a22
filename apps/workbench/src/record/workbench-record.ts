import {
  type ErasureReason,
  eraseRecord,
  exportRecord,
  fileCase,
  importBundle,
  openConflicts,
  openRecord,
  openRemoteRecordStore,
  type RecordKeeper,
  readFiledCase,
  readInEmergency,
  recordChanges,
  requireSettledCase,
  type StoredCase,
  type TakenIn,
  type Tombstone,
} from "@tributary/care";
import { computeSha256, formatCase } from "@tributary/formats";
import { listNamedFiles, readKnownCase } from "@tributary/intake";
import type { TributaryErrorParts } from "@tributary/model";
import packageInfo from "../../package.json" with { type: "json" };
import { filesOf } from "../engine/specify-opened.ts";
import { readErrorParts } from "../errors/error-parts.ts";
import type { SessionState } from "../session/open-session.ts";
import { createSettable, type Observable } from "../state/observable.ts";
import type { OpenedCase } from "../state/workspace.ts";
import { openIndexedRecordStore } from "./indexed-record-store.ts";

/** One case of the record, as the list shows it. */
export interface ListedCase {
  readonly caseId: string;
  readonly state: string;
  readonly isOwned: boolean;
  readonly owner: string;
  readonly eventCount: number;
  /** Who wrote last, and when by what they said. */
  readonly lastBy: string;
  readonly lastAt: string;
  /** Logs that went another way and nobody settled. */
  readonly conflictCount: number;
}

export type RecordListing =
  | { readonly kind: "opening" }
  | { readonly kind: "refused"; readonly error: TributaryErrorParts }
  | {
      readonly kind: "listed";
      readonly store: string;
      readonly cases: readonly ListedCase[];
      readonly tombstones: readonly Tombstone[];
    };

/** Who writes and why: no entry is written without. */
export interface Writer {
  readonly by: string;
  readonly why: string;
}

/** The cases that are kept: by the program where the page has its session, else by this browser. */
export interface WorkbenchRecord {
  readonly place: "program" | "browser";
  readonly listing: Observable<RecordListing>;
  /** Reads the list anew; the store is opened with the first. */
  refresh(): Promise<void>;
  /** Puts the case on record, or files it anew where it is there already. */
  keep(opened: OpenedCase, writer: Writer): Promise<void>;
  /** A case of this store; that of another is read in an emergency, which is kept. */
  open(listed: ListedCase, writer: Writer): Promise<OpenedCase>;
  /** The file of a case with its whole log. */
  export(caseId: string, writer: Writer): Promise<Uint8Array>;
  import(bytes: Uint8Array, fileName: string): Promise<TakenIn>;
  erase(caseId: string, by: string, reason: ErasureReason): Promise<void>;
}

const hash = async (text: string) => computeSha256(new TextEncoder().encode(text));

export function createWorkbenchRecord(session: SessionState): WorkbenchRecord {
  const place = session === "open" ? "program" : "browser";
  const listing = createSettable<RecordListing>({ kind: "opening" });
  let opening: Promise<RecordKeeper> | undefined;
  /** Opened when it is first needed; tried again where that failed. */
  function keeper(): Promise<RecordKeeper> {
    opening ??= openStore(place).then((store) => ({ store, hash }));
    opening.catch(() => {
      opening = undefined;
    });
    return opening;
  }
  async function refresh(): Promise<void> {
    try {
      const { store } = await keeper();
      const stored = await Promise.all((await store.listCases()).map(({ caseId }) => store.readCase(caseId)));
      const cases = stored.flatMap((one) => (one ? [listCase(one, store.name)] : []));
      listing.set({ kind: "listed", store: store.name, cases, tombstones: await store.listTombstones() });
    } catch (error) {
      listing.set({ kind: "refused", error: readErrorParts(error) });
    }
  }
  /** The list shows what is there after every action, also after one that was refused. */
  async function act<Result>(action: (record: RecordKeeper) => Promise<Result>): Promise<Result> {
    try {
      return await action(await keeper());
    } finally {
      await refresh();
    }
  }
  return {
    place,
    listing,
    refresh,
    keep: (opened, writer) => act((record) => keepCase(record, opened, tell(writer))),
    open: (listed, writer) =>
      act(async (record) => {
        const stored = listed.isOwned
          ? await requireSettledCase(record, listed.caseId)
          : await readInEmergency(record, listed.caseId, tell(writer));
        return openStored(record, stored);
      }),
    export: (caseId, writer) =>
      act(async (record) => {
        const options = { programVersion: packageInfo.version, told: () => tell(writer) };
        return (await exportRecord(record, caseId, options)).bytes;
      }),
    import: (bytes, fileName) => act((record) => importBundle(record, bytes, fileName)),
    erase: (caseId, by, reason) =>
      act(async (record) => void (await eraseRecord(record, caseId, { by, at: new Date().toISOString(), reason }))),
  };
}

async function openStore(place: WorkbenchRecord["place"]) {
  if (place === "program") return openRemoteRecordStore((path, init) => fetch(`/store${path}`, init));
  // Asks the browser not to remove the cases when the disk is full; it may refuse.
  await navigator.storage?.persist?.().catch(() => false);
  return openIndexedRecordStore();
}

function tell({ by, why }: Writer) {
  return { by, why, at: new Date().toISOString() };
}

async function keepCase(record: RecordKeeper, opened: OpenedCase, told: ReturnType<typeof tell>): Promise<void> {
  const { case: value } = opened;
  const files = filesOf(opened);
  const data = new Map(listNamedFiles(value).map((name) => [name, files.read(name).bytes]));
  const content = fileCase(new TextEncoder().encode(formatCase(value)), data);
  if ((await record.store.readCase(value.id)) === undefined) return openRecord(record, value.id, content, told);
  await recordChanges(record, value.id, [{ kind: "caseFiled", files: content.files }], told, content.contents);
}

async function openStored({ store }: RecordKeeper, stored: StoredCase): Promise<OpenedCase> {
  const { caseFile, data } = await readFiledCase(store, stored);
  const read = readKnownCase(caseFile, stored.caseId);
  return { case: read.case, notes: read.notes, files: data, record: stored.stored.state };
}

function listCase(stored: StoredCase, here: string): ListedCase {
  const { state, sequence } = stored.stored;
  const last = stored.logs.find(({ name }) => name === "case")?.events.at(-1);
  return {
    caseId: stored.caseId,
    state: state.caseState,
    isOwned: state.owner === here,
    owner: state.owner ?? "",
    eventCount: sequence,
    lastBy: last?.by ?? "",
    lastAt: last?.at ?? "",
    conflictCount: openConflicts(stored).length,
  };
}
