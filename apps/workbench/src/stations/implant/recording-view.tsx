import {
  applyMove,
  type MoveResult,
  type ProcedureAct,
  type ProcedureLog,
  type ProcedureMove,
  type Refusal,
  replayProcedure,
  undoMove,
  writeProcedureLog,
} from "@tributary/care";
import { useState } from "react";
import { useWorkbench } from "../../frame/workbench-context.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { ComplicationForm } from "./complication-form.tsx";
import { LogBar } from "./log-bar.tsx";
import type { ProcedureBoard } from "./procedure-board.ts";
import { ProcedureNotice } from "./procedure-notice.tsx";
import { RefusalList } from "./refusal-list.tsx";
import { SafetyCard } from "./safety-card.tsx";
import { StepCard } from "./step-card.tsx";
import { useNow } from "./use-now.ts";
import { useProcedureWords } from "./use-procedure-words.ts";

/** A bench, teaching or research case that is written down as it happens, with controls for a hand in a glove. */
export function RecordingView({ recording }: { readonly recording: ProcedureLog }) {
  const { store } = useWorkbench();
  const { implantPage: words } = useMessages();
  const { ends } = useProcedureWords();
  const [by, setBy] = useState(recording.noticeConfirmedBy);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const now = useNow();
  function keep(result: MoveResult): void {
    setRefusals(result.kind === "refused" ? result.reasons : []);
    if (result.kind === "accepted") store.change({ kind: "recorded", recording: result.log });
  }
  const stamp = () => ({ by: by.trim(), at: new Date().toISOString() });
  const board: ProcedureBoard = {
    state: replayProcedure(recording),
    now,
    startedAt: recording.startedAt,
    refusals,
    make: (act: ProcedureAct) => keep(applyMove(recording, { ...act, ...stamp() } as ProcedureMove)),
    takeBack: (reason) => keep(undoMove(recording, { ...stamp(), reason })),
    suggest: () => undefined,
  };
  const { state } = board;
  return (
    <div className="stack large">
      <ProcedureNotice by={recording.noticeConfirmedBy} purpose={recording.purpose} />
      <RefusalList refusals={refusals} />
      <div className="procedure">
        {state.isEnded ? (
          <section className="card step-card">
            <h2>{ends[state.place as keyof typeof ends]}</h2>
          </section>
        ) : (
          <StepCard board={board}>
            <label className="step-part row">
              {words.recordedBy}
              <input className="field" value={by} maxLength={80} onChange={({ target }) => setBy(target.value)} />
            </label>
          </StepCard>
        )}
        <div className="stack">
          <SafetyCard board={board} log={recording} />
          {!state.isEnded && <ComplicationForm board={board} />}
        </div>
      </div>
      <LogBar
        board={board}
        fileSuffix="recording"
        write={() => writeProcedureLog(recording)}
        leaveLabel={words.endRecording}
        onLeave={() => store.change({ kind: "recorded", recording: undefined })}
      />
    </div>
  );
}
