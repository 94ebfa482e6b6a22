import { factLabel } from "@tributary/care";
import type { TributaryErrorParts } from "@tributary/model";
import { useId } from "react";
import { useMessages } from "../messages/use-messages.ts";
import { type CaseDraft, dateId } from "./case-draft.ts";
import { type FormField, factOf } from "./form-fields.ts";

interface Props {
  readonly field: FormField;
  readonly draft: CaseDraft;
  readonly error: TributaryErrorParts | undefined;
  readonly onChange: (id: string, text: string) => void;
  readonly onLeave: () => void;
}

/** One question: its unit beside it, why it is asked below, and what is wrong with the answer. */
export function FieldOfForm({ field, draft, error, onChange, onLeave }: Props) {
  const { caseForm: words, units } = useMessages();
  const [control, why, fault] = [useId(), useId(), useId()];
  const text = draft[field.id] ?? "";
  const label = useLabel(field);
  const unit = units[field.unit] ?? field.unit;
  return (
    <div className="form-field">
      <label htmlFor={control}>
        {label}
        {text === "" && <span className="missing small"> · {field.isNeeded ? words.needed : words.empty}</span>}
      </label>
      <div className="row">
        <Control
          field={field}
          id={control}
          text={text}
          describedBy={`${why} ${error ? fault : ""}`.trim()}
          isWrong={error !== undefined}
          onChange={onChange}
          onLeave={onLeave}
        />
        {unit !== "" && <span className="unit">{unit}</span>}
        {field.isDated && text !== "" && (
          <input
            className="field date"
            type="date"
            aria-label={words.dateOf(label)}
            value={draft[dateId(field.id)] ?? ""}
            onChange={({ target }) => onChange(dateId(field.id), target.value)}
            onBlur={onLeave}
          />
        )}
      </div>
      <p id={why} className="quiet small">
        {words.why[field.id]}
      </p>
      {error && (
        <div id={fault} className="field-error small" role="alert">
          <p>
            <strong>{error.what}</strong> {error.why}
          </p>
          <p>
            {error.fix} <code>{error.code}</code>
          </p>
        </div>
      )}
    </div>
  );
}

interface ControlProps {
  readonly field: FormField;
  readonly id: string;
  readonly text: string;
  readonly describedBy: string;
  readonly isWrong: boolean;
  readonly onChange: Props["onChange"];
  readonly onLeave: Props["onLeave"];
}

function Control({ field, id, text, describedBy, isWrong, onChange, onLeave }: ControlProps) {
  const { caseForm: words } = useMessages();
  const shared = {
    id,
    name: field.id,
    className: "field",
    value: text,
    required: field.isNeeded,
    "aria-describedby": describedBy,
    "aria-invalid": isWrong,
    onBlur: onLeave,
  };
  const options = useOptions(field);
  if (options.length > 0) {
    return (
      <select {...shared} onChange={({ target }) => onChange(field.id, target.value)}>
        <option value="">{words.choose}</option>
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...shared}
      type="text"
      inputMode={field.kind === "number" ? "decimal" : "text"}
      autoComplete="off"
      placeholder={words.examples[field.id]}
      onChange={({ target }) => onChange(field.id, target.value)}
    />
  );
}

function useOptions({ kind, options }: FormField): readonly (readonly [string, string])[] {
  const { caseForm: words, casePage, choices } = useMessages();
  if (kind === "flag") {
    return [
      ["true", casePage.yes],
      ["false", casePage.no],
    ];
  }
  return options.map(({ value, label }) => [value, label ?? words.options[value] ?? choices[value] ?? value]);
}

function useLabel({ id, meaning }: FormField): string {
  const { caseForm: words, fields } = useMessages();
  const fact = factOf(id);
  return words.labels[id] ?? fields[id] ?? (fact ? factLabel(fact) : meaning);
}
