import {
  beginRehearsal,
  DEFAULT_SITE_POLICY,
  describeProcedure,
  rehearseCase,
  requireVariant,
  scoreProcedure,
} from "@tributary/care";
import { type FormEvent, useState } from "react";
import { CareParts } from "../../care/care-parts.tsx";
import { OperatorFields, USUAL_OPERATOR } from "../../care/operator-fields.tsx";
import { useCareCase } from "../../care/use-care-case.ts";
import { usePlanRun, useWorkbench } from "../../frame/workbench-context.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { NameField } from "./name-field.tsx";
import { NoticeField } from "./notice-field.tsx";

const MOST_SEED = 1_000_000;

/** Where a rehearsal begins: by whom, with which draw, once the notice is confirmed. */
export function StartCard() {
  const { implantPage: words } = useMessages();
  const { store } = useWorkbench();
  const { clinical } = useCareCase();
  const run = usePlanRun();
  const plan = run.kind === "planned" ? run.plan : undefined;
  const [by, setBy] = useState("");
  const [seed, setSeed] = useState(1);
  const [operator, setOperator] = useState(USUAL_OPERATOR);
  const [watched, setWatched] = useState<Parameters<typeof rehearseCase>[1] | undefined>();
  const asked = () => ({ by: by.trim(), seed, startedAt: new Date().toISOString(), ...operator });
  function start(event: FormEvent): void {
    event.preventDefault();
    const rehearsal = beginRehearsal(clinical, plan, DEFAULT_SITE_POLICY, asked());
    store.change({ kind: "rehearsed", rehearsal });
  }
  const log = watched && rehearseCase(clinical, watched);
  return (
    <>
      <form className="card stack start-card" onSubmit={start} aria-label={words.rehearseTitle}>
        <h2>{words.rehearseTitle}</h2>
        <p>{words.rehearseLead}</p>
        {plan === undefined && <p className="quiet">{words.withoutPlan}</p>}
        <div className="row controls">
          <NameField by={by} onChange={setBy} />
          <OperatorFields operator={operator} onChange={setOperator} />
          <label>
            {words.seed}
            <input
              className="field"
              type="number"
              min={0}
              max={MOST_SEED}
              value={seed}
              onChange={({ target }) =>
                setSeed(Math.min(MOST_SEED, Math.max(0, Math.round(target.valueAsNumber || 0))))
              }
            />
          </label>
        </div>
        <NoticeField />
        <div className="row">
          <button type="submit" className="button main">
            {words.start}
          </button>
          <button
            type="button"
            className="button"
            title={words.watchLead}
            onClick={({ currentTarget }) => {
              if (currentTarget.form?.reportValidity()) setWatched(asked());
            }}
          >
            {words.watch}
          </button>
        </div>
      </form>
      {log && <CareParts parts={describeProcedure(log, requireVariant(clinical), scoreProcedure(log))} />}
    </>
  );
}
