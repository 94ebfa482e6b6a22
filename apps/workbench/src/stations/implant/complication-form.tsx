import { BAIL_OUTS, listSteps } from "@tributary/care";
import { type FormEvent, useState } from "react";
import { useMessages } from "../../messages/use-messages.ts";
import type { ProcedureBoard } from "./procedure-board.ts";
import { useProcedureWords } from "./use-procedure-words.ts";

/** A complication that happened; those of the step stand first, and what is usually done first stands beside it. */
export function ComplicationForm({ board }: { readonly board: ProcedureBoard }) {
  const { implantPage: words } = useMessages();
  const { complications } = useProcedureWords();
  const { place, context } = board.state;
  const ofStep = listSteps(context.variant).find(({ id }) => id === place)?.complications ?? [];
  const ids = [...new Set([...ofStep, ...BAIL_OUTS.map(({ id }) => id)])];
  const [chosen, setChosen] = useState(ids[0]!);
  const [note, setNote] = useState("");
  function record(event: FormEvent): void {
    event.preventDefault();
    board.make({ type: "complication", complication: chosen, note: note.trim() });
    setNote("");
  }
  return (
    <form className="card complication-form" onSubmit={record}>
      <h2>{words.complication}</h2>
      <select
        className="field"
        aria-label={words.complication}
        value={chosen}
        onChange={({ target }) => setChosen(target.value)}
      >
        {ids.map((id) => (
          <option key={id} value={id}>
            {complications[id]?.name}
          </option>
        ))}
      </select>
      <p className="small quiet">
        {words.usuallyFirst}: {complications[chosen]?.first} *
      </p>
      <label>
        {words.remark}
        <input className="field" value={note} maxLength={200} onChange={({ target }) => setNote(target.value)} />
      </label>
      <button type="submit" className="button">
        {words.write}
      </button>
      {context.complications.length > 0 && (
        <ul>
          {context.complications.map(({ id, at, note: noted }) => (
            <li key={at}>{[complications[id]?.name, noted].filter(Boolean).join(": ")}</li>
          ))}
        </ul>
      )}
      <p className="small quiet">* {words.fromMemory}</p>
    </form>
  );
}
