import { TributaryError } from "@tributary/model";
import type { Tombstone } from "./record-store.ts";
import type { RecordFault } from "./verify-record.ts";

export function errorRecordUnknown(caseId: string, known: readonly string[]): TributaryError {
  return new TributaryError({
    code: "record-unknown",
    what: "No case of this id is kept here.",
    where: caseId,
    why: known.length === 0 ? "the record is empty" : `kept are ${known.join(", ")}`,
    fix: "Check the id, or put the case on record first.",
  });
}

export function errorRecordExists(caseId: string): TributaryError {
  return new TributaryError({
    code: "record-exists",
    what: "A case of this id is on record already.",
    where: caseId,
    why: "one id is one case; nothing was written",
    fix: "Add to the case that is there, or give the other case another id.",
  });
}

export function errorRecordRefused(caseId: string, why: readonly string[]): TributaryError {
  return new TributaryError({
    code: "record-refused",
    what: "The entry was not written.",
    where: caseId,
    why: why.join("; "),
    fix: "Correct what is named, and write the entry again.",
  });
}

export function errorRecordMovedOn(caseId: string): TributaryError {
  return new TributaryError({
    code: "record-moved-on",
    what: "Someone else wrote to this case in between.",
    where: caseId,
    why: "its log has newer events than the ones that the entry was made for; nothing was written",
    fix: "Look at what is new, and write the entry again if it still holds.",
  });
}

export function errorRecordBroken(caseId: string, faults: readonly RecordFault[]): TributaryError {
  const [{ log, sequence, why }, ...others] = faults as [RecordFault, ...RecordFault[]];
  return new TributaryError({
    code: "record-broken",
    what: "The record of this case is not as it was written.",
    where: `${caseId}, ${log === "case" ? "its log" : log}${sequence === undefined ? "" : `, event ${sequence}`}`,
    why: `${why}${others.length === 0 ? "" : `; and ${others.length} more`}`,
    fix: "Do not rely on it. Restore a backup, or import the case again from the store that owns it.",
  });
}

export function errorRecordNotOwned(caseId: string, owner: string): TributaryError {
  return new TributaryError({
    code: "record-not-owned",
    what: "This case belongs to another store; what is here is a copy.",
    where: caseId,
    why: `${owner} owns it; a copy is read in an emergency only, by name and with a reason, and that is kept`,
    fix: "Read it where it belongs, ask for it to be handed over, or read it in an emergency.",
  });
}

export function errorRecordConflict(caseId: string, otherHashes: readonly string[]): TributaryError {
  return new TributaryError({
    code: "record-conflict",
    what: "Two logs of this case went different ways, and nobody has settled which counts.",
    where: caseId,
    why: `beside the log here stands ${otherHashes.map((hash) => hash.slice(0, 12)).join(", ")}; what it holds might forbid what would be planned`,
    fix: "Look at both, enter what is missing, and settle the conflict.",
  });
}

export function errorRecordErased(caseId: string, { erasedAt, erasedBy, reason }: Tombstone): TributaryError {
  return new TributaryError({
    code: "record-erased",
    what: "This case was erased here and is not taken in again.",
    where: caseId,
    why: `${erasedBy} erased it at ${erasedAt}: ${reason}`,
    fix: "Erase the file it came from too; a new case of the same patient is opened anew.",
  });
}

export function errorRecordLog(fileName: string, line: number | undefined, why: string): TributaryError {
  return new TributaryError({
    code: "record-log-invalid",
    what: "The event log cannot be read.",
    where: line === undefined ? fileName : `${fileName}, line ${line}`,
    why,
    fix: "Export the case again from the store that owns it; a log is not edited by hand.",
  });
}
