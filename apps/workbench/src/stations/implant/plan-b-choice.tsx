import { PLAN_B_OPTIONS, type PlanBOption } from "@tributary/care";
import { type FormEvent, useState } from "react";
import { useMessages } from "../../messages/use-messages.ts";
import type { ProcedureBoard } from "./procedure-board.ts";
import { useProcedureWords } from "./use-procedure-words.ts";

/** What is done when no lead can be placed through the veins. */
export function PlanBChoice({ board }: { readonly board: ProcedureBoard }) {
  const { implantPage: words } = useMessages();
  const procedure = useProcedureWords();
  const [option, setOption] = useState<PlanBOption>("conductionSystemPacing");
  const [reason, setReason] = useState("");
  function choose(event: FormEvent): void {
    event.preventDefault();
    board.make({ type: "choosePlanB", option, reason });
  }
  return (
    <form className="row" onSubmit={choose}>
      <label>
        {words.planB}
        <select
          className="field"
          value={option}
          onChange={({ target }) => setOption(PLAN_B_OPTIONS[target.selectedIndex]!)}
        >
          {PLAN_B_OPTIONS.map((id) => (
            <option key={id} value={id}>
              {procedure.planB[id]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.reason}
        <input className="field" value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} />
      </label>
      <button type="submit" className="button main">
        {words.complete}
      </button>
    </form>
  );
}
