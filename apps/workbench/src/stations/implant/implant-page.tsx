import { describeProcedure, rehearseCase, requireVariant, scoreProcedure } from "@tributary/care";
import { type FormEvent, useState } from "react";
import { CarePage } from "../../care/care-page.tsx";
import { CareParts } from "../../care/care-parts.tsx";
import { OperatorFields, USUAL_OPERATOR } from "../../care/operator-fields.tsx";
import { useCareCase } from "../../care/use-care-case.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { StepList } from "./step-list.tsx";

/** The steps of the implant, and a rehearsal of them with events at their published rates. */
export default function ImplantPage() {
  const { care: words } = useMessages();
  const { clinical } = useCareCase();
  const variant = requireVariant(clinical);
  const [by, setBy] = useState("");
  const [seed, setSeed] = useState(1);
  const [operator, setOperator] = useState(USUAL_OPERATOR);
  const [asked, setAsked] = useState<Parameters<typeof rehearseCase>[1] | undefined>();
  function rehearse(event: FormEvent): void {
    event.preventDefault();
    setAsked({ by, seed, startedAt: new Date().toISOString(), ...operator });
    setSeed(seed + 1);
  }
  const log = asked && rehearseCase(clinical, asked);
  return (
    <CarePage
      station="implant"
      controls={
        <form className="row controls" onSubmit={rehearse}>
          <label>
            {words.rehearsedBy}
            <input
              className="field"
              required
              value={by}
              maxLength={80}
              autoComplete="off"
              onChange={({ target }) => setBy(target.value)}
            />
          </label>
          <OperatorFields operator={operator} onChange={setOperator} />
          <button type="submit" className="button main">
            {asked ? words.rehearseAgain : words.rehearse}
          </button>
          <p className="quiet small">{words.rehearsalNotice}</p>
        </form>
      }
    >
      {log && <CareParts parts={describeProcedure(log, variant, scoreProcedure(log))} />}
      <StepList variant={variant} />
    </CarePage>
  );
}
