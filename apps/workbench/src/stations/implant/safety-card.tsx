import { listMandatoryTests, listTimers, type ProcedureLog } from "@tributary/care";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";
import type { ProcedureBoard } from "./procedure-board.ts";
import { useProcedureWords } from "./use-procedure-words.ts";

/** What the incision, the closure and the end wait for, and what the clock asks for. */
export function SafetyCard({ board, log }: { readonly board: ProcedureBoard; readonly log: ProcedureLog }) {
  const { implantPage: words } = useMessages();
  const procedure = useProcedureWords();
  const { number } = useFormat();
  const { context } = board.state;
  const minutesTo = (instant: string) => (Date.parse(instant) - Date.parse(board.startedAt)) / 60_000;
  const conditions = [
    { name: words.timeOut, isDone: context.completed.includes("timeOut") },
    {
      name: words.antibiotic,
      isDone: context.antibiotics.length > 0 || context.antibioticOverride !== undefined,
    },
    ...listMandatoryTests(context).map((test) => ({
      name: procedure.records[test],
      isDone: context.records[test] !== undefined,
    })),
  ];
  return (
    <section className="card">
      <h2>{words.conditions}</h2>
      <p className="clock">
        <span className="quiet">{words.clock}</span> <b>{words.minutes(number(minutesTo(board.now)))}</b>
      </p>
      <ul className="conditions">
        {conditions.map(({ name, isDone }) => (
          <li key={name}>
            <span className={isDone ? "answer yes" : "answer open"}>{isDone ? words.done : words.open}</span> {name}
          </li>
        ))}
        <li>
          <span className="answer no">{words.therapyStates[context.therapies]}</span> {words.therapies}
        </li>
        {listTimers(log, board.now).map(({ id, from, isDue }) => (
          <li key={id}>
            <span className={isDue ? "answer open" : "answer no"}>
              {isDue ? words.due : words.from(number(minutesTo(from)))}
            </span>{" "}
            {procedure.timers[id]}
          </li>
        ))}
      </ul>
    </section>
  );
}
