import { readEcg } from "@tributary/formats";
import type { EcgSignal } from "@tributary/model";
import type { LoadedCase } from "./load-case.ts";
import { readInputFile } from "./read-input-file.ts";

/**
 * The ECG of a case; undefined when the case names none.
 *
 * @throws TributaryError of the readers
 */
export function specifyEcg({ case: value, folder }: LoadedCase): {
  readonly ecg: EcgSignal | undefined;
  readonly remarks: readonly string[];
} {
  if (!value.ecg) return { ecg: undefined, remarks: [] };
  const { files, samplingRate_Hz, units } = value.ecg;
  const named = files.map((file) => readInputFile(file, folder));
  const { ecg, remarks } = readEcg(named, { samplingRate_Hz, units });
  return { ecg, remarks };
}
