import {
  type GuidedRehearsal,
  type ProcedureLog,
  readProcedureLog,
  readRehearsal,
  writeProcedureLog,
  writeRehearsal,
} from "@tributary/care";

/** What was rehearsed and recorded of a case, as it lies in a bundle. */
export interface ImplantFiles {
  readonly rehearsal: GuidedRehearsal | undefined;
  readonly recording: ProcedureLog | undefined;
}

const REHEARSAL = "rehearsal.json";
const RECORDING = "recording.json";

export function writeImplantFiles({ rehearsal, recording }: ImplantFiles): [name: string, text: string][] {
  return [
    ...(rehearsal ? [[REHEARSAL, writeRehearsal(rehearsal)] as [string, string]] : []),
    ...(recording ? [[RECORDING, writeProcedureLog(recording)] as [string, string]] : []),
  ];
}

/**
 * @param results  of a bundle, by name
 * @throws TributaryError "rehearsal-invalid", "recording-invalid", "recording-refused"
 */
export function readImplantFiles(results: ReadonlyMap<string, Uint8Array>, fileName: string): ImplantFiles {
  const textOf = (name: string) => {
    const bytes = results.get(name);
    return bytes && new TextDecoder().decode(bytes);
  };
  const [rehearsal, recording] = [textOf(REHEARSAL), textOf(RECORDING)];
  return {
    rehearsal: rehearsal === undefined ? undefined : readRehearsal(rehearsal, `${fileName}, ${REHEARSAL}`),
    recording: recording === undefined ? undefined : readProcedureLog(recording, `${fileName}, ${RECORDING}`),
  };
}
