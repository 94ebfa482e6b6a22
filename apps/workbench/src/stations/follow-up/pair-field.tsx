import { useMessages } from "../../messages/use-messages.ts";

/** A finding before and after, as typed. */
export interface Pair {
  readonly before: string;
  readonly after: string;
}

type Range = readonly [least: number, most: number];

/** Undefined until both are numbers of the range. */
export function readPair({ before, after }: Pair, range: Range): { before: number; after: number } | undefined {
  const values = [before, after].map((text) => (text.trim() === "" ? Number.NaN : Number(text)));
  if (!values.every((value) => value >= range[0] && value <= range[1])) return undefined;
  return { before: values[0]!, after: values[1]! };
}

interface Props {
  readonly label: string;
  readonly range: Range;
  readonly pair: Pair;
  readonly onChange: (pair: Pair) => void;
}

export function PairField({ label, range: [min, max], pair, onChange }: Props) {
  const { care: words } = useMessages();
  const field = (side: keyof Pair, text: string) => (
    <label>
      {text}
      <input
        className="field"
        type="number"
        min={min}
        max={max}
        value={pair[side]}
        onChange={({ target }) => onChange({ ...pair, [side]: target.value })}
      />
    </label>
  );
  return (
    <fieldset className="row">
      <legend className="quiet">{label}</legend>
      {field("before", words.before)}
      {field("after", words.after)}
    </fieldset>
  );
}
