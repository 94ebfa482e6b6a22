import type { Refusal } from "@tributary/care";
import { useMessages } from "../../messages/use-messages.ts";
import { useProcedureWords } from "./use-procedure-words.ts";

/** Why the last act was refused, and what to do instead. */
export function RefusalList({ refusals }: { readonly refusals: readonly Refusal[] }) {
  const { implantPage: words } = useMessages();
  if (refusals.length === 0) return <div role="alert" />;
  return (
    <section className="card refusals" role="alert">
      <h2>{words.refused}</h2>
      <ul>
        {refusals.map((refusal) => (
          <li key={refusal.id}>
            <RefusalText refusal={refusal} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function RefusalText({ refusal: { id, why, fix, missing = [] } }: { readonly refusal: Refusal }) {
  const procedure = useProcedureWords();
  const said = procedure.refusals[id] ?? { why, fix };
  const names = missing.map((record) => procedure.records[record]).join(", ");
  return (
    <>
      <b>{names === "" ? said.why : `${said.why}: ${names}`}.</b> {said.fix}
    </>
  );
}
