import realCase from "@tributary/examples/real-heart/case.json?raw";
import heartAddress from "@tributary/examples/real-heart/heart.vtp?url";
import { type Case, parseCase } from "@tributary/formats";
import { BUILT_IN_CASES } from "@tributary/intake";
import { ErrorCard } from "../../errors/error-card.tsx";
import { addressOf } from "../../frame/use-station.ts";
import { useWorkbench } from "../../frame/workbench-context.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { useAttempt } from "../../record/use-attempt.ts";

const REAL_CASE = parseCase(realCase, "case.json");

/** Patients to begin with: those that the program carries, and the heart of a real person. */
export function FirstCases() {
  const { firstCases: words } = useMessages();
  const { opener } = useWorkbench();
  const { attempt, error, isBusy } = useAttempt();
  function show(value: Case, files: ReadonlyMap<string, Uint8Array>): void {
    opener.show({ case: value, files, notes: [] }, "caseOpened");
    location.hash = addressOf("plan");
  }
  async function showReal(): Promise<void> {
    const bytes = new Uint8Array(await (await fetch(heartAddress)).arrayBuffer());
    show(REAL_CASE, new Map([["heart.vtp", bytes]]));
  }
  return (
    <section className="card first-cases" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="quiet small">{words.lead}</p>
      <ul className="plain-list">
        {BUILT_IN_CASES.map((value) => (
          <li key={value.id}>
            <button type="button" className="button" onClick={() => show(value, new Map())}>
              {words.names[value.id] ?? value.title}
            </button>
          </li>
        ))}
        <li>
          <button type="button" className="button" disabled={isBusy} onClick={() => attempt(showReal)}>
            {words.names[REAL_CASE.id]}
          </button>
          <p className="quiet small">{words.real}</p>
        </li>
      </ul>
      {error && <ErrorCard error={error} />}
    </section>
  );
}
