import type { Tombstone } from "@tributary/care";
import { type ChangeEvent, type FormEvent, useEffect, useId, useRef, useState } from "react";
import { ErrorCard } from "../errors/error-card.tsx";
import { useWorkbench, useWorkspace } from "../frame/workbench-context.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useObservable } from "../state/observable.ts";
import { CaseEntry } from "./case-entry.tsx";
import { useAttempt } from "./use-attempt.ts";
import type { RecordListing, Writer } from "./workbench-record.ts";
import "./my-cases.css";

/** The cases on record, where they are kept, and the open one on its way there. */
export function MyCases() {
  const { record: words } = useMessages();
  const { record } = useWorkbench();
  const listing = useObservable(record.listing);
  const [writer, setWriter] = useState<Writer>({ by: "", why: "" });
  useEffect(() => void record.refresh(), [record]);
  return (
    <section className="card my-cases" aria-label={words.title}>
      <header className="case-head">
        <div>
          <h2>{words.title}</h2>
          <p className="quiet small">{record.place === "program" ? words.inProgram : words.inBrowser}</p>
        </div>
        {listing.kind === "listed" && <ImportButton />}
      </header>
      {listing.kind === "refused" && (
        <ErrorCard error={listing.error}>
          <button type="button" className="button" onClick={() => record.refresh()}>
            {words.again}
          </button>
        </ErrorCard>
      )}
      {listing.kind === "listed" && (
        <>
          <WriterFields writer={writer} onChange={setWriter} />
          <Listed listing={listing} writer={writer} />
        </>
      )}
    </section>
  );
}

function Listed({
  listing: { cases, tombstones },
  writer,
}: {
  readonly listing: Extract<RecordListing, { kind: "listed" }>;
  readonly writer: Writer;
}) {
  const { record: words } = useMessages();
  const { opened } = useWorkspace();
  return (
    <>
      <KeepForm writer={writer} isKnown={cases.some(({ caseId }) => caseId === opened.case.id)} />
      {cases.length === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <ul className="case-entries">
          {cases.map((listed) => (
            <CaseEntry key={listed.caseId} listed={listed} writer={writer} />
          ))}
        </ul>
      )}
      <Erased tombstones={tombstones} />
    </>
  );
}

/** As long as the record takes them. */
const WRITER_LENGTHS = { by: 200, why: 2000 } as const;

function WriterFields({ writer, onChange }: { readonly writer: Writer; readonly onChange: (writer: Writer) => void }) {
  const { record: words } = useMessages();
  const hint = useId();
  return (
    <fieldset className="writer" aria-describedby={hint}>
      {(["by", "why"] as const).map((name) => (
        <label key={name}>
          {words[name]}
          <input
            className="field"
            value={writer[name]}
            maxLength={WRITER_LENGTHS[name]}
            autoComplete="off"
            onChange={({ target }) => onChange({ ...writer, [name]: target.value })}
          />
        </label>
      ))}
      <p id={hint} className="quiet small">
        {words.writerHint}
      </p>
    </fieldset>
  );
}

function KeepForm({ writer, isKnown }: { readonly writer: Writer; readonly isKnown: boolean }) {
  const { record: words } = useMessages();
  const { record } = useWorkbench();
  const { opened } = useWorkspace();
  const { attempt, error, isBusy } = useAttempt();
  const keep = (event: FormEvent) => {
    event.preventDefault();
    void attempt(() => record.keep(opened, writer));
  };
  return (
    <form className="keep" onSubmit={keep}>
      <span className="keep-title">{opened.case.title}</span>
      <button type="submit" className="button main" disabled={isBusy}>
        {isKnown ? words.keepAgain : words.keep}
      </button>
      {error && <ErrorCard error={error} />}
    </form>
  );
}

function ImportButton() {
  const { record: words } = useMessages();
  const { record } = useWorkbench();
  const { attempt, error } = useAttempt();
  const [taken, setTaken] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  async function take({ target }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [file] = target.files ?? [];
    if (!file) return;
    setTaken(undefined);
    await attempt(async () => {
      const { caseId, kind } = await record.import(new Uint8Array(await file.arrayBuffer()), file.name);
      setTaken(`${caseId}: ${words.taken[kind]}`);
    });
    target.value = "";
  }
  return (
    <div className="stack">
      <input
        ref={input}
        type="file"
        accept=".tributary"
        hidden
        aria-label={words.importFile}
        onChange={(event) => void take(event)}
      />
      <button type="button" className="button" onClick={() => input.current?.click()}>
        {words.import}
      </button>
      {taken && <p role="status">{taken}</p>}
      {error && <ErrorCard error={error} />}
    </div>
  );
}

function Erased({ tombstones }: { readonly tombstones: readonly Tombstone[] }) {
  const { record: words } = useMessages();
  if (tombstones.length === 0) return null;
  return (
    <details>
      <summary className="quiet">{words.erased}</summary>
      <ul className="plain-list small">
        {tombstones.map(({ firstHash, erasedAt, erasedBy, reason }) => (
          <li key={`${firstHash} ${erasedAt}`}>
            {erasedAt.slice(0, "2026-11-28T08:00".length).replace("T", " ")} UTC · {erasedBy} · {words.reasons[reason]}
          </li>
        ))}
      </ul>
    </details>
  );
}
