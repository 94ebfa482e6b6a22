import {
  allReads,
  openConflicts,
  ownLog,
  type RecordEvent,
  type RecordKeeper,
  readInEmergency,
  requireOwnCase,
  type StoredCase,
} from "@tributary/care";
import { joinParts, listPart, tablePart } from "../care/care-text.ts";
import { renderTextTable } from "../output/text-table.ts";
import { describeChange } from "./describe-change.ts";
import { type ActionInput, type RecordAction, readTold, requireSubject, withRecordStore } from "./record-action.ts";

export const listAction: RecordAction = {
  name: "list",
  usage: "",
  summary: "the cases on record",
  run: ({ folder }) =>
    withRecordStore(folder, async ({ store }) => {
      const cases = (await store.listCases()).map(({ caseId, stored }) => ({
        caseId,
        state: stored.state.caseState,
        owner: stored.state.owner ?? "",
        events: stored.sequence,
      }));
      const lost = await store.listLostCases();
      const erased = await store.listTombstones();
      const rows = cases.map(({ caseId, state, owner, events }) => [caseId, state, owner, String(events)]);
      const text = joinParts([
        `Record of ${store.name}, in ${folder}`,
        listPart(
          "Look at first",
          lost.map((caseId) => `${caseId} was written here and is gone; a backup may hold it`),
        ),
        rows.length === 0 ? "No case is on record." : renderTextTable(["case", "state", "owner", "events:"], rows),
        listPart(
          "Erased",
          erased.map(({ erasedAt, erasedBy, reason }) => `${erasedAt} by ${erasedBy}: ${reason}`),
        ),
      ]);
      return { value: { store: store.name, folder, cases, lost, erased }, text };
    }),
};

export const showAction: RecordAction = {
  name: "show",
  usage: "ID [--break-glass --by NAME --why TEXT]",
  summary: "the log of a case; of one that another store owns in an emergency only, which is kept",
  run: (input) =>
    withRecordStore(input.folder, async (keeper) => {
      const caseId = requireSubject(input, "show", "case");
      const stored = await readShown(keeper, caseId, input);
      return {
        value: { ...stored, conflicts: openConflicts(stored) },
        text: describeStored(stored, keeper.store.name),
      };
    }),
};

function readShown(keeper: RecordKeeper, caseId: string, input: ActionInput): Promise<StoredCase> {
  const isEmergency = input.options["break-glass"] === true;
  return isEmergency ? readInEmergency(keeper, caseId, readTold(input)) : requireOwnCase(keeper, caseId);
}

function describeStored(stored: StoredCase, here: string): string {
  const { caseId } = stored;
  const { owner = "", caseState } = stored.stored.state;
  const whose = owner === here ? "owned here" : `a copy; it belongs to ${owner}`;
  return joinParts([
    `${caseId}: ${caseState}, ${whose}\nResearch, planning and training use; this is no medical record.`,
    ...openConflicts(stored).map((other) => describeConflict(ownLog(stored), other)),
    tablePart("Log", describeLog(ownLog(stored), new Set(stored.stored.state.counted))),
    listPart(
      "Read in an emergency",
      allReads(stored).map(({ at, by, why, store }) => `${at} by ${by} at ${store}: ${why}`),
    ),
  ]);
}

/** Both sides of a conflict from where they part. */
function describeConflict(ours: readonly RecordEvent[], other: readonly RecordEvent[]): string {
  const common = ours.findIndex(({ hash }, index) => hash !== other[index]?.hash);
  const hash = other.at(-1)!.hash.slice(0, 12);
  return joinParts([
    `CONFLICT: another log of this case, ${hash}, went its own way after event ${common}. Nothing of it counts here. Look at\nboth, enter what is missing, then: tributary record settle ID --other ${hash}`,
    tablePart("Here", describeLog(ours.slice(common))),
    tablePart("There", describeLog(other.slice(common))),
  ]);
}

function describeLog(log: readonly RecordEvent[], counted?: ReadonlySet<number>): string {
  const withdrawn = new Set(log.flatMap(({ change }) => (change.kind === "withdrawn" ? [change.sequence] : [])));
  const rows = log.map(({ sequence, at, by, why, change }) => [
    String(sequence),
    at,
    by,
    `${describeChange(change)}${counted && withdrawn.has(sequence) ? " (withdrawn)" : ""}`,
    why,
  ]);
  return renderTextTable(["no:", "when", "who", "what", "why"], rows, [undefined, undefined, 20, 60, 30]);
}
