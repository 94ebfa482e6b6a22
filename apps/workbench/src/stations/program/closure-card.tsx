import type { ImplantTestRound, TestOverride } from "@tributary/model/generator";
import { useId, useState } from "react";
import { useMessages } from "../../messages/use-messages.ts";

interface Props {
  readonly round: ImplantTestRound;
  readonly onOverride: (override: TestOverride) => void;
}

/** Whether the pocket may be closed; a test that failed or is missing can be taken on somebody's responsibility, with a reason. */
export function ClosureCard({ round, onOverride }: Props) {
  const { device } = useMessages();
  const { tests: words } = device;
  const nameOf = (id: string) => words.names[id] ?? id;
  const { closure } = round;
  if (closure.kind === "may-close") {
    const taken = closure.overridden.map(({ id, reason }) => `${nameOf(id)} (${reason})`).join("; ");
    return (
      <p className="card closure good" role="status">
        {taken === "" ? words.mayClose : words.overridden(taken)}
      </p>
    );
  }
  const open = closure.open.map(({ id, outcome }) => `${nameOf(id)} (${words.outcomes[outcome]})`).join("; ");
  return (
    <section className="card closure bad stack">
      <p role="status">{words.blocked(open)}</p>
      {closure.open.map(({ id }) => (
        <Override key={id} name={nameOf(id)} onOverride={(reason) => onOverride({ id, reason })} />
      ))}
    </section>
  );
}

function Override({ name, onOverride }: { readonly name: string; readonly onOverride: (reason: string) => void }) {
  const { device } = useMessages();
  const { tests: words } = device;
  const id = useId();
  const [reason, setReason] = useState("");
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== "") onOverride(reason.trim());
      }}
    >
      <label htmlFor={id}>
        {name}: {words.reason}
      </label>
      <input id={id} className="field" value={reason} onChange={({ target }) => setReason(target.value)} />
      <button type="submit" className="button" disabled={reason.trim() === ""}>
        {words.override}
      </button>
    </form>
  );
}
