import { describeImport } from "@tributary/care";
import { CareParts } from "../../care/care-parts.tsx";
import type { FoundRecord } from "../../cases/case-opener.ts";
import { useWorkbench } from "../../frame/workbench-context.ts";
import { useMessages } from "../../messages/use-messages.ts";

interface Props {
  readonly found: FoundRecord;
  readonly onTake: () => void;
}

/** What a patient's record says: found, in conflict, never used, missing. The open case goes on untouched. */
export function FoundRecordCard({ found: { fileName, record }, onTake }: Props) {
  const { found: words, caseForm } = useMessages();
  const { opener } = useWorkbench();
  const title = words.title(fileName);
  return (
    <section className="stack found-record" aria-label={title}>
      <header className="case-head">
        <h2>{title}</h2>
        <div className="row">
          <button type="button" className="button main" onClick={onTake}>
            {caseForm.ofRecord}
          </button>
          <button type="button" className="button" onClick={opener.forgetRecord}>
            {words.forget}
          </button>
        </div>
      </header>
      <CareParts parts={describeImport(record)} />
    </section>
  );
}
