import type { ProcedureStep } from "@tributary/care";
import { type FormEvent, useState } from "react";
import { useMessages } from "../../messages/use-messages.ts";
import type { ProcedureBoard } from "./procedure-board.ts";
import { useProcedureWords } from "./use-procedure-words.ts";

/** The ways out of a step; each needs a reason, and one that ends the procedure says who takes over. */
export function StepExits({ step, board }: { readonly step: ProcedureStep; readonly board: ProcedureBoard }) {
  const { implantPage: words } = useMessages();
  const procedure = useProcedureWords();
  const [exit, setExit] = useState(step.exits[0]!.id);
  const [reason, setReason] = useState("");
  const [handover, setHandover] = useState("");
  const target = step.exits.find(({ id }) => id === exit)!.to;
  const isEnding = target === "aborted" || target === "postponed";
  function leave(event: FormEvent): void {
    event.preventDefault();
    board.make({ type: "exit", exit, reason, ...(isEnding && { handover }) });
  }
  return (
    <details className="step-part">
      <summary>{words.exits}</summary>
      <form className="row" onSubmit={leave}>
        <label>
          {words.exit}
          <select className="field" value={exit} onChange={({ target: { value } }) => setExit(value)}>
            {step.exits.map(({ id, text }) => (
              <option key={id} value={id}>
                {procedure.exits[id] ?? text}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.reason}
          <input className="field" value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} />
        </label>
        {isEnding && (
          <label>
            {words.handover}
            <input
              className="field"
              value={handover}
              maxLength={200}
              onChange={({ target }) => setHandover(target.value)}
            />
          </label>
        )}
        <button type="submit" className="button">
          {words.leave}
        </button>
      </form>
    </details>
  );
}
