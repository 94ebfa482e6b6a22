import { ERASURE_REASONS, type ErasureReason } from "@tributary/care";
import { type FormEvent, useState } from "react";
import { saveFile } from "../cases/save-file.ts";
import { ErrorCard } from "../errors/error-card.tsx";
import { addressOf } from "../frame/use-station.ts";
import { useWorkbench } from "../frame/workbench-context.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useAttempt } from "./use-attempt.ts";
import type { ListedCase, Writer } from "./workbench-record.ts";

interface Props {
  readonly listed: ListedCase;
  readonly writer: Writer;
}

/** One case on record; what goes wrong with it is told below it. */
export function CaseEntry({ listed, writer }: Props) {
  const { record: words } = useMessages();
  const { record, opener } = useWorkbench();
  const { attempt, error, isBusy } = useAttempt();
  const [isErasing, setErasing] = useState(false);
  const { caseId, isOwned } = listed;
  async function open(): Promise<void> {
    opener.show(await record.open(listed, writer), "caseOpened");
    location.hash = addressOf("plan");
  }
  async function exportFile(): Promise<void> {
    const bytes = await record.export(caseId, writer);
    saveFile(`${caseId}.tributary`, new Uint8Array(bytes), "application/zip");
  }
  return (
    <li aria-label={caseId}>
      <div className="case-entry">
        <div>
          <p>
            <strong>{caseId}</strong>
            {listed.conflictCount > 0 && <span className="missing"> · {words.conflict}</span>}
          </p>
          <p className="quiet small">{useEntryLine(listed)}</p>
        </div>
        <div className="row">
          <button type="button" className="button" disabled={isBusy} onClick={() => attempt(open)}>
            {isOwned ? words.open : words.openInEmergency}
          </button>
          <button type="button" className="button" disabled={isBusy} onClick={() => attempt(exportFile)}>
            {words.export}
          </button>
          <button
            type="button"
            className="button"
            aria-expanded={isErasing}
            disabled={isBusy}
            onClick={() => setErasing(!isErasing)}
          >
            {words.erase}
          </button>
        </div>
      </div>
      {isErasing && <EraseForm caseId={caseId} by={writer.by} onAttempt={attempt} />}
      {error && <ErrorCard error={error} />}
    </li>
  );
}

function useEntryLine({ state, eventCount, lastBy, lastAt, isOwned, owner }: ListedCase): string {
  const { record: words } = useMessages();
  const when = lastAt.slice(0, "2026-11-28T08:00".length).replace("T", " ");
  const parts = [words.states[state] ?? state, words.entries(eventCount), words.last(lastBy, `${when} UTC`)];
  return [...parts, ...(isOwned ? [] : [words.copyOf(owner)])].join(" · ");
}

/** Nothing brings an erased case back, so this is asked for. */
function EraseForm({
  caseId,
  by,
  onAttempt,
}: {
  readonly caseId: string;
  readonly by: string;
  readonly onAttempt: (action: () => Promise<void>) => Promise<void>;
}) {
  const { record: words } = useMessages();
  const { record } = useWorkbench();
  const [reason, setReason] = useState<ErasureReason>(ERASURE_REASONS[0]);
  const erase = (event: FormEvent) => {
    event.preventDefault();
    void onAttempt(() => record.erase(caseId, by, reason));
  };
  return (
    <form className="erase" onSubmit={erase}>
      <p>{words.eraseHint}</p>
      <div className="row">
        <label>
          {words.reason}
          <select className="field" value={reason} onChange={({ target }) => setReason(target.value as ErasureReason)}>
            {ERASURE_REASONS.map((known) => (
              <option key={known} value={known}>
                {words.reasons[known]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button danger">
          {words.eraseNow}
        </button>
      </div>
    </form>
  );
}
