import { useState } from "react";
import { useMessages } from "../../messages/use-messages.ts";
import type { ProcedureBoard } from "./procedure-board.ts";

/** To interrupt, to go on, and to take the last move back; all but going on need a reason. */
export function BoardActions({ board }: { readonly board: ProcedureBoard }) {
  const { implantPage: words } = useMessages();
  const [reason, setReason] = useState("");
  const { isPaused } = board.state.context;
  return (
    <div className="row board-actions">
      <label>
        {words.reason}
        <input className="field" value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} />
      </label>
      <button type="button" className="button" onClick={() => board.takeBack(reason)}>
        {words.takeBack}
      </button>
      {isPaused ? (
        <button type="button" className="button main" onClick={() => board.make({ type: "resume" })}>
          {words.resume}
        </button>
      ) : (
        <button type="button" className="button" onClick={() => board.make({ type: "pause", reason })}>
          {words.pause}
        </button>
      )}
      {isPaused && <span className="answer open">{words.paused}</span>}
    </div>
  );
}
