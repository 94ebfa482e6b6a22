import {
  ERASURE_REASONS,
  eraseRecord,
  openConflicts,
  openRecord,
  recordChanges,
  requireCase,
  requireOwnCase,
} from "@tributary/care";
import { readChoice } from "../care/site-options.ts";
import { NO_INPUT_OPTIONS } from "../input/input-options.ts";
import { loadCase } from "../input/load-case.ts";
import { usage } from "../usage-error.ts";
import { describeChange } from "./describe-change.ts";
import { readEntry } from "./read-entry.ts";
import { type RecordAction, readTold, requireSubject, requireText, withRecordStore } from "./record-action.ts";
import { contentOfCase, loadStoredCase } from "./recorded-case.ts";

export const createAction: RecordAction = {
  name: "create",
  usage: "CASE --by NAME --why TEXT",
  summary: "puts a case and the files it names on record",
  run: (input) =>
    withRecordStore(input.folder, async (keeper) => {
      const loaded = loadCase(requireSubject(input, "create", "case"), NO_INPUT_OPTIONS);
      const caseId = loaded.case.id;
      await openRecord(keeper, caseId, contentOfCase(loaded), readTold(input));
      const text = `${caseId} is on record at ${keeper.store.name}. For example: tributary prepare record:${caseId}`;
      return { value: { caseId, owner: keeper.store.name }, text };
    }),
};

export const appendAction: RecordAction = {
  name: "append",
  usage: "ID ENTRY --by NAME --why TEXT",
  summary: "writes one entry",
  run: (input) =>
    withRecordStore(input.folder, async (keeper) => {
      const caseId = requireSubject(input, "append", "case");
      const told = readTold(input);
      const entry = readEntry(await loadStoredCase(keeper, await requireOwnCase(keeper, caseId)), input);
      const [event] = await recordChanges(keeper, caseId, [entry.change], told, entry.contents);
      return { value: event, text: `${caseId}, event ${event!.sequence}: ${describeChange(entry.change)}` };
    }),
};

export const settleAction: RecordAction = {
  name: "settle",
  usage: "ID --other HASH --by NAME --why TEXT",
  summary: "says that a log in conflict was looked at and does not count",
  run: (input) =>
    withRecordStore(input.folder, async (keeper) => {
      const caseId = requireSubject(input, "settle", "case");
      const start = requireText(input.options, "other", "the other log");
      const hashes = openConflicts(await requireCase(keeper, caseId)).map((log) => log.at(-1)!.hash);
      const found = hashes.filter((hash) => hash.startsWith(start));
      if (found.length !== 1) {
        throw usage("--other", `"${start}" is none of the logs in conflict: ${hashes.join(", ") || "there are none"}`);
      }
      const change = { kind: "conflictSettled", otherHash: found[0]! } as const;
      const [event] = await recordChanges(keeper, caseId, [change], readTold(input));
      return { value: event, text: `${caseId}, event ${event!.sequence}: ${describeChange(change)}` };
    }),
};

export const eraseAction: RecordAction = {
  name: "erase",
  usage: `ID --by NAME --reason ${ERASURE_REASONS.join("|")} --yes`,
  summary: "removes a case for good, from the backups too; a mark without data of the patient stays",
  run: (input) =>
    withRecordStore(input.folder, async (keeper) => {
      const caseId = requireSubject(input, "erase", "case");
      const by = requireText(input.options, "by", "who erases");
      const reason = readChoice("reason", input.options, ERASURE_REASONS);
      if (reason === undefined) throw usage("--reason", `it is one of ${ERASURE_REASONS.join(", ")}`);
      if (input.options["yes"] !== true)
        throw usage("--yes", `${caseId} would be gone for good; say --yes to erase it`);
      const tombstone = await eraseRecord(keeper, caseId, { by, at: input.now, reason });
      const backups = keeper.store.listBackups().length;
      const copies = backups === 0 ? "" : `, also from ${backups === 1 ? "the backup" : `${backups} backups`}`;
      const text = `Erased${copies}. Files it was exported to are yours to remove.`;
      return { value: tombstone, text };
    }),
};
