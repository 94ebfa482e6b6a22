/** A case leaves the record as a file, and comes in from one. */
import {
  moveOut,
  type RecordChange,
  readEventLines,
  recordChanges,
  requireCase,
  type TakenIn,
  takeInRecord,
  writeEventLines,
} from "@tributary/care";
import { computeSha256, readBundle, writeBundle } from "@tributary/formats";
import packageInfo from "../../package.json" with { type: "json" };
import { readInputFile } from "../input/read-input-file.ts";
import { writeFile } from "../output/write-file.ts";
import { usage } from "../usage-error.ts";
import { exportForResearch } from "./export-for-research.ts";
import {
  type ActionAnswer,
  type ActionInput,
  type OpenRecord,
  type RecordAction,
  readTold,
  requireSubject,
  requireText,
  withRecordStore,
} from "./record-action.ts";

const EVENTS_ENTRY = "events.jsonl";

export const exportAction: RecordAction = {
  name: "export",
  usage: "ID --output FILE --by NAME --why TEXT [--to STORE | --deidentified]",
  summary:
    "the case with its whole log as one .tributary file; --to hands it over; --deidentified: as JSON, for research",
  run: (input) =>
    withRecordStore(input.folder, async (keeper) => {
      const caseId = requireSubject(input, "export", "case");
      const target = requireText(input.options, "output", "the file to write");
      if (input.options["deidentified"] === true) return exportForResearch(keeper, caseId, target, input);
      if (!target.toLowerCase().endsWith(".tributary"))
        throw usage("--output", `"${target}" is not the name of a .tributary file`);
      return exportBundle(keeper, caseId, target, input);
    }),
};

async function exportBundle(
  keeper: OpenRecord,
  caseId: string,
  target: string,
  input: ActionInput,
): Promise<ActionAnswer> {
  const to = input.options["to"];
  const isOwned = (await requireCase(keeper, caseId)).stored.state.owner === keeper.store.name;
  const change: RecordChange =
    to === undefined ? { kind: "copied", as: "case" } : { kind: "handedOver", to: String(to) };
  // A copy that goes on, or back, writes nothing: its log is its owner's.
  if (isOwned || to !== undefined) await recordChanges(keeper, caseId, [change], readTold(input));
  const stored = await requireCase(keeper, caseId);
  const { events, contents } = await moveOut(keeper.store, stored);
  const { files } = stored.stored.state;
  const contentOf = (sha256: string) => contents.get(sha256)!;
  const bytes = writeBundle({
    programVersion: packageInfo.version,
    caseFile: contentOf(files.find(({ role }) => role === "case")!.sha256),
    data: new Map(files.filter(({ role }) => role === "data").map(({ name, sha256 }) => [name, contentOf(sha256)])),
    events: new TextEncoder().encode(writeEventLines(events)),
    results: new Map(),
  });
  const path = writeFile(target, bytes);
  const owner =
    to === undefined ? "It is a copy: the case goes on belonging where it does." : `From here on ${to} owns the case.`;
  return {
    value: { caseId, path, events: events.length, to },
    text: `Written to ${path}: ${events.length} events. ${owner}`,
  };
}

export const importAction: RecordAction = {
  name: "import",
  usage: "FILE.tributary",
  summary: "takes a case in with its whole log; a log that went another way is kept beside ours as a conflict",
  run: (input) =>
    withRecordStore(input.folder, async (keeper) => {
      const { name, bytes } = readInputFile(requireSubject(input, "import", "file"));
      const { caseFile, data, events } = readBundle(bytes, name);
      const lines = new TextDecoder().decode(events ?? new Uint8Array());
      const contents = new Map([caseFile, ...data.values()].map((content) => [computeSha256(content), content]));
      const moved = { events: readEventLines(lines, `${name}, ${EVENTS_ENTRY}`), contents };
      const taken = await takeInRecord(keeper, moved, `${name}, ${EVENTS_ENTRY}`);
      return { value: taken, text: `${taken.caseId}: ${TAKEN_IN_TEXTS[taken.kind]}${describeCounts(taken)}` };
    }),
};

const TAKEN_IN_TEXTS: Readonly<Record<TakenIn["kind"], string>> = {
  opened: "taken in",
  same: "nothing new in its log",
  ahead: "the log here has all of it, and more",
  extended: "its log goes on",
  conflict: "CONFLICT: both logs went on by themselves; `tributary record show` shows them side by side",
};

function describeCounts({ newEvents, newReads }: TakenIn): string {
  const parts = [
    ...(newEvents > 0 ? [`${newEvents} events`] : []),
    ...(newReads > 0 ? [`${newReads} reads in an emergency`] : []),
  ];
  return parts.length === 0 ? "" : ` (${parts.join(", ")} new)`;
}
