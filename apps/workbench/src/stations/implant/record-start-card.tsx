import { type RecordingPurpose, requireVariant, startProcedure } from "@tributary/care";
import { type FormEvent, useState } from "react";
import { useCareCase } from "../../care/use-care-case.ts";
import { useWorkbench } from "../../frame/workbench-context.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { NameField } from "./name-field.tsx";
import { NoticeField } from "./notice-field.tsx";
import { useProcedureWords } from "./use-procedure-words.ts";

const PURPOSES: readonly RecordingPurpose[] = ["bench", "teaching", "research"];

/** Where a recording begins: what for, and by whom the notice is confirmed. */
export function RecordStartCard() {
  const { implantPage: words } = useMessages();
  const { purposes } = useProcedureWords();
  const { store } = useWorkbench();
  const { clinical } = useCareCase();
  const [by, setBy] = useState("");
  const [purpose, setPurpose] = useState<RecordingPurpose>("bench");
  function start(event: FormEvent): void {
    event.preventDefault();
    const startedAt = new Date().toISOString();
    const variantId = requireVariant(clinical).id;
    const started = startProcedure({ variantId, purpose, noticeConfirmedBy: by.trim(), startedAt });
    if (started.kind === "accepted") store.change({ kind: "recorded", recording: started.log });
  }
  return (
    <form className="card stack start-card" onSubmit={start} aria-label={words.recordTitle}>
      <h2>{words.recordTitle}</h2>
      <p>{words.recordLead}</p>
      <div className="row controls">
        <NameField by={by} onChange={setBy} />
        <label>
          {words.purpose}
          <select
            className="field"
            value={purpose}
            onChange={({ target }) => setPurpose(PURPOSES[target.selectedIndex]!)}
          >
            {PURPOSES.map((id) => (
              <option key={id} value={id}>
                {purposes[id]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <NoticeField />
      <div className="row">
        <button type="submit" className="button">
          {words.record}
        </button>
      </div>
    </form>
  );
}
