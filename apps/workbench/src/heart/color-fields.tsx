import type { ColorScale } from "@tributary/report";
import { useId } from "react";
import { useMessages } from "../messages/use-messages.ts";

/** How activation times are colored; without a range all of them are. */
export interface ColorChoice {
  readonly map: "viridis" | "lat";
  readonly range_ms: readonly [low: number, high: number] | undefined;
}

interface Props {
  /** Of all times. */
  readonly full: ColorScale;
  readonly colors: ColorChoice;
  readonly onChange: (colors: ColorChoice) => void;
}

/** The colors and the ends of their bar. */
export function ColorFields({ full, colors, onChange }: Props) {
  const { heartView: words } = useMessages();
  const id = useId();
  const [low, high] = colors.range_ms ?? [full.low, full.high];
  const setRange = (from: number, to: number) => {
    if (Number.isFinite(from) && Number.isFinite(to) && from < to) onChange({ ...colors, range_ms: [from, to] });
  };
  return (
    <div className="color-fields small">
      <label htmlFor={id}>{words.colors}</label>
      <select
        id={id}
        className="field"
        value={colors.map}
        onChange={({ target }) => onChange({ ...colors, map: target.value as ColorChoice["map"] })}
      >
        <option value="viridis">{words.maps.viridis}</option>
        <option value="lat">{words.maps.lat}</option>
      </select>
      <label>
        {words.from}{" "}
        <input
          className="field"
          type="number"
          step={full.step}
          max={high - 1}
          value={low}
          onChange={({ target }) => setRange(target.valueAsNumber, high)}
        />
      </label>
      <label>
        {words.to}{" "}
        <input
          className="field"
          type="number"
          step={full.step}
          min={low + 1}
          value={high}
          onChange={({ target }) => setRange(low, target.valueAsNumber)}
        />
      </label>
      <button
        type="button"
        className="button"
        disabled={colors.range_ms === undefined}
        onClick={() => onChange({ ...colors, range_ms: undefined })}
      >
        {words.wholeRange}
      </button>
    </div>
  );
}
