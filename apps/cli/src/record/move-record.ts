/** A case leaves the record as a file, and comes in from one. */
import { exportRecord, importBundle, type TakenIn } from "@tributary/care";
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
  const to = input.options["to"] === undefined ? undefined : String(input.options["to"]);
  const { bytes, eventCount } = await exportRecord(keeper, caseId, {
    programVersion: packageInfo.version,
    ...(to === undefined ? {} : { to }),
    told: () => readTold(input),
  });
  const path = writeFile(target, bytes);
  const owner =
    to === undefined ? "It is a copy: the case goes on belonging where it does." : `From here on ${to} owns the case.`;
  return {
    value: { caseId, path, events: eventCount, to },
    text: `Written to ${path}: ${eventCount} events. ${owner}`,
  };
}

export const importAction: RecordAction = {
  name: "import",
  usage: "FILE.tributary",
  summary: "takes a case in with its whole log; a log that went another way is kept beside ours as a conflict",
  run: (input) =>
    withRecordStore(input.folder, async (keeper) => {
      const { name, bytes } = readInputFile(requireSubject(input, "import", "file"));
      const taken = await importBundle(keeper, bytes, name);
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
