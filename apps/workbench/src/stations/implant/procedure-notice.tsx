import type { RecordingPurpose } from "@tributary/care";
import { useProcedureWords } from "./use-procedure-words.ts";

/** What this is not, on every screen of it, with who confirmed that. */
export function ProcedureNotice({ by, purpose }: { readonly by: string; readonly purpose: RecordingPurpose }) {
  const { notice, notChecked, purposes } = useProcedureWords();
  return (
    <p className="banner" role="note">
      <b>{notice}</b> {by}, {purposes[purpose]}. {notChecked}
    </p>
  );
}
