import type { RecordId } from "@tributary/care";
import { type FormEvent, useId, useState } from "react";
import { useMessages } from "../../messages/use-messages.ts";
import type { ProcedureBoard } from "./procedure-board.ts";
import { useProcedureWords } from "./use-procedure-words.ts";

/** One thing that a step writes down. */
export function RecordField({ record, board }: { readonly record: RecordId; readonly board: ProcedureBoard }) {
  const { implantPage: words } = useMessages();
  const procedure = useProcedureWords();
  const id = useId();
  const written = board.state.context.records[record];
  const [typed, setTyped] = useState<string | undefined>();
  const value = typed ?? written ?? board.suggest(record) ?? "";
  function write(event: FormEvent): void {
    event.preventDefault();
    board.make({ type: "record", record, value: value.trim() });
    setTyped(undefined);
  }
  return (
    <form className="record-field" onSubmit={write}>
      <label htmlFor={id}>{procedure.records[record]}</label>
      <input
        id={id}
        className="field"
        required
        maxLength={200}
        autoComplete="off"
        value={value}
        onChange={({ target }) => setTyped(target.value)}
      />
      <button type="submit" className="button">
        {words.write}
      </button>
      <span className={written === undefined ? "answer open" : "answer yes"}>
        {written === undefined ? words.open : words.written}
      </span>
    </form>
  );
}
