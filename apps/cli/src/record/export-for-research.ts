import { deidentifyRecord, localDate, readClinicalCase, recordChanges, withRecord } from "@tributary/care";
import { readDay } from "../care/read-day.ts";
import { writeFile } from "../output/write-file.ts";
import { listTaskIds } from "./read-entry.ts";
import { type ActionAnswer, type ActionInput, type OpenRecord, readTold } from "./record-action.ts";
import { loadSettledCase } from "./recorded-case.ts";

/** A case without what leads to the patient: days from the implant in place of dates, no name, no text that a person wrote. */
export async function exportForResearch(
  keeper: OpenRecord,
  caseId: string,
  target: string,
  input: ActionInput,
): Promise<ActionAnswer> {
  const { options } = input;
  const told = readTold(input);
  const { loaded, state } = await loadSettledCase(keeper, caseId);
  const clinical = withRecord(readClinicalCase(loaded.case), state);
  const { schedule } = clinical;
  const stated = schedule?.anchors.implant && localDate(schedule.anchors.implant, schedule.zone);
  const implantDate = options["implant-date"] === undefined ? stated : readDay(options["implant-date"], undefined);
  const hasTasks = clinical.variant !== undefined && schedule?.anchors.incision !== undefined;
  const record = deidentifyRecord(clinical, implantDate, hasTasks ? listTaskIds(clinical) : []);
  await recordChanges(keeper, caseId, [{ kind: "copied", as: "research" }], told);
  const path = writeFile(target, `${JSON.stringify(record, undefined, 2)}\n`);
  const times = implantDate === undefined ? "no implant is known: times are years" : "times are days from the implant";
  return { value: { path, ...record }, text: `Written to ${path}: ${times}.` };
}
