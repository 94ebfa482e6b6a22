import { ownLog, verifyFiles, verifyStoredCase } from "@tributary/care";
import { joinParts, listPart } from "../care/care-text.ts";
import { restoreStore } from "../record-store/restore-store.ts";
import { type OpenRecord, type RecordAction, withRecordStore } from "./record-action.ts";

export const verifyAction: RecordAction = {
  name: "verify",
  usage: "[ID]",
  summary: "whether every event, state and file is as it was written, and none is missing; ends with 1 if not",
  run: ({ folder, subject }) =>
    withRecordStore(folder, async (keeper) => {
      const ids = (await keeper.store.listCases()).map(({ caseId }) => caseId);
      const lost = await keeper.store.listLostCases();
      const wanted = subject === undefined ? [...ids, ...lost] : [subject];
      const checks = await Promise.all(wanted.map((caseId) => verifyCase(keeper, caseId)));
      const text = checks.map(({ caseId, events, faults }) =>
        faults.length === 0
          ? `${caseId}: ${events} events, as they were written`
          : listPart(`${caseId}: NOT AS WRITTEN`, faults),
      );
      const isFaulty = checks.some(({ faults }) => faults.length > 0);
      return { value: checks, text: text.length === 0 ? "No case is on record." : joinParts(text), isFaulty };
    }),
};

async function verifyCase({ store, hash }: OpenRecord, caseId: string) {
  const stored = await store.readCase(caseId);
  if (!stored) return { caseId, events: 0, faults: ["it is not on record; a backup may hold it"] };
  const faults = [...(await verifyStoredCase(stored, hash)), ...(await verifyFiles(store, stored))];
  return {
    caseId,
    events: ownLog(stored).length,
    faults: faults.map(
      ({ log, sequence, why }) => `${log}${sequence === undefined ? "" : `, event ${sequence}`}: ${why}`,
    ),
  };
}

export const backupAction: RecordAction = {
  name: "backup",
  usage: "",
  summary: "a backup of the whole record, checked; it lies beside the record, so copy it to another disk",
  run: ({ folder, now }) =>
    withRecordStore(folder, async ({ store }) => {
      const path = await store.backUp(now);
      return { value: { path, backups: store.listBackups() }, text: `Written to ${path}` };
    }),
};

export const restoreAction: RecordAction = {
  name: "restore",
  usage: "[BACKUP]",
  summary: "goes back to the newest whole backup, or the one named; what stood there is put aside",
  async run({ folder, subject, now }) {
    const restored = await restoreStore(folder, now, subject);
    const text = joinParts([
      `Restored ${restored.backup}.${restored.putAside === undefined ? "" : ` What stood there is now ${restored.putAside}`}`,
      listPart(
        "Lost since that backup; import these cases again where they were exported to",
        restored.lost.map(({ caseId, from, to }) =>
          to === 0
            ? `${caseId}: all ${from} events`
            : `${caseId}: ${to + 1 === from ? `event ${from}` : `events ${to + 1} to ${from}`}`,
        ),
      ),
    ]);
    return { value: restored, text };
  },
};
