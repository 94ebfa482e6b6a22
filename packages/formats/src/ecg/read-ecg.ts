import { checkFileSize, errorUnsupported } from "../bytes/format-error.ts";
import type { NamedFile } from "../tetrahedra/read-tetrahedra.ts";
import { assembleRecording } from "./assemble-recording.ts";
import { readEcgCsv } from "./ecg-csv.ts";
import type { EcgReadOptions, EcgRecording, FileLeads } from "./ecg-recording.ts";
import { errorFileMissing, readWfdb } from "./read-wfdb.ts";

/** Extensions of the files that an ECG may be made of. */
const ECG_EXTENSIONS = [".csv", ".hea", ".dat", ".mat"] as const;

/**
 * Reads a 12-lead ECG: one table (.csv), or a WFDB header (.hea) with the signal files it names (.dat, .mat).
 *
 * @param options  what the file does not say itself; a file that says otherwise is refused
 * @throws TributaryError of the format's reader; `ecg-lead-missing`, `ecg-lead-repeated`, `ecg-sample-not-finite`,
 *         `ecg-sampling-rate-range`, `ecg-file-missing`, `format-unsupported`, `file-too-large`
 */
export function readEcg(files: readonly NamedFile[], options: EcgReadOptions = {}): EcgRecording {
  for (const { name, bytes } of files) checkFileSize(name, bytes.length);
  return assembleRecording(readLeads(files, options));
}

function readLeads(files: readonly NamedFile[], options: EcgReadOptions): FileLeads {
  const names = files.map(({ name }) => name).join(", ");
  const unknown = files.find(({ name }) => !ECG_EXTENSIONS.some((extension) => name.toLowerCase().endsWith(extension)));
  if (unknown) {
    const fix = "Export the ECG as CSV: a header with the names of the leads, then a row a sample, in mV.";
    throw errorUnsupported(unknown.name, "another kind of file", ECG_EXTENSIONS.join(", "), fix);
  }
  const table = files.find(({ name }) => name.toLowerCase().endsWith(".csv"));
  if (table && files.length === 1) return readEcgCsv(table.bytes, table.name, options);
  if (table) throw errorUnsupported(names, "a table and other files", "one table, or one record", "Name one of them.");
  const headers = files.filter(({ name }) => name.toLowerCase().endsWith(".hea"));
  if (headers.length === 1) return readWfdb(headers[0]!, files, options);
  if (headers.length > 1) throw errorUnsupported(names, "two headers", "one record", "Name one of them.");
  throw errorFileMissing(names, "a header (.hea)", "it names the leads, their gain and the sampling rate");
}
