import { listMissingClinicalValues } from "@tributary/formats";
import { useState } from "react";
import { baseOfRecord, type DraftBase } from "../../case-form/case-draft.ts";
import { CaseForm } from "../../case-form/case-form.tsx";
import { OpenButton } from "../../cases/open-button.tsx";
import { SaveButton } from "../../cases/save-button.tsx";
import { ErrorCard } from "../../errors/error-card.tsx";
import { addressOf } from "../../frame/use-station.ts";
import { usePlanRun, useWorkbench, useWorkspace } from "../../frame/workbench-context.ts";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { MyCases } from "../../record/my-cases.tsx";
import { useObservable } from "../../state/observable.ts";
import type { OpenedCase } from "../../state/workspace.ts";
import { FirstCases } from "./first-cases.tsx";
import { FoundRecordCard } from "./found-record.tsx";
import { CASE_SECTIONS, type CaseRow, listCaseRows } from "./list-case-rows.ts";
import "./case-page.css";

/** What is asked for by hand. */
interface OpenForm {
  readonly title: string;
  readonly base: DraftBase;
  readonly files: OpenedCase["files"];
  readonly step: "caseOpened" | "caseChanged";
}

const NO_FILES: OpenedCase["files"] = new Map();

export default function CasePage() {
  const { casePage, caseForm } = useMessages();
  const { opener } = useWorkbench();
  const refusal = useObservable(opener.refusal);
  const found = useObservable(opener.found);
  const [form, setForm] = useState<OpenForm>();
  const { opened } = useWorkspace();
  const openNew = (base: DraftBase) => setForm({ title: caseForm.newCase, base, files: NO_FILES, step: "caseOpened" });
  const openChange = () =>
    setForm({ title: caseForm.changeCase, base: opened.case, files: opened.files, step: "caseChanged" });
  return (
    <div className="stack case-page">
      <header className="case-head">
        <div>
          <h1>{opened.case.title}</h1>
          <p className="quiet">{casePage.lead}</p>
        </div>
        <div className="row">
          <OpenButton />
          <button type="button" className="button" onClick={() => openNew({})}>
            {caseForm.newCase}
          </button>
          <button type="button" className="button" onClick={openChange}>
            {caseForm.changeCase}
          </button>
          <SaveButton />
          <PlanButton />
        </div>
      </header>
      {refusal && <ErrorCard error={refusal} />}
      {found && <FoundRecordCard found={found} onTake={() => openNew(baseOfRecord(found.record))} />}
      {form && <CaseForm key={formKey(form, found?.fileName)} {...form} onClose={() => setForm(undefined)} />}
      <CaseSheet opened={opened} />
      <MyCases />
      <FirstCases />
    </div>
  );
}

/** Another form begins anew. */
function formKey({ step, base }: OpenForm, fileName: string | undefined): string {
  return `${step} ${base.id ?? ""} ${base.clinical ? fileName : ""}`;
}

function PlanButton() {
  const { run: words } = useMessages();
  const { engine } = useWorkbench();
  const { opened } = useWorkspace();
  const run = usePlanRun();
  if (run.kind === "running" || run.kind === "planned") {
    return (
      <a className="button main" href={addressOf("plan")}>
        {words.show}
      </a>
    );
  }
  return (
    <button type="button" className="button main" onClick={() => engine.plan(opened)}>
      {words.plan}
    </button>
  );
}

function CaseSheet({ opened }: { readonly opened: OpenedCase }) {
  const { casePage, fields } = useMessages();
  const sections = CASE_SECTIONS.map((section) => ({ section, rows: listCaseRows(opened.case, section) }));
  const shown = new Set(sections.flatMap(({ rows }) => rows.map(({ path }) => path)));
  const unshown = listMissingClinicalValues(opened.case).filter(({ path }) => !shown.has(path));
  return (
    <div className="case-sheet">
      {sections.map(({ section, rows }) => (
        <Section key={section} title={casePage.sections[section]} rows={rows} />
      ))}
      {unshown.length > 0 && (
        <section className="card">
          <h2>{casePage.missingTitle}</h2>
          <ul className="plain-list">
            {unshown.map(({ path, meaning }) => (
              <li key={path}>{fields[path] ?? meaning}</li>
            ))}
          </ul>
        </section>
      )}
      {opened.notes.length > 0 && (
        <section className="card">
          <h2>{casePage.remarks}</h2>
          <ul className="plain-list">
            {opened.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Section({ title, rows }: { readonly title: string; readonly rows: readonly CaseRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section className="card">
      <h2>{title}</h2>
      <dl className="facts">
        {rows.map((row) => (
          <Row key={row.path} row={row} />
        ))}
      </dl>
    </section>
  );
}

function Row({ row }: { readonly row: CaseRow }) {
  const { casePage } = useMessages();
  const name = useFieldName(row.path, row.meaning);
  const value = useFieldValue(row);
  return (
    <div title={row.meaning}>
      <dt>{name}</dt>
      {value === undefined ? <dd className="missing">{casePage.missing}</dd> : <dd>{value}</dd>}
    </div>
  );
}

function useFieldName(path: string, meaning: string): string {
  return useMessages().fields[path] ?? meaning;
}

function useFieldValue({ value, unit }: CaseRow): string | undefined {
  const { casePage, choices, units } = useMessages();
  const format = useFormat();
  if (value === undefined) return undefined;
  if (typeof value === "boolean") return value ? casePage.yes : casePage.no;
  if (typeof value === "string") return choices[value] ?? value;
  const spelled = units[unit] ?? unit;
  return `${format.number(value, Number.isInteger(value) ? 0 : 1)}${spelled === "" ? "" : ` ${spelled}`}`;
}
