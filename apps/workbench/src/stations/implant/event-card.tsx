import { offerFirstActions } from "@tributary/care";
import { useMessages } from "../../messages/use-messages.ts";
import { useProcedureWords } from "./use-procedure-words.ts";

interface Props {
  /** The complication that came up. */
  readonly pending: string;
  readonly seed: number;
  readonly onAnswer: (first: string) => void;
}

/** An event of a rehearsal, and what could be done first about it. */
export function EventCard({ pending, seed, onAnswer }: Props) {
  const { implantPage: words } = useMessages();
  const { complications } = useProcedureWords();
  return (
    <section className="card event-card" role="alert">
      <h2>
        {words.event}: {complications[pending]?.name}
      </h2>
      <p>{words.eventAsk}</p>
      <ul>
        {offerFirstActions(pending, seed).map((id) => (
          <li key={id}>
            <button type="button" className="button long" onClick={() => onAnswer(id)}>
              {complications[id]?.first}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
