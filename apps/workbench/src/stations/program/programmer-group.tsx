import type { Conflict } from "@tributary/model/generator";
import { useId } from "react";
import { useMessages } from "../../messages/use-messages.ts";
import { ConflictCard } from "./conflict-card.tsx";
import type { FieldGroup, ProgrammerField } from "./list-fields.ts";
import type { Programmer } from "./use-programmer.ts";
import { useValueWords } from "./use-value-words.ts";

interface Props {
  readonly group: FieldGroup;
  readonly programmer: Programmer;
  /** By the parameter that they are told beside. */
  readonly conflicts: ReadonlyMap<string, readonly Conflict[]>;
}

export function ProgrammerGroup({ group, programmer, conflicts }: Props) {
  const { programPage: words } = useMessages();
  return (
    <section className="card programmer-group">
      <h2>{words.groups[group.id]}</h2>
      {group.fields.map((field) => (
        <div key={field.name}>
          <Field field={field} programmer={programmer} />
          {conflicts.get(field.name)?.map((conflict) => (
            <ConflictCard
              key={conflict.id}
              conflict={conflict}
              isConfirmed={programmer.confirmed.includes(conflict.id)}
              onConfirm={(isConfirmed) => programmer.confirm(conflict.id, isConfirmed)}
            />
          ))}
        </div>
      ))}
    </section>
  );
}

function Field({ field, programmer }: { readonly field: ProgrammerField; readonly programmer: Programmer }) {
  const { programPage: words } = useMessages();
  const { writeValue, writeAllowed } = useValueWords();
  const id = useId();
  const { name, values, rule } = field;
  const programmed = programmer.settings[name];
  const isChanged = name in programmer.change;
  const value = isChanged ? programmer.change[name] : programmed;
  const origin = rule && (rule.confirmed ? rule.source : `${rule.source} (${words.unconfirmed})`);
  return (
    <div className={isChanged ? "parameter changed" : "parameter"}>
      <label htmlFor={id}>{words.names[name]}</label>
      <select
        id={id}
        className="field"
        value={values.indexOf(value)}
        aria-describedby={`${id}-allowed`}
        onChange={({ target }) => programmer.set(name, values[Number(target.value)])}
      >
        {values.map((option, index) => (
          <option key={option} value={index}>
            {writeValue(option, rule)}
          </option>
        ))}
      </select>
      <p id={`${id}-allowed`} className="small quiet" title={origin}>
        {isChanged && <b>{words.from(writeValue(programmed, rule))} </b>}
        {rule && `${words.allowed}: ${writeAllowed(rule)}`}
      </p>
    </div>
  );
}
