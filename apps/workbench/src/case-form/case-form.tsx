import type { TributaryErrorParts } from "@tributary/model";
import { type FormEvent, useRef, useState } from "react";
import { ErrorCard } from "../errors/error-card.tsx";
import { useWorkbench } from "../frame/workbench-context.ts";
import { useMessages } from "../messages/use-messages.ts";
import type { OpenedCase } from "../state/workspace.ts";
import { buildCase, type CaseDraft, checkField, type DraftBase, draftOfCase, listAsked } from "./case-draft.ts";
import { FieldOfForm } from "./field-of-form.tsx";
import { FORM_FIELDS, FORM_SECTIONS, type FormField } from "./form-fields.ts";
import "./case-form.css";

interface Props {
  readonly title: string;
  /** What the form begins with. */
  readonly base: DraftBase;
  /** Files that the case names. */
  readonly files: OpenedCase["files"];
  /** Name of the step that it makes. */
  readonly step: "caseOpened" | "caseChanged";
  readonly onClose: () => void;
}

/** A case by hand: each value is read and judged as in a case file, and told of beside its field. */
export function CaseForm({ title, base, files, step, onClose }: Props) {
  const { caseForm: words } = useMessages();
  const { opener } = useWorkbench();
  const [first] = useState(() => draftOfCase(base));
  const [draft, setDraft] = useState<CaseDraft>(first);
  const [errors, setErrors] = useState<Readonly<Record<string, TributaryErrorParts | undefined>>>({});
  const form = useRef<HTMLFormElement>(null);
  const asked = listAsked(base);
  const missing = asked.filter(({ id }) => (draft[id] ?? "") === "");

  const change = (id: string, text: string) => setDraft((before) => ({ ...before, [id]: text }));
  const judge = ({ id }: FormField) => setErrors((before) => ({ ...before, [id]: checkField(id, draft) }));
  function submit(event: FormEvent): void {
    event.preventDefault();
    const built = buildCase(draft, base, first);
    if (built.kind === "built") {
      opener.show({ case: built.case, notes: built.notes, files }, step);
      onClose();
      return;
    }
    const field = built.field ?? WHOLE;
    setErrors({ ...errors, [field]: built.error });
    form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
  }
  return (
    <form ref={form} className="card case-form" aria-label={title} onSubmit={submit} noValidate>
      <header className="case-head">
        <div>
          <h2>{title}</h2>
          <p className="quiet">{words.lead}</p>
        </div>
        <p className={missing.length > 0 ? "missing" : "quiet"} role="status">
          {words.missing(missing.length, asked.length)}
        </p>
      </header>
      {FORM_SECTIONS.map((section) => (
        <fieldset key={section}>
          <legend>{words.sections[section]}</legend>
          <div className="form-fields">
            {FORM_FIELDS[section]
              .filter((field) => asked.includes(field))
              .map((field) => (
                <FieldOfForm
                  key={field.id}
                  field={field}
                  draft={draft}
                  error={errors[field.id]}
                  onChange={change}
                  onLeave={() => judge(field)}
                />
              ))}
          </div>
        </fieldset>
      ))}
      {errors[WHOLE] && <ErrorCard error={errors[WHOLE]} />}
      <div className="row">
        <button type="submit" className="button main">
          {words.take}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {words.leave}
        </button>
      </div>
    </form>
  );
}

/** Where an error stands that is about no field of the form. */
const WHOLE = "whole";
