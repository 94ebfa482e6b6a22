import { listSteps, type ProcedureVariant } from "@tributary/care";
import { useMessages } from "../../messages/use-messages.ts";
import { useProcedureWords } from "./use-procedure-words.ts";

/** The steps of a kind of implant in their order: who leads, and which ways lead out when it does not go as planned. */
export function StepList({ variant }: { readonly variant: ProcedureVariant }) {
  const { care: words } = useMessages();
  const procedure = useProcedureWords();
  return (
    <section className="card">
      <h2>{words.stepsOf(procedure.variants[variant.id] ?? variant.title)}</h2>
      <ol className="steps">
        {listSteps(variant).map(({ id, owner, exits }) => (
          <li key={id}>
            <p>
              {procedure.steps[id]} <span className="quiet small">{procedure.roles[owner]}</span>
            </p>
            {exits.length > 0 && (
              <ul className="quiet small">
                {exits.map((exit) => (
                  <li key={exit.id}>{procedure.exits[exit.id] ?? exit.text}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
