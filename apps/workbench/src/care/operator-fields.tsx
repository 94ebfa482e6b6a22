import { useMessages } from "../messages/use-messages.ts";

/** Who operates and where, for modeled durations and rehearsals. */
export interface Operator {
  readonly operatorCases: number;
  readonly centerRatio: number;
}

export const USUAL_OPERATOR: Operator = { operatorCases: 100, centerRatio: 0.8 };
const MOST_CASES = 100_000;

interface Props {
  readonly operator: Operator;
  readonly onChange: (operator: Operator) => void;
}

export function OperatorFields({ operator, onChange }: Props) {
  const { care: words } = useMessages();
  const change = (changes: Partial<Operator>) => onChange({ ...operator, ...changes });
  return (
    <>
      <label>
        {words.operatorCases}
        <input
          className="field"
          type="number"
          min={0}
          max={MOST_CASES}
          value={operator.operatorCases}
          onChange={({ target }) =>
            change({ operatorCases: Math.min(MOST_CASES, Math.max(0, Math.round(target.valueAsNumber || 0))) })
          }
        />
      </label>
      <label>
        {words.center}
        <select
          className="field"
          value={operator.centerRatio}
          onChange={({ target }) => change({ centerRatio: Number(target.value) })}
        >
          <option value={0.5}>{words.fastCenter}</option>
          <option value={0.8}>{words.usualCenter}</option>
          <option value={1.3}>{words.teachingCenter}</option>
        </select>
      </label>
    </>
  );
}
