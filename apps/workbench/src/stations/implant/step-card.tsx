import { listStepActs, listSteps, type ProcedureAct, type ProcedureStep } from "@tributary/care";
import type { ReactNode } from "react";
import { useMessages } from "../../messages/use-messages.ts";
import { PlanBChoice } from "./plan-b-choice.tsx";
import type { ProcedureBoard } from "./procedure-board.ts";
import { RecordField } from "./record-field.tsx";
import { StepExits } from "./step-exits.tsx";
import { useProcedureWords } from "./use-procedure-words.ts";

interface Props {
  readonly board: ProcedureBoard;
  /** What belongs to this step alone: a finding, a choice. */
  readonly children?: ReactNode;
}

/** The step that a procedure is at: who leads, what is at hand, what is written down, what can be done, which ways lead out. */
export function StepCard({ board, children }: Props) {
  const { implantPage: words } = useMessages();
  const procedure = useProcedureWords();
  const { place, context } = board.state;
  const steps = listSteps(context.variant);
  const index = steps.findIndex(({ id }) => id === place);
  const step = steps[index];
  return (
    <section className="card step-card" aria-label={step ? words.step(index + 1, steps.length) : words.planB}>
      {step && <p className="quiet small">{words.step(index + 1, steps.length)}</p>}
      <h2>{procedure.steps[place as keyof typeof procedure.steps]}</h2>
      {step && <StepFacts step={step} />}
      {children}
      {step ? (
        <>
          {step.records.length > 0 && (
            <fieldset className="step-part">
              <legend>{words.records}</legend>
              {step.records.map((record) => (
                <RecordField key={record} record={record} board={board} />
              ))}
            </fieldset>
          )}
          <ActButtons board={board} />
          <button type="button" className="button main" onClick={() => board.make({ type: "complete", step: step.id })}>
            {words.complete}
          </button>
          {step.exits.length > 0 && <StepExits key={step.id} step={step} board={board} />}
        </>
      ) : (
        <PlanBChoice board={board} />
      )}
    </section>
  );
}

function StepFacts({ step }: { readonly step: ProcedureStep }) {
  const { implantPage: words } = useMessages();
  const procedure = useProcedureWords();
  return (
    <dl className="step-facts">
      <dt>{words.owner}</dt>
      <dd>{procedure.roles[step.owner]}</dd>
      {step.equipment.length > 0 && (
        <>
          <dt>{words.equipment}</dt>
          <dd>{step.equipment.map((item) => procedure.equipment[item] ?? item).join("; ")}</dd>
        </>
      )}
    </dl>
  );
}

/** All acts stand there at any time: whether one is right now is for the rules to say. */
function ActButtons({ board }: { readonly board: ProcedureBoard }) {
  const { implantPage: words } = useMessages();
  return (
    <fieldset className="step-part row">
      <legend>{words.acts}</legend>
      {listStepActs(board.state).map(({ act, isDue }) => (
        <button
          key={nameOf(act)}
          type="button"
          className={isDue ? "button due" : "button"}
          onClick={() => board.make(act)}
        >
          {words.actNames[nameOf(act)]}
        </button>
      ))}
    </fieldset>
  );
}

type ActName = keyof ReturnType<typeof useMessages>["implantPage"]["actNames"];

function nameOf(act: ProcedureAct): ActName {
  if (act.type !== "setTherapies") return act.type as ActName;
  return act.to === "on" ? "therapiesOn" : "therapiesOff";
}
