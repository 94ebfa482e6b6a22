import { listSteps, type ProcedureVariant, ROLES } from "@tributary/care";
import { useMessages } from "../../messages/use-messages.ts";

/** The steps of a kind of implant in their order: who leads, and which ways lead out when it does not go as planned. */
export function StepList({ variant }: { readonly variant: ProcedureVariant }) {
  const { care: words } = useMessages();
  return (
    <section className="card" lang="en">
      <h2>{words.stepsOf(variant.title)}</h2>
      <ol className="steps">
        {listSteps(variant).map(({ id, title, owner, exits }) => (
          <li key={id}>
            <p>
              {title} <span className="quiet small">{ROLES.find((role) => role.id === owner)?.title}</span>
            </p>
            {exits.length > 0 && (
              <ul className="quiet small">
                {exits.map((exit) => (
                  <li key={exit.id}>{exit.text}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
